extension FloorDescent {
  /// How much heights differ within a trillionth of the window around an end: what is not known of its height.
  func noise(_ end: End) -> Double {
    let near = Self.circle.map { landscape.value(at: place(end.point, 1e-12 * $0.x, 1e-12 * $0.y)) }
    return near.filter(\.isFinite).map { abs($0 - end.value) }.max() ?? 0
  }

  /// Whether a landscape falls without bound towards the end of a descent.
  ///
  /// Minus infinity was reached; or on circles about it, each a tenth of the one before, it is lower each time by as much as
  /// the time before, as logarithms are, or by more, as poles are. What falls by ever less, as small powers do, has a bottom.
  func isPole(_ end: End) -> Bool {
    guard end.value.isFinite else { return end.value == -.infinity }
    let lowest = (3...9).map { lowestHeight(around: end.point, radius: pow(10, -Double($0))) }
    guard let last = lowest.last, lowest.allSatisfy({ $0 < .infinity }) else { return false }
    if last == -.infinity { return true }
    let drops = zip(lowest, lowest.dropFirst()).map { $0 - $1 }
    guard let drop = drops.last, drop > 1e-7 * max(spread, abs(last)) else { return false }
    let isSteady = zip(drops, drops.dropFirst()).dropFirst(2).allSatisfy { $1 >= 0.9995 * $0 }
    // Logarithms have at most 300 more drops to the end of numbers; a small power that falls farther has come to its bottom.
    let isLogarithm = drops[drops.count - 2] > 0.98 * drop
    return isSteady && drops[0] > 0 && last > end.value && !(isLogarithm && last - end.value > 400 * drop)
  }

  /// The least height on a circle within the window, its radius in shares of it; infinite where there is none.
  private func lowestHeight(around center: Vector2, radius: Double) -> Double {
    let places = Self.circle.map { Vector2(center.x + radius * sides.x * $0.x, center.y + radius * sides.y * $0.y) }
    return places.filter(window.contains).map { landscape.value(at: $0) }.filter { !$0.isNaN }.min() ?? .infinity
  }

  /// Sixteen directions askew to the axes and diagonals, along which poles often lie.
  private static let circle = (0..<16).map { index in
    let angle = 0.1 + Double(index) * Double.pi / 8
    return Vector2(cos(angle), sin(angle))
  }
}
