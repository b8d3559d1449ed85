import Raster

/// One plot of a figure: two axes and what is drawn between them.
public struct Panel: Sendable {
  /// How the plot area is bordered.
  public enum Frame: Sendable {
    /// A thin line all around, no grid: for maps.
    case box
    /// Axes at the left and below, a grid across: for curves.
    case open
  }

  /// The panel's name, above it.
  public var heading: Phrase?
  /// The number of the series whose colour the heading has, nil for ink.
  public var headingSeries: Int?
  /// What is to be read in the panel, under its name.
  public var subheading: Phrase?
  /// The horizontal axis.
  public var x: Axis
  /// The vertical axis; its name stands above it.
  public var y: Axis
  /// How the plot area is bordered.
  public var frame: Frame
  /// Whether a unit of x is to be as long as a unit of y.
  public var equalAspect = false
  /// Whether a panel of equal aspect shows more of the plane where there is room, instead of leaving room blank.
  public var growsToFill = false
  /// The name of a colour bar at the right, nil for none.
  public var colorBar: Phrase?
  /// Whether the panel stays on a page on which not all panels can be read.
  public var isEssential = true
  /// How the surface stands in space, nil for a flat panel.
  public var scene: Scene?
  /// Sentences under the figure that speak of this panel, and stand there only where it is drawn.
  public var notes: [Phrase] = []
  /// What is drawn, in order within each layer.
  public var marks: [any Mark]

  /// A panel with its marks in braces.
  public init(
    x: Axis, y: Axis, frame: Frame, heading: Phrase? = nil, @MarkBuilder marks: () -> [any Mark]
  ) {
    (self.x, self.y, self.frame, self.heading) = (x, y, frame, heading)
    self.marks = marks()
  }

  /// A panel that shows its `Surface`, and trails and landmarks on it, in space.
  public init(
    x: Axis, y: Axis, scene: Scene, heading: Phrase? = nil,
    @MarkBuilder marks: () -> [any Mark]
  ) {
    self.init(x: x, y: y, frame: .box, heading: heading, marks: marks)
    self.scene = scene
  }

  /// Fixes what is in view.
  public mutating func show(_ view: View) {
    x.domain = view.x
    y.domain = view.y
  }

  /// The surface drawn in it, if any.
  var surface: Surface? {
    for mark in marks {
      if let surface = mark as? Surface { return surface }
    }
    return nil
  }

  /// The heat map drawn in it, if any.
  var heatMap: HeatMap? {
    for mark in marks {
      if let map = mark as? HeatMap { return map }
    }
    return nil
  }

  /// Whether the panel shows a plane of which a part can be chosen.
  var isPlane: Bool {
    guard case .box = frame else { return false }
    return x.scale == .linear && y.scale == .linear
  }

  /// Whether one of two panels shows in space what the other shows as a map.
  func sharesSurface(with other: Panel) -> Bool {
    let isScene = scene != nil || other.scene != nil
    return isScene && surface != nil && other.surface != nil
  }

  /// What all marks ask to see.
  var extent: Extent {
    var extent = Extent()
    for mark in marks { extent.include(mark.extent) }
    return extent
  }
}
