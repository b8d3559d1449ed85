import Raster

/// What stands where in a drawn figure, for tests and for tools.
public struct FigureRecord: Sendable {
  /// Pixels.
  public var width: Int
  /// Pixels.
  public var height: Int
  /// Pixels per inch.
  public var dpi: Double
  /// The preset's name.
  public var preset: String
  /// The theme's name.
  public var theme: String
  /// The page's colour.
  public var background: Color
  /// The title as drawn, without markup.
  public var title: String
  /// All texts.
  public var texts: [TextRecord] = []
  /// All panels.
  public var axes: [AxesRecord] = []
  /// All lines and trails.
  public var series: [SeriesRecord] = []
  /// All starts, ends, minima and the like.
  public var markers: [MarkerRecord] = []
  /// The levels of the figure's surface.
  public var levels: LevelsRecord?
}

/// A text and where it stands.
public struct TextRecord: Sendable, Hashable {
  /// The text without markup.
  public var text: String
  /// What it is for.
  public var role: TextRole
  /// What its glyphs cover, in pixels.
  public var box: Rect
  /// Pixels per em.
  public var px: Double
  /// Whether it is bold.
  public var bold: Bool
  /// Its colour.
  public var color: Color
  /// What is behind it: the page, or its halo.
  public var background: Color
  /// Whether it has a halo of the background colour.
  public var halo: Bool
}

/// A panel's axes.
public struct AxesRecord: Sendable, Hashable {
  /// One axis.
  public struct Axis: Sendable, Hashable {
    /// The name as drawn.
    public var name: String
    /// The smallest value shown.
    public var min: Double
    /// The largest value shown.
    public var max: Double
    /// How values are spread.
    public var scale: Scale.Kind
    /// Labelled values.
    public var ticks: [Double]
    /// Their labels without markup.
    public var labels: [String]
    /// Unlabelled ticks.
    public var minor: [Double]
    /// How values become heights, of an axis upwards in space; nil of any other.
    public var height: Height?
    /// Whether the ticks stand at values that the figure speaks of, not at even steps.
    public var isMarked = false
  }

  /// The plot area in pixels.
  public var box: Rect
  /// The horizontal axis.
  public var x: Axis
  /// The vertical axis.
  public var y: Axis
  /// The axis upwards of a panel that shows its surface in space.
  public var z: Axis?
  /// Whether a unit of x must be as long as a unit of y.
  public var equalAspect: Bool
}

/// A line or a trail.
public struct SeriesRecord: Sendable, Hashable {
  /// The name as a reader sees it.
  public var name: String
  /// Its colour.
  public var color: Color
  /// Its width in pixels.
  public var width: Double
  /// The colour around it, if any.
  public var halo: Color?
  /// The shape at its end, which tells it from others without colour.
  public var marker: MarkerShape?
  /// Its first point in the plane.
  public var start: Point
  /// Its last point in the plane.
  public var end: Point
  /// How many points it has.
  public var points: Int
  /// The step at which it left the finite numbers, or the domain.
  public var divergedAt: Int?
  /// Whether it left the domain.
  public var hasLeftDomain = false
  /// The numbered steps.
  public var milestones: [Int]
  /// Its thickness against that of other lines.
  public var weight = 1.0
}

/// A single marked point.
public struct MarkerRecord: Sendable, Hashable {
  /// What it marks.
  public enum Kind: String, Sendable { case start, end, minimum, diverged, point }
  /// What it marks.
  public var kind: Kind
  /// The label, if it has one.
  public var label: String?
  /// Where it is in the plane.
  public var at: Point
  /// Its colour.
  public var color: Color
}

/// The levels of a surface.
public struct LevelsRecord: Sendable, Hashable {
  /// How levels are spread.
  public var scale: Scale.Kind
  /// Boundaries of the bands.
  public var bands: [Double]
  /// Values with a line.
  public var lines: [Double]
  /// The colour map's name.
  public var map: String
}
