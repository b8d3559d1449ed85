import Landscapes
import Optimizers
import Tensors
import Testing

@Suite("A landscape") struct LandscapeTests {
  static let names = Landscape.all.map(\.name)

  @Test("names are found, and none is taken twice") func catalog() {
    #expect(Set(Self.names).count == 14)
    #expect(Landscape.named("rosenbrock")?.displayName == "Rosenbrock")
    #expect(Landscape.named("none") == nil)
  }

  @Test("at a known minimum the height is as stated, and the gradient is zero", arguments: names) func minima(
    name: String
  ) throws {
    let landscape = try #require(Landscape.named(name))
    #expect(!landscape.minima.isEmpty)
    #expect(landscape.view.contains(landscape.start))
    for minimum in landscape.minima {
      #expect(landscape.view.contains(minimum.point))
      #expect(abs(landscape.value(at: minimum.point) - minimum.value) < 1e-12)
      #expect(landscape.gradient(at: minimum.point).length < 1e-10)
    }
  }

  @Test("nowhere is it lower than at its known minimum", arguments: names) func lowest(name: String) throws {
    let landscape = try #require(Landscape.named(name))
    var generator = SeededGenerator(seed: 3)
    let wide = Landscape.Window(reach: 10)
    let points = landscape.view.randomPoints(5000, using: &generator)
    for point in points + wide.randomPoints(5000, using: &generator) {
      #expect(landscape.value(at: point) >= landscape.minimum.value - 1e-12)
    }
  }

  @Test("gradient and Hessian agree with central differences", arguments: names) func derivatives(name: String) throws {
    let landscape = try #require(Landscape.named(name))
    var generator = SeededGenerator(seed: 11)
    for point in landscape.view.randomPoints(200, using: &generator) {
      #expect(derivativeError(of: landscape, at: point) < 1e-6, "at \(point)")
    }
  }

  @Test("the check of derivatives rejects a wrong one", arguments: Flaw.allCases) func wrongDerivative(flaw: Flaw) {
    let right = Landscape.beale
    let wrong = Landscape(
      name: "wrong", displayName: "Wrong", formula: "", view: right.view, start: right.start,
      slope: { x, y in
        var slope = right.slope(at: Vector2(x, y))
        if flaw == .gradient { slope.dy *= 1.001 }
        return slope
      },
      hessian: { x, y in
        var hessian = right.hessian(at: Vector2(x, y))
        if flaw == .mixed { hessian.xy *= 1.001 }
        if flaw == .second { hessian.yy *= 1.001 }
        return hessian
      })
    #expect(derivativeError(of: wrong, at: Vector2(1.2, 2.3)) > 1e-5)
    #expect(derivativeError(of: right, at: Vector2(1.2, 2.3)) < 1e-6)
  }

  enum Flaw: CaseIterable { case gradient, mixed, second }

  @Test("Ackley's tip has no second derivatives, and a gradient of zero") func tip() {
    let tip = Vector2(0, 0)
    #expect(Landscape.ackley.gradient(at: tip) == tip)
    #expect(Landscape.ackley.hessian(at: tip).conditionNumber.isNaN)
  }

  @Test("Rastrigin has 121 local minima in its view") func dents() {
    let landscape = Landscape.rastrigin
    var found = 0
    for i in -5...5 {
      for j in -5...5 {
        let walk = descend(
          landscape, from: Vector2(Double(i) * 0.995, Double(j) * 0.995), by: .sgd.with(learningRate: 1e-3), steps: 300)
        let bottom = landscape.hessian(at: walk.end).eigenvalues.smallest > 0
        if bottom && landscape.gradient(at: walk.end).length < 1e-9 && landscape.view.contains(walk.end) { found += 1 }
      }
    }
    #expect(found == 121)
  }

  @Test("a row holds what the points of it hold", arguments: names) func rows(name: String) throws {
    let landscape = try #require(Landscape.named(name))
    let xs = (0..<37).map { landscape.view.x.lowerBound + 0.1 * Double($0) }
    var (values, dx, dy, alone) = (xs, xs, xs, xs)
    let y = landscape.view.y.lowerBound + 0.77
    xs.withUnsafeBufferPointer { xs in
      values.withUnsafeMutableBufferPointer { values in
        dx.withUnsafeMutableBufferPointer { dx in
          dy.withUnsafeMutableBufferPointer { dy in landscape.fillRow(xs: xs, y: y, values: values, dx: dx, dy: dy) }
        }
      }
      alone.withUnsafeMutableBufferPointer { landscape.fillRow(xs: xs, y: y, values: $0) }
    }
    for (i, x) in xs.enumerated() {
      let slope = landscape.slope(at: Vector2(x, y))
      #expect(Slope(value: values[i], dx: dx[i], dy: dy[i]) == slope)
      #expect(alone[i] == landscape.value(at: Vector2(x, y)))
      #expect(alone[i] == slope.value)
    }
  }

  @Test("an empty row is filled at once, rows of two lengths stop the program") func rowLengths() async {
    Landscape.sphere.fillRow(
      xs: UnsafeBufferPointer(start: nil, count: 0), y: 0, values: UnsafeMutableBufferPointer(start: nil, count: 0))
    await #expect(processExitsWith: .failure) {
      let xs = [1.0, 2]
      var values = [0.0]
      xs.withUnsafeBufferPointer { xs in
        values.withUnsafeMutableBufferPointer { Landscape.sphere.fillRow(xs: xs, y: 0, values: $0) }
      }
    }
  }

  @Test("the distance to the minimum is that to the nearest of several") func nearest() {
    #expect(Landscape.himmelblau.distanceToMinimum(from: Vector2(3, 2.5)) == 0.5)
    #expect(
      abs(Landscape.himmelblau.distanceToMinimum(from: Vector2(-2.805118086952745, 4)) - 0.868687481749427) < 1e-12)
  }
}

/// The largest error of gradient and Hessian against central differences of height and gradient,
/// relative to their size there.
func derivativeError(of landscape: Landscape, at point: Vector2) -> Double {
  let h = 1e-5
  let (left, right) = (Vector2(point.x - h, point.y), Vector2(point.x + h, point.y))
  let (below, above) = (Vector2(point.x, point.y - h), Vector2(point.x, point.y + h))
  func difference(_ a: Double, _ b: Double) -> Double { (b - a) / (2 * h) }

  let slope = landscape.slope(at: point)
  let heights = [left, right, below, above].map { landscape.value(at: $0) }
  let gradients = [left, right, below, above].map { landscape.gradient(at: $0) }
  let hessian = landscape.hessian(at: point)
  let pairs = [
    (slope.dx, difference(heights[0], heights[1])), (slope.dy, difference(heights[2], heights[3])),
    (hessian.xx, difference(gradients[0].x, gradients[1].x)), (hessian.xy, difference(gradients[0].y, gradients[1].y)),
    (hessian.xy, difference(gradients[2].x, gradients[3].x)), (hessian.yy, difference(gradients[2].y, gradients[3].y)),
  ]
  let sizes = [hessian.xx, hessian.xy, hessian.yy, slope.dx, slope.dy, slope.value].map(abs)
  let scale = 1 + sizes.max()! * 0.01
  return pairs.map { abs($0 - $1) / max(abs($0), scale) }.max()!
}
