import LessonKit
import Testing

@testable import Lessons

@Suite("Overfitting") struct OverfittingTests {
  private static let samples = CosineSamples(seed: 0)

  private func isNear(_ value: Double, _ expected: Double, within share: Double = 1e-6) -> Bool {
    abs(value - expected) <= share * abs(expected)
  }

  private func figure(_ name: String, _ options: [String: String] = [:]) throws -> Figure {
    let recipe = try Recipe(Overfitting.self, given: options.map { Options.Given($0.key, $0.value) })
    return try recipe.draw(recipe.figure(named: name))
  }

  @Test("the course’s points are NumPy’s") func points() {
    let reference = FittingReference.shared.polynomial
    #expect(Self.samples.xs == reference.x)
    #expect(zip(Self.samples.ys, reference.y).allSatisfy { abs($0 - $1) <= 1e-14 })
  }

  @Test("errors are those of exact least squares in NumPy, and of scikit-learn’s cut-off", arguments: [1, 4, 15])
  func errors(degree: Int) throws {
    let expected = try #require(FittingReference.shared.polynomial.fits["\(degree)"])
    let (exact, cut) = (try Self.samples.fit(degree), try Self.samples.fit(degree, cutoff: 1e-6))
    #expect(isNear(Self.samples.trainingError(exact), expected.train))
    #expect(isNear(CosineSamples.testError(exact), expected.test))
    #expect(isNear(Self.samples.trainingError(cut), expected.cutTrain))
    #expect(isNear(CosineSamples.testError(cut), expected.cutTest))
    #expect((cut.rank < degree + 1) == (degree == 15))
  }

  @Test("as many coefficients as points pass every point, one fewer do not") func interpolant() throws {
    let few = CosineSamples(seed: 3, count: 8)
    #expect(few.trainingError(try few.fit(7)) < 1e-20)
    #expect(few.trainingError(try few.fit(6)) > 1e-8)
  }

  @Test("a polynomial is found again from its values", arguments: [1, 2, 7]) func recovered(degree: Int) throws {
    func value(_ x: Double) -> Double { (1...degree).reduce(1) { $0 * x - Double($1) } }
    let xs = (-2.0...5).evenlySpaced(count: 20)
    let exact = try PolynomialFit(degree: degree, xs: xs, ys: xs.map(value), over: -2...5)
    let cut = try PolynomialFit(degree: degree, xs: xs, ys: xs.map(value), cutoff: 1e-14)
    for x in [-2, -0.3, 1, 4.9] {
      let tolerance = 1e-9 * max(1, abs(value(x)))
      #expect(abs(exact(x) - value(x)) <= tolerance)
      #expect(abs(cut(x) - value(x)) <= 1e3 * tolerance)
    }
  }

  @Test("the highest degree is nearest to its points and farthest from new ones") func headline() throws {
    let study = try Overfitting.Study(Overfitting(), Run(seed: Overfitting.page.seed))
    #expect(study.training[14] == study.training.min())
    #expect(study.test[14] == study.test.max())
    #expect([1, 4, 15].allSatisfy { study.test[$0 - 1] >= study.training[$0 - 1] })
    #expect(study.right.contains(4) && !study.right.contains(1) && !study.right.contains(15))
    let fits = try figure("fits")
    #expect(fits.title.english == "Degree 15 fits the points best, the curve worst")
    for (panel, degree) in zip(fits.panels, [1, 4, 15]) {
      let (training, test) = (study.training[degree - 1], study.test[degree - 1])
      let words: Phrase = "train \(training, digits: 2), test \(test, digits: 2)"
      #expect(panel.subheading?.english == words.english)
    }
    #expect(try figure("error").title.english == "Training error falls, test error turns")
    #expect(try figure("solver").title.english == "A solver’s cut-off hides the overfit")
  }

  @Test(
    "the headline follows the run",
    arguments: [
      (["points": "1000"], "fits", "With 1000 points even degree 15 fits the curve"),
      (["points": "1000"], "error", "With 1000 points no degree up to 15 overfits"),
      (["noise": "10"], "fits", "So much noise makes every degree too flexible"),
      (["degree": "5"], "solver", "At degree 5 this cut-off drops nothing"),
      (["degree": "5", "points": "6"], "error", "Training error falls, test error turns"),
      (["noise": "0"], "fits", "Polynomials of degree 1, 4 and 15 through the same points"),
    ]) func headlines(options: [String: String], name: String, title: String) throws
  { #expect(try figure(name, options).title.english == title) }

  @Test("too few points for the degree are refused") func refusal() {
    #expect(throws: UsageError.self) { try Recipe(Overfitting.self, given: [.init("points", "15")]) }
  }
}
