import Raster
import Typography

/// A text that belongs near a point; the layout finds the place where it covers least.
public struct LabelRequest: Sendable {
  /// A point to label, and how far the text keeps from it.
  public struct Anchor: Sendable {
    /// The point, in pixels.
    public var point: Point
    /// Distance between the point and the text, in pixels.
    public var clearance: Double

    /// An anchor.
    public init(_ point: Point, clearance: Double) { (self.point, self.clearance) = (point, clearance) }
  }

  /// The words.
  public var words: LabelText
  /// What they are for.
  public var role: TextRole
  /// Its colour.
  public var color: Color
  /// Points it may stand at, the best first.
  public var anchors: [Anchor]
  /// How much it matters; the more, the earlier it is placed.
  public var rank: Rank

  /// How much a label matters.
  public enum Rank: Int, Sendable, Comparable {
    /// Must be there, and comes first: starts, minima.
    case landmark
    /// Must be there: names of trails.
    case name
    /// Is there wherever a corner has room: what the colours mean.
    case remark
    /// Left out where it would cover something: numbers of steps and of levels.
    case detail

    /// Whether one matters more than the other.
    public static func < (a: Rank, b: Rank) -> Bool { a.rawValue < b.rawValue }
  }

  /// Where a text may stand about its point.
  public enum Placement: Sendable {
    /// Wherever it covers least.
    case free
    /// On the point, in the middle.
    case centered
    /// On one side; on another only where there is no room.
    case right, left, above, below
    /// On the side of its point that the middle of the plot is on: its point is a corner.
    case inward
  }

  /// Where it may stand about its point.
  public var placement = Placement.free
  /// Size of its type against that of its role.
  public var scale = 1.0
  /// What it lies on, which its halo has the colour of; nil for the page.
  public var ground: Color?
  /// Whether it stands beside its point rather than above or below: at an upright line.
  public var prefersSides = true
  /// Whose it names: it stands where no other series is nearer.
  public var owner: Identity?
  /// What it belongs to.
  var source = Source.setting

  /// A request.
  public init(
    _ text: Phrase, detail: Phrase? = nil, role: TextRole = .label, bold: Bool = false, color: Color,
    at anchors: [Anchor], rank: Rank
  ) {
    (words, self.role) = (LabelText(text, detail: detail, bold: bold), role)
    self.color = color
    (self.anchors, self.rank) = (anchors, rank)
  }
}

/// A text in the margin, level with the right end of a line.
public struct EndLabel: Sendable {
  /// The words.
  public var words: LabelText
  /// Their colour.
  public var color: Color
  /// The colour of the line from the text to the end, drawn when the text had to move.
  public var lineColor: Color
  /// The end of the line, in pixels.
  public var end: Point
  /// What it belongs to.
  var source = Source.setting

  /// A label.
  public init(_ words: LabelText, color: Color, lineColor: Color, end: Point) {
    (self.words, self.color, self.lineColor, self.end) = (words, color, lineColor, end)
  }
}

/// A text whose place is settled.
struct PlacedText: Sendable {
  /// The set text.
  var line: TextLine
  /// Where its baseline begins, in pixels.
  var origin: Point
  /// What it is for.
  var role: TextRole
  /// Whether it is bold.
  var bold = false
  /// Its colour.
  var color: Color
  /// Whether it has a halo, of the colour that it lies on.
  var halo = false
  /// What it lies on, nil for the page.
  var ground: Color?
  /// Whether it runs upwards.
  var isTurned = false
  /// Pixels per em.
  var px: Double
  /// What it belongs to.
  var source = Source.setting

  /// What its glyphs cover.
  var box: Rect {
    guard isTurned else { return line.ink.offset(by: origin) }
    let ink = line.ink
    return Rect(minX: ink.minY, minY: -ink.maxX, maxX: ink.maxY, maxY: -ink.minX).offset(by: origin)
  }

  /// The outlines of its glyphs in the picture.
  var outline: Path {
    let place = Transform.translation(origin.x, origin.y)
    guard isTurned else { return line.outline.transformed(by: place) }
    return line.outline.transformed(by: .rotation(cosine: 0, sine: -1)).transformed(by: place)
  }
}
