import LessonKit

extension Diagnose {
  /// Where two networks end: equally bad on the test, and a training error that is high for the one and 0 for the other.
  func questionFigure(_ study: Study) -> Figure {
    let (high, low) = (study.error(.small, .training), study.error(.few, .training))
    let areIll = isStuck(study) && overfits(study) && !study.isLost
    return Figure(
      headline: [
        .init(
          "Equal test error: training error \(Self.percent(high)) or \(Self.percent(low)) tells the cure",
          zh: "测试误差一样，训练误差 \(Self.percent(high)) 还是 \(Self.percent(low)) 决定对策", if: areIll && misreadAlike(study)),
        .init("Look at the training error first", zh: "先看训练误差", if: areIll),
      ] + troubles(study), setting: Phrase("Share of digits read wrongly", zh: "读错数字的比例"),
      talk: Phrase(
        "Both networks misread many new digits. On the left, with \(unitsName), the training error is high as well: little has been learned, so little can have been overfitted, and more data or dropout would not help. Try a larger network, skip connections, another rate, more epochs. On the right, with \(digitsName) to learn from, the training error is next to 0: optimisation is done, and only what improves generalisation helps, as more data, weight decay, dropout.",
        zh:
          "两个网络都读错许多新数字。左边只有 \(unitsName)，训练误差也高：没学到多少，谈不上过拟合，加数据、加 dropout 都没有用，该试更大的网络、残差连接、另一个学习率、更多轮数。右边只学了 \(digitsName)，训练误差接近 0：优化已经完成，只有改善泛化的办法才有用，如更多数据、权重衰减、dropout。"
      ),
      ask: Phrase(
        "A network does badly on the test. Will more data help, or another optimizer?", zh: "网络在测试集上表现不好。该加数据，还是换优化方法？"),
      protocol: misreadAlike(study)
        ? Phrase(
          "\(conditions) Both sizes are chosen so that as many test digits are misread.",
          zh: "\(conditions)两者的大小经过挑选，使读错的测试数字一样多。") : conditions, panels: [barsPanel(study)])
  }

  /// Titles where not both networks are ill.
  func troubles(_ study: Study) -> [Headline] {
    let isWell = { (kind: Kind) in study.error(kind, .test) < 10 }
    return [
      .init("At this rate a network diverges", zh: "在这个学习率下有网络发散", if: study.isLost),
      .init(
        "Only one of the two is ill: the one that overfits", zh: "两者中只有过拟合的那个有病", if: overfits(study) && isWell(.small)),
      .init(
        "Only one of the two is ill: the one that does not train", zh: "两者中只有训练不动的那个有病",
        if: isStuck(study) && isWell(.few)),
    ]
  }

  /// Whether the errors of both networks on the test are the same as they are written.
  private func misreadAlike(_ study: Study) -> Bool {
    Self.percent(study.error(.small, .test)) == Self.percent(study.error(.few, .test))
  }

  /// An error as it is written.
  private static func percent(_ error: Double) -> Phrase { Phrase("\(percent: error / 100)") }

  /// A pair of bars for each network, what it suffers from and its cure under them, and the gap of the one that overfits.
  private func barsPanel(_ study: Study) -> Panel {
    let ends = [Kind.small, .few].flatMap { kind in [study.error(kind, .training), study.error(kind, .test)] }
    let top = max(1, ends.filter(\.isFinite).max() ?? 1)
    let places = [0.0, 1, 3, 4]
    return Panel(
      x: Axis(categories: names(unitsName) + [.init("")] + names(digitsName)),
      y: Axis(Phrase("error (%)", zh: "误差（%）"), domain: -0.62 * top...1.16 * top), frame: .bare
    ) {
      Bars(
        zip(places, ends).enumerated().map { index, end in
          .init(at: end.0, end.1, as: index % 2 == 0 ? .training : Identity.test.greyed)
        }, name: Phrase("error", zh: "误差"), direction: .up, thickness: 0.86)
      for (index, (place, end)) in zip(places, ends).enumerated() {
        let isTraining = index % 2 == 0
        let name = isTraining ? Phrase("Training", zh: "训练") : Phrase("Test", zh: "测试")
        let look = (isTraining ? Identity.training : .test.greyed).named(name)
        // A bar of next to nothing is a stroke at least.
        if end < 0.01 * top { Line.plain([Point(place - 0.43, 0), Point(place + 0.43, 0)], as: look) }
        // The number of a bar of no height leaves room for the arrow beside it.
        let isFlat = index == 2 && overfits(study)
        Callout(
          end.isFinite ? Self.percent(end) : Phrase("diverged", zh: "发散"),
          at: Point(isFlat ? place - 0.11 : place, end.isFinite ? end : 0), as: look, bold: true, placement: .above
        ).with(\.role, .finding).with(\.scale, 1.5)
        Callout(name, at: Point(place, -0.01 * top), as: look, bold: true, placement: .below).with(\.scale, 1.3)
      }
      if isStuck(study) {
        remedy(Phrase("underfitting", zh: "欠拟合"), Phrase("→ larger network", zh: "→ 更大的网络"), 0.5, top)
      }
      if overfits(study) {
        Gap(x: 3.34, from: ends[2], to: ends[3], Phrase("gap", zh: "差距"), heads: .both).with(\.scale, 1.5)
        remedy(Phrase("overfitting", zh: "过拟合"), Phrase("→ more data", zh: "→ 更多数据"), 3.5, top)
      }
    }
  }

  /// The bars of a network, as they are told.
  private func names(_ network: Phrase) -> [Axis.Category] {
    [
      .init(Phrase("training error of \(network)", zh: "\(network)的训练误差")),
      .init(Phrase("test error of \(network)", zh: "\(network)的测试误差")),
    ]
  }

  /// What a network suffers from, and under it what helps.
  @MarkBuilder private func remedy(_ name: Phrase, _ cure: Phrase, _ x: Double, _ top: Double) -> [any Mark] {
    Callout(name, at: Point(x, -0.24 * top), bold: true, placement: .below).with(\.role, .finding).with(\.scale, 1.4)
    Callout(cure, at: Point(x, -0.43 * top), placement: .below).with(\.scale, 1.6)
  }
}
