import LessonKit

extension FairRates {
  /// Optimizers that fit straight lines: 200 points around y = 2x + 1, one start for all, another of both for every seed.
  struct Study: Sendable {
    static let rates = (1e-3...1).logSpaced(count: 25)

    let rules: [Rule]
    let steps: Int
    /// The error of lines under each seed, with the line that all start from.
    let problems: Repeated<(bowl: Landscape, start: Vector2)>

    init(_ lesson: FairRates, _ run: Run) {
      (rules, steps) = (lesson.rules, lesson.steps)
      problems = Repeated(lesson.seeds, from: run.seed) { seed in
        let script = Script(seed: seed, starts: 1)
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

    /// The losses of an optimizer after the last step: rate by rate, the median and the range of the seeds.
    func ends(_ rule: Rule) -> Ends {
      let results = problems.values.map {
        Sweep(rates: Self.rates, starts: [$0.start], steps: steps, window: 1, measuring: .height).run(rule, on: $0.bowl)
          .medians
      }
      let floors = problems.values.map(\.bowl.minimum.value)
      return Ends(
        losses: Self.rates.indices.map { rate in Spread(results.map { $0[rate] }) },
        excesses: Self.rates.indices.map { rate in Spread(zip(results, floors).map { $0[rate] - $1 }).median })
    }
  }

  /// Where one optimizer ends at every rate.
  struct Ends: Sendable {
    let losses: [Spread]
    /// How far the losses are above the least of any line.
    let excesses: [Double]

    /// From the lowest to the highest rate that ends below a height; nil where none does.
    func worksWithin(_ height: Double) -> ClosedRange<Double>? {
      let good = losses.indices.filter { losses[$0].median < height }
      guard let first = good.first, let last = good.last else { return nil }
      return Study.rates[first]...Study.rates[last]
    }

    /// The rate that ends lowest, the first of those that all come down to a billionth.
    var best: Int {
      let least = max(0, excesses.min() ?? 0)
      return excesses.firstIndex { $0 <= least + 1e-9 } ?? 0
    }
  }
}
