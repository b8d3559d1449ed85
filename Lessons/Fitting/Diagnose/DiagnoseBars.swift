import LessonKit

extension Diagnose {
  /// Where two networks end: equally bad on the test, and a training loss that is high for the one and low for the other.
  func questionFigure(_ study: Study) -> Figure {
    let (high, low) = (study.end(.small, .training), study.end(.few, .training))
    let areIll = isStuck(study) && overfits(study) && !study.isLost
    return Figure(
      headline: [
        .init(
          "Equal test loss: training loss \(high, decimals: 1) or \(low, decimals: 1) tells the cure",
          zh: "测试一样差，训练损失 \(high, decimals: 1) 还是 \(low, decimals: 1) 决定对策", if: areIll && areAlike(study)),
        .init("Look at the training loss first", zh: "先看训练损失", if: areIll),
      ] + troubles(study),
      setting: Phrase("Left: \(unitsName); right: \(digitsName)", zh: "左：\(unitsName)；右：\(digitsName)"),
      talk: Phrase(
        "Both networks do badly on the test. On the left the training loss is high as well: little has been learned, so little can have been overfitted, and more data or dropout would not help. Try a larger network, skip connections, another rate, more epochs. On the right the training loss is nearly 0: optimisation is done, and only what improves generalisation helps, as more data, weight decay, dropout.",
        zh:
          "两个网络在测试集上都差。左边训练损失也高：没学到多少，谈不上过拟合，加数据、加 dropout 都没有用，该试更大的网络、残差连接、另一个学习率、更多轮数。右边训练损失接近 0：优化已经完成，只有改善泛化的办法才有用，如更多数据、权重衰减、dropout。"
      ),
      ask: Phrase(
        "A network does badly on the test. Will more data help, or another optimizer?", zh: "网络在测试集上表现不好。该加数据，还是换优化方法？"),
      protocol: conditions, panels: [barsPanel(study)])
  }

  /// Titles where not both networks are ill.
  func troubles(_ study: Study) -> [Headline] {
    [
      .init("At this rate a network diverges", zh: "在这个学习率下有网络发散", if: study.isLost),
      .init(
        "Only one of the two is ill: the one that overfits", zh: "两者中只有过拟合的那个有病",
        if: study.end(.small, .training) < 1 && overfits(study)),
      .init("Only one of the two is ill: the one that does not train", zh: "两者中只有训练不动的那个有病", if: isStuck(study)),
    ]
  }

  /// A pair of bars for each network, what it suffers from and its cure under them, and the gap of the one that overfits.
  private func barsPanel(_ study: Study) -> Panel {
    let ends = [Kind.small, .few].flatMap { kind in [study.end(kind, .training), study.end(kind, .test)] }
    let top = ends.filter(\.isFinite).max() ?? 1
    let places = [0.0, 1, 3, 4]
    return Panel(
      x: Axis(categories: names(unitsName) + [.init("")] + names(digitsName)),
      y: Axis(Phrase("loss", zh: "损失"), domain: -0.62 * top...1.16 * top), frame: .bare
    ) {
      Bars(
        zip(places, ends).enumerated().map { index, end in
          .init(at: end.0, end.1, as: index % 2 == 0 ? .training : Identity.test.greyed)
        }, name: Phrase("loss", zh: "损失"), direction: .up, thickness: 0.86)
      for (index, (place, end)) in zip(places, ends).enumerated() {
        let isTraining = index % 2 == 0
        let look: Identity = isTraining ? .training : Identity.test.greyed
        // The number of a bar of no height leaves room for the arrow beside it.
        let isFlat = index == 2 && overfits(study)
        Callout(
          end.isFinite ? Phrase("\(end, decimals: 2)") : Phrase("diverged", zh: "发散"),
          at: Point(isFlat ? place - 0.11 : place, end.isFinite ? end : 0), as: look, bold: true, placement: .above
        ).with(\.role, .finding).with(\.scale, 1.5)
        Callout(
          isTraining ? Phrase("Training", zh: "训练损失") : Phrase("Test", zh: "测试损失"), at: Point(place, -0.01 * top),
          as: look, bold: true, placement: .below
        ).with(\.scale, 1.3)
      }
      if isStuck(study) {
        Self.remedy(Phrase("underfitting", zh: "欠拟合"), Phrase("→ larger network", zh: "→ 更大的网络"), 0.5, top)
      }
      if overfits(study) {
        // A bar of next to nothing is a stroke at least.
        Line.plain([Point(places[2] - 0.43, 0), Point(places[2] + 0.43, 0)], as: .training)
        Gap(x: 3.34, from: ends[2], to: ends[3], Phrase("gap", zh: "差距"), heads: .both).with(\.scale, 1.8)
        Self.remedy(Phrase("overfitting", zh: "过拟合"), Phrase("→ more data", zh: "→ 更多数据"), 3.5, top)
      }
    }
  }

  /// The bars of a network, as they are told.
  private func names(_ network: Phrase) -> [Axis.Category] {
    [
      .init(Phrase("training loss of \(network)", zh: "\(network)的训练损失")),
      .init(Phrase("test loss of \(network)", zh: "\(network)的测试损失")),
    ]
  }

  /// What a network suffers from, and under it what helps.
  private static func remedy(_ name: Phrase, _ cure: Phrase, _ x: Double, _ top: Double) -> Callout {
    Callout(name, at: Point(x, -0.27 * top), bold: true, placement: .below, detail: cure).with(\.role, .finding).with(
      \.scale, 1.4)
  }
}
