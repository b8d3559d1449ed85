import LessonKit

extension Diagnose {
  /// Two networks that do badly on the test; the training loss tells why, and which cure helps.
  func questionFigure(_ study: Study) -> Figure {
    let isStuck = study.end(.deep, .training) > 1 && study.end(.skips, .training) < 0.5 * study.end(.deep, .training)
    let overfits = study.end(.few, .training) < 0.2 * study.end(.few, .test)
    let isCured = study.end(.many, .test) < 0.75 * study.end(.few, .test)
    return Figure(
      headline: [
        .init("Look at the training loss first", zh: "先看训练损失", if: isStuck && overfits && isCured),
        .init("At this rate a network diverges", zh: "在这个学习率下有网络发散", if: study.isLost),
        .init(
          "Only one of the two is ill: the one that overfits", zh: "两者中只有过拟合的那个有病",
          if: study.end(.deep, .training) < 1 && overfits && isCured),
        .init("Only one of the two is ill: the one that does not train", zh: "两者中只有训练不动的那个有病", if: isStuck),
      ], setting: Phrase("Both fail on new digits", zh: "两者都认不好新数字"),
      talk: Phrase(
        "Both networks are bad on the test. On the left the training loss is high as well: nothing has been learned, so nothing can have been overfitted, and more data or dropout would not help. On the right the training loss is nearly 0: optimisation is done, and only what improves generalisation helps.",
        zh: "两个网络的测试损失都很高。左边训练损失也高：什么都没学会，谈不上过拟合，加数据、加 dropout 都没有用。右边训练损失接近 0：优化已经完成，只有改善泛化的办法才有用。"),
      ask: Phrase(
        "A network does badly on the test. Will more data help, or another optimizer?", zh: "网络在测试集上表现不好。该加数据，还是换优化方法？"),
      protocol: conditions, arrangement: .row([1, 1]),
      panels: [
        panel(
          study, .deep, heading: Phrase("High training loss: optimisation fails", zh: "训练损失高：优化失败"),
          cure: (.skips, .training, Phrase("skip connections", zh: "残差连接"))),
        panel(
          study, .few, heading: Phrase("Low training loss: overfitting", zh: "训练损失低：过拟合"),
          cure: (.many, .test, Phrase("\(Study.samples / few) times the data", zh: "数据增至 \(Study.samples / few) 倍"))),
      ])
  }

  var conditions: Phrase {
    Phrase(
      "Left: \(depth, "layer") of \(Study.width) ReLU units, \(Study.samples) digits, PyTorch’s initialisation, last layer at 0, without and with skips around each inner layer. Right: two hidden layers of \(Study.wide), \(few) digits, then \(Study.samples). Cross-entropy, Adam at \(rate), batches of \(Study.batch), the same number of updates each; tested on 360 other digits; E. Alpaydin and C. Kaynak, Optical Recognition of Handwritten Digits, UCI 1998, CC BY 4.0.",
      zh:
        "左：\(depth) 层，每层 \(Study.width) 个 ReLU 单元，\(Study.samples) 个数字，PyTorch 默认初始化，末层为 0，中间各层不加与加残差连接。右：两个 \(Study.wide) 单元的隐藏层，先用 \(few) 个数字，再用 \(Study.samples) 个。交叉熵，Adam 学习率 \(rate)，每批 \(Study.batch) 个，更新次数相同；以另外 360 个数字测试；E. Alpaydin 与 C. Kaynak，Optical Recognition of Handwritten Digits，UCI 1998，CC BY 4.0。"
    )
  }

  /// A network that is ill, in full lines, and the loss that its cure brings down, dashed.
  private func panel(_ study: Study, _ kind: Kind, heading: Phrase, cure: (kind: Kind, part: Part, name: Phrase))
    -> Panel
  {
    let last = study.points(.deep, .training).last?.x ?? 1
    let (before, after) = (study.end(kind, cure.part), study.end(cure.kind, cure.part))
    return Panel(
      x: .counting(Phrase("update", zh: "更新次数"), domain: 0...last), y: Axis(Phrase("loss", zh: "损失"), domain: 0...2.6),
      heading: heading
    ) {
      curve(study, kind, .training)
      curve(study, kind, .test)
      Line.plain(study.points(cure.kind, cure.part), as: dashed(cure.part, cure.name))
      if after < 0.75 * before, before.isFinite {
        Gap(
          x: 0.72 * last, from: height(study, kind, cure.part, 0.72), to: height(study, cure.kind, cure.part, 0.72),
          Phrase("cure:", zh: "对策："), strong: cure.name, as: identity(cure.part))
      }
    }
  }

  private func identity(_ part: Part) -> Identity { part == .training ? .training : .test }

  private func dashed(_ part: Part, _ name: Phrase) -> Identity {
    var other = identity(part).named(name)
    other.dash = .dashed
    return other
  }

  private func curve(_ study: Study, _ kind: Kind, _ part: Part) -> Line {
    Line(study.points(kind, part), as: identity(part), divergedAt: study.divergedAt(kind))
  }

  /// The loss after a share of the updates.
  private func height(_ study: Study, _ kind: Kind, _ part: Part, _ share: Double) -> Double {
    let points = study.points(kind, part)
    return points.isEmpty ? .nan : points[Int(share * Double(points.count - 1))].y
  }

  /// The deep network's training loss beside that of a linear model, which it contains.
  func linearFigure(_ study: Study) -> Figure {
    let (deep, linear, skips) = (
      study.end(.deep, .training), study.end(.linear, .training), study.end(.skips, .training)
    )
    let last = study.points(.deep, .training).last?.x ?? 1
    return Figure(
      headline: [
        .init(
          "\(depth) layers train worse than a linear model", zh: "\(depth) 层训练得还不如线性模型",
          if: deep > 1.25 * linear && skips < linear),
        .init("\(depth) layers train worse than none", zh: "\(depth) 层训练得还不如没有", if: deep > 1.25 * linear),
        .init("At this depth the network trains better", zh: "这个深度的网络训练得更好", if: deep < linear),
      ], setting: Phrase("Whatever the linear model can do, the deep network can", zh: "线性模型能做到的，深层网络都能做到"),
      talk: Phrase(
        "How do we know that the network is not simply too small? Because a linear model, which it contains, has a lower training loss. It could do as well, so the optimisation has failed. This is no overfitting: the test plays no part.",
        zh: "怎么知道不是网络太小？因为它所包含的线性模型训练损失更低。它本可以做到同样好，所以是优化失败了。这不是过拟合：测试集根本没有参与。"),
      ask: Phrase(
        "The training loss stays high. Is the network too small, or badly trained?", zh: "训练损失居高不下。是网络太小，还是没训练好？"),
      protocol: conditions
    ) {
      Panel(
        x: .counting(Phrase("update", zh: "更新次数"), domain: 0...last),
        y: Axis(Phrase("training loss", zh: "训练损失"), domain: 0...2.6)
      ) {
        Line(
          study.points(.deep, .training),
          as: Identity(Phrase("\(depth) layers", zh: "\(depth) 层"), .series(3), marker: .square),
          divergedAt: study.divergedAt(.deep))
        Line(
          study.points(.linear, .training),
          as: Identity(Phrase("linear model", zh: "线性模型"), .series(4), marker: .triangleDown),
          divergedAt: study.divergedAt(.linear))
        Line(
          study.points(.skips, .training),
          as: Identity(Phrase("with skips", zh: "加残差连接"), .series(2), marker: .triangle),
          divergedAt: study.divergedAt(.skips))
      }
    }
  }
}
