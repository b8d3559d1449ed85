import Raster

extension Path {
  /// The smallest rectangle around the drawn curves, which may reach less far than their control
  /// points.
  var tightBounds: Rect {
    var box = Rect.null
    var here = Point.zero
    for element in elements {
      switch element {
      case .move(let p), .line(let p):
        box.extend(to: p)
        here = p
      case .quad(let p, let c):
        // The same curve as a cubic.
        let (first, second) = (here.mixed(with: c, by: 2 / 3), p.mixed(with: c, by: 2 / 3))
        box.extend(from: here, first, second, to: p)
        here = p
      case .cubic(let first, let second, let p):
        box.extend(from: here, first, second, to: p)
        here = p
      case .close: break
      }
    }
    return box
  }
}

extension Rect {
  /// Grows to hold a cubic: its end, and the points where it turns back in x or y.
  fileprivate mutating func extend(from a: Point, _ b: Point, _ c: Point, to d: Point) {
    extend(to: d)
    if contains(b) && contains(c) { return }
    for t in turns(a.x, b.x, c.x, d.x) + turns(a.y, b.y, c.y, d.y) {
      let (ab, bc, cd) = (a.mixed(with: b, by: t), b.mixed(with: c, by: t), c.mixed(with: d, by: t))
      extend(to: ab.mixed(with: bc, by: t).mixed(with: bc.mixed(with: cd, by: t), by: t))
    }
  }

  /// Where between 0 and 1 the derivative of a cubic in one coordinate is zero.
  private func turns(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> [Double] {
    // A third of the derivative: u (1 − t)² + 2 v t (1 − t) + w t².
    let (u, v, w) = (b - a, c - b, d - c)
    let (square, half) = (u - 2 * v + w, u - v)
    var roots: [Double] = []
    if abs(square) < 1e-12 {
      if half != 0 { roots = [u / (2 * half)] }
    } else {
      let discriminant = half * half - square * u
      guard discriminant >= 0 else { return [] }
      let root = discriminant.squareRoot()
      roots = [(half - root) / square, (half + root) / square]
    }
    return roots.filter { $0 > 0 && $0 < 1 }
  }
}
