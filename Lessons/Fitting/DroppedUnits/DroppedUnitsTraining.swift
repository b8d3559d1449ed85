import LessonKit

extension DroppedUnits {
  private var sample: Phrase {
    wrong == 0
      ? Phrase("the same \(samples) \(digits.noun)", zh: "同样的 \(samples) 个\(digits.noun)")
      : Phrase(
        "the same \(samples) \(digits.noun), \(wrong)\u{2009}% of all labels wrong",
        zh: "同样的 \(samples) 个\(digits.noun)，所有标签中 \(wrong)% 有误")
  }

  private func foot(_ words: Phrase) -> Phrase {
    digits.origin.map { Phrase("\(words); \($0)", zh: "\(words)；\($0)") } ?? words
  }

  private var conditions: Phrase {
    Phrase(
      "\(digits.featureCount)–\(Self.width)–\(Self.width)–\(digits.classCount) with ReLU and dropout after both hidden layers, He’s weights, cross-entropy, Adam at \(rate), batches of \(DigitDropout.batch), \(epochs, "epoch"); \(samples) \(digits.noun) to learn from, \(wrong)\u{2009}% under a wrong label",
      zh:
        "\(digits.featureCount)–\(Self.width)–\(Self.width)–\(digits.classCount)，ReLU，两个隐藏层之后各有 dropout，He 初始化，交叉熵，Adam，学习率 \(rate)，每批 \(DigitDropout.batch) 个，\(epochs) 轮；\(samples) 个\(digits.noun)用于训练，\(wrong)% 标签有误"
    )
  }

  /// Training and test loss of the same network without dropout and with it.
  func trainingFigure(_ study: DropoutPairs) -> Figure {
    let (plain, dropped) = (study.end(0), study.end(1))
    let (lost, all) = (study.lostCount, 2 * seeds)
    let first = [0, 1].compactMap { study.divergedIn($0) }.min() ?? 0
    return Figure(
      headline: [
        .init(
          "\(lost) of \(all) networks diverge, the first in epoch \(first)",
          zh: "\(all) 个网络中有 \(lost) 个发散，最早在第 \(first) 轮", if: lost > 0),
        .init("At a rate of 0 dropout changes nothing", zh: "丢弃率为 0 时 dropout 不起作用", if: drop == 0),
        .init(
          "Here dropout makes the test loss higher, not lower", zh: "这里 dropout 使测试损失更高，而不是更低",
          if: dropped.test > plain.test),
        .init(
          "Dropout narrows the gap between training and test", zh: "用 dropout 缩小训练与测试之间的差距",
          if: plain.gap > 0.1 && dropped.gap < 0.6 * plain.gap),
        .init("Here dropout changes little", zh: "这里 dropout 影响不大"),
      ], setting: Phrase("One network learns \(sample)", zh: "同一网络学习\(sample)"), foot: foot(study.runs.condition),
      talk: Phrase(
        "Without dropout the training loss falls towards zero: the network learns single \(digits.noun) by heart, wrong labels too, and the test loss rises. With dropout the training loss stays at \(dropped.training, digits: 2) instead of \(plain.training, digits: 2): it is harder to learn by heart. The test loss ends at \(dropped.test, digits: 2) instead of \(plain.test, digits: 2).",
        zh:
          "没有 dropout 时，训练损失趋向零：网络死记个别\(digits.noun)，连错误的标签也记住，测试损失随之上升。有 dropout 时，训练损失停在 \(dropped.training, digits: 2) 而不是 \(plain.training, digits: 2)：死记更难。测试损失最终为 \(dropped.test, digits: 2) 而不是 \(plain.test, digits: 2)。"
      ), ask: Phrase("Dropout makes training harder. Why would anyone want that?", zh: "Dropout 让训练更难。为什么还要用它？"),
      protocol: Phrase(
        "\(conditions), and the same share of the \(study.tests) test \(digits.noun), so that both parts are of one kind; all losses in evaluation mode after each epoch; both networks of a seed start from the same weights; \(digits.source).",
        zh:
          "\(conditions)，\(study.tests) 个测试\(digits.noun)的比例相同，使两部分同类；每轮之后在评估模式下计算损失；同一种子的两个网络初始权重相同；\(digits.source)。"),
      arrangement: .row([1, 1]), panels: [panel(study, 0), panel(study, 1)])
  }

  private func panel(_ study: DropoutPairs, _ place: Int) -> Panel {
    let start = study.test(0).first?.highest ?? 1
    let top = max(start, min(4 * start, study.test(0).map(\.highest).max() ?? start))
    let end = study.end(place)
    return Panel(
      x: .counting(Phrase("epoch", zh: "轮数"), domain: 0...Double(epochs)),
      y: Axis(Phrase("cross-entropy loss", zh: "交叉熵损失"), domain: 0...1.05 * top),
      heading: place == 0
        ? Phrase("Without dropout", zh: "无 dropout") : Phrase("With dropout \(drop)", zh: "dropout \(drop)")
    ) {
      fan(study.training(place), .training, study.divergedIn(place))
      fan(study.test(place), .test, study.divergedIn(place))
      if study.lostCount == 0, end.gap > 0.2 * top {
        Gap(
          x: 0.93 * Double(epochs), from: end.test, to: end.training, Phrase("gap", zh: "差距"),
          strong: "\(end.gap, decimals: 1)", heads: .both)
      }
    }
  }

  private func fan(_ losses: [Spread], _ role: Identity, _ divergedIn: Int?) -> Fan {
    var fan = Fan(losses, as: role)
    if let divergedIn {
      fan.line.divergedAt = divergedIn
      fan.line.label = Phrase("\(role.name): diverged in epoch \(divergedIn)", zh: "\(role.name)：第 \(divergedIn) 轮发散")
    }
    return fan
  }

  /// What one trained network makes of the same digits with dropout left on, pass after pass, and with dropout off.
  func modeFigure(_ modes: DropoutModes, seed: Int) -> Figure {
    let (points, mean) = (Int(modes.cost.rounded()), modes.training.mean)
    let last = Double(Self.passes)
    let all = modes.training + [modes.evaluation]
    let (low, high) = (10 * ((all.min() ?? 0) / 10).rounded(.down), 10 * ((all.max() ?? 100) / 10).rounded(.up))
    return Figure(
      headline: [
        .init(
          "The network diverges in epoch \(modes.divergedIn ?? 0)", zh: "网络在第 \(modes.divergedIn ?? 0) 轮发散",
          if: modes.divergedIn != nil),
        .init("At a rate of 0 both modes are the same", zh: "丢弃率为 0 时两种模式相同", if: drop == 0),
        .init(
          "Left on in the test, dropout costs \(points) points of accuracy", zh: "测试时不关 dropout，准确率损失 \(points) 个百分点",
          if: points >= 2), .init("Here it hardly matters whether dropout is left on", zh: "这里是否关闭 dropout 影响不大"),
      ],
      setting: Phrase(
        "One trained network reads the same \(modes.tests) \(digits.noun) again and again",
        zh: "一个训练好的网络反复识别同样的 \(modes.tests) 个\(digits.noun)"), foot: digits.origin ?? "",
      talk: Phrase(
        "In training mode every pass drops other units, so that the same \(digits.noun) get other answers each time, and worse ones. In evaluation mode all units answer, and always alike. In PyTorch that is model.eval(), and it is easily forgotten.",
        zh: "训练模式下每次丢弃的单元都不同，所以同样的\(digits.noun)每次得到不同的、更差的答案。评估模式下所有单元都参与，答案始终一样。在 PyTorch 里就是 model.eval()，很容易忘记。"),
      ask: Phrase(
        "The same network, the same \(digits.noun): why does the accuracy change from pass to pass?",
        zh: "同一个网络、同样的\(digits.noun)，为什么每次的准确率都不一样？"),
      protocol: Phrase(
        "\(conditions); tested on true labels, \(Self.passes) passes in training mode and one in evaluation mode; dropout \(drop), seed \(seed); \(digits.source).",
        zh: "\(conditions)；以真实标签测试，训练模式 \(Self.passes) 次，评估模式一次；dropout \(drop)，种子 \(seed)；\(digits.source)。")
    ) {
      Panel(
        x: .counting(Phrase("pass", zh: "次数"), domain: 0...last),
        y: Axis(Phrase("accuracy (%)", zh: "准确率（%）"), domain: low...max(high, low + 10))
      ) {
        Dots(modes.training.enumerated().map { Point(Double($0.offset + 1), $0.element) }, as: .dropoutOn)
        Line([Point(0, modes.evaluation), Point(last, modes.evaluation)], as: .dropoutOff)
        Line([Point(0, mean), Point(last, mean)], as: .dropoutOn, detail: Phrase("mean", zh: "平均")).with(
          \.hasEndMarker, false)
        if points >= 2, modes.divergedIn == nil {
          Gap(
            x: 0.5 * last, from: modes.evaluation, to: mean, "",
            strong: Phrase("−\(points) points", zh: "−\(points) 个百分点"))
        }
      }
    }
  }
}
