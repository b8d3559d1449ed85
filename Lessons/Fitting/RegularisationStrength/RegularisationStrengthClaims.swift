import LessonKit

extension RegularisationStrength {
  /// At the lesson's own defaults, over many sets of points.
  func findings(_ run: Run) throws -> [Finding] {
    let (count, lesson) = (40, RegularisationStrength())
    let seeds = 0..<count
    // From strengths that hardly differ from none to some that leave nothing, five a decade.
    let strengths = (1e-12...1e4).logSpaced(count: 81)
    let sweeps = try seeds.map { try Study(lesson, Run(seed: $0), strengths: strengths).sweep }
    let others = try seeds.map { try BroadRegularisation.errors(degree: 15, points: 30, noise: 0.2, seed: $0) }
    let free = others.map(\.free)
    func ratio(_ part: (PenaltySweep) -> Double) -> Double { sweeps.map(part).median() }
    func measured(_ value: Double, _ expectation: Measurement.Expectation, _ when: Phrase) -> Measurement {
      Measurement(value, expectation, when: when)
    }
    let last = strengths.count - 1
    let how = Phrase(
      "degree 15, 30 points, noise 0.2, medians of \(count) sets of points, error on \(Study.newCount) new ones",
      zh: "15 次，30 个点，噪声 0.2，\(count) 组样本点的中位数，误差取自 \(Study.newCount) 个新点")
    let least = sweeps.map { $0.validation[$0.best] }
    return [
      Finding(
        "regularisation-strength.strong",
        [
          measured(
            ratio { $0.validation[last] / $0.validation[$0.best] }, .greater(than: 5),
            Phrase("validation error at λ = 10,000 over the least", zh: "λ = 10,000 时的验证误差比最小值")),
          measured(
            ratio { $0.training[last] / $0.training[$0.best] }, .greater(than: 5),
            Phrase("training error, the same", zh: "训练误差，同上")),
        ], how: how),
      Finding(
        "regularisation-strength.weak",
        [
          measured(
            zip(sweeps, free).map { log10($0.validation[0] / $1) }.median(), .inside(-0.5...0.1),
            Phrase("decades from no penalty to λ = 1e-12", zh: "从无惩罚到 λ = 1e-12 相差的数量级")),
          measured(
            zip(sweeps, least).map { $0.validation[0] / $1 }.median(), .greater(than: 5),
            Phrase("validation error at λ = 1e-12 over the least", zh: "λ = 1e-12 时的验证误差比最小值")),
        ], how: how),
      Finding(
        "regularisation-strength.tuned",
        [
          measured(
            zip(least, free).map { $0 / $1 }.median(), .less(than: 0.2),
            Phrase("least validation error over that without a penalty", zh: "最小验证误差比无惩罚时")),
          measured(
            sweeps.map { log10($0.strengths[$0.best]) }.median(), .inside(-5 ... -0.5),
            Phrase("power of ten of the best λ", zh: "最优 λ 的数量级")),
        ], how: how),
      Finding(
        "regularisation-strength.broad",
        [
          measured(
            others.map { $0.augmented / $0.free }.median(), .less(than: 0.5),
            Phrase(
              "\(BroadRegularisation.copies) moved copies of each point: error over that without",
              zh: "每个点 \(BroadRegularisation.copies) 个移动的副本：误差比不用时")),
          measured(
            others.map { $0.stopped / $0.free }.median(), .less(than: 0.5),
            Phrase(
              "stopped after \(BroadRegularisation.steps) steps: error over that without",
              zh: "\(BroadRegularisation.steps) 步后停止：误差比不用时")),
        ],
        how:
          "\(how); copies moved by normal noise of \(BroadRegularisation.shift); gradient descent in Chebyshev’s polynomials from zero",
        zh: "\(how)；副本按标准差 \(BroadRegularisation.shift) 的正态噪声移动；在切比雪夫基下从零开始梯度下降"),
    ]
  }
}
