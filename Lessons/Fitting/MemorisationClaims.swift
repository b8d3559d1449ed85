import LessonKit

/// What is said of a student who learns by heart, measured on labels that mean nothing.
struct MemorisationClaims {
  /// The lesson's own setting.
  let study: MemorisationStudy
  let context: Context

  var all: [Claim] { [shuffled] }

  private var shuffled: Claim {
    let many = context.budget == .full ? all(digits: Digits.train.count) : nil
    let few = Phrase(
      "\(study.plan.samples) digits, \(Digits.count(study.seeds.count, of: "seed"))",
      zh: "\(study.plan.samples) 个数字，\(study.seeds.count) 个种子")
    return Claim(
      "memorisation.shuffled", code: "A5", source: "S0",
      Phrase(
        "What is only learned by heart is right on every example seen and guessed on every other",
        zh: "死记硬背：见过的样本全对，没见过的只能猜"),
      cases: cases(of: study, few)
        + (many.map {
          cases(
            of: $0,
            Phrase(
              "all \(Digits.count($0.plan.samples)) digits, \(Digits.count($0.seeds.count, of: "seed"))",
              zh: "全部 \(Digits.count($0.plan.samples)) 个数字，\($0.seeds.count) 个种子"))
        } ?? []),
      how: Phrase(
        "at the lesson’s own setting: two hidden layers of \(study.plan.width), Adam at \(Digits.text(study.plan.rate)), \(Digits.count(study.plan.epochs, of: "epoch")), 60 on all digits; right answers in percent, the last 360 digits as test (C. Zhang et al. 2017, arXiv:1611.03530)",
        zh:
          "按本课默认设定：两个 \(study.plan.width) 单元的隐藏层，Adam 学习率 \(Digits.text(study.plan.rate))，\(study.plan.epochs) 轮（全部数字时 60 轮）；正确率（%），以最后 360 个数字测试（C. Zhang 等 2017，arXiv:1611.03530）"
      ),
      recorded: .holds)
  }

  /// Learned wholly, tested at chance, and neither for want of a network that could do better.
  private func cases(of study: MemorisationStudy, _ setting: Phrase) -> [Measurement] {
    [
      Measurement(
        study.ends(.shuffled, \.train).min() ?? .nan, .greater(than: 99),
        when: setting + Phrase(": shuffled labels, worst training", zh: "：打乱标签，训练最差")),
      Measurement(
        study.end(.shuffled, \.test), .inside(5...15),
        when: setting + Phrase(": shuffled labels, median test", zh: "：打乱标签，测试中位数")),
      Measurement(
        study.end(.asGiven, \.test), .greater(than: 85),
        when: setting + Phrase(": true labels, median test", zh: "：真实标签，测试中位数")),
    ]
  }

  private func all(digits count: Int) -> MemorisationStudy {
    var plan = MemorisationRun.Plan()
    (plan.samples, plan.epochs) = (count, 60)
    return MemorisationStudy(on: .carried, seeds: 0..<5, plan)
  }
}
