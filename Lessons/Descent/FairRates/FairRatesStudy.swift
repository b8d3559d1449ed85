import LessonKit

extension FairRates {
  /// Optimizers that fit straight lines: 200 points around y = 2x + 1, one start for all, another of both for every seed.
  struct Study: Sendable {
    static let rates = (1e-3...1).logSpaced(count: 25)

    let steps: Int
    /// The error of lines under each seed, with the line that all start from.
    let problems: Repeated<(bowl: Landscape, start: Vector2)>

    init(_ lesson: FairRates, _ run: Run) {
      steps = lesson.steps
      problems = Repeated(lesson.seeds, from: run.seed) { seed in
        let script = LineScript(seed: seed, starts: 1)
        return (LineError(script.data).landscape, script.line(0))
      }
    }

    /// The least loss of any line, the median of the seeds.
    var floor: Double { problems.spread { $0.bowl.minimum.value }.median }

    /// The losses of an optimizer on its way, at a rate: median and range of the seeds.
    func way(_ rule: Rule, at rate: Double) -> WalkFan {
      let rule = rule.with(learningRate: rate)
      let walks = problems.values.concurrentMap { descend($0.bowl, from: $0.start, by: rule, steps: steps) }
      return WalkFan(walks, steps: steps) { $0.losses }
    }

    /// The losses of an optimizer after the last step, rate by rate, or how far they are above the least of any line.
    func ends(_ rule: Rule, aboveLeast: Bool = false) -> [Spread] {
      problems.spreads { problem in
        let floor = aboveLeast ? problem.bowl.minimum.value : 0
        return Sweep(rates: Self.rates, starts: [problem.start], steps: steps, window: 1, measuring: .height).run(
          rule, on: problem.bowl
        ).medians.map { $0 - floor }
      }
    }

    /// The rate that ends lowest, the first of those that all come down to a billionth.
    func bestRate(_ rule: Rule) -> Double {
      let excesses = ends(rule, aboveLeast: true).map(\.median)
      let least = max(0, excesses.min() ?? 0)
      return Self.rates[excesses.firstIndex { $0 <= least + 1e-9 } ?? 0]
    }
  }
}
