import Testing

@testable import LessonKit

@Suite("What is typed or pasted") struct TypedTests {
  static let numbers = [-1.5, 2, 0.001, -1e-6, 1234.5, 0, -0.25, 6.02e23]

  /// The spelling of a number as other programs give it.
  static let spellings: [@Sendable (String) -> String] = [
    { $0 }, { " \($0) " }, { $0.replacing("-", with: "−") }, { $0.replacing("-", with: "–") },
    { $0.replacing("-", with: "\u{2011}") }, { "\u{200E}\($0)\u{FEFF}" }, { "\u{A0}\($0)\u{2009}" },
    { text in
      text.map { $0.isNumber ? String(Unicode.Scalar(0xFF10 + UInt32($0.wholeNumberValue!))!) : String($0) }.joined()
    },
    { text in
      text.map { $0.isNumber ? String(Unicode.Scalar(0x1D7CE + UInt32($0.wholeNumberValue!))!) : String($0) }.joined()
    },
    { text in
      text.map { $0.isNumber ? String(Unicode.Scalar(0x0660 + UInt32($0.wholeNumberValue!))!) : String($0) }.joined()
    }, { $0.hasPrefix("-") ? "- " + $0.dropFirst() : "+" + $0 },
  ]

  @Test("a number is the same in every spelling", arguments: numbers) func number(_ number: Double) {
    for spell in Self.spellings {
      let text = spell("\(number)")
      #expect(Typed.number(text) == number, "'\(text)'")
    }
  }

  @Test("a number that a figure prints reads back", arguments: [1.2e-5, 1e-5, -1e-5, -3.25e8, 2e9, 1e7, 0.02, -1500])
  func printed(_ number: Double) { #expect(Typed.number(Digits.text(number, digits: 6)) == number) }

  @Test(
    "what is no number is none",
    arguments: ["", " ", "-", "−", "1 2", "1,5", "x", "10⁻", "×10⁻³", "2×10", "2×20³", "--1", "10^x", "1.2.3"])
  func none(_ text: String) { #expect(Typed.number(text) == nil) }

  @Test("lists take blanks, and commas of full width") func lists() {
    #expect(Typed.list("−1.5， 2 ,x") == ["-1.5", "2", "x"])
    #expect(Typed.list("") == [""])
    #expect(Typed.list("1,,2") == ["1", "", "2"])
  }

  @Test("letters of mathematics are plain ones") func letters() {
    #expect(Typed.plain("𝑥𝐲𝘻𝚊ℎ 𝜋ℯ") == "xyzah πe")
    #expect(Typed.plain("Größe 中文 x²") == "Größe 中文 x²")
  }

  /// A value of the sample lesson's option for its plain spelling.
  private func value(_ key: String, _ text: String) throws -> String {
    let recipe = try Recipe(Sample.self, given: [Options.Given(key, text)])
    return try #require(recipe.declarations.first { $0.key == key }).json.compact
  }

  @Test(
    "every kind of option takes blanks and pasted signs",
    arguments: [
      ("steps", "1e3", "１e3"), ("steps", "200", " 200 "), ("start", "-1.5,2", "-1.5, 2"),
      ("start", "-1.5,2", " −1.5 ， 2 "), ("depth", "0.5", "0.5 "), ("depth", "2", "２"),
      ("widths", "1,2.5,4", "1, 2.5,  4"), ("range", "-2:0.5", "−2 : 0.5"), ("range", "-2:0.5", "−2：0.5"),
      ("act", "sigmoid", " Sigmoid"), ("noisy", "true", " true "),
      ("opt", "sgd:lr=0.001,adam", "sgd : lr = 1e−3 , adam"), ("opt", "sgd:lr=0.001,adam", "sgd：lr＝10⁻³，adam"),
      ("lr", "0.002", "2×10⁻³"), ("seed", "7", "７"),
    ]) func options(_ key: String, _ plain: String, _ typed: String) throws
  {
    if key == "lr" {
      let recipe = try Recipe(Sample.self, given: [.init("opt", "adam"), .init("lr", typed)])
      #expect(recipe.declarations.first { $0.key == "lr" }?.json == .number(0.002))
    } else {
      #expect(try value(key, typed) == value(key, plain))
    }
  }
}
