import Raster

/// The area between two curves: the spread around a median, or any range.
public struct Band: Mark {
  /// Points of the lower edge and of the upper one, in order of x.
  public var lower: [Point], upper: [Point]
  /// Whose it is, which chooses the colour.
  public var identity: Identity

  /// A band.
  public init(lower: [Point], upper: [Point], as identity: Identity) {
    (self.lower, self.upper, self.identity) = (lower, upper, identity)
  }

  /// Both edges.
  public var extent: Extent { Extent(lower + upper) }

  /// Fills the area, pale.
  public func place(in space: Space, on stage: inout Stage) throws {
    let edge = lower.map { space.onCurve($0) } + upper.reversed().map { space.onCurve($0) }
    let shape = Path.polygon(edge.filter(\.isFinite))
    stage.fill(shape, space.style.color(identity).opacity(0.16), layer: .area)
  }
}
