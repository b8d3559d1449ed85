import Raster

/// The name of a curve somewhere along it, where no other is close by.
public struct CurveName: Mark {
  /// The name.
  public var text: Phrase
  /// The curve's points, in order of x.
  public var points: [Point]
  /// Points of the curves that it could be taken to name.
  public var others: [[Point]]
  /// Whose the curve is of.
  public var identity: Identity
  /// Whether the name is of several curves that run together, and has the colour of none.
  public var isShared = false

  /// A name.
  public init(_ text: Phrase, along points: [Point], apartFrom others: [[Point]], as identity: Identity) {
    (self.text, self.points, self.others, self.identity) = (text, points, others, identity)
  }

  /// Asks for the name at places spread over what is in view of the curve, those off other curves first.
  public func place(in space: Space, on stage: inout Stage) throws {
    let style = space.style
    func seen(_ points: [Point]) -> [Point] {
      Self.steps(along: points.map { space($0) }, length: 0.5 * style.unit).filter { space.frame.contains($0) }
    }
    let (own, foreign) = (seen(points), others.flatMap(seen))
    guard !own.isEmpty else { return }
    // A long name stands best at the beginning, where it has the whole width to run.
    let shares = isShared ? [0.03, 0.08] + Self.shares : Self.shares
    let places = shares.map { own[min(own.count - 1, Int($0 * Double(own.count)))] }
    let enough = 0.6 * style.unit
    let room = places.map { p in foreign.map { $0.distance(to: p) }.min().map { min($0, enough) } ?? enough }
    let order = places.indices.sorted { (-room[$0], $0) < (-room[$1], $1) }
    var request = LabelRequest(
      text, color: isShared ? style.theme.ink : style.textColor(identity),
      at: order.map { .init(places[$0], clearance: 0.8 * style.unit) }, rank: .name)
    // A shared name has a curve of its own beside it everywhere.
    request.owner = isShared ? nil : identity
    stage.label(request)
  }

  /// Where along the curve a name may stand, the best first.
  private static let shares = [0.85, 0.15, 0.75, 0.25, 0.5, 0.35, 0.65, 0.9, 0.1, 0.42, 0.58]

  /// Points along a broken line, no further apart than a length.
  private static func steps(along line: [Point], length: Double) -> [Point] {
    zip(line, line.dropFirst()).flatMap { a, b -> [Point] in
      guard a.isFinite, b.isFinite else { return [] }
      let count = min(10_000, max(1, Int(a.distance(to: b) / length)))
      return (0..<count).map { a.mixed(with: b, by: Double($0) / Double(count)) }
    }
  }
}
