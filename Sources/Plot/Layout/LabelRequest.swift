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
    public init(_ point: Point, clearance: Double) {
      (self.point, self.clearance) = (point, clearance)
    }
  }

  /// The text.
  public var text: Phrase
  /// What it is for.
  public var role: TextRole
  /// Whether it is bold.
  public var bold: Bool
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
  }

  /// Where it may stand about its point.
  public var placement = Placement.free
  /// The number of the series that it names: it stands where no other series is nearer.
  public var owner: Int?

  /// A request.
  public init(
    _ text: Phrase, role: TextRole = .label, bold: Bool = false, color: Color,
    at anchors: [Anchor], rank: Rank
  ) {
    (self.text, self.role, self.bold, self.color) = (text, role, bold, color)
    (self.anchors, self.rank) = (anchors, rank)
  }
}

/// A text in the margin, level with the right end of a line.
public struct EndLabel: Sendable {
  /// The text.
  public var text: Phrase
  /// Its colour.
  public var color: Color
  /// The colour of the line from the text to the end, drawn when the text had to move.
  public var lineColor: Color
  /// The end of the line, in pixels.
  public var end: Point
  /// The shape that stands at the end, repeated before the text.
  public var marker: MarkerShape?
  /// Whether it is bold, as the names of data are.
  public var isBold = true

  /// A label.
  public init(
    _ text: Phrase, color: Color, lineColor: Color, end: Point, marker: MarkerShape? = nil
  ) {
    (self.text, self.color, self.lineColor) = (text, color, lineColor)
    (self.end, self.marker) = (end, marker)
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
  /// Whether it has a halo of the background colour.
  var halo = false
  /// Pixels per em.
  var px: Double

  /// What its glyphs cover.
  var box: Rect { line.ink.offset(by: origin) }
}
