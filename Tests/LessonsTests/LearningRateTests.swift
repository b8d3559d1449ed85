import LessonKit
import Testing

@testable import Lessons

@Suite("The rate of learning")
struct LearningRateTests {
  @Test("each step multiplies by 1 − ηλ", arguments: [0.05, 0.5, 0.95, 1.05])
  func factor(rate: Double) {
    let descent = ParabolaDescent(rate: rate, curvature: 2, start: -1.6, steps: 10)
    #expect(descent.factor == 1 - 2 * rate)
    #expect(descent.xs.count == 11)
    #expect(abs(descent.measuredFactor - descent.factor) < 1e-12)
  }

  @Test(
    "rates are called what they do",
    arguments: [
      (0.01, ParabolaDescent.Kind.small), (0.5, .right), (0.7, .right), (0.9, .oscillating),
      (1, .neutral), (1.01, .diverging),
    ])
  func kinds(rate: Double, kind: ParabolaDescent.Kind) {
    #expect(ParabolaDescent(rate: rate, curvature: 2, start: 1, steps: 2).kind == kind)
  }

  @Test("the line fits of the notes, computed with NumPy from RandomState(0)")
  func line() {
    let study = LineRates(steps: 100, seeds: 1, seed: 0)
    let expected: [(LineRates.Truth, Double, Double, Double)] = [
      (LineRates.notes, 85.92682719182797, 49.64721836074108, 3.2741553101499985),
      (LineRates.low, 6.823188951500953, 3.7753006583176227, 3.274155310150005),
    ]
    for (truth, slow, adagrad, floor) in expected {
      #expect(abs(study.finals(LineRates.rules[0], truth)[0] / slow - 1) < 1e-9)
      #expect(abs(study.finals(LineRates.rules[2], truth)[0] / adagrad - 1) < 1e-9)
      #expect(abs(study.floors(truth)[0] / floor - 1) < 1e-9)
      #expect(study.finals(LineRates.rules[1], truth) == [.infinity])
    }
  }

  @Test(
    "the draw on the left is the median of plain descent, so both panels agree at its intercept")
  func middle() throws {
    let study = LineRates(steps: 100, seeds: 21, seed: 0)
    let finals = study.finals(LineRates.rules[0], LineRates.notes)
    #expect(finals[study.middleDraw(LineRates.notes)] == finals.median())
    // From NumPy: draw 7 of RandomState(0…20).
    #expect(study.middleDraw(LineRates.notes) == 7)
    #expect(abs(finals.median() / 63.79848256543079 - 1) < 1e-9)
    for seeds in [1, 2] {
      #expect(
        (0..<seeds).contains(LineRates(steps: 3, seeds: seeds, seed: 0).middleDraw(LineRates.low)))
    }
    let outcome = try Variant(lesson: LearningRate.self, options: [("regression", "true")]).recipe
      .run(.figure)
    #expect(outcome.alt.english.contains("Adagrad (rate 1): 35.1"), "\(outcome.alt.english)")
    #expect(outcome.alt.english.contains("SGD (rate 0.0001): 63.8"), "\(outcome.alt.english)")
  }

  @Test("a descent leaves the view at the first step beyond it, and one that comes down never does")
  func leaving() {
    let far = ParabolaDescent(rate: 1.05, curvature: 2, start: -1.6, steps: 10)
    #expect(far.firstStep(beyond: 2.56) == 5)
    let near = ParabolaDescent(rate: 0.5, curvature: 2, start: -1.6, steps: 10)
    #expect(near.firstStep(beyond: 2.56) == nil)
  }

  @Test(
    "an option that has nothing to do is refused, even at its default",
    arguments: [
      [("regression", "true"), ("rates", "0.1,0.4")],
      [("rates", "0.05,0.5,0.95,1.05"), ("regression", "true")], [("seeds", "21")],
    ])
  func idle(options: [(String, String)]) {
    #expect {
      try Variant(lesson: LearningRate.self, options: options).recipe
    } throws: { ($0 as? UsageError)?.message.contains("has nothing to do") == true }
  }

  @Test("one draw is not spoken of as several")
  func oneDraw() throws {
    let options = [("regression", "true"), ("seeds", "1"), ("steps", "1")]
    let outcome = try Variant(lesson: LearningRate.self, options: options).recipe.run(.figure)
    let texts =
      (outcome.figure.notes + outcome.figure.panels.flatMap(\.notes)).map(\.english) + [
        outcome.caption.english, outcome.alt.english,
      ]
    #expect(!texts.contains { $0.contains("1 draws") || $0.contains("1 steps") }, "\(texts)")
  }

  @Test(
    "five rates, no rate, and rates that are none are refused",
    arguments: ["1,2,3,4,5", "", "0", "x"])
  func mistakes(rates: String) {
    #expect(throws: UsageError.self) {
      try Variant(lesson: LearningRate.self, options: [("rates", rates)]).recipe
    }
  }
}
