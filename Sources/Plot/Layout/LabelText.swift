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
  /// The size of the name's type against that of what is said of it: above 1 for a number that the headline speaks of.
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

  /// The lines, from above, with their pixels per em.
  private(set) var lines: [(line: TextLine, bold: Bool, px: Double)]
  /// What they are for.
  let role: TextRole
  /// Pixels per em of what is said of the name.
  let px: Double

  /// Sets words, in type of a size against that of the role; lines wider than a limit are broken in two.
  init(_ words: LabelText, _ role: TextRole, scale: Double = 1, limit: Double = .infinity, style: Style) throws {
    let px = scale * style.size(role)
    var lines: [(TextLine, Bool, Double)] = []
    let parts = [(words.text, words.bold, words.scale * px), (words.detail ?? "", !words.bold, px)]
    for (phrase, bold, px) in parts {
      for text in phrase[style.language].split(separator: "\n") {
        lines += try Self.set(String(text), px, bold, limit, style).map { ($0, bold, px) }
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

  /// Puts the lowest line highest.
  mutating func turn() { lines.reverse() }

  /// Half the height of a capital, in ems.
  private static let capital = 0.36
  /// Distance from one baseline to the next: the capitals of the lower line and air between, 1.2 ems where both are alike.
  private static func leading(_ upper: Double, _ lower: Double) -> Double { 0.73 * lower + 0.235 * (upper + lower) }

  /// The widest line.
  var width: Double { lines.map(\.line.advance).max() ?? 0 }
  /// Pixels per em of the first line, and of the last.
  var ends: (first: Double, last: Double) { (lines.first?.px ?? px, lines.last?.px ?? px) }
  /// From the first baseline up to the middle of its capitals.
  var rise: Double { Self.capital * ends.first }
  /// From the middle of the first line's capitals to the middle of the last one's.
  var reach: Double { drop(lines.count - 1) + Self.capital * (ends.first - ends.last) }

  /// How far a line's baseline is below the first.
  private func drop(_ index: Int) -> Double {
    zip(lines, lines.dropFirst()).prefix(max(0, index)).reduce(0) { $0 + Self.leading($1.0.px, $1.1.px) }
  }

  /// Where each line begins, against the beginning of the block's first baseline.
  private func offset(_ index: Int, _ alignment: Alignment) -> Point {
    let room = width - lines[index].line.advance
    let x =
      switch alignment {
      case .left: 0.0
      case .center: room / 2
      case .right: room
      }
    return Point(x, drop(index))
  }

  /// What the glyphs cover, against the beginning of the block's first baseline.
  func ink(_ alignment: Alignment) -> Rect {
    lines.indices.reduce(Rect.null) { box, i in box.union(lines[i].line.ink.offset(by: offset(i, alignment))) }
  }

  /// The lines in their places.
  func placed(at origin: Point, _ alignment: Alignment, color: Color, halo: Bool, ground: Color? = nil, source: Source)
    -> [PlacedText]
  {
    lines.indices.map { i in
      PlacedText(
        line: lines[i].line, origin: origin + offset(i, alignment), role: role, bold: lines[i].bold, color: color,
        halo: halo, ground: ground, px: lines[i].px, source: source)
    }
  }
}
