import Landscapes
import Testing

@Suite("Landscapes and walks of one's own") struct OwnLandscapeTests {
  private static let valley = Landscape.rosenbrock
  private static let places = [Vector2(-1.5, 2), Vector2(0, 0), Vector2(1, 1), Vector2(3, -2)]

  private static func own(hasGradient: Bool) -> Landscape {
    let height: @Sendable (Double, Double) -> Double = { x, y in valley.value(at: Vector2(x, y)) }
    let gradient: @Sendable (Double, Double) -> Vector2 = { x, y in valley.gradient(at: Vector2(x, y)) }
    return Landscape(
      "own", view: valley.view, start: valley.start, gradient: hasGradient ? gradient : nil, height: height)
  }

  @Test("derivatives that are not given are measured", arguments: places) func derivatives(place: Vector2) {
    let (measured, given) = (Self.own(hasGradient: false), Self.own(hasGradient: true))
    let exact = Self.valley.slope(at: place)
    let scale = 1 + exact.gradient.length + abs(exact.value)
    #expect(given.slope(at: place) == exact)
    #expect(measured.value(at: place) == exact.value)
    #expect(measured.gradient(at: place).distance(to: exact.gradient) < 1e-7 * scale)
    let curve = Self.valley.hessian(at: place)
    for (own, tolerance) in [(given, 1e-6), (measured, 1e-3)] {
      let hessian = own.hessian(at: place)
      for (a, b) in [(hessian.xx, curve.xx), (hessian.xy, curve.xy), (hessian.yy, curve.yy)] {
        #expect(abs(a - b) < tolerance * (1 + abs(curve.xx)), "\(a) for \(b)")
      }
    }
  }

  @Test("a longer gradient is cut to the limit, a shorter one is followed as it is") func clipping() {
    let rule = Rule.sgd.with(learningRate: 0.001)
    let start = Vector2(-1.5, 2)
    let length = Self.valley.gradient(at: start).length
    func first(_ limit: Double?) -> Double {
      descend(Self.valley, from: start, by: rule, steps: 1, clipping: limit).end.distance(to: start)
    }
    #expect(abs(first(10) - 0.01) < 1e-12)
    #expect(first(length * 1.01) == first(nil) && abs(first(nil) - 0.001 * length) < 1e-12)
  }

  @Test("an optimizer walks as the rule of its settings does") func optimizer() {
    let start = Vector2(-1.5, 2)
    let byRule = descend(Self.valley, from: start, by: .adam.with(learningRate: 0.02), steps: 200)
    let byHand = descend(Self.valley, from: start, by: Adam(learningRate: 0.02), steps: 200)
    #expect(byRule.points == byHand.points && byHand.rule == nil)
  }
}
