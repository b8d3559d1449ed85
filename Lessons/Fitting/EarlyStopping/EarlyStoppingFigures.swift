import LessonKit

extension EarlyStopping {
  private var pixels: Int { digits.featureCount }

  /// Both losses, the epoch that is kept, and what going on brings.
  func turnFigure(_ course: LearningCurves) -> Figure {
    let (best, at) = course.stop(by: 0, patience: patience)
    let validation = course.others[0]
    let (least, end) = (validation[best], validation[validation.count - 1])
    let rises = at != nil && end > 1.15 * least
    return Figure(
      headline: [
        .init(
          "The network diverges in epoch \(course.divergedIn ?? 0)", zh: "网络在第 \(course.divergedIn ?? 0) 轮发散",
          if: course.divergedIn != nil),
        .init(
          "Stop at epoch \(best), before validation loss climbs to \(end, decimals: 2)",
          zh: "停在第 \(best) 轮：验证损失从 \(least, decimals: 2) 升到 \(end, decimals: 2)", if: rises),
        .init("Validation stops improving after epoch \(best)", zh: "第 \(best) 轮之后验证损失不再下降", if: at != nil),
        .init("In \(epochs, "epoch") validation has not turned", zh: "\(epochs) 轮内验证损失尚未回升", if: at == nil),
      ],
      setting: wrong == 0
        ? Phrase("A network learns \(samples) \(digits.noun)", zh: "网络学习 \(samples) 个\(digits.noun)")
        : Phrase(
          "\(samples) \(digits.noun), \(wrong)\u{2009}% with wrong labels",
          zh: "\(samples) 个\(digits.noun)，其中 \(wrong)% 标签有误"),
      foot: digits.origin ?? at.map {
        Phrase("patience \(patience, "epoch"): halts at epoch \($0)", zh: "耐心 \(patience) 轮：在第 \($0) 轮停止训练")
      } ?? "",
      talk: Phrase(
        "The training loss falls to the end and says nothing. Validation turns when the network begins to learn single \(digits.noun) by heart, the wrong labels first of all. Training goes on for \(patience, "epoch") more, in case the rise is noise; then the weights of the best epoch are taken back.",
        zh: "训练损失一路下降，看不出任何问题。当网络开始死记个别\(digits.noun)（尤其是错误的标签）时，验证损失就回升。再多训练 \(patience) 轮，以防回升只是噪声；然后取回最好那一轮的权重。"),
      ask: Phrase("The training loss is still falling. How do you know when to stop?", zh: "训练损失还在下降。怎么知道该停了？"),
      protocol: Phrase(
        "\(pixels)–\(Self.width)–\(Self.width)–\(digits.classCount) with ReLU, He’s weights, cross-entropy, Adam at \(rate), batches of \(Self.batch); \(samples) \(digits.noun) to learn from and \(validationCount) others to validate on, the same share of both under a wrong label; patience \(patience, "epoch"); the losses are taken after each epoch; \(digits.source).",
        zh:
          "\(pixels)–\(Self.width)–\(Self.width)–\(digits.classCount)，ReLU，He 初始化，交叉熵，Adam，学习率 \(rate)，每批 \(Self.batch) 个；\(samples) 个\(digits.noun)用于训练，另外 \(validationCount) 个用于验证，两者错误标签的比例相同；耐心 \(patience) 轮；每轮结束后计算损失；\(digits.source)。"
      )
    ) {
      Panel(
        x: .counting(Phrase("epoch", zh: "轮数"), domain: 0...Double(epochs)),
        y: Axis(Phrase("loss", zh: "损失"), domain: 0...1.06 * view(course))
      ) {
        if rises { wedge(course, from: best) }
        curve(course.training, .training, course)
        curve(validation, .validation, course)
        if at != nil {
          Reference([Point(Double(best), 0), Point(Double(best), least)])
          LabelledDot(
            Point(Double(best), least),
            label: Phrase("keep these weights:\nloss \(least, decimals: 2)", zh: "保留这些权重：\n损失 \(least, decimals: 2)"),
            as: .validation, side: .right,
            wordsAt: Point(Double(best) + 0.07 * Double(epochs), 0.72 * view(course) + 0.28 * least), size: 2
          ).with(\.role, .finding).with(\.hasArrow, true)
        }
      }
    }
  }

  /// The area between the losses after the epoch that is kept, with its name where it is wide.
  @MarkBuilder private func wedge(_ course: LearningCurves, from best: Int) -> [any Mark] {
    let (lower, upper) = (points(course.training), points(course.others[0]))
    let middle = (best + 2 * (upper.count - 1)) / 3
    Band(lower: Array(lower[best...]), upper: Array(upper[best...]), as: .validation)
    Callout(
      Phrase("overfitting", zh: "过拟合"), at: lower[middle].mixed(with: upper[middle], by: 0.5), as: .validation,
      bold: true, placement: .centered
    ).with(\.role, .finding)
  }

  private func points(_ losses: [Double]) -> [Point] {
    losses.enumerated().map { Point(Double($0.offset), $0.element) }
  }

  /// The highest loss that is worth a place in the picture.
  private func view(_ course: LearningCurves) -> Double {
    let start = max(course.training[0], course.others[0][0])
    return max(start, min(4 * start, course.others[0].max() ?? start))
  }

  /// A loss with its last value.
  private func curve(_ losses: [Double], _ role: Identity, _ course: LearningCurves) -> Line {
    Line(points(losses), as: role, detail: losses.last.map { "\($0, decimals: 2)" }, divergedAt: course.divergedIn)
      .with(\.weight, 1.5)
  }

  /// The score of the best of several networks, promised and kept.
  func optimismFigure(_ looks: NetworkLooks) -> Figure {
    let counts = looks.found.counts.map(Double.init)
    func curve(_ shares: [Double]) -> [Point] { zip(counts, shares).map { Point($0, 100 * $1) } }
    let (promised, kept) = (curve(looks.found.promised), curve(looks.found.kept))
    let last = counts[counts.count - 1]
    let ends = (promised[promised.count - 1].y, kept[kept.count - 1].y)
    let all = (promised + kept).map(\.y)
    let (low, high) = (all.min() ?? 0, all.max() ?? 100)
    let room = max(high - low, 1)
    let parts = Phrase(
      "chosen by \(held) \(digits.noun), tested on all others", zh: "用 \(held) 个\(digits.noun)挑选，用其余全部\(digits.noun)测试")
    return Figure(
      headline: [
        .init("The more often you look, the better it seems", zh: "看的次数越多，结果显得越好", if: looks.optimism > 1.5),
        .init(
          "With \(held) \(digits.noun) to choose by, looking often costs little",
          zh: "用 \(held) 个\(digits.noun)来选，多看几次代价不大", if: looks.optimism <= 1.5),
      ], setting: Phrase("The best of several networks that differ only in their seed", zh: "多个只有随机种子不同的网络，取其中最好的"),
      foot: digits.origin.map { Phrase("\(parts); \($0)", zh: "\(parts)；\($0)") } ?? parts,
      talk: Phrase(
        "All these networks are as good as each other. But on a few \(digits.noun) one of them is always lucky, and the more are tried, the luckier is the best. What is chosen by a score needs another score: that is what the test set is for.",
        zh: "这些网络其实一样好。但在少量\(digits.noun)上总有一个运气好，试得越多，最好的那个运气就越好。用某个分数选出来的东西，需要另一个分数来评判：这就是测试集的用处。"),
      ask: Phrase(
        "You try \(self.looks) settings and report the best validation score. Is it a fair one?",
        zh: "你试了 \(self.looks) 组设置，报告最好的验证分数。公平吗？"),
      protocol: Phrase(
        "\(self.looks) networks \(pixels)–\(NetworkLooks.width)–\(digits.classCount) with ReLU, Adam at \(NetworkLooks.rate), \(NetworkLooks.epochs) epochs on the same \(looks.learned) \(digits.noun); \(looks.pool) others split \(NetworkLooks.splits) times at random into \(held) to choose by and the rest; the mean over splits and over every choice of networks; \(digits.source).",
        zh:
          "\(self.looks) 个 \(pixels)–\(NetworkLooks.width)–\(digits.classCount) 的 ReLU 网络，Adam 学习率 \(NetworkLooks.rate)，在同样的 \(looks.learned) 个\(digits.noun)上训练 \(NetworkLooks.epochs) 轮；其余 \(looks.pool) 个\(digits.noun)随机划分 \(NetworkLooks.splits) 次，\(held) 个用于挑选，剩下的用于测试；取各次划分与各种网络组合的平均；\(digits.source)。"
      )
    ) {
      Panel(
        x: Axis(Phrase("networks tried", zh: "尝试的网络个数"), .log, padding: .tight),
        y: Axis(
          Phrase("accuracy of the chosen one (%)", zh: "所选网络的准确率（%）"),
          domain: low - 0.35 * room...min(100, high + 0.12 * room))
      ) {
        Line(
          promised, as: .validation.named(Phrase("validation", zh: "验证集")), detail: "\(percent: ends.0 / 100)",
          hasDots: true)
        Line(
          kept, as: .test.named(Phrase("new \(digits.noun)", zh: "新\(digits.noun)")),
          detail: "\(percent: ends.1 / 100)", hasDots: true)
        if looks.optimism > 1.5 {
          Gap(
            x: last.squareRoot() * last.squareRoot() * 0.72, from: ends.0, to: ends.1, Phrase("only luck", zh: "只是运气"),
            strong: Phrase("\(looks.optimism, decimals: 0) points", zh: "\(looks.optimism, decimals: 0) 个百分点"),
            heads: .both)
        }
      }
    }
  }
}
