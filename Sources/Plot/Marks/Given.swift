import Raster

/// A mark that is there from the beginning of a picture that is built up frame by frame: the question is asked about it.
public struct Given: Mark {
  private let mark: any Mark

  /// The same as a mark but for when it comes.
  public init(_ mark: any Mark) { self.mark = mark }

  /// From the beginning.
  public var entry: Entry { .setting }
  /// That of the mark.
  public var extent: Extent { mark.extent }
  /// Those of the mark.
  public func endTexts(x: Axis, y: Axis) -> [LabelText] { mark.endTexts(x: x, y: y) }
  /// Those of the mark.
  public var covers: [Point] { mark.covers }
  /// That of the mark.
  public var relief: Field? { mark.relief }
  /// Those of the mark.
  public func levels(in view: View, format: Format) -> Levels? { mark.levels(in: view, format: format) }
  /// Those of the mark.
  public func series(x: Axis, y: Axis) -> [Series] { mark.series(x: x, y: y) }
  /// What the mark tells.
  public func told(x: Axis, y: Axis) -> [Phrase] { mark.told(x: x, y: y) }
  /// That of the mark.
  public var kind: Phrase? { mark.kind }
  /// Whether the mark does.
  public var standsWithoutGrid: Bool { mark.standsWithoutGrid }
  /// Puts the mark on the stage.
  public func place(in space: Space, on stage: inout Stage) throws { try mark.place(in: space, on: &stage) }
}
