extension Landscape {
  /// Whether within a distance of a point it is as low as a summary says it is anywhere.
  ///
  /// Of single points, or of any place on a line or a plain; never where the lowest is not a bottom.
  public func isAtFloor(_ summary: LandscapeSummary, _ point: Vector2, within reach: Double) -> Bool {
    guard let lowest = summary.lowest else { return false }
    if abs(value(at: point) - lowest) <= summary.slack { return true }
    switch summary.floor {
    case .points(let minima): return minima.contains { $0.point.distance(to: point) <= reach }
    case .many, .line, .plain:
      let box = Window(x: point.x - reach...point.x + reach, y: point.y - reach...point.y + reach)
      var descent = FloorDescent(self, in: box, spread: 1)
      return descent(from: point).value - lowest <= max(summary.slack, descent.slack(at: lowest))
    case .edge, .bottomless, .constant, .nothing: return false
    }
  }

  /// A step from which on a walk that ends as low as it is anywhere is so, and before which it is not; nil for one that does
  /// not end there.
  ///
  /// For single points the first step that comes near the one at which it ends.
  public func arrival(of walk: Walk, at summary: LandscapeSummary, within reach: Double) -> Int? {
    guard !walk.hasDiverged, isAtFloor(summary, walk.end, within: reach) else { return nil }
    if case .points(let minima) = summary.floor {
      let near = minima.filter { $0.point.distance(to: walk.end) <= reach }
      if let target = near.min(by: { $0.point.distance(to: walk.end) < $1.point.distance(to: walk.end) }) {
        return walk.firstStep(within: reach, of: target.point)
      }
    }
    var (low, high) = (-1, walk.steps)
    while high - low > 1 {
      // The start first: many a walk begins on a floor.
      let middle = low < 0 && high == walk.steps ? 0 : (low + high) / 2
      if isAtFloor(summary, walk.points[middle], within: reach) { high = middle } else { low = middle }
    }
    return high
  }
}
