import ChineseTesting
import Raster
import Synchronization
import Testing

@testable import Typography

@Suite("Fonts, and what is done without them") struct FontTests {
  @Test("what is looked for at its place first is what fontconfig finds") func packaged() {
    for family in ["Inter", "DejaVu Sans", "Noto Sans CJK SC", "No Such Family"] {
      for bold in [false, true] {
        for italic in [false, true] {
          let request = FontRequest(family: family, bold: bold, italic: italic)
          #expect(FontFinder.installed.find(request) == FontFinder.fontconfig.find(request), "\(request)")
        }
      }
    }
  }

  @Test("fontconfig finds the families of the chain and takes no substitute") func finder() throws {
    for family in ["Inter", "DejaVu Sans", "Noto Sans CJK SC"] {
      for bold in [false, true] { #expect(FontFinder.fontconfig.find(FontRequest(family: family, bold: bold)) != nil) }
    }
    let regular = try #require(FontFinder.fontconfig.find(FontRequest(family: "Inter")))
    let bold = try #require(FontFinder.fontconfig.find(FontRequest(family: "Inter", bold: true)))
    #expect(regular != bold)
    #expect(!regular.path.contains("Display"))
    #expect(FontFinder.fontconfig.find(FontRequest(family: "No Such Family")) == nil)
  }

  @Test("with all fonts there is nothing to note") func noNotes() throws { #expect(try Typesetter().notes == []) }

  @Test("without Inter, DejaVu Sans is taken and said") func withoutInter() throws {
    let typesetter = try typesetter(without: "Inter")
    #expect(typesetter.notes.count == 1)
    #expect(typesetter.notes[0].english.contains("fonts-inter") && typesetter.notes[0].chinese.contains("fonts-inter"))
    let (wide, narrow) = (try typesetter.line("minimum", hundred), try Typesetter().line("minimum", hundred))
    #expect(wide.advance != narrow.advance)
    let italic = try typesetter.line("$l$", hundred)
    #expect(italic.ink.width > (try typesetter.line("l", hundred).ink.width) + 5)
  }

  @Test("without Chinese fonts, Latin is set and Chinese is an error that names the package") func withoutChinese()
    throws
  {
    let typesetter = try typesetter(without: "Noto Sans CJK SC")
    #expect(try typesetter.line("Adam “x” …", hundred).advance > 0)
    for text in ["值", "（", "Adam 走", "$x_{值}$"] {
      let error = #expect(throws: TypesettingError.self) { try typesetter.line(text, hundred) }
      #expect(error?.description.contains("fonts-noto-cjk") == true && error?.isInChinese == true)
    }
  }

  @Test("without any font there is an error that names the packages") func withoutAny() {
    let error = #expect(throws: TypesettingError.self) {
      try typesetter(without: "Inter", "DejaVu Sans", "Noto Sans CJK SC")
    }
    #expect(error?.description.contains("fonts-dejavu-core") == true && error?.isInChinese == true)
  }

  @Test(
    "a character that no font has is an error that names it, never a box",
    arguments: [("Adam 🙂", "“🙂” (U+1F642)"), ("\u{f8000}", "U+F8000"), ("值\u{7}", "U+0007"), ("$x^{🙂}$", "U+1F642")])
  func missing(text: String, name: String) throws {
    let error = #expect(throws: TypesettingError.self) { try Typesetter().line(text, hundred) }
    #expect(error?.description.contains(name) == true && error?.isInChinese == true)
    #expect(error?.description.contains("no font has") == true)
  }

  @Test("a sign that Inter lacks is drawn from DejaVu Sans") func fallback() throws {
    #expect(Set(try box("x𝔼").glyphs.map(\.face)).count == 2)
    #expect(throws: TypesettingError.self) { try typesetter(without: "DejaVu Sans").line("𝔼", hundred) }
  }

  @Test("a font is looked up when the first character needs it") func lazily() throws {
    let asked = Mutex<[FontRequest]>([])
    let typesetter = try Typesetter(
      FontFinder { request in
        asked.withLock { $0.append(request) }
        return FontFinder.fontconfig.find(request)
      })
    _ = try typesetter.line("Adam $x$", hundred)
    #expect(!asked.withLock { $0 }.contains { $0.family != "Inter" || $0.bold })
    _ = try typesetter.line("值", hundred)
    let families = asked.withLock { Set($0.map(\.family)) }
    #expect(families == ["Inter", "Noto Sans CJK SC"])
    let count = asked.withLock(\.count)
    _ = try typesetter.line("值 and more", hundred)
    #expect(asked.withLock(\.count) == count)
  }

  @Test("many threads get the outlines that one gets") func concurrency() async throws {
    let texts = (0..<40).map { "Schritt \($0): $x_{\($0)}^2 = \\sqrt{\($0)}$ 第\($0)步" }
    let alone = try Typesetter()
    let expected = try texts.map { try alone.line($0, hundred).outline }
    let shared = try Typesetter()
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for worker in 0..<8 {
        group.addTask {
          try texts.indices.allSatisfy { i in
            let k = (i + 5 * worker) % texts.count
            return try shared.line(texts[k], hundred).outline == expected[k]
          }
        }
      }
      for try await same in group { #expect(same) }
    }
  }

  @Test("a cache that overflows changes nothing") func overflow() throws {
    let typesetter = try Typesetter()
    let first = try typesetter.line("tick 0", hundred)
    for i in 1...1500 { _ = try typesetter.line("tick \(i)", hundred) }
    let again = try typesetter.line("tick 0", hundred)
    #expect(again.outline == first.outline && again.advance == first.advance)
  }
}
