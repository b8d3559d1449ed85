/// Finds where a landscape is lowest in a window: from the low points of a grid by Newton's method, and where that
/// fails, at kinks and edges, by ever smaller steps along eight directions.
struct FloorSearch {
  let landscape: Landscape
  let window: Landscape.Window
  let heights: [Double]

  /// Cells of the grid along each side; odd, so that the middle of the window is one of its points.
  private static let cells = 161
  /// How many low points of the grid are followed down.
  private static let mostStarts = 64
  /// More lowest points than this are taken for a level line.
  private static let mostPoints = 6

  init(landscape: Landscape, window: Landscape.Window) {
    (self.landscape, self.window) = (landscape, window)
    heights = landscape.grid(over: window, columns: Self.cells, rows: Self.cells)
  }

  private var width: Double { window.x.upperBound - window.x.lowerBound }
  private var height: Double { window.y.upperBound - window.y.lowerBound }

  /// How much most heights differ: from the lowest to the 90 % quantile.
  func spread(of sorted: [Double]) -> Double {
    guard let low = sorted.first else { return 0 }
    return sorted[Int(0.9 * Double(sorted.count - 1))] - low
  }

  /// What the lowest part of the window is.
  func floor(spread: Double) -> LandscapeSummary.Floor {
    if let pit = heights.firstIndex(of: -.infinity) { return .bottomless(near: place(pit)) }
    let starts = lowCells
    guard let first = starts.first else { return .nothing }
    let lowest = heights[first]
    if heights.allSatisfy({ $0 == lowest || $0.isNaN }) { return .constant(lowest) }
    var found = landscape.minima.filter { window.contains($0.point) }
    for start in starts.prefix(Self.mostStarts) {
      let end = descend(from: place(start))
      if isBottomless(end, against: spread) { return .bottomless(near: end.point) }
      let isNew = found.allSatisfy { distance($0.point, end.point) > 1e-4 }
      if isNew { found.append(.init(at: end.point.x, end.point.y, value: end.value)) }
    }
    let least = found.map(\.value).min() ?? lowest
    let tie = 1e-9 * max(spread, abs(least))
    let tied = found.filter { $0.value - least <= tie }
    if tied.allSatisfy({ isOnEdge($0.point) }) { return .edge(tied[tied.count / 2]) }
    if tied.count > Self.mostPoints { return .level(snapped(least, spread)) }
    return .points(tied.map { .init(at: $0.point.x, $0.point.y, value: snapped($0.value, spread)) })
  }

  /// Zero for a height that is rounding error beside the others.
  private func snapped(_ value: Double, _ spread: Double) -> Double {
    // Heights that span many decades do not make a small one an error.
    abs(value) <= 1e-12 * min(1, spread) ? 0 : value
  }

  /// Distance in shares of the window.
  private func distance(_ a: Vector2, _ b: Vector2) -> Double {
    Vector2((a.x - b.x) / width, (a.y - b.y) / height).length
  }

  private func isOnEdge(_ point: Vector2) -> Bool {
    guard landscape.minima.allSatisfy({ $0.point != point }) else { return false }
    let near = 1e-7
    let isOnSide =
      point.x - window.x.lowerBound <= near * width || window.x.upperBound - point.x <= near * width
      || point.y - window.y.lowerBound <= near * height || window.y.upperBound - point.y <= near * height
    return isOnSide
  }

  /// The middle of a cell.
  private func place(_ cell: Int) -> Vector2 {
    let (column, row) = (Double(cell % Self.cells) + 0.5, Double(cell / Self.cells) + 0.5)
    return Vector2(
      window.x.lowerBound + column / Double(Self.cells) * width, window.y.lowerBound + row / Double(Self.cells) * height
    )
  }

  /// Finite cells that are no higher than their neighbours, the lowest first.
  private var lowCells: [Int] {
    let n = Self.cells
    return heights.indices.filter { cell in
      guard heights[cell].isFinite else { return false }
      let (column, row) = (cell % n, cell / n)
      for j in max(0, row - 1)...min(n - 1, row + 1) {
        for i in max(0, column - 1)...min(n - 1, column + 1) where heights[j * n + i] < heights[cell] { return false }
      }
      return true
    }.sorted { (heights[$0], $0) < (heights[$1], $1) }
  }

  // MARK: Down from a point

  /// Where a descent ended.
  private struct End {
    var point: Vector2
    var value: Double
  }

  /// Whether a landscape falls without bound towards the end of a descent: on circles around it, each a hundredth of the one
  /// before, it is lower each time by nearly as much as the time before, as logarithms are, or by more, as poles are.
  private func isBottomless(_ end: End, against spread: Double) -> Bool {
    guard end.value.isFinite else { return true }
    let lowest = [1e-3, 1e-5, 1e-7, 1e-9].map { lowestHeight(around: end.point, radius: $0) }
    guard let last = lowest.last, lowest.allSatisfy({ $0 < .infinity }) else { return false }
    let drops = zip(lowest, lowest.dropFirst()).map { $0 - $1 } + [last - end.value]
    // The last drop, to the point itself, may be shorter: a descent ends where numbers do.
    let isSteady = zip(drops, drops.dropFirst().dropLast()).allSatisfy { $1 >= 0.9 * $0 }
    return isSteady && drops.allSatisfy { $0 > 1e-3 * max(spread, .leastNormalMagnitude) }
  }

  /// The least height on a circle, its radius in shares of the window; infinite where there is none.
  private func lowestHeight(around center: Vector2, radius: Double) -> Double {
    // Sixteen directions askew to the axes and diagonals, along which poles often lie.
    let heights = (0..<16).map { i in
      let angle = 0.1 + Double(i) * Double.pi / 8
      return landscape.value(
        at: Vector2(center.x + radius * width * cos(angle), center.y + radius * height * sin(angle)))
    }
    return heights.filter { !$0.isNaN }.min() ?? .infinity
  }

  private func descend(from start: Vector2) -> End {
    let near = newton(from: start)
    let end = bySteps(from: near)
    guard end.value.isFinite else { return end }
    let exact = newton(from: end.point)
    let isBetter = landscape.value(at: exact) <= end.value
    return isBetter ? End(point: exact, value: landscape.value(at: exact)) : end
  }

  private func clamped(_ point: Vector2) -> Vector2 {
    Vector2(
      min(max(point.x, window.x.lowerBound), window.x.upperBound),
      min(max(point.y, window.y.lowerBound), window.y.upperBound))
  }

  /// Newton's method, uphill curvature taken as downhill, steps halved until they lead down.
  private func newton(from start: Vector2) -> Vector2 {
    var (point, value) = (start, landscape.value(at: start))
    for _ in 0..<60 {
      let (slope, hessian) = (landscape.gradient(at: point), landscape.hessian(at: point))
      guard let step = hessian.descent(along: slope), step.length > 0 else { return point }
      var share = 1.0
      var next = point
      while share > 1e-6 {
        next = clamped(Vector2(point.x + share * step.x, point.y + share * step.y))
        if landscape.value(at: next) < value { break }
        share /= 2
      }
      let lower = landscape.value(at: next)
      if !(lower < value) {
        // At the bottom heights are equal to rounding, and gradients still tell.
        let whole = clamped(Vector2(point.x + step.x, point.y + step.y))
        let isFlatter = landscape.gradient(at: whole).length < slope.length
        guard isFlatter, landscape.value(at: whole) <= value + 1e-14 * abs(value) else { return point }
        (next, share) = (whole, 1)
      }
      (point, value) = (next, landscape.value(at: next))
      if !value.isFinite { return start }
    }
    return point
  }

  /// Steps along eight directions, halved where none leads down.
  private func bySteps(from start: Vector2) -> End {
    var end = End(point: start, value: landscape.value(at: start))
    var size = 1 / Double(Self.cells)
    var calls = 0
    while size > 1e-13, calls < 4000, end.value.isFinite {
      var best = end
      for (i, j) in Self.directions {
        let point = clamped(Vector2(end.point.x + i * size * width, end.point.y + j * size * height))
        let value = landscape.value(at: point)
        if value < best.value { best = End(point: point, value: value) }
        calls += 1
      }
      if best.value < end.value { end = best } else { size /= 2 }
    }
    return end
  }

  private static let directions: [(Double, Double)] = [
    (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1),
  ]
}

extension Hessian {
  /// Newton's step against a gradient, with every curvature taken as upward; nil where it is not finite.
  fileprivate func descent(along slope: Vector2) -> Vector2? {
    let (largest, smallest) = eigenvalues
    let floor = 1e-12 * max(abs(largest), abs(smallest))
    // The axis of the largest eigenvalue: of two forms the longer one.
    let (p, q) = (Vector2(largest - yy, xy), Vector2(xy, largest - xx))
    let longer = p.length >= q.length ? p : q
    let size = longer.length
    let axis = size > 0 ? Vector2(longer.x / size, longer.y / size) : Vector2(1, 0)
    let along = slope.x * axis.x + slope.y * axis.y
    let across = slope.y * axis.x - slope.x * axis.y
    let (a, b) = (along / max(abs(largest), floor), across / max(abs(smallest), floor))
    let step = Vector2(-a * axis.x + b * axis.y, -a * axis.y - b * axis.x)
    return step.isFinite ? step : nil
  }
}
