import Raster
import Typography

/// A figure as frames on one fixed layout: first the question over axes and setting, then one thing after the other, the whole
/// last.
///
/// From frame to frame nothing moves: everything is where it is in the whole figure, and is left out until its turn.
public struct FrameSequence: Sendable {
  /// The most frames of a sequence.
  public static let most = FrameOrder.most + 1

  /// The whole, as the figure alone is drawn.
  public let whole: Drawing
  let composition: Composition
  let order: FrameOrder
  private let asking: [PlacedText]
  private let question: String

  fileprivate init(_ figure: Figure, _ format: Format, _ typesetter: Typesetter) throws {
    composition = try Composition(figure, format, typesetter).withMapsPainted
    order = FrameOrder(composition.parts.map(\.plan.panel))
    question = composition.title.isEmpty ? "" : figure.ask[format.language]
    asking = try composition.header.asking(question)
    whole = composition.paint()
  }

  /// How many frames: at least 2, the question and the whole.
  public var count: Int { order.count + 1 }

  /// What is new in a frame, from 0: names of things, or of a panel; empty in the first, and where nothing has a name.
  public func names(in frame: Int) -> [Phrase] { frame > 0 && frame <= order.names.count ? order.names[frame - 1] : [] }

  /// A frame, from 0; the last is the whole figure.
  public func drawing(_ frame: Int) -> Drawing {
    require((0..<count).contains(frame), "frame \(frame) of \(count)")
    if frame == count - 1 { return whole }
    return composition.paint(asking, title: question) { panel, source in order.frame(of: source, panel: panel) <= frame
    }
  }
}

extension Figure {
  /// Lays the figure out once, to be drawn frame by frame.
  ///
  /// Throws what ``draw(_:with:)`` throws.
  public func frames(_ format: Format, with typesetter: Typesetter) throws -> FrameSequence {
    try FrameSequence(self, format, typesetter)
  }
}
