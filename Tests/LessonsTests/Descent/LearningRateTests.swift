import LessonKit
import Testing

@testable import Lessons

@Suite("The rate of learning") struct LearningRateTests {
  @Test("each step multiplies by 1 − ηλ", arguments: [0.05, 0.5, 0.95, 1.05]) func factor(rate: Double) {
    let descent = LearningRate.Descent(rate: rate, steps: 10)
    #expect(descent.factor == 1 - 2 * rate && descent.xs.count == 11)
    #expect(abs(descent.measuredFactor - descent.factor) < 1e-12)
  }

  @Test(
    "rates are called what they do",
    arguments: [
      (0.01, RateKind.small), (0.5, .ideal), (0.7, .good), (0.9, .oscillating), (1, .neutral), (1.01, .diverging),
    ]) func kinds(rate: Double, kind: RateKind)
  { #expect(LearningRate.Descent(rate: rate, steps: 2).kind == kind) }

  @Test("one step to the minimum is one step in the picture, and the last is the farthest") func ways() {
    #expect(LearningRate.Descent(rate: 0.5, steps: 10).distinctPoints.count == 2)
    #expect(LearningRate.Descent(rate: 0.05, steps: 10).distinctPoints.count == 11)
    #expect(!LearningRate.Descent(rate: 0.95, steps: 10).leaves(1.7))
    #expect(LearningRate.Descent(rate: 1.05, steps: 10).leaves(2.7))
  }

  @Test("the line fits, computed with NumPy from RandomState(0)") func line() {
    let expected: [(LineFit, Double, Double, Double)] = [
      (.far, 85.92682719182797, 49.64721836074108, 3.2741553101499985),
      (.near, 6.823188951500953, 3.7753006583176227, 3.274155310150005),
    ]
    for (line, slow, adagrad, floor) in expected {
      #expect(abs(line.finals(.sgd, rates: [1e-4], seed: 0)[0] / slow - 1) < 1e-9)
      #expect(abs(line.finals(.adagrad, rates: [1], seed: 0)[0] / adagrad - 1) < 1e-9)
      #expect(abs(line.error(seed: 0).least / floor - 1) < 1e-9)
      #expect(line.finals(.sgd, rates: [1e-3], seed: 0) == [.infinity])
    }
  }

  @Test(
    "the headline says what the rates prove",
    arguments: [
      ("0.05,0.5,0.95,1.05", "Below rate 1 descent converges, above it diverges"),
      ("0.1", "Below rate 1 every step comes nearer"), ("1.5", "Above rate 1 every step goes farther away"),
      ("1", "One parabola, several learning rates"),
    ]) func headline(rates: String, title: String) throws
  {
    let recipe = try Recipe(LearningRate.self, given: [.init("rates", rates)])
    #expect(try recipe.draw(recipe.figures[0]).title.english == title)
  }

  @Test("an error that overflows stands as infinite in the record, and no number in its place") func overflow() throws {
    let figure = try Specimen.shown(LearningRate.self, "regression").figure
    let rows = try #require(figure.series.first { $0.columns.contains("median") }).rows
    let values = rows.flatMap { $0.dropFirst() }
    #expect(values.contains(.infinity) && !values.contains(1e30) && !values.contains(where: \.isNaN))
    #expect(Set(values.filter { $0.isFinite && $0 > 1e6 }).count > 3, "what is finite is told as it is")
  }

  @Test("descent and Adagrad at every rate: what the headline says holds") func regression() throws {
    let figure = try Specimen.shown(LearningRate.self, "regression").figure
    #expect(figure.title.english == "Descent diverges above 2/λ, Adagrad at no rate")
    let text = Caption(figure).alternative.english
    #expect(text.contains("Adagrad ends at") && !text.contains("10³⁰"))
  }

  @Test("the text for those who cannot see tells the last step of every rate", arguments: [5, 8, 10, 13]) func end(
    steps: Int
  ) throws {
    let recipe = try Recipe(LearningRate.self, given: [.init("rates", "0.9,3"), .init("steps", "\(steps)")])
    let text = Caption(try recipe.draw(recipe.figures[0])).alternative.english
    let start = LearningRate.start
    let near = start * (0..<steps).reduce(1.0) { factor, _ in factor * -0.8 }
    let far = start * (0..<steps).reduce(1.0) { factor, _ in factor * -5 }
    #expect(text.contains("rate 0.9 ends at (\(Digits.text(near)), \(Digits.text(near * near)))"), "\(text)")
    // From the ninth step on it is farther away than walks are followed.
    let end = steps < 9 ? "ends at \(Digits.text(far * far))" : "diverges at step 9"
    #expect(text.contains("rate 3 \(end)"), "\(text)")
  }

  @Test("every panel holds its rate against the limit of the headline, and is told once") func limit() throws {
    let shown = try Specimen.shown(LearningRate.self)
    let headings = shown.figure.panels.compactMap { $0.heading?.english }
    #expect(headings.map { $0.contains(" > 1") } == [false, false, false, true])
    #expect(headings.allSatisfy { $0.hasSuffix(" 1") })
    #expect(shown.caption.alternative.english.contains("Too small: rate 0.05 < 1: rate 0.05 ends at"))
  }

  @Test("five rates, a rate twice, and rates that are none are refused", arguments: ["1,2,3,4,5", "1,1", "", "0", "x"])
  func mistakes(rates: String) {
    #expect(throws: UsageError.self) { try Recipe(LearningRate.self, given: [.init("rates", rates)]) }
  }
}
