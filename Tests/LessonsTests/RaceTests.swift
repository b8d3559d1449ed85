import LessonKit
import Testing

@testable import Lessons

@Suite("The fair comparison")
struct RaceTests {
  @Test("the curves are quantiles of single walks")
  func fan() {
    let starts = RaceStudy.starts(7, seed: 1)
    let rule = Rule.adam.with(learningRate: 0.1)
    let fan = RaceFan(rule, starts: starts, steps: 30)
    let walks = starts.map { descend(.rosenbrock, from: $0, by: rule, steps: 30) }
    for row in [0, 13, 30] {
      let all = walks.map { $0.points[row].distance(to: Vector2(1, 1)) }.sorted()
      #expect(fan.median[row].y == all[3])
      #expect(abs(fan.lower[row].y - (all[1] + all[2]) / 2) < 1e-12)
    }
  }

  @Test("runs of good rates are told apart")
  func runs() {
    #expect(Race.runs([]) == [])
    #expect(Race.runs([true, true, false, true]) == [0...1, 3...3])
    #expect(Race.runs([false, false]) == [])
  }

  @Test("with 500 starts the numbers are those of the list of claims")
  func numbers() {
    let study = RaceStudy(
      [.sgd, .momentum, .adagrad, .rmsprop, .adam], starts: RaceStudy.starts(500, seed: 3),
      steps: 1000)
    let (sgd, momentum, adagrad, rmsprop, adam) = (0, 1, 2, 3, 4)
    #expect((0.42...0.50).contains(study.tuned(sgd)))
    #expect((0.44...0.60).contains(study.tuned(adagrad)))
    #expect((0.33...0.38).contains(study.tuned(rmsprop)))
    #expect((0.0004...0.001).contains(study.tuned(adam)))
    // At the larger of its two best rates half of the starts are lost, at the smaller nearly all come within 0.02.
    #expect(study.tuned(momentum) < 0.02)
    #expect((5...6).contains(study.goodRates(adam)))
    #expect((2...3).contains(study.goodRates(momentum)))
    for rule in [sgd, adagrad, rmsprop] { #expect(study.goodRates(rule) == 0) }
    #expect((0.69...0.80).contains(study.arrived(adam)))
    for rule in study.rules.indices {
      let shares = study.rates.indices.map {
        study.results[rule].share(within: Arrivals.reach, atRate: $0)
      }
      #expect(study.framedRates(rule) == shares.count { $0 >= 0.5 })
      #expect(study.framedRates(rule) <= study.goodRates(rule))
    }
  }

  @Test("a rule with a rate of its own is refused, twice the same too, and seven at once")
  func mistakes() {
    for rules in [
      "adam:lr=0.3,sgd", "adam,adam", "sgd,momentum,nesterov,adagrad,rmsprop,adam,lion",
    ] {
      #expect(throws: UsageError.self) {
        try Variant(lesson: Race.self, options: [("opt", rules)]).recipe
      }
    }
    #expect(throws: Never.self) {
      try Variant(lesson: Race.self, options: [("opt", "adam,sgd"), ("lr", "0.3")]).recipe
    }
  }

  static let odd: [Variant] = [
    Variant(lesson: Race.self, options: [("opt", "adam"), ("seeds", "1"), ("steps", "1")]),
    Variant(lesson: Race.self, options: [("opt", "sgd,momentum"), ("lr", "1000"), ("seeds", "5")]),
    Variant(
      lesson: Race.self,
      options: [("opt", "sgd,momentum,nesterov,adagrad,rmsprop,adam"), ("seeds", "10")]),
    Variant(
      lesson: Rastrigin.self,
      options: [("opt", "sgd"), ("lr", "10"), ("seeds", "1"), ("steps", "1")]),
    Variant(
      lesson: Rastrigin.self,
      options: [("opt", "rmsprop,momentum:momentum=0.99"), ("seeds", "300"), ("steps", "200")]),
    Variant(lesson: LearningRate.self, options: [("regression", "true")]),
    Variant(lesson: LearningRate.self, options: [("regression", "true"), ("steps", "2")]),
    Variant(lesson: LearningRate.self, options: [("rates", "1.2"), ("steps", "1")]),
    Variant(lesson: LearningRate.self, options: [("rates", "0.5,1,10"), ("steps", "100")]),
  ]

  @Test("after one step no rule leads, and the title says so")
  func tie() throws {
    let outcome = try Variant(lesson: Race.self, options: [("steps", "1")]).recipe.run(.figure)
    #expect(outcome.figure.title.english.hasSuffix("come equally near"))
  }

  @Test("odd requests keep the standard", arguments: odd)
  func standard(variant: Variant) throws {
    try Pictures.hold(variant.recipe.run(.figure), in: Pictures.formats([.slide, .notes]))
  }

  @Test("a rule that every rate loses has its default rate on the valley, and the stamp says so")
  func lost() throws {
    let variant = Variant(options: [("opt", "adam,sgd"), ("start", "1000,1000")])
    let stamp = try variant.recipe.run(.figure).figure.notes.map(\.english).joined(separator: " ")
    #expect(stamp.contains("Default rate: SGD\u{A0}0.001 (every rate tried diverges)"), "\(stamp)")
  }
}
