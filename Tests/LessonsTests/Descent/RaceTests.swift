import LessonKit
import Testing

@testable import Lessons

@Suite("The fair comparison") struct RaceTests {
  private func figure(_ name: String, _ options: [String: String] = [:]) throws -> Figure {
    let recipe = try Recipe(Race.self, given: options.map { Options.Given($0.key, $0.value) })
    return try recipe.draw(recipe.figure(named: name))
  }

  @Test("a fan is the quartiles of single walks") func fan() {
    let starts = Race.Study([.adam], starts: 7, steps: 30, seed: 1).starts
    let rule = Rule.adam.with(learningRate: 0.1)
    let fan = WalkFan(rule, on: .rosenbrock, from: starts, steps: 30)
    let walks = starts.map { descend(.rosenbrock, from: $0, by: rule, steps: 30) }
    #expect(fan.samples.count == 31 && fan.divergedAt == nil && fan.lostShare == 0)
    for row in [0, 13, 30] {
      let all = walks.map { $0.points[row].distance(to: Vector2(1, 1)) }.sorted()
      #expect(fan.samples[row].median == all[3])
      #expect(abs(fan.samples[row].lower - (all[1] + all[2]) / 2) < 1e-12)
    }
  }

  @Test("a fan ends where its middle start is lost") func lost() {
    let fan = WalkFan(.sgd.with(learningRate: 1), on: .rosenbrock, from: [Vector2(-2, 2), Vector2(2, 2)], steps: 40)
    #expect(fan.lostShare == 1 && fan.end == .infinity)
    #expect(fan.divergedAt == fan.samples.count)
    #expect(fan.samples.allSatisfy { $0.median.isFinite && $0.upper.isFinite })
  }

  @Test("with 500 starts the numbers are those of the list of claims") func numbers() {
    let study = Race.Study([.sgd, .momentum, .adagrad, .rmsprop, .adam], starts: 500, steps: 1000, seed: 3)
    let ends = study.ends()
    let medians = ends.map(\.best.median)
    #expect((0.42...0.50).contains(medians[0]) && (0.44...0.60).contains(medians[2]))
    #expect((0.33...0.38).contains(medians[3]) && (0.0004...0.001).contains(medians[4]))
    let good = ends.map { $0.ratesWithin(Race.Study.good) }
    #expect((5...6).contains(good[4]) && (2...3).contains(good[1]))
    #expect([0, 2, 3].allSatisfy { good[$0] == 0 })
    // At the rate with momentum's best median half of the starts are lost: that is not its best rate.
    #expect(medians[1] < 0.02 && study.bestRates()[1] == 1e-3)
  }

  @Test("the headline's number is the power of ten below the factor that the arrow spans, whatever the starts")
  func headline() throws {
    let figure = try Specimen.shown(Race.self).figure
    #expect(figure.title.english == "Adam gets over 100 times closer than gradient descent")
    let arrow = try #require(figure.panels[0].marks.compactMap { $0 as? Gap }.first)
    #expect((100..<1000).contains(arrow.from.y / arrow.to.y))
    let fans = figure.panels[0].marks.compactMap { $0 as? Fan }
    #expect(fans.count == 4 && fans.allSatisfy { !$0.hasBand })
    #expect(fans.contains { fan in fan.samples.contains { $0.median == arrow.to.y } })
    for seed in 1...3 {
      let study = Race.Study([.sgd, .adam], starts: 100, steps: 1000, seed: seed)
      let ends = study.ways(at: study.bestRates()).map(\.end)
      #expect(ends[0] > 100 * ends[1])
    }
    let equal = try Specimen.shown(Race.self, "equal").figure
    #expect(equal.title.english == "At one rate for all RMSprop leads, but nobody arrives")
    let lost = equal.panels[0].marks.compactMap { $0 as? Gap }.map(\.words.english)
    #expect(lost == ["gradient descent and Momentum diverge at once"])
  }

  @Test("an arrow of the tolerance ends where the curve crosses a half") func halfway() {
    let rates = [1.0, 10, 100, 1000]
    #expect(Stretch.of([0, 0.4, 0.3, 0], at: rates, above: 0.5) == nil)
    #expect(Stretch.of([0.6, 0.7, 0.5, 0.5], at: rates, above: 0.5) == 1...1000)
    let span = Stretch.of([0, 1, 0, 0], at: rates, above: 0.5)
    #expect(abs((span?.lowerBound ?? 0) - 10.0.squareRoot()) < 1e-12)
    #expect(abs((span?.upperBound ?? 0) - 1000.0.squareRoot()) < 1e-10)
  }

  @Test(
    "the headline follows the run",
    arguments: [
      ("equal", ["lr": "1000", "opt": "sgd,momentum"], "At rate 1000 all of them diverge"),
      ("equal", ["lr": "1000"], "Distance to the minimum, all at rate 1000"),
      ("tuned", ["steps": "1", "seeds": "5"], "Distance to the minimum, each at its best rate"),
      ("tolerance", ["opt": "sgd", "seeds": "20"], "No rate brings half of the starts to the minimum"),
    ]) func headlines(name: String, options: [String: String], title: String) throws
  { #expect(try figure(name, options).title.english == title) }

  @Test("what the lecturer says names no optimizer that may not run", arguments: ["tuned", "equal", "tolerance"])
  func talk(name: String) throws {
    let talk = try Specimen.shown(Race.self, name).figure.talk
    for rule in RuleKind.all.map({ Rule(known: $0.name) }) {
      #expect(!talk.english.lowercased().contains(rule.displayName.lowercased()))
      #expect(!talk.chinese.lowercased().contains(rule.displayName.lowercased()))
    }
  }

  @Test("a rate of one's own is refused, twice the same too, and a common rate where each has its best") func refusals()
    throws
  {
    for rules in ["adam:lr=0.3,sgd", "adam,adam"] {
      #expect(throws: UsageError.self) { try Recipe(Race.self, given: [.init("opt", rules)]) }
    }
    let recipe = try Recipe(Race.self, given: [.init("lr", "0.3")])
    #expect(throws: UsageError.self) { try recipe.checkUse(of: [recipe.figures[0]]) }
    #expect(throws: Never.self) { try recipe.checkUse(of: [recipe.figure(named: "equal")]) }
  }
}
