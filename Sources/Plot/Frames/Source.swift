import Raster

/// What something in a composed figure belongs to, which decides in which frame it comes.
enum Source: Sendable, Hashable {
  /// Page, axes, names of panels: there from the beginning.
  case setting
  /// A mark of its panel, by its place in the list.
  case mark(Int)
  /// What is to be read in the panel: there with the last of its marks.
  case reading
}

/// A line from a text that stands far off to its point.
struct Leader: Sendable {
  /// From the text to the point, in pixels.
  var segment: Segment
  /// Its colour.
  var color: Color
  /// What it belongs to.
  var source: Source
}
