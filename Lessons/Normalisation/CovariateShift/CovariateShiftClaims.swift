import LessonKit

extension CovariateShift {
  /// Measured at its own setting, whatever the options are.
  func findings(_ run: Run) throws -> [Finding] { [fails(run), weights(run)] + inside(run) }

  private static let draws = 40
  private static let now = ShiftedInputs.Normal(mean: 2, deviation: 0.25)

  private func draws(drop: Double = 0, new: ShiftedInputs.Normal = Self.now, _ run: Run) -> Repeated<ShiftedInputs> {
    Repeated(Self.draws, from: run.seed) { ShiftedInputs(new: new, count: 150, drop: drop, seed: $0) }
  }

  private var how: Phrase {
    Phrase(
      "a line fitted to 150 points of sin(πx)/(πx), inputs of mean 1 and deviation 0.5, then of mean 2 and 0.25; median of \(Self.draws) draws",
      zh: "用直线拟合 sin(πx)/(πx) 的 150 个点，输入均值 1、标准差 0.5，之后均值 2、标准差 0.25；\(Self.draws) 次抽样的中位数")
  }

  /// A fit is worse where the inputs have gone.
  private func fails(_ run: Run) -> Finding {
    let shifted = draws(run).spread { $0.plain.error($0.newPoints) / $0.plain.error($0.oldPoints) }
    let still = draws(new: ShiftedInputs.old, run).spread {
      $0.plain.error($0.newPoints) / $0.plain.error($0.oldPoints)
    }
    return Finding(
      "covariate-shift.worse",
      [
        Measurement(shifted.median, .greater(than: 3), when: "error now over error then", zh: "现在与原来的误差之比"),
        Measurement(
          still.median, .equal(to: 1, within: .absolute(0.15)), when: "the same where nothing has shifted",
          zh: "没有偏移时的同一比值"),
      ], how: how)
  }

  /// Weights mend the fit, as long as the curve stays.
  private func weights(_ run: Run) -> Finding {
    func gain(_ drop: Double) -> Double {
      draws(drop: drop, run).spread { $0.plain.error($0.newPoints) / $0.weighted.error($0.newPoints) }.median
    }
    return Finding(
      "covariate-shift.weights",
      [
        Measurement(gain(0), .greater(than: 2), when: "only the inputs shift", zh: "只有输入偏移"),
        Measurement(gain(0.5), .greater(than: 2), when: "the curve drops by 0.5 as well", zh: "曲线也下降 0.5"),
      ], how: how)
  }

  /// Shift inside a network, and what it does to training.
  private func inside(_ run: Run) -> [Finding] {
    let rates = [0.3, 0.5, 1]
    let studies = rates.map { ShiftTraining(rate: $0, steps: 60, seeds: 10, from: run.seed) }
    let how = Phrase(
      "two moons, 4 hidden layers of 16 ReLU units, 60 steps, medians of 10 seeds; shift of the last layer’s inputs a step",
      zh: "两个半月形，4 个隐藏层、每层 16 个 ReLU 单元，60 步，10 个种子的中位数；最后一层输入每步的偏移")
    return [
      Finding(
        "covariate-shift.held",
        zip(rates, studies).map { rate, study in
          Measurement(
            study.typicalShift(.norm) / study.typicalShift(.plain), .less(than: 0.5),
            when: "with batch norm over without, rate \(rate)", zh: "有批归一化与没有之比，学习率 \(rate)")
        }, how: how),
      Finding(
        "covariate-shift.cause",
        zip(rates, studies).map { rate, study in
          Measurement(
            study.lastLoss(.shaken) / study.lastLoss(.plain), .greater(than: 1),
            when:
              "loss with shaken batch norm over without, shift \(study.typicalShift(.shaken) / study.typicalShift(.plain), digits: 2) times, rate \(rate)",
            zh:
              "加扰动的批归一化与没有归一化的损失之比，偏移为 \(study.typicalShift(.shaken) / study.typicalShift(.plain), digits: 2) 倍，学习率 \(rate)"
          )
        }, how: how),
      Finding(
        "covariate-shift.smooth",
        zip(rates, studies).map { rate, study in
          Measurement(
            study.lastLoss(.norm) / study.lastLoss(.plain), .less(than: 0.5),
            when: "loss with batch norm over without, rate \(rate)", zh: "有批归一化与没有的损失之比，学习率 \(rate)")
        }, how: how),
    ]
  }
}
