import LessonKit

extension Race {
  func findings(_ run: Run) throws -> [Finding] {
    let contest = Contest(seed: run.seed)
    let box = EggBox(seed: run.seed)
    return [outOfDips(box), best(contest, box), tolerance(contest)]
  }

  /// The course's optimizers from 500 starts, at every rate and at 0.01.
  private struct Contest {
    static let (sgd, momentum, adagrad, rmsprop) = (0, 1, 2, 3)
    static let (quickRMSprop, adam) = (4, 5)
    let tuned: [SweepResult]
    let slow: [Double]

    init(seed: Int) {
      let study = Study(
        [.sgd, .momentum, .adagrad, .rmsprop, .rmsprop.with("alpha", 0.9), .adam], starts: 500, steps: 1000, seed: seed)
      tuned = study.ends()
      slow = study.ends(at: 0.01).map(\.best.median)
    }
  }

  /// From what share of 1,000 starts an optimizer ends in Rastrigin's global minimum, at the best of 25 rates.
  private struct EggBox {
    let sweep: Sweep

    init(seed: Int) {
      var generator = SeededGenerator(seed: UInt64(seed))
      let starts = Landscape.rastrigin.view.randomPoints(1000, using: &generator)
      sweep = Sweep(starts: starts, window: 1, measuring: .height)
    }

    func share(_ rule: Rule) -> Double { sweep.run(rule, on: .rastrigin).best(within: 0.5).share }
  }

  private var terms: Phrase {
    Phrase(
      "500 starts uniform in [−2, 2] × [−1, 3], 1,000 steps, 25 rates from 1e-5 to 10; median distance over the last 100 steps",
      zh: "500 个起点均匀取自 [−2, 2] × [−1, 3]，1,000 步，1e-5 到 10 共 25 档学习率；最后 100 步距离的中位数")
  }

  /// Momentum against RMSprop in the egg box.
  private func outOfDips(_ box: EggBox) -> Finding {
    let stuck = box.share(.rmsprop)
    return Finding(
      "race.momentum-out-of-dips",
      cases: [0.9, 0.95].map { momentum in
        Measurement(
          box.share(.momentum.with("momentum", momentum)) / stuck, .greater(than: 1.5),
          when: Phrase(
            "times RMSprop’s share of Rastrigin’s starts, β = \(momentum)",
            zh: "在 Rastrigin 上成功起点数与 RMSprop 之比，β = \(momentum)"))
      },
      how: Phrase(
        "Rastrigin’s function: share of 1,000 starts that end at f < 0.5 after 1,000 steps, each at the best of 25 rates; RMSprop’s is \(percent: stuck)",
        zh: "Rastrigin 函数：1,000 个起点走 1,000 步后 f < 0.5 的比例，各取 25 档学习率中最佳；RMSprop 为 \(percent: stuck)"))
  }

  /// Whether Adam is best: in the valley, in the egg box, on a straight line.
  private func best(_ contest: Contest, _ box: EggBox) -> Finding {
    let adam = Contest.adam
    func leastOfOthers(_ medians: [Double]) -> Double { medians.dropLast().min() ?? .nan }
    let tuned = contest.tuned.map(\.best.median)
    let line = FairRates.Script.medians()
    return Finding(
      "race.adam-best",
      cases: [
        Measurement(
          tuned[adam], .less(than: leastOfOthers(tuned)),
          when: Phrase("Rosenbrock, each at its best rate", zh: "Rosenbrock，各取最佳学习率")),
        Measurement(
          contest.slow[adam], .less(than: leastOfOthers(contest.slow)),
          when: Phrase("Rosenbrock, all at 0.01", zh: "Rosenbrock，学习率同为 0.01")),
        Measurement(
          box.share(.adam), .greater(than: box.share(.adagrad)),
          when: Phrase(
            "Rastrigin, share that ends in the deepest dip, against Adagrad", zh: "Rastrigin，落入最深凹坑的比例，与 Adagrad 相比")),
        Measurement(
          line.adam, .less(than: line.sgd),
          when: Phrase(
            "a straight line, all at 0.01: final loss against SGD’s, median of 20 seeds",
            zh: "拟合直线，学习率同为 0.01：最终损失与 SGD 相比，20 个种子的中位数")),
      ], how: terms)
  }

  /// How many rates will do.
  private func tolerance(_ contest: Contest) -> Finding {
    let counts = contest.tuned.map { Double($0.ratesWithin(Study.good)) }
    let (adam, momentum) = (counts[Contest.adam], counts[Contest.momentum])
    let others = [Contest.sgd, Contest.adagrad, Contest.rmsprop, Contest.quickRMSprop]
    return Finding(
      "race.good-rates",
      cases: [
        Measurement(
          adam, .greater(than: momentum), when: Phrase("Adam’s good rates against momentum’s", zh: "Adam 的可用档数与动量法相比")),
        Measurement(adam, .equal(to: 5, within: .absolute(1)), when: "Adam"),
        Measurement(momentum, .equal(to: 2, within: .absolute(1)), when: Phrase("momentum", zh: "动量法")),
        Measurement(
          others.map { counts[$0] }.max() ?? .nan, .equal(to: 0, within: .absolute(0)),
          when: Phrase("the most of the others", zh: "其余优化器中最多者")),
      ],
      how: Phrase(
        "rates of 25 with a median within \(Study.good); \(terms)", zh: "25 档学习率中，中位数在 \(Study.good) 以内的档数；\(terms)"))
  }
}
