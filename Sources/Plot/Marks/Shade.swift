import Raster

/// A pale stripe over a range of x, from the bottom to the top: a zone with its name, or a part without data.
public struct Shade: Mark {
  /// From left to right.
  public var range: ClosedRange<Double>
  /// Whose it is, which chooses the colour; nil for grey.
  public var identity: Identity?
  /// The name at its top, nil for none.
  public var name: Phrase?

  /// A stripe.
  public init(_ range: ClosedRange<Double>, as identity: Identity? = nil, name: Phrase? = nil) {
    (self.range, self.identity, self.name) = (range, identity, name)
  }

  /// Fills the stripe, and asks for its name: at the top, or else at the bottom.
  public func place(in space: Space, on stage: inout Stage) throws {
    let style = space.style
    let color = identity.map { style.color($0) } ?? style.theme.muted
    let (left, right) = (space.x(range.lowerBound), space.x(range.upperBound))
    guard left.isFinite, right.isFinite else { return }
    let frame = space.frame
    let stripe = Rect(
      minX: max(min(left, right), frame.minX), minY: frame.minY, maxX: min(max(left, right), frame.maxX),
      maxY: frame.maxY)
    guard stripe.width > 0 else { return }
    stage.fill(.rect(stripe), color.opacity(0.12), layer: .area)
    guard let name else { return }
    let em = style.size(.label)
    let rows = [0.9, 2.2].map { frame.minY + $0 * em } + [frame.maxY - 0.9 * em]
    var request = LabelRequest(
      name, bold: true, color: identity.map { style.textColor($0) } ?? style.theme.muted,
      at: rows.map { .init(Point(stripe.center.x, $0), clearance: 0) }, rank: .landmark)
    request.placement = .centered
    stage.label(request)
  }
}
