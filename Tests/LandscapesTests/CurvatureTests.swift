import Landscapes
import Optimizers
import Testing

@Suite("Curvature") struct CurvatureTests {
  @Test("Rosenbrock's valley: claim C12 of the notes") func rosenbrock() {
    let valley = Landscape.rosenbrock
    let hessian = valley.hessian(at: valley.minimum.point)
    #expect(valley.minimum.point == Vector2(1, 1))
    #expect(abs(hessian.eigenvalues.largest - 1001.6) < 0.05)
    #expect(abs(hessian.eigenvalues.smallest - 0.399) < 0.0005)
    #expect(abs(hessian.conditionNumber - 2508.01) < 0.005)
    #expect(abs(hessian.stableRate - 0.0019968) < 5e-8)
    #expect(abs(valley.gradient(at: Vector2(-2, 2)).length - 1655) < 0.5)
  }

  @Test("descent near the minimum settles just below the stable rate, and leaves just above") func stability() {
    let valley = Landscape.rosenbrock
    let limit = valley.hessian(at: valley.minimum.point).stableRate
    let start = Vector2(1.000001, 1)
    let below = descend(valley, from: start, by: .sgd.with(learningRate: 0.99 * limit), steps: 500)
    let above = descend(valley, from: start, by: .sgd.with(learningRate: 1.01 * limit), steps: 500)
    #expect(below.distance(to: Vector2(1, 1)) < 2e-6)
    #expect(above.distances(to: Vector2(1, 1)).max()! > 1e-3)
  }

  @Test("condition numbers of the bowls", arguments: [("sphere", 1.0), ("ravine", 100), ("booth", 9), ("matyas", 25)])
  func bowls(name: String, expected: Double) throws {
    let landscape = try #require(Landscape.named(name))
    let number = landscape.hessian(at: landscape.minimum.point).conditionNumber
    #expect(abs(number - expected) < 1e-12)
  }

  @Test("eigenvalues: largest first, of either sign, exact where one is tiny") func eigenvalues() {
    let saddle = Hessian(xx: 2, xy: 0, yy: -2)
    #expect(saddle.eigenvalues == (2, -2))
    #expect(saddle.conditionNumber == 1)
    let peak = Hessian(xx: -1, xy: 0, yy: -4)
    #expect(peak.eigenvalues == (-1, -4))
    #expect(peak.stableRate == .infinity)
    #expect(peak.conditionNumber == 4)
    let needle = Hessian(xx: 1e12, xy: 0, yy: 1e-12)
    #expect(abs(needle.eigenvalues.smallest / 1e-12 - 1) < 1e-12)
    #expect(Hessian(xx: 1, xy: 0, yy: 0).conditionNumber == .infinity)
    #expect(Hessian(xx: 0, xy: 0, yy: 0).conditionNumber.isNaN)
    #expect(Hessian(xx: 0, xy: 3, yy: 0).eigenvalues == (3, -3))
  }
}
