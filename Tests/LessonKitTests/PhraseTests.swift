import LessonKit
import Testing

@Suite("Phrases") struct PhraseTests {
  @Test("a phrase inside a phrase speaks the language of the sentence") func nested() {
    let name = Phrase("momentum", zh: "动量")
    let sentence = Phrase("\(name) wins", zh: "\(name)获胜")
    #expect(sentence == Phrase("momentum wins", zh: "动量获胜"))
    let twice: Phrase = "\(sentence): \(name)"
    #expect(twice == Phrase("momentum wins: momentum", zh: "动量获胜: 动量"))
  }

  @Test("numbers inside a phrase are written as a reader wants them") func numbers() {
    let value = 0.012345
    #expect(Phrase("\(value)", zh: "\(value, digits: 2)") == Phrase("0.0123", zh: "0.012"))
    #expect(Phrase("\(value, decimals: 1)", zh: "\(-2.0)") == Phrase("0.0", zh: "−2"))
    #expect(Phrase("\(12_345)", zh: "\(1000)") == Phrase("12,345", zh: "1000"))
  }

  @Test(
    "a count has its noun in the plural but for one",
    arguments: [(0, "0 steps"), (1, "1 step"), (2, "2 steps"), (20_000, "20,000 steps")]) func counts(
      _ count: Int, _ text: String
    )
  {
    let phrase = Phrase("\(count, "step")", zh: "\(count) 步")
    #expect(phrase.english == text)
  }

  @Test("a share is a percentage: apart from its sign in English, together in Chinese") func percent() {
    let phrase: Phrase = "\(percent: 0.153)"
    #expect(phrase == Phrase("15\u{2009}%", zh: "15%"))
    #expect(Digits.percent(0.9996, digits: 3) == Phrase("100\u{2009}%", zh: "100%"))
  }

  @Test("large numbers are in words inside a phrase") func words() {
    let phrase = Phrase("a \(words: 4.2e12)th", zh: "\(words: 4.2e12)分之一")
    #expect(phrase == Phrase("a 4\u{A0}trillionth", zh: "4\u{A0}万亿分之一"))
  }

  @Test(
    "names are listed as a sentence lists them",
    arguments: [
      ([], Phrase("", zh: "")), (["A"], Phrase("A", zh: "A")), (["A", "B"], Phrase("A and B", zh: "A和B")),
      (["A", "B", "C"], Phrase("A, B and C", zh: "A、B和C")),
    ] as [([Phrase], Phrase)]) func list(_ parts: [Phrase], _ expected: Phrase)
  {
    #expect(Phrase.list(parts) == expected)
    let inside: Phrase = "\(list: parts)"
    #expect(inside == expected)
  }

  @Test("phrases are joined with something between them, and mapped in both languages") func joined() {
    let parts = [Phrase("a", zh: "甲"), Phrase("b", zh: "乙")]
    #expect(Phrase.joined(parts, by: Phrase(", ", zh: "，")) == Phrase("a, b", zh: "甲，乙"))
    #expect(Phrase.joined([], by: ", ").isEmpty)
    #expect(parts[0].map { $0 + "!" } == Phrase("a!", zh: "甲!"))
    #expect(Phrase("$x_1$ wins", zh: "$x_1$ 胜").plain.english == "x₁ wins")
  }
}

@Suite("Digits") struct DigitsTests {
  @Test(
    "a number has so many digits, a true minus and superscripts",
    arguments: [
      (0.7731, 3, "0.773"), (2508, 3, "2508"), (-3, 3, "−3"), (1.2e-5, 3, "1.2×10⁻⁵"), (1e-7, 3, "10⁻⁷"),
      (-1e9, 3, "−10⁹"), (9.999e-6, 2, "1×10⁻⁵"), (0, 3, "0"), (12_345, 3, "12,345"), (.infinity, 3, "∞"),
      (.nan, 3, "NaN"), (0.1 + 0.2, 3, "0.3"),
    ]) func text(_ value: Double, _ digits: Int, _ expected: String)
  { #expect(Digits.text(value, digits: digits) == expected) }

  @Test(
    "a large number is said in words of each language",
    arguments: [
      (1200, "1200", "1200"), (99_999, "99,999", "99,999"), (3e5, "300\u{A0}thousand", "30\u{A0}万"),
      (3.1e6, "3\u{A0}million", "300\u{A0}万"), (9.996e5, "1\u{A0}million", "100\u{A0}万"),
      (2.5e8, "300\u{A0}million", "3\u{A0}亿"), (7e9, "7\u{A0}billion", "70\u{A0}亿"),
      (4.2e12, "4\u{A0}trillion", "4\u{A0}万亿"), (1e15, "1\u{A0}quadrillion", "1000\u{A0}万亿"),
      (6e18, "6\u{A0}quintillion", "600\u{A0}亿亿"), (-4.2e12, "−4\u{A0}trillion", "−4\u{A0}万亿"), (1e24, "10²⁴", "10²⁴"),
    ]) func words(_ value: Double, _ english: String, _ chinese: String)
  { #expect(Digits.words(value) == Phrase(english: english, chinese: chinese)) }
}
