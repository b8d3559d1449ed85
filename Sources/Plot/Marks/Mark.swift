import Raster

/// Something drawn in a panel.
public protocol Mark: Sendable {
  /// What of the plane the mark would like to be seen.
  var extent: Extent { get }

  /// Texts that the mark will put in the margin beside the right end of its lines.
  var endTexts: [Phrase] { get }

  /// Puts shapes, labels and records of the mark on the stage.
  func place(in space: Space, on stage: inout Stage) throws
}

extension Mark {
  /// None.
  public var endTexts: [Phrase] { [] }
  /// Nothing.
  public var extent: Extent { .none }
}
