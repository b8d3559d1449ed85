import LessonKit

extension Diagnose {
  /// The losses of the two networks on the way; the height of the training loss tells why both do badly on the test.
  func curvesFigure(_ study: Study) -> Figure {
    Figure(
      headline: [
        .init(
          "Training loss tells which of the two it is", zh: "训练损失说明是两者中的哪一种",
          if: isStuck(study) && overfits(study) && !study.isLost)
      ] + troubles(study), setting: Phrase("Digits", zh: "手写数字"),
      talk: Phrase(
        "On the left both losses come down together and stay high. On the right the training loss goes to nearly 0, while the test loss soon rises again. One look at the training loss is enough.",
        zh: "左边两条损失一起下降，但都停在高处。右边训练损失几乎降到 0，而测试损失很快又升上去。看一眼训练损失就够了。"),
      ask: Phrase("When can one tell which of the two illnesses it is?", zh: "什么时候能看出是哪一种病？"), protocol: conditions,
      arrangement: .row([1, 1]),
      panels: [
        lossPanel(study, .small, isStuck(study) ? .untrained : nil),
        lossPanel(study, .few, overfits(study) ? .overfitted : nil),
      ])
  }

  /// Whether the network with few digits misreads many of the test, and next to none of those that it learns from.
  func overfits(_ study: Study) -> Bool {
    let test = study.error(.few, .test)
    return test >= 10 && study.error(.few, .training) < 0.1 * test
  }

  /// Whether the small network misreads many of the digits that it learns from, not many fewer than of the others.
  func isStuck(_ study: Study) -> Bool {
    let training = study.error(.small, .training)
    return training >= 15 && training > 0.75 * study.error(.small, .test)
  }

  /// What a network suffers from, how its training loss tells, and what helps.
  private struct Illness {
    let training: Identity
    let heading, name, cures: Phrase

    static let untrained = Illness(
      training: Identity(Phrase("training loss high", zh: "训练损失高"), .series(1), marker: .square),
      heading: Phrase("Training loss HIGH", zh: "训练损失高"), name: Phrase("underfitting", zh: "欠拟合"),
      cures: Phrase("→ larger network", zh: "→ 更大的网络"))
    static let overfitted = Illness(
      training: Identity(Phrase("training loss low", zh: "训练损失低"), .series(0), marker: .circle),
      heading: Phrase("Training loss LOW", zh: "训练损失低"), name: Phrase("overfitting", zh: "过拟合"),
      cures: Phrase("→ more data", zh: "→ 更多数据"))
  }

  /// The two losses of a network, the training loss thick over its area; what it suffers from, if it does.
  private func lossPanel(_ study: Study, _ kind: Kind, _ illness: Illness?) -> Panel {
    let (training, last) = (study.points(kind, .training), Double(study.last))
    let look = illness?.training ?? .training
    return panel(study, heading: illness?.heading ?? (kind == .small ? unitsName : digitsName)) {
      if study.divergedAt(kind) == nil {
        Band(lower: training.map { Point($0.x, 0) }, upper: training, as: look)
        ending(study, kind, .training, as: look, side: (training.last?.y ?? 0) > 0.5 ? .below : .above)
        ending(study, kind, .test, as: Identity.test.greyed, side: .above)
      } else {
        curve(study, kind, .training)
        curve(study, kind, .test)
      }
      if let illness {
        let (x, y, under) = (0.5 * last, kind == .small ? 0.56 : 0.92, 0.28)
        Callout(illness.name, at: Point(x, y), as: look, bold: true, placement: .centered).with(\.role, .finding).with(
          \.scale, 1.3)
        Callout(illness.cures, at: Point(x, y - under), placement: .centered)
      }
    }.with(\.headingIdentity, illness?.training).with(\.headingScale, 1.25)
  }

  var unitsName: Phrase { Phrase("\(units, "hidden unit")", zh: "\(units) 个隐藏单元") }
  private var layersName: Phrase { Phrase("\(depth, "layer")", zh: "\(depth) 层") }
  var digitsName: Phrase { Phrase("\(few, "digit")", zh: "\(few) 个数字") }

  /// A loss with its last value: large for training.
  @MarkBuilder private func ending(
    _ study: Study, _ kind: Kind, _ part: Part, as look: Identity, side: LabelRequest.Placement
  ) -> [any Mark] {
    let points = study.points(kind, part)
    // The words keep off all of the curve that they stand beside.
    let beside = points.filter { (0.6...0.98).contains($0.x / Double(study.last)) }.map(\.y)
    if let last = points.last {
      let (isTraining, number) = (part == .training, Phrase("\(last.y, decimals: 2)"))
      Line.plain(points, as: look).with(\.weight, isTraining ? 2 : 0.9).with(\.isTold, true)
      LabelledDot(
        last,
        label: isTraining
          ? Phrase("training \(number)", zh: "训练集 \(number)") : Phrase("test \(number)", zh: "测试集 \(number)"), as: look,
        side: side,
        wordsAt: Point((isTraining ? 0.7 : 0.8) * last.x, side == .above ? beside.max() ?? 0 : beside.min() ?? 0),
        size: isTraining ? 1.6 : 0.9
      ).with(\.scale, isTraining ? 1.3 : 1.15)
    }
  }

  /// The same two networks, and the loss that a cure brings down in each.
  func curesFigure(_ study: Study) -> Figure {
    let isStuck = study.end(.deep, .training) > 1 && study.end(.skips, .training) < 0.5 * study.end(.deep, .training)
    let isCured = overfits(study) && study.end(.many, .test) < 0.75 * study.end(.few, .test)
    return Figure(
      headline: [
        .init("At this rate a network diverges", zh: "在这个学习率下有网络发散", if: study.isLost),
        .init("Each illness has its own cure", zh: "不同的病要用不同的药", if: isStuck && isCured),
        .init("Only more data helps", zh: "只有更多数据有帮助", if: isCured),
        .init("Only skip connections help", zh: "只有残差连接有帮助", if: isStuck),
      ], setting: Phrase("Loss before, and dashed after", zh: "对策前的损失，虚线为对策后"),
      talk: Phrase(
        "On the left skip connections bring the training loss down: the network was not too small, it was badly trained. On the right more data bring the test loss down. Swap the cures and neither helps: data do not train a network that cannot be trained, and skips do not add what \(few, "digit") lack.",
        zh: "左边加上残差连接，训练损失就降下来：网络并不小，只是没训练好。右边加数据，测试损失就降下来。对策互换则都没有用：数据救不了训练不动的网络，残差连接也补不上 \(few) 个数字所缺的信息。"),
      ask: Phrase("Which of the two networks would more data help?", zh: "更多数据对哪个网络有帮助？"), protocol: conditions,
      arrangement: .row([1, 1]),
      panels: [
        curePanel(study, .deep, layersName, cure: (.skips, .training, Phrase("skip connections", zh: "残差连接"))),
        curePanel(
          study, .few, digitsName,
          cure: (.many, .test, Phrase("\(Study.samples / few) times the data", zh: "数据增至 \(Study.samples / few) 倍"))),
      ])
  }

  var conditions: Phrase {
    Phrase(
      "Small: one hidden layer of \(units, "ReLU unit"). Deep: \(depth, "layer") of \(Study.width) ReLU units, \(Study.samples) digits, PyTorch’s initialisation, last layer at 0, without and with skips around each inner layer. Others: two hidden layers of \(Study.wide), on \(few) digits or \(Study.samples). Cross-entropy, Adam at \(rate), batches of \(Study.batch), the same number of updates each; tested on 360 other digits; E. Alpaydin and C. Kaynak, Optical Recognition of Handwritten Digits, UCI 1998, CC BY 4.0.",
      zh:
        "小网络：一个隐藏层，\(units) 个 ReLU 单元。深层网络：\(depth) 层，每层 \(Study.width) 个 ReLU 单元，\(Study.samples) 个数字，PyTorch 默认初始化，末层为 0，中间各层不加与加残差连接。其余：两个 \(Study.wide) 单元的隐藏层，用 \(few) 个或 \(Study.samples) 个数字。交叉熵，Adam 学习率 \(rate)，每批 \(Study.batch) 个，更新次数相同；以另外 360 个数字测试；E. Alpaydin 与 C. Kaynak，Optical Recognition of Handwritten Digits，UCI 1998，CC BY 4.0。"
    )
  }

  /// A panel of losses against updates.
  private func panel(_ study: Study, heading: Phrase, subheading: Phrase? = nil, @MarkBuilder marks: () -> [any Mark])
    -> Panel
  {
    Panel(
      x: .counting(Phrase("update", zh: "更新次数"), domain: 0...Double(study.last)),
      y: Axis(Phrase("loss", zh: "损失"), domain: 0...2.6), heading: heading, subheading: subheading, marks: marks)
  }

  /// A network that is ill, in full lines, and the loss that its cure brings down, dashed.
  private func curePanel(_ study: Study, _ kind: Kind, _ heading: Phrase, cure: (kind: Kind, part: Part, name: Phrase))
    -> Panel
  {
    let last = Double(study.last)
    let (before, after) = (study.end(kind, cure.part), study.end(cure.kind, cure.part))
    return panel(study, heading: heading) {
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
    guard points.count > 1 else { return points.last?.y ?? .nan }
    let place = share * Double(points.count - 1)
    let before = min(Int(place), points.count - 2)
    return points[before].mixed(with: points[before + 1], by: place - Double(before)).y
  }

  /// The deep network's training loss beside that of a linear model, which it contains.
  func linearFigure(_ study: Study) -> Figure {
    let (deep, linear) = (study.end(.deep, .training), study.end(.linear, .training))
    let last = study.points(.deep, .training).last?.x ?? 1
    return Figure(
      headline: [
        .init("\(depth) layers train worse than a linear model", zh: "\(depth) 层训练得还不如线性模型", if: deep > 1.25 * linear),
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
