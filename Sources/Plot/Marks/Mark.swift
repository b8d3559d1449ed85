import Raster

/// Something drawn in a panel.
public protocol Mark: Changeable, Sendable {
  /// What of the plane the mark would like to be seen.
  var extent: Extent { get }

  /// Texts that the mark will put in the margin beside the right end of its lines.
  func endTexts(x: Axis, y: Axis) -> [LabelText]

  /// Points of the plane over which the mark lays something large enough to stand for the end of a trail.
  var covers: [Point] { get }

  /// The function that a scene raises into space, nil where the mark shows none.
  var relief: Field? { get }

  /// The levels of value that the mark needs its colours for in a view, nil where it needs none.
  func levels(in view: View, format: Format) -> Levels?

  /// The numbers behind what is drawn, under the names of the axes that they are drawn on.
  func series(x: Axis, y: Axis) -> [Series]

  /// What a reader who cannot see the picture should know of it: where named curves end, with the number. Plain text.
  func told(x: Axis, y: Axis) -> [Phrase]

  /// What kind of drawing it makes the panel, as in "contour map"; nil where it only adds to one. Plain text.
  var kind: Phrase? { get }

  /// Whether its panel needs no grid: it tells a number in large type, or shapes are to be compared.
  var standsWithoutGrid: Bool { get }

  /// When it comes into a picture that is built up frame by frame.
  var entry: Entry { get }

  /// Puts shapes, labels and records of the mark on the stage.
  func place(in space: Space, on stage: inout Stage) throws
}

extension Mark {
  /// None.
  public func endTexts(x: Axis, y: Axis) -> [LabelText] { [] }
  /// Nothing.
  public var extent: Extent { .none }
  /// None.
  public var covers: [Point] { [] }
  /// None.
  public var relief: Field? { nil }
  /// None.
  public func levels(in view: View, format: Format) -> Levels? { nil }
  /// None.
  public func series(x: Axis, y: Axis) -> [Series] { [] }
  /// Nothing.
  public func told(x: Axis, y: Axis) -> [Phrase] { [] }
  /// None of its own.
  public var kind: Phrase? { nil }
  /// No.
  public var standsWithoutGrid: Bool { false }
}
