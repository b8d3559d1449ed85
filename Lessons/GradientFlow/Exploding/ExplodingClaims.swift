import LessonKit

extension Exploding {
  func findings(_ run: Run) throws -> [Finding] { [compound(run), overflow(run)] }

  /// Fifty ReLU layers with weights a tenth too large and too small, against the same ones of the right size.
  private func compound(_ run: Run) -> Finding {
    let study = Study(depth: 50, percents: [-10, 10], seeds: 10, from: run.seed)
    return Finding(
      "exploding.compound",
      [
        Measurement(study.ratio(2), .equal(to: 117, within: .relative(0.01)), when: "10 % too large", zh: "偏大 10%"),
        Measurement(study.ratio(0), .equal(to: 0.0052, within: .relative(0.02)), when: "10 % too small", zh: "偏小 10%"),
      ],
      how:
        "gradient after 50 layers of \(Study.width) ReLU units before training, over that with He’s weights; \(study.runs.condition)",
      zh: "训练之前穿过 50 层（每层 \(Study.width) 个 ReLU 单元）的梯度与 He 初始化时之比；\(study.runs.condition)")
  }

  /// The steps to overflow at a rate too large, and from weights too large at a rate that trains the others.
  private func overflow(_ run: Run) -> Finding {
    let seeds = 10
    func lost(rate: Double, size: Double) -> Double {
      let runs = Repeated(seeds, from: run.seed) { Overflow(rate: rate, size: size, seed: $0).end }
      return Double(runs.values.count { $0 != nil })
    }
    return Finding(
      "exploding.overflow",
      [
        Measurement(
          lost(rate: Self.sound, size: 1), .less(than: 0.5), when: "sound weights, rate \(Self.sound)",
          zh: "正常权重，学习率 \(Self.sound)"),
        Measurement(
          lost(rate: Self.sound, size: 4), .greater(than: 0.75 * Double(seeds)), when: "weights four times as large",
          zh: "权重放大四倍"),
        Measurement(
          lost(rate: 0.05, size: 4), .greater(than: 0.75 * Double(seeds)),
          when: "weights four times as large, rate 0.05", zh: "权重放大四倍，学习率 0.05"),
        Measurement(lost(rate: 0.8, size: 1), .greater(than: 0.75 * Double(seeds)), when: "rate 0.8", zh: "学习率 0.8"),
      ],
      how:
        "of \(seeds) tanh networks of 2–16–16–1 units, how many have a loss that is no finite number within \(Overflow.most) full batches",
      zh: "\(seeds) 个 2–16–16–1 的 tanh 网络，\(Overflow.most) 个全批量之内损失不再是有限数的个数")
  }
}
