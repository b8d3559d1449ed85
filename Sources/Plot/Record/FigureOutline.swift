import Typography

/// A figure with every text in its place, and nothing painted.
public struct FigureOutline: Sendable {
  /// What stands where.
  public let record: FigureRecord
  /// Texts for which there was no room.
  public let omitted: [String]
}

extension Figure {
  /// What stands where in the figure as it would be drawn: all of a drawing but its pixels, in a fraction of the time.
  ///
  /// - Throws: What ``draw(_:with:)`` throws.
  public func outline(_ format: Format, with typesetter: Typesetter) throws -> FigureOutline {
    let composition = try Composition(self, format, typesetter)
    return FigureOutline(record: composition.record(), omitted: composition.omitted.map { $0[format.language] })
  }
}
