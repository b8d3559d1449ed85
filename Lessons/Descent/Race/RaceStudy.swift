import LessonKit

extension Race {
  /// Optimizers on Rosenbrock's valley under one protocol: the same random starts, the same rates to choose from.
  struct Study: Sendable {
    static let valley = Landscape.rosenbrock
    /// What ends as near to the minimum as this has arrived.
    static let reach = 0.05
    /// A median as near as this is good: good rates are counted by it.
    static let good = 0.1

    let rules: [Rule]
    let starts: [Vector2]
    let steps: Int

    init(_ rules: [Rule], starts: Int, steps: Int, seed: Int) {
      var generator = SeededGenerator(seed: UInt64(seed))
      self.starts = Self.valley.view.randomPoints(starts, using: &generator)
      (self.rules, self.steps) = (rules, steps)
    }

    /// Steps at the end of a walk over which its median distance is taken.
    var window: Int { min(100, steps) }

    /// Where the walks of every optimizer end, at each of some rates from every start.
    func ends(at rates: [Double] = (1e-5...10).logSpaced(count: 25)) -> [SweepResult] {
      let sweep = Sweep(rates: rates, starts: starts, steps: steps, window: window)
      return rules.map { sweep.run($0, on: Self.valley) }
    }

    /// The rate of every optimizer that brings the middle start nearest, of those that lose no more than a quarter of the
    /// starts: half of them may not be lost for the sake of the other half.
    func bestRates() -> [Double] {
      ends().map { ends in
        let medians = ends.medians
        let sound = ends.rates.indices.filter { ends.shareDiverged(atRate: $0) <= 0.25 }
        let best = sound.min { medians[$0] < medians[$1] }
        return best.map { ends.rates[$0] } ?? ends.best.rate
      }
    }

    /// How far the walks are from the minimum on their way, each optimizer at a rate of its own.
    func ways(at rates: [Double]) -> [WalkFan] {
      zip(rules, rates).map { WalkFan($0.with(learningRate: $1), on: Self.valley, from: starts, steps: steps) }
    }
  }
}
