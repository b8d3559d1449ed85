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

    /// The losses of an optimizer on its way, at a rate, for each seed.
    func ways(_ rule: Rule, at rate: Double) -> Way {
      let rule = rule.with(learningRate: rate)
      return Way(
        rate: rate,
        runs: problems.values.concurrentMap {
          descend($0.bowl, from: $0.start, by: rule, steps: steps)
        })
    }

    /// The losses of an optimizer after the last step: rate by rate, the median and the range of the seeds.
    func ends(_ rule: Rule) -> Ends {
      let results = problems.values.map {
        Sweep(rates: Self.rates, starts: [$0.start], steps: steps, window: 1, measuring: .height)
          .run(rule, on: $0.bowl).medians
      }
      let floors = problems.values.map(\.bowl.minimum.value)
      return Ends(
        losses: Self.rates.indices.map { rate in Spread(results.map { $0[rate] }) },
        excesses: Self.rates.indices.map { rate in
          Spread(zip(results, floors).map { $0[rate] - $1 }).median
        })
    }
  }

  /// The losses of one optimizer at one rate under several seeds.
  struct Way: Sendable {
    let rate: Double
    /// The losses at every step, as far as the median is a number.
    let losses: [Spread]
    /// The step at which the median is lost, nil where it is not.
    let divergedAt: Int?

    init(rate: Double, runs: [Walk]) {
      self.rate = rate
      let steps = runs.map { $0.losses.count + ($0.hasDiverged ? 1 : 0) }.max() ?? 1
      let all = (0..<steps).map { step in
        Spread(runs.map { step < $0.losses.count ? $0.losses[step] : .infinity })
      }
      losses = Array(all.prefix { $0.median.isFinite })
      divergedAt = losses.count < steps ? losses.count : nil
    }

    /// The step from which on the median is below a height; infinite where it never is.
    func arrival(_ height: Double) -> Double {
      guard end < height else { return .infinity }
      return Double((losses.lastIndex { $0.median >= height } ?? -1) + 1)
    }

    /// The last median; infinite where it is lost.
    var end: Double { divergedAt == nil ? losses[losses.count - 1].median : .infinity }
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
