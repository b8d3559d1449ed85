import LessonKit

extension DroppedUnits {
  /// Masks and scales of the library's own layer, and networks with it and without.
  func findings(_ run: Run) throws -> [Finding] {
    let study = try Self.measured.pairs(from: run.seed)
    return [
      half(run), share("dropout.rate", [0.5, 0.3], ofKept: true, Phrase("kept", zh: "保留"), run), scaling(run),
      networks(run), share("dropout.drop", [0.5, 0.3, 0.1], ofKept: false, Phrase("dropped", zh: "丢弃"), run),
      smaller(run), loss(study), overfitting(study, run), try evaluation(run),
    ]
  }

  private static let seeds = 10
  /// The lesson's own setting under ten seeds.
  private static var measured: DroppedUnits {
    var own = DroppedUnits()
    own.seeds = seeds
    return own
  }
  private static let how = Phrase(
    "400 digits, 20 % of all labels wrong, two hidden layers of 96, Adam at 0.001, 60 epochs; losses in evaluation mode; 10 seeds",
    zh: "400 个数字，所有标签中 20% 有误，两个 96 单元的隐藏层，Adam 学习率 0.001，60 轮；评估模式下的损失；10 个种子")

  private func half(_ run: Run) -> Finding {
    let counts = UnitMasks(layers: [1000], drop: 0.5, passes: 20_000, seed: run.seed).counts.map(Double.init)
    let deviation = Tensor(counts).variance().squareRoot()
    return Finding(
      "dropout.half",
      [
        Measurement(
          counts.mean, .equal(to: 500, within: .absolute(0.5)), when: "mean of the active units", zh: "激活单元数的平均"),
        Measurement(
          deviation, .equal(to: 15.81, within: .absolute(0.25)), when: "their standard deviation", zh: "其标准差"),
      ], how: "1000 units, 20,000 masks", zh: "1000 个单元，20 000 个掩码")
  }

  /// What a layer of some dropout rates does to its units, held against the rate itself.
  private func share(_ id: String, _ rates: [Double], ofKept isOfKept: Bool, _ verb: Phrase, _ run: Run) -> Finding {
    Finding(
      id,
      rates.map { p in
        let masks = UnitMasks(layers: [1000], drop: p, passes: 1000, seed: run.seed)
        let kept = masks.counts.map(Double.init).mean / 1000
        return Measurement(
          isOfKept ? kept : 1 - kept, .equal(to: p, within: .absolute(0.005)), when: "share \(verb) by Dropout(\(p))",
          zh: "Dropout(\(p)) \(verb)的比例")
      }, how: "1000 units, 1000 masks", zh: "1000 个单元，1000 个掩码")
  }

  private func scaling(_ run: Run) -> Finding {
    let cases = [0.8, 0.5, 0.3].flatMap { keep in
      let scales = Repeated(10, from: run.seed) { DropoutScale(keep: keep, inputs: 100, seed: $0) }
      return [
        Measurement(
          scales.spread(\.beforeReLU).median, .equal(to: 1, within: .absolute(0.02)),
          when: "keep \(keep), before the ReLU", zh: "保留 \(keep)，ReLU 之前"),
        Measurement(
          scales.spread(\.afterReLU).median, .equal(to: 1, within: .absolute(0.02)),
          when: "keep \(keep), after the ReLU", zh: "保留 \(keep)，ReLU 之后"),
      ]
    }
    return Finding(
      "dropout.scaling", cases,
      how: "training over evaluation mode; 200 units of 100 normal inputs at 200 places, median of 10 seeds",
      zh: "训练模式与评估模式之比；200 个单元，100 个正态输入，200 个位置，10 个种子的中位数")
  }

  private func networks(_ run: Run) -> Finding {
    Finding(
      "dropout.networks",
      [4, 8, 10].map { units in
        let masks = UnitMasks(layers: [units], drop: 0.5, passes: 30_000, seed: run.seed)
        return Measurement(
          Double(masks.differentCount), .exactly(UnitMasks.networks(of: units)),
          when: "different masks of \(units) units", zh: "\(units) 个单元的不同掩码数")
      }, how: "30,000 masks at 0.5", zh: "丢弃率 0.5 时的 30 000 个掩码")
  }

  /// Whether what the course advises for small networks, a probability to keep of 0.3, is good for them and for large ones.
  private func smaller(_ run: Run) -> Finding {
    func error(_ width: Int, keep: Double) -> Double {
      Repeated(5, from: run.seed) { DropoutRegression(width: width, drop: 1 - keep, seed: $0).error }.spread { $0 }
        .median
    }
    let (small, large) = (6, 256)
    return Finding(
      "dropout.smaller",
      [
        Measurement(
          error(small, keep: 0.3) / error(small, keep: 0.7), .less(than: 1),
          when: "\(small) units: error at keep 0.3 over keep 0.7", zh: "\(small) 个单元：保留 0.3 与 0.7 的误差之比"),
        Measurement(
          error(large, keep: 0.3) / error(large, keep: 1), .less(than: 1),
          when: "\(large) units, overfitting: error at keep 0.3 over no dropout",
          zh: "\(large) 个单元，过拟合：保留 0.3 与不用 dropout 的误差之比"),
      ],
      how:
        "60 points of sin 2x with a noise of 0.8, two hidden layers, Adam at 0.01, 600 steps; mean squared error against the wave; median of 5 seeds",
      zh: "sin 2x 上的 60 个点，噪声 0.8，两个隐藏层，Adam 学习率 0.01，600 步；对真实曲线的均方误差；5 个种子的中位数")
  }

  /// What dropout does to the training loss.
  private func loss(_ study: DropoutPairs) -> Finding {
    let ratio = study.runs.spread { ($0[1].training.last ?? .nan) / ($0[0].training.last ?? .nan) }
    return Finding(
      "dropout.loss",
      [
        Measurement(
          ratio.lowest, .greater(than: 1), when: "training loss with dropout over that without, the least of all seeds",
          zh: "有无 dropout 的训练损失之比，各种子中最小")
      ], how: Self.how)
  }

  /// Test losses where a network overfits, and where it does not: 8 units a layer, all digits, true labels.
  private func overfitting(_ study: DropoutPairs, _ run: Run) -> Finding {
    let digits = LabelledData.carried.standardized(train: LabelledData.carried.train.count)
    let plan = DigitDropout(width: 8, epochs: 15, rate: 0.001)
    let small = Repeated(Self.seeds, from: run.seed) { seed in
      [0, 0.5].map { plan.run(on: digits, drop: $0, wrong: 0, seed: seed) }
    }
    func ratio(_ runs: Repeated<[LearningCurves]>) -> Spread {
      runs.spread { ($0[1].others[0].last ?? .nan) / ($0[0].others[0].last ?? .nan) }
    }
    return Finding(
      "dropout.overfitting",
      [
        Measurement(
          ratio(study.runs).highest, .less(than: 1),
          when: "overfitting: test loss with dropout over that without, the most", zh: "过拟合时：有无 dropout 的测试损失之比，最大"),
        Measurement(
          ratio(small).lowest, .greater(than: 1), when: "8 units a layer, 1,437 digits, 15 epochs: the least",
          zh: "每层 8 个单元，1,437 个数字，15 轮：最小"),
      ], how: Self.how)
  }

  /// What dropout costs that is left on in the test.
  private func evaluation(_ run: Run) throws -> Finding {
    let costs = try (run.seed..<run.seed + Self.seeds).map { try DroppedUnits().modes(seed: $0).cost }
    return Finding(
      "dropout.evaluation",
      [
        Measurement(
          costs.min() ?? .nan, .greater(than: 5),
          when: "points of accuracy that training mode costs, the least of all seeds", zh: "训练模式损失的百分点，各种子中最小")
      ], how: Self.how)
  }
}
