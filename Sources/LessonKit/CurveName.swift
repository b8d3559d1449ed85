/// The name of a curve somewhere along it, where it is nearest to no other.
public struct CurveName: Mark {
  /// The name.
  public var text: Phrase
  /// The curve's points, in order of x.
  public var points: [Point]
  /// The number of the series whose colour it has.
  public var series: Int

  /// A name.
  public init(_ text: Phrase, along points: [Point], series: Int) {
    (self.text, self.points, self.series) = (text, points, series)
  }

  /// Asks for the name at places spread over what is in view of the curve.
  public func place(in space: Space, on stage: inout Stage) throws {
    let seen = Self.steps(along: points.map { space($0) }, length: 0.5 * space.style.unit)
      .filter { space.frame.contains($0) }
    guard !seen.isEmpty else { return }
    let places = Self.shares.map { seen[min(seen.count - 1, Int($0 * Double(seen.count)))] }
    var request = LabelRequest(
      text, color: space.style.textColor(series),
      at: places.map { .init($0, clearance: 0.8 * space.style.unit) }, rank: .name)
    request.owner = series
    stage.label(request)
  }

  /// Where along the curve a name may stand, the best first.
  private static let shares = [0.5, 0.35, 0.65, 0.2, 0.8, 0.42, 0.58, 0.27, 0.73, 0.12, 0.88]

  /// Points along a broken line, no further apart than a length.
  private static func steps(along line: [Point], length: Double) -> [Point] {
    zip(line, line.dropFirst()).flatMap { a, b -> [Point] in
      guard a.isFinite, b.isFinite else { return [] }
      let count = min(10_000, max(1, Int(a.distance(to: b) / length)))
      return (0..<count).map { a.mixed(with: b, by: Double($0) / Double(count)) }
    }
  }
}
