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
    "five rates, no rate, and rates that are none are refused",
    arguments: ["1,2,3,4,5", "", "0", "x"])
  func mistakes(rates: String) {
    #expect(throws: UsageError.self) {
      try Variant(lesson: LearningRate.self, options: [("rates", rates)]).recipe
    }
  }
}
