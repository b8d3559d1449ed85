import Raster
import Testing

@testable import Typography

@Suite("Paragraphs") struct ParagraphTests {
  private let typesetter: Typesetter

  init() throws { typesetter = try Typesetter() }

  private func lines(_ markup: String, width: Double) throws -> [String] {
    try typesetter.paragraph(markup, hundred, width: width).map(\.plain)
  }

  @Test(
    "text is broken where it may be, at a hundred pixels an em",
    arguments: [
      ("", 500, [""]), ("one", 500, ["one"]), ("one two six", 400, ["one two", "six"]),
      ("  one   two  ", 150, ["one", "two"]), ("a\nb\n\nc", 900, ["a", "b", "", "c"]),
      ("incomprehensible a b", 300, ["incomprehensible", "a b"]),
      ("to $x = y + 1$ now", 200, ["to", "x = y + 1", "now"]),
      ("low-rank 5\u{2009}% 5\u{a0}%", 250, ["low-rank", "5\u{2009}%", "5\u{a0}%"]), ("弯曲的山谷", 300, ["弯曲的", "山谷"]),
      ("弯曲的，山谷", 300, ["弯曲", "的，山", "谷"]), ("弯曲（山谷）", 300, ["弯曲", "（山谷）"]), ("弯曲山“谷”中", 400, ["弯曲山", "“谷”中"]),
      ("最小值。”好", 400, ["最小值。”", "好"]), ("好好——好", 350, ["好", "好——", "好"]), ("用Adam走", 250, ["用", "Adam", "走"]),
      ("值$x=1$，好", 250, ["值", "x = 1，", "好"]), ("第1000步", 150, ["第", "1000", "步"]),
      ("ab  ·  cd", 200, ["ab  ·", "cd"]), ("ab  ·  cd", 120, ["ab  ·", "cd"]),
    ]) func breaks(markup: String, width: Int, expected: [String]) throws
  { #expect(try lines(markup, width: Double(width)) == expected) }

  @Test("no line is wider than asked, at any width", arguments: [300, 437, 600, 999]) func width(width: Int) throws {
    let texts = [
      "Momentum follows the floor of the valley, and reaches $‖∇f‖ < 10^{-3}$ after 312 steps.",
      "动量沿着谷底前进，经过312步后达到$f = 0$；而梯度下降（学习率“$\\eta = 0.1$”）仍然来回震荡。",
    ]
    for text in texts {
      let lines = try typesetter.paragraph(text, TextStyle(size: 40), width: Double(width))
      #expect(lines.count > 1)
      for line in lines {
        #expect(line.advance <= Double(width))
        #expect(line.ink.maxX <= Double(width) + 2)
        let (first, last) = (try #require(line.plain.first), try #require(line.plain.last))
        #expect(!"，。、；：？！）”".contains(first))
        #expect(!"（“".contains(last))
      }
      let joined = lines.map(\.plain).joined(separator: " ").filter { $0 != " " }
      #expect(try joined == typesetter.line(text, hundred).plain.filter { $0 != " " })
    }
  }

  @Test("a width of nothing gives a word a line", arguments: [0.0, -5]) func noWidth(width: Double) throws {
    #expect(try lines("one two 三四", width: width) == ["one", "two", "三", "四"])
  }

  @Test("a width without end gives one line", arguments: [.infinity, .nan] as [Double]) func endless(width: Double)
    throws
  { #expect(try lines("one two 三四", width: width) == ["one two 三四"]) }
}
