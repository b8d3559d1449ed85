import ChineseTesting
import Raster
import Testing

@testable import Typography

@Suite("Formulas") struct FormulaTests {
  private let typesetter: Typesetter

  init() throws { typesetter = try Typesetter() }

  private func line(_ markup: String, italic: Bool = false) throws -> TextLine {
    try typesetter.line(markup, TextStyle(size: 100, italic: italic))
  }

  @Test("a superscript is 0.70 as large and 0.38 em up, a subscript as large and 0.17 em down") func scripts() throws {
    let raised = try box("$10^3$").glyphs
    #expect(raised.map(\.scale) == [1, 1, 0.7])
    #expect(raised[2].origin.y == -0.38)
    let lowered = try box("$β_1$").glyphs
    #expect(lowered.map(\.scale) == [1, 0.7])
    #expect(lowered[1].origin.y == 0.17)
    #expect(try box("$1$").glyphs[0].glyph == lowered[1].glyph)
  }

  @Test("super- and subscript of one base stand above each other, apart") func bothScripts() throws {
    for markup in ["$x_i^2$", "$x^2_i$"] {
      let glyphs = try box(markup).glyphs
      #expect(glyphs.count == 3)
      let (above, below) = (glyphs.min { $0.origin.y < $1.origin.y }!, glyphs.max { $0.origin.y < $1.origin.y }!)
      #expect(above.origin.y < -0.38 && below.origin.y > 0.17)
      #expect(abs(above.origin.x - below.origin.x) < 0.15)
    }
    let both = try line("$x_i^2$")
    let letters = try line("$x_i$").advance + line("$x^2$").advance - line("$x$").advance
    #expect(both.advance < letters)
  }

  @Test("a script of a script is half as large and higher") func nested() throws {
    let glyphs = try box("$e^{x^2}$").glyphs
    #expect(abs(glyphs[2].scale - 0.49) < 1e-12)
    #expect(abs(glyphs[2].origin.y - (-0.38 - 0.7 * 0.38)) < 1e-9)
  }

  @Test("one letter slants, two are a word, digits stand") func slants() throws {
    #expect(try line("$x$").outline == line("x", italic: true).outline)
    #expect(try line("$η$").outline == line("η", italic: true).outline)
    #expect(try line("$\\eta$").outline == line("$η$").outline)
    #expect(try line("$sin$").outline == line("sin").outline)
    #expect(try line("$42$").outline == line("42").outline)
    #expect(try line("$Σ$").outline == line("Σ").outline)
    #expect(try line("$x$").outline != line("x").outline)
  }

  @Test("a minus sign is as wide as in text, and a sign has no room after it") func minus() throws {
    #expect(try line("$-1$").outline == line("−1").outline)
    #expect(try line("$x=-1$").advance < line("$x=0-1$").advance - line("0").advance)
    #expect(try line("$10^{-3}$").plain == "10⁻³")
  }

  @Test("operations and relations have room around them, in a script they have none") func room() throws {
    let parts = try line("$a$").advance + line("$b$").advance
    let sum = try line("$a+b$").advance - parts - line("+").advance
    let equation = try line("$a=b$").advance - parts - line("=").advance
    #expect(abs(sum - 40) < 4)
    #expect(abs(equation - 52) < 4)
    let script = try line("$x^{i+1}$").advance
    let pieces = try line("$x^i$").advance + 0.7 * (line("+").advance + line("1").advance)
    #expect(abs(script - pieces) < 6)
    #expect(try line("$a + b$").outline == line("$a+b$").outline)
    #expect(try line("$a\\,b$").advance > line("$a b$").advance + 10)
  }

  @Test("a slanted letter keeps clear of what stands upright behind it", arguments: ["(", ")", "]"]) func overhang(
    bracket: String
  ) throws {
    let letter = try line("$f$")
    #expect(letter.ink.maxX > letter.advance + 2, "the f leans over")
    let apart = try line(bracket).advance + letter.ink.maxX
    #expect(abs(try line("$f\(bracket)$").advance - apart) < 1e-9)
    #expect(abs(try line("$f$\(bracket)").advance - apart) < 1e-9)
    #expect(try line("$ff$").advance < 2 * letter.ink.maxX)
  }

  @Test("bars open and close: what follows the first is a sign") func bars() throws {
    #expect(try line("$|-1|$").plain == "|−1|")
    #expect(try line("$\\|\\nabla f\\|$").outline == line("$‖∇f‖$").outline)
    let ink = try line("$|x|$").ink
    #expect(ink.minY == -80 && ink.maxY == 20)
  }

  @Test("a radical covers what is under it and rises with it") func radical() throws {
    let inner = try line("$x^2+1$").ink
    let root = try line("$\\sqrt{x^2+1}$").ink
    #expect(root.minY < inner.minY - 10)
    #expect(root.maxY >= inner.maxY)
    #expect(root.width > inner.width + 30)
    let low = try line("$\\sqrt{x}$").ink
    #expect(low.minY > root.minY)
  }

  @Test("everything that has a name is in the fonts", arguments: [false, true]) func names(bold: Bool) throws {
    let style = TextStyle(size: 20, weight: bold ? .bold : .regular)
    let simple = Array(MathNames.named.keys) + MathNames.words + MathNames.spaces.keys
    for name in simple { #expect(throws: Never.self, "\\\(name)") { try typesetter.line("$a\\\(name) b$", style) } }
    for accent in MathAccent.allCases {
      for letter in ["m", "θ", "X"] {
        let bare = try typesetter.line("$\(letter)$", style)
        let marked = try typesetter.line("$\\\(accent){\(letter)}$", style)
        #expect(marked.ink.minY < bare.ink.minY - 1.2)
        #expect(marked.advance == bare.advance)
      }
    }
    for letter in MathNames.blackboard.keys {
      #expect(throws: Never.self) { try typesetter.line("$\\mathbb{\(letter)}$", style) }
    }
    #expect(try line("$\\mathbf{w}$").outline == typesetter.line("w", TextStyle(size: 100, weight: .bold)).outline)
  }

  @Test(
    "what is malformed is told with its place",
    arguments: [
      ("a $x", "a $ without its closing $ (a dollar sign is \\$) at character 3 of “a $x”"),
      ("$$", "an empty formula at character 1 of “$$”"),
      ("$x^$", "^ without what it stands for at character 4 of “$x^$”"),
      ("$x_", "_ without what it stands for at character 3 of “$x_”"),
      ("$x^{2$", "a { without its } at character 4 of “$x^{2$”"),
      ("$x^{2", "a { without its } at character 4 of “$x^{2”"), ("$x}$", "a } without its { at character 3 of “$x}$”"),
      ("$x^2^3$", "a second ^ at character 5 of “$x^2^3$”"), ("$x_1_2$", "a second _ at character 5 of “$x_1_2$”"),
      ("$x^{}$", "^ of nothing at character 4 of “$x^{}$”"),
      ("$\\foo$", "unknown command \\foo at character 2 of “$\\foo$”"),
      ("$a^{b^{c^d}}$", "scripts nested too deep at character 9 of “$a^{b^{c^d}}$”"),
      ("$\\sqrt$", "\\sqrt without what it stands for at character 7 of “$\\sqrt$”"),
      ("$\\hat{ab}$", "\\hat of more than one letter at character 2 of “$\\hat{ab}$”"),
      ("$\\mathbb{x}$", "\\mathbb of x, which has none (known: C, E, N, P, Q, R, Z) at character 2 of “$\\mathbb{x}$”"),
      ("$\\text{a$", "a { without its } at character 7 of “$\\text{a$”"),
      ("$\\", "a \\ without a name at character 2 of “$\\”"),
    ]) func malformed(markup: String, message: String)
  {
    let error = #expect(throws: TypesettingError.self) { try typesetter.line(markup, hundred) }
    #expect(error?.description == message && error?.isInChinese == true)
    #expect(throws: TypesettingError.self) { try typesetter.paragraph(markup, hundred, width: 9) }
  }

  @Test("endless nesting is an error", arguments: ["{", "\\sqrt", "\\sqrt{", "\\hat"]) func endless(piece: String) {
    let markup = "$" + String(repeating: piece, count: 50_000)
    let error = #expect(throws: TypesettingError.self) { try typesetter.line(markup, hundred) }
    #expect(error?.description == "a formula with more than 30 things open at once" && error?.isInChinese == true)
  }

  @Test("no noise of markup ends the program", arguments: 0..<300 as Range<UInt64>) func noise(seed: UInt64) {
    var state = seed &* 0x9e37_79b9_7f4a_7c15 &+ 1
    let pieces = ["$", "^", "_", "{", "}", "\\", "x", "12", " ", "\\sqrt", "值", "|", "-", "=", "\\hat"]
    let markup = (0..<12).map { _ -> String in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return pieces[Int(state >> 33) % pieces.count]
    }.joined()
    do {
      let line = try typesetter.line(markup, hundred)
      #expect(line.advance.isFinite)
    } catch let error as TypesettingError {
      #expect(error.description.contains(markup) || error.description.contains("no font has"))
    } catch { Issue.record(error) }
  }
}
