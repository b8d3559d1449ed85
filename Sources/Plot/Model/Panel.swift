import Raster

/// One plot of a figure: two axes and what is drawn between them.
public struct Panel: Sendable {
  /// How the plot area is bordered.
  public enum Frame: Sendable {
    /// A thin line all around, no grid: for maps.
    case box
    /// Axes at the left and below, a grid across unless a mark stands without one: for curves.
    case open
    /// Nothing at all, neither axes nor ticks: for diagrams.
    case bare
  }

  /// The panel's name, above it.
  public var heading: Phrase?
  /// Whose colour the heading has, nil for ink.
  public var headingIdentity: Identity?
  /// Size of the heading's type against the usual one.
  public var headingScale = 1.0
  /// Whether the heading tells what came out: in a picture that builds up frame by frame it comes with the last of the panel.
  public var headingTells = false
  /// What is to be read in the panel, under its name.
  public var subheading: Phrase?
  /// The horizontal axis.
  public var x: Axis
  /// The vertical axis; its name stands above it.
  public var y: Axis
  /// How the plot area is bordered.
  public var frame: Frame
  /// Whether a unit of x is as long as a unit of y: the view grows until it fills the plot area, within the axes' limits.
  public var equalAspect = false
  /// The name of a colour bar at the right, nil for none.
  public var colorBar: Phrase?
  /// How the surface stands in space, nil for a flat panel.
  public var scene: Scene?
  /// What is drawn, in order within each layer.
  public var marks: [any Mark]

  /// A panel with its marks in braces.
  ///
  /// - Parameters:
  ///   - x: The horizontal axis.
  ///   - y: The vertical axis.
  ///   - frame: How the plot area is bordered: `.open` for curves, `.box` for maps.
  ///   - heading: The panel's name.
  ///   - subheading: What is to be read in the panel.
  ///   - identity: Whose colour the heading has.
  ///   - equalAspect: Whether a unit of x is as long as a unit of y.
  ///   - marks: What is drawn.
  public init(
    x: Axis, y: Axis, frame: Frame = .open, heading: Phrase? = nil, subheading: Phrase? = nil,
    as identity: Identity? = nil, equalAspect: Bool = false, @MarkBuilder marks: () -> [any Mark]
  ) {
    (self.x, self.y, self.frame, self.heading) = (x, y, frame, heading)
    (self.subheading, headingIdentity, self.equalAspect) = (subheading, identity, equalAspect)
    self.marks = marks()
  }

  /// A panel that shows its `Surface`, and trails and landmarks on it, in space.
  public init(x: Axis, y: Axis, scene: Scene, heading: Phrase? = nil, @MarkBuilder marks: () -> [any Mark]) {
    self.init(x: x, y: y, frame: .box, heading: heading, marks: marks)
    self.scene = scene
  }

  /// Fixes what is in view.
  public mutating func show(_ view: View) {
    x.domain = view.x
    y.domain = view.y
  }

  /// What kind of drawing the panel is, as in "contour map"; nil where its marks do not say. Plain text.
  public var kind: Phrase? {
    scene != nil ? Phrase("surface in space", zh: "三维曲面图") : marks.lazy.compactMap(\.kind).first
  }

  /// The numbers behind its marks.
  public var series: [Series] { marks.flatMap { $0.series(x: x, y: y) } }

  /// What its marks tell a reader who cannot see them. Plain text.
  public var told: [Phrase] { marks.flatMap { $0.told(x: x, y: y) } }

  /// The function that a scene raises, if a mark shows one.
  var relief: Field? { marks.lazy.compactMap(\.relief).first }

  /// The levels that its marks ask for in a view.
  func levels(in view: View, format: Format) -> Levels? {
    for mark in marks { if let levels = mark.levels(in: view, format: format) { return levels } }
    return nil
  }

  /// Whether lines across help to read values off: not where a mark stands without them.
  var hasGrid: Bool { frame == .open && scene == nil && !marks.contains(where: \.standsWithoutGrid) }

  /// Whether the panel shows a plane of which a part can be chosen.
  var isPlane: Bool {
    guard case .box = frame else { return false }
    return x.scale == .linear && y.scale == .linear
  }

  /// Whether another panel shows the same plane in the same way: then both have one view and one scale of colours.
  func isLike(_ other: Panel) -> Bool {
    x.isLike(other.x) && y.isLike(other.y) && frame == other.frame && equalAspect == other.equalAspect
  }

  /// What all marks ask to see.
  var extent: Extent {
    var extent = Extent()
    for mark in marks { extent.include(mark.extent) }
    return extent
  }
}
