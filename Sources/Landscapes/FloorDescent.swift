/// Goes down from a point of a window to the bottom, however it is shaped.
///
/// Newton's method where the ground is smooth; steps along eight directions, which follow edges and find kinks along them; and
/// quasi-Newton steps, which follow kinks that lie askew.
struct FloorDescent {
  /// Where a descent ended.
  struct End {
    var point: Vector2
    var value: Double
  }

  let landscape: Landscape
  let window: Landscape.Window
  /// How much most heights of the window differ.
  let spread: Double
  /// How often a height was asked for.
  var calls = 0

  init(_ landscape: Landscape, in window: Landscape.Window, spread: Double) {
    (self.landscape, self.window, self.spread) = (landscape, window, spread)
  }

  var sides: Vector2 { Vector2(window.x.upperBound - window.x.lowerBound, window.y.upperBound - window.y.lowerBound) }

  /// Distance in shares of the window.
  func distance(_ a: Vector2, _ b: Vector2) -> Double { Vector2((a.x - b.x) / sides.x, (a.y - b.y) / sides.y).length }

  /// A point some shares of the window away from another, within the window.
  func place(_ point: Vector2, _ across: Double, _ up: Double) -> Vector2 {
    clamped(Vector2(point.x + across * sides.x, point.y + up * sides.y))
  }

  /// The largest difference of heights that is nothing beside the others.
  func slack(at value: Double) -> Double { 1e-12 * (abs(value) + min(1, spread)) }

  /// The bottom below a start.
  mutating func callAsFunction(from start: Vector2) -> End {
    var end = newton(from: start)
    for _ in 0..<4 where end.value.isFinite && !isFlat(end) {
      let before = end.value
      end = bySteps(from: end)
      guard end.value.isFinite else { break }
      if !isFlat(end) { end = quasiNewton(from: end) }
      end = newton(from: end.point)
      if before - end.value <= slack(at: end.value) { break }
    }
    return end
  }

  /// Whether the ground is so level that nearby nothing can be lower by more than nothing.
  mutating func isFlat(_ end: End) -> Bool {
    calls += 1
    let slope = landscape.gradient(at: end.point)
    return Vector2(slope.x * sides.x, slope.y * sides.y).length * 1e-7 <= slack(at: end.value)
  }

  private mutating func height(_ point: Vector2) -> Double {
    calls += 1
    return landscape.value(at: point)
  }

  private func clamped(_ point: Vector2) -> Vector2 {
    Vector2(
      min(max(point.x, window.x.lowerBound), window.x.upperBound),
      min(max(point.y, window.y.lowerBound), window.y.upperBound))
  }

  /// Newton's method, uphill curvature taken as downhill, steps halved until they lead down.
  private mutating func newton(from start: Vector2) -> End {
    let first = End(point: start, value: height(start))
    var (point, value) = (first.point, first.value)
    for _ in 0..<60 {
      calls += 3
      let (slope, hessian) = (landscape.gradient(at: point), landscape.hessian(at: point))
      guard let step = hessian.descent(along: slope), step.length > 0 else { break }
      var (share, next, lower) = (1.0, point, value)
      while share > 1e-6 {
        next = clamped(Vector2(point.x + share * step.x, point.y + share * step.y))
        lower = height(next)
        if lower < value { break }
        share /= 2
      }
      if !(lower < value) {
        // At the bottom heights are equal to rounding, and gradients still tell.
        next = clamped(Vector2(point.x + step.x, point.y + step.y))
        lower = height(next)
        let isFlatter = landscape.gradient(at: next).length < slope.length
        guard isFlatter, lower <= value + 1e-14 * abs(value) else { break }
      }
      (point, value) = (next, lower)
      if !value.isFinite { return first }
    }
    return End(point: point, value: value)
  }

  /// Steps along eight directions, halved where none leads down.
  private mutating func bySteps(from start: End) -> End {
    var (end, size) = (start, 1 / Double(FloorSearch.cells))
    let limit = calls + 4000
    while size > 1e-13, calls < limit, end.value.isFinite {
      var best = end
      for (i, j) in Self.directions {
        let point = place(end.point, i * size, j * size)
        let value = height(point)
        if value < best.value { best = End(point: point, value: value) }
      }
      if best.value < end.value { end = best } else { size /= 2 }
    }
    return end
  }

  private static let directions: [(Double, Double)] = [
    (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1),
  ]

  /// BFGS with a line search that stops where it is lower and less steep, in shares of the window.
  ///
  /// Source: A. Lewis, M. Overton, *Nonsmooth optimization via quasi-Newton methods*, Math. Program. 141 (2013): it finds
  /// the bottom of kinks too, whichever way they run.
  private mutating func quasiNewton(from start: End) -> End {
    var (end, slope) = (start, scaledSlope(start.point).gradient)
    guard slope.isFinite, slope.length > 0 else { return end }
    var inverse = Hessian(xx: 1e-3 / slope.length, xy: 0, yy: 1e-3 / slope.length)
    for _ in 0..<200 {
      let step = Vector2(-(inverse.xx * slope.x + inverse.xy * slope.y), -(inverse.xy * slope.x + inverse.yy * slope.y))
      guard let (share, next) = search(from: end, along: step, slope) else { return end }
      let turn = Vector2(next.dx - slope.x, next.dy - slope.y)
      end = End(point: place(end.point, share * step.x, share * step.y), value: next.value)
      slope = next.gradient
      inverse = inverse.updated(step: Vector2(share * step.x, share * step.y), turn: turn)
    }
    return end
  }

  private mutating func scaledSlope(_ point: Vector2) -> Slope {
    calls += 2
    let slope = landscape.slope(at: point)
    return Slope(value: slope.value, dx: slope.dx * sides.x, dy: slope.dy * sides.y)
  }

  /// How much of a step to take, and the slope there: lower in proportion, and no more than half as steep; nil where nothing
  /// is lower.
  private mutating func search(from end: End, along step: Vector2, _ slope: Vector2) -> (share: Double, slope: Slope)? {
    let decline = slope.x * step.x + slope.y * step.y
    guard decline < 0 else { return nil }
    var (low, high, share) = (0.0, Double.infinity, 1.0)
    var found: (Double, Slope)?
    for _ in 0..<50 {
      let point = Vector2(end.point.x + share * step.x * sides.x, end.point.y + share * step.y * sides.y)
      let next = window.contains(point) ? scaledSlope(point) : Slope(value: .infinity, dx: 0, dy: 0)
      if next.value < end.value + 1e-4 * share * decline, next.gradient.isFinite {
        (low, found) = (share, (share, next))
        if next.dx * step.x + next.dy * step.y >= 0.5 * decline { break }
      } else {
        high = share
      }
      share = high < .infinity ? (low + high) / 2 : 2 * share
    }
    return found
  }
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

  /// An inverse after a step along which the gradient turned, by the formula of Broyden, Fletcher, Goldfarb and Shanno.
  fileprivate func updated(step s: Vector2, turn y: Vector2) -> Hessian {
    let product = s.x * y.x + s.y * y.y
    guard product > 0 else { return self }
    let image = Vector2(xx * y.x + xy * y.y, xy * y.x + yy * y.y)
    let weight = (1 + (y.x * image.x + y.y * image.y) / product) / product
    let next = Hessian(
      xx: xx + weight * s.x * s.x - 2 * image.x * s.x / product,
      xy: xy + weight * s.x * s.y - (image.x * s.y + s.x * image.y) / product,
      yy: yy + weight * s.y * s.y - 2 * image.y * s.y / product)
    return next.xx.isFinite && next.xy.isFinite && next.yy.isFinite ? next : self
  }
}
