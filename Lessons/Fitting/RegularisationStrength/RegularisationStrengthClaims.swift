import LessonKit

extension RegularisationStrength {
  /// At the lesson's own defaults, over many sets of points.
  func findings(_ run: Run) throws -> [Finding] {
    // From strengths that hardly differ from none to some that leave nothing, five a decade.
    let (count, strengths) = (40, (1e-12...1e4).logSpaced(count: 81))
    let trials = try PenaltyTrial.trials(count, degree: 15, points: 30, noise: 0.2, strengths: strengths)
    let how = Phrase(
      "degree 15, 30 points, noise 0.2, medians of \(count) sets of points, error on \(Study.newCount) new ones",
      zh: "15 次，30 个点，噪声 0.2，\(count) 组样本点的中位数，误差取自 \(Study.newCount) 个新点")
    return [
      Finding(
        "regularisation-strength.strong",
        [
          trials.measured(
            { $0.sweep.validation[$0.sweep.last] / $0.sweep.least }, .greater(than: 5),
            Phrase("validation error at λ = 10,000 over the least", zh: "λ = 10,000 时的验证误差比最小值")),
          trials.measured(
            { $0.sweep.training[$0.sweep.last] / $0.sweep.training[$0.sweep.best] }, .greater(than: 5),
            Phrase("training error, the same", zh: "训练误差，同上")),
        ], how: how),
      Finding(
        "regularisation-strength.weak",
        [
          trials.measured(
            { log10($0.sweep.validation[0] / $0.others.free) }, .inside(-0.5...0.1),
            Phrase("decades from no penalty to λ = 1e-12", zh: "从无惩罚到 λ = 1e-12 相差的数量级")),
          trials.measured(
            { $0.sweep.validation[0] / $0.sweep.least }, .greater(than: 5),
            Phrase("validation error at λ = 1e-12 over the least", zh: "λ = 1e-12 时的验证误差比最小值")),
        ], how: how),
      Finding(
        "regularisation-strength.tuned",
        [
          trials.measured(
            { $0.sweep.least / $0.others.free }, .less(than: 0.2),
            Phrase("least validation error over that without a penalty", zh: "最小验证误差比无惩罚时")),
          trials.measured(
            { log10($0.sweep.strengths[$0.sweep.best]) }, .inside(-5 ... -0.5),
            Phrase("power of ten of the best λ", zh: "最优 λ 的数量级")),
        ], how: how),
      Finding(
        "regularisation-strength.broad",
        [
          trials.measured(
            { $0.others.augmented / $0.others.free }, .less(than: 0.5),
            Phrase(
              "\(BroadRegularisation.copies) moved copies of each point: error over that without",
              zh: "每个点 \(BroadRegularisation.copies) 个移动的副本：误差比不用时")),
          trials.measured(
            { $0.others.stopped / $0.others.free }, .less(than: 0.5),
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
