import Raster

/// A pale stripe over a range of x, from the bottom to the top: what a panel elsewhere shows in detail, or a part without
/// data.
public struct Shade: Mark {
  /// From left to right.
  public var range: ClosedRange<Double>
  /// The number of the series, which chooses the colour; nil for grey.
  public var series: Int?

  /// A stripe.
  public init(_ range: ClosedRange<Double>, series: Int? = nil) {
    (self.range, self.series) = (range, series)
  }

  /// Fills the stripe.
  public func place(in space: Space, on stage: inout Stage) throws {
    let style = space.style
    let color = series.map { style.color($0) } ?? style.theme.muted
    let (left, right) = (space.x(range.lowerBound), space.x(range.upperBound))
    guard left.isFinite, right.isFinite else { return }
    let stripe = Rect(minX: left, minY: space.frame.minY, maxX: right, maxY: space.frame.maxY)
    stage.fill(.rect(stripe), color.opacity(0.16), layer: .area)
  }
}
