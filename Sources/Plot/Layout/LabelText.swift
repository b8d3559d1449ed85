import Raster
import Typography

/// The words of a label: a name, and what is said of it in lines of the other weight.
///
/// A line break in either begins a new line.
public struct LabelText: Sendable, Hashable {
  /// The name.
  public var text: Phrase
  /// What is said of it, nil for nothing.
  public var detail: Phrase?
  /// Whether the name is bold, and the rest is not; or else the other way round.
  public var bold: Bool
  /// The size of its type against the usual one.
  public var scale = 1.0

  /// Words.
  public init(_ text: Phrase, detail: Phrase? = nil, bold: Bool = true) {
    (self.text, self.detail, self.bold) = (text, detail, bold)
  }
}

/// Lines of text that stand together, set and measured.
struct TextBlock {
  /// How the lines stand above one another.
  enum Alignment { case left, center, right }

  /// The lines, from above.
  let lines: [(line: TextLine, bold: Bool)]
  /// What they are for.
  let role: TextRole
  /// Pixels per em.
  let px: Double

  /// Sets words, in type of a size against that of the role; lines wider than a limit are broken in two.
  init(_ words: LabelText, _ role: TextRole, scale: Double = 1, limit: Double = .infinity, style: Style) throws {
    let px = scale * style.size(role)
    var lines: [(TextLine, Bool)] = []
    let parts = [(words.text, words.bold), (words.detail ?? "", !words.bold)]
    for (phrase, bold) in parts {
      for text in phrase[style.language].split(separator: "\n") {
        lines += try Self.set(String(text), px, bold, limit, style).map { ($0, bold) }
      }
    }
    (self.lines, self.role, self.px) = (lines, role, px)
  }

  private static func set(_ text: String, _ px: Double, _ bold: Bool, _ limit: Double, _ style: Style) throws
    -> [TextLine]
  {
    let look = TextStyle(size: px, weight: bold ? .bold : .regular)
    let line = try style.typesetter.line(Scripts.set(text), look)
    guard line.advance > limit else { return line.ink.isNull ? [] : [line] }
    let lines = try style.balanced(text, look, width: limit)
    // Rather wider than in three lines.
    return lines.count <= 2 ? lines : try style.balanced(text, look, width: max(limit, 0.62 * line.advance))
  }

  /// Distance between two baselines.
  var leading: Double { 1.2 * px }
  /// The widest line.
  var width: Double { lines.map(\.line.advance).max() ?? 0 }
  /// From the middle of the first line to the middle of the last.
  var reach: Double { leading * Double(max(0, lines.count - 1)) }

  /// Where each line begins, against the beginning of the block's first baseline.
  private func offset(_ index: Int, _ alignment: Alignment) -> Point {
    let room = width - lines[index].line.advance
    let x =
      switch alignment {
      case .left: 0.0
      case .center: room / 2
      case .right: room
      }
    return Point(x, leading * Double(index))
  }

  /// What the glyphs cover, against the beginning of the block's first baseline.
  func ink(_ alignment: Alignment) -> Rect {
    lines.indices.reduce(Rect.null) { box, i in box.union(lines[i].line.ink.offset(by: offset(i, alignment))) }
  }

  /// The lines in their places.
  func placed(at origin: Point, _ alignment: Alignment, color: Color, halo: Bool, ground: Color? = nil) -> [PlacedText]
  {
    lines.indices.map { i in
      PlacedText(
        line: lines[i].line, origin: origin + offset(i, alignment), role: role, bold: lines[i].bold, color: color,
        halo: halo, ground: ground, px: px)
    }
  }
}
