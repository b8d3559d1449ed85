import LessonKit

extension Race {
  /// The course's optimizers from 500 starts in the valley, and from 1,000 in the egg box.
  func findings(_ run: Run) throws -> [Finding] {
    let others: [Rule] = [.sgd, .adagrad, .rmsprop, .rmsprop.with("alpha", 0.9)]
    let study = Study([.adam, .momentum] + others, starts: 500, steps: 1000, seed: run.seed)
    let tuned = study.ends()
    let sweep = EggBox.sweep(EggBox.starts(1000, seed: run.seed), steps: 1000)
    func share(_ rule: Rule) -> Double { sweep.run(rule, on: EggBox.box).best(within: EggBox.floor).share }
    return [
      outOfDips(share), best(tuned.map(\.best.median), study.ends(at: [0.01]).map(\.best.median), share),
      tolerance(tuned.map { Double($0.ratesWithin(Study.good)) }),
    ]
  }

  /// Momentum against RMSprop in the egg box.
  private func outOfDips(_ share: (Rule) -> Double) -> Finding {
    let stuck = share(.rmsprop)
    return Finding(
      "race.momentum-out-of-dips",
      [0.9, 0.95].map { momentum in
        Measurement(
          share(.momentum.with("momentum", momentum)) / stuck, .greater(than: 1.5),
          when: "times RMSprop’s share of Rastrigin’s starts, β = \(momentum)",
          zh: "在 Rastrigin 上成功起点数与 RMSprop 之比，β = \(momentum)")
      },
      how:
        "Rastrigin’s function: share of 1,000 starts that end at f < 0.5 after 1,000 steps, each at the best of 25 rates; RMSprop’s is \(percent: stuck)",
      zh: "Rastrigin 函数：1,000 个起点走 1,000 步后 f < 0.5 的比例，各取 25 档学习率中最佳；RMSprop 为 \(percent: stuck)")
  }

  private static let terms = Phrase(
    "500 starts uniform in [−2, 2] × [−1, 3], 1,000 steps, 25 rates from 1e-5 to 10; median distance over the last 100 steps",
    zh: "500 个起点均匀取自 [−2, 2] × [−1, 3]，1,000 步，1e-5 到 10 共 25 档学习率；最后 100 步距离的中位数")

  /// Whether Adam, the first of the medians, is best: in the valley, in the egg box, on a straight line.
  private func best(_ tuned: [Double], _ slow: [Double], _ share: (Rule) -> Double) -> Finding {
    let line = LineScript.medians()
    func leads(_ medians: [Double]) -> Measurement.Expectation { .less(than: medians.dropFirst().min() ?? .nan) }
    return Finding(
      "race.adam-best",
      [
        Measurement(tuned[0], leads(tuned), when: "Rosenbrock, each at its best rate", zh: "Rosenbrock，各取最佳学习率"),
        Measurement(slow[0], leads(slow), when: "Rosenbrock, all at 0.01", zh: "Rosenbrock，学习率同为 0.01"),
        Measurement(
          share(.adam), .greater(than: share(.adagrad)),
          when: "Rastrigin, share that ends in the deepest dip, against Adagrad", zh: "Rastrigin，落入最深凹坑的比例，与 Adagrad 相比"
        ),
        Measurement(
          line.adam, .less(than: line.sgd),
          when: "a straight line, all at 0.01: final loss against SGD’s, median of 20 seeds",
          zh: "拟合直线，学习率同为 0.01：最终损失与 SGD 相比，20 个种子的中位数"),
      ], how: "\(Self.terms)", zh: "\(Self.terms)")
  }

  /// How many rates will do: for Adam, for momentum, for each of the others.
  private func tolerance(_ counts: [Double]) -> Finding {
    Finding(
      "race.good-rates",
      [
        Measurement(
          counts[0], .greater(than: counts[1]), when: "Adam’s good rates against momentum’s", zh: "Adam 的可用档数与动量法相比"),
        Measurement(counts[0], .equal(to: 5, within: .absolute(1)), when: "Adam"),
        Measurement(counts[1], .equal(to: 2, within: .absolute(1)), when: "momentum", zh: "动量法"),
        Measurement(counts.dropFirst(2).max() ?? .nan, .exactly(0), when: "the most of the others", zh: "其余优化器中最多者"),
      ], how: "rates of 25 with a median within \(Study.good); \(Self.terms)",
      zh: "25 档学习率中，中位数在 \(Study.good) 以内的档数；\(Self.terms)")
  }
}
