import LessonKit
import Testing

@Suite("Fits with any number of parameters") struct LegendreFitTests {
  private let samples = CosineSamples(seed: 0)

  private func error(_ count: Int, _ basis: LegendreFit.Basis) throws -> Double {
    try LegendreFit(count, xs: samples.xs, ys: samples.ys, basis: basis).meanSquareError(against: CosineSamples.truth)
  }

  @Test(
    "errors are NumPy’s on the course’s 30 points",
    arguments: [
      (1, .plain, 0.49), (2, .plain, 0.19), (5, .plain, 0.0012), (15, .plain, 1), (29, .plain, 7.9e19),
      (30, .plain, 3.6e19), (60, .orthonormal, 0.55), (101, .orthonormal, 0.33), (301, .orthonormal, 0.43),
      (80, .plain, 0.08), (101, .plain, 0.034), (301, .plain, 0.033), (101, .decaying, 0.02), (301, .decaying, 0.0088),
    ] as [(Int, LegendreFit.Basis, Double)]) func peers(count: Int, basis: LegendreFit.Basis, expected: Double) throws
  { #expect(abs(try error(count, basis) / expected - 1) < 0.05) }

  @Test("up to as many parameters as points the scale does not matter", arguments: [1, 3, 7, 12]) func scales(
    count: Int
  ) throws {
    let errors = try LegendreFit.Basis.allCases.map { try error(count, $0) }
    #expect(errors.allSatisfy { abs($0 / errors[0] - 1) < 1e-6 })
  }

  @Test("beyond, every point is passed, by less than any other solution’s norm", arguments: LegendreFit.Basis.allCases)
  func shortest(basis: LegendreFit.Basis) throws {
    let fit = try LegendreFit(80, xs: samples.xs, ys: samples.ys, basis: basis)
    #expect(fit.meanSquareError(xs: samples.xs, ys: samples.ys) < 1e-20)
    let longer = try LegendreFit(70, xs: samples.xs, ys: samples.ys, basis: basis)
    func norm(_ fit: LegendreFit) -> Double { Tensor(fit.parameters).norm() }
    #expect(norm(fit) < norm(longer))
  }

  @Test("Gauss’s rule integrates powers exactly", arguments: [1, 2, 5, 40, 400]) func gauss(count: Int) {
    let rule = GaussRule(count)
    #expect(abs(rule.weights.reduce(0, +) - 1) < 1e-13)
    #expect(rule.places == rule.places.sorted() && rule.places.allSatisfy { (0...1).contains($0) })
    for power in [1, 2 * count - 1] {
      let sum = zip(rule.places, rule.weights).reduce(0) { $0 + $1.1 * pow($1.0, Double(power)) }
      #expect(abs(sum - 1 / Double(power + 1)) < 1e-13, "power \(power)")
    }
  }
}
