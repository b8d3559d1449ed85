import Landscapes
import Optimizers
import Tensors
import Testing

@Suite("A sweep") struct SweepTests {
  @Test("a walk in a sweep settles exactly where it settles alone", arguments: RuleKind.all.map(\.name))
  func sameAsAlone(name: String) {
    let valley = Landscape.rosenbrock
    var generator = SeededGenerator(seed: 9)
    let starts = valley.view.randomPoints(53, using: &generator)
    let sweep = Sweep(rates: [1e-3, 0.1, 3], starts: starts, steps: 120, window: 30)
    let result = sweep.run(Rule(known: name), on: valley)
    for (index, rate) in sweep.rates.enumerated() {
      let alone = starts.map {
        descend(valley, from: $0, by: Rule(known: name).with(learningRate: rate), steps: 120).settledDistance(
          to: Vector2(1, 1), overLast: 30)
      }
      #expect(result.ends(atRate: index) == alone)
    }
  }

  @Test("a walk in the egg box ends at the very height at which it ends alone", arguments: [0.003, 5.6]) func heights(
    rate: Double
  ) {
    var generator = SeededGenerator(seed: 4)
    let starts = Landscape.rastrigin.view.randomPoints(51, using: &generator)
    let sweep = Sweep(rates: [rate], starts: starts, steps: 300, window: 1, measuring: .height)
    for rule in [Rule.momentum, .adagrad] {
      let alone = starts.map { start in
        let walk = descend(.rastrigin, from: start, by: rule.with(learningRate: rate), steps: 300)
        return walk.hasDiverged ? .infinity : walk.losses[300]
      }
      #expect(sweep.run(rule, on: .rastrigin).ends(atRate: 0) == alone)
    }
  }

  @Test("among rates with the same share the largest is best") func ties() {
    let sweep = Sweep(rates: [0.1, 0.2, 0.3, 2], starts: [Vector2(1, 0), Vector2(0, 2)], steps: 50, window: 1)
    let best = sweep.run(.sgd, on: .sphere).best(within: 0.1)
    #expect(best.index == 2 && best.rate == 0.3 && best.share == 1)
  }

  @Test("two runs of one sweep give the same numbers") func deterministic() {
    var generator = SeededGenerator(seed: 2)
    let starts = Landscape.beale.view.randomPoints(120, using: &generator)
    let sweep = Sweep(starts: starts, steps: 200)
    let (first, second) = (sweep.run(.adam, on: .beale), sweep.run(.adam, on: .beale))
    for index in sweep.rates.indices { #expect(first.ends(atRate: index) == second.ends(atRate: index)) }
  }

  @Test("best rate, shares and tuning by start are read off the distances") func reading() {
    let sweep = Sweep(
      rates: [0.1, 0.5, 2], starts: [Vector2(1, 0), Vector2(0, 2), Vector2(1, 1)], steps: 10, window: 1)
    let result = sweep.run(.sgd, on: .sphere)
    #expect(result.best.index == 1)
    #expect(result.best.rate == 0.5)
    #expect(result.best.median == 0)
    #expect(result.endsTunedPerStart == [0, 0, 0])
    let shrunk = (0..<10).reduce(1.0) { length, _ in length * 0.8 }
    #expect(abs(result.ends(atRate: 0)[0] - shrunk) < 1e-12)
    #expect(result.share(within: 0.12, atRate: 0) == 1.0 / 3)
    #expect(result.ratesWithin(0.01) == 1)
    #expect(result.shareDiverged(atRate: 2) == 0)
    #expect(result.ends(atRate: 2)[0] == 59049)
  }

  @Test("lost walks count as infinitely far") func lost() {
    let sweep = Sweep(rates: [1e-4, 10], starts: [Vector2(-2, 2)], steps: 200)
    let result = sweep.run(.sgd, on: .rosenbrock)
    #expect(result.ends(atRate: 1) == [.infinity])
    #expect(result.shareDiverged(atRate: 1) == 1)
    #expect(result.best.index == 0)
  }

  @Test("a sweep from nowhere has no distances") func empty() {
    let result = Sweep(rates: [0.1], starts: [], steps: 10, window: 5).run(.sgd, on: .sphere)
    #expect(result.ends(atRate: 0).isEmpty)
    #expect(result.medians.allSatisfy { $0.isNaN })
  }

  @Test("a landscape without a known minimum, or a window longer than the walk, stops the program") func mistakes()
    async
  { await #expect(processExitsWith: .failure) { _ = Sweep(starts: [Vector2(0, 0)], steps: 10, window: 11) } }
}
