import LessonKit

extension Memorisation {
  /// Accuracy as it grows, on true labels and on shuffled ones, with six of the digits and the labels that are learned.
  func shuffledFigure(_ study: MemoryRuns) -> Figure {
    let given = study.end(.asGiven, \.training).median
    let (learned, test) = (study.end(.shuffled, \.training).median, study.end(.shuffled, \.test).median)
    let chance = study.mostByChance(of: study.data.train.count)
    let (lost, all, first) = (study.lostCount, 2 * seeds, study.firstDivergedIn ?? 0)
    let (share, luck) = (MemoryRuns.percent(learned), MemoryRuns.percent(digits.chance))
    return Figure(
      headline: [
        .init(
          "\(lost) of \(all) networks diverge, the first in epoch \(first)",
          zh: "\(all) 个网络中有 \(lost) 个发散，最早在第 \(first) 轮", if: lost > 0),
        .init(
          "Learns \(share) of shuffled labels by heart, tests at chance", zh: "打乱的标签：训练 \(share)，测试与随机猜测无异",
          if: learned >= 99 && test <= study.mostByChance(of: study.data.test.count)),
        .init(
          "Learns \(share) of shuffled labels by heart, tests at \(MemoryRuns.percent(test))",
          zh: "打乱的标签：训练 \(share)，测试 \(MemoryRuns.percent(test))", if: learned >= 99),
        .init(
          "\(share) of the shuffled labels are learned; chance is \(luck)", zh: "打乱的标签学会 \(share)，随机猜测为 \(luck)",
          if: learned > chance),
        .init("Shuffled labels: no better than chance", zh: "打乱的标签：与随机猜测无异", if: given > chance),
        .init("True labels or shuffled: no better than chance", zh: "无论真实还是打乱，都与随机猜测无异"),
      ],
      setting: Phrase(
        "One network learns the same \(samples) \(digits.noun) twice", zh: "同一网络学习同样的 \(samples) 个\(digits.noun)，标签不同"),
      foot: digits.origin ?? "",
      talk: Phrase(
        "Only the labels differ: on the right each \(digits.one) has the label of another. The network learns them all the same, one by one, and then knows nothing of new \(digits.noun): a training accuracy of 100\u{2009}% says nothing of what was understood.",
        zh:
          "只有标签不同：右边每个\(digits.noun)用的是别的\(digits.noun)的标签。网络照样一个一个背了下来，却对新的\(digits.noun)一无所知：训练集准确率 100% 并不说明它理解了什么。"),
      ask: Phrase(
        "If every label is wrong, what accuracy can the network reach on the \(digits.noun) that it learns from?",
        zh: "如果标签全是错的，网络在训练用的\(digits.noun)上能达到多高的准确率？"),
      protocol: Phrase(
        "\(digits.featureCount)–\(width)–\(width)–\(digits.classCount) with ReLU, cross-entropy, Adam at \(rate), batches of \(LabelMemory.batch), \(epochs, "epoch"); \(study.runs.condition), each seed draws weights, shuffle and batches; tested on \(study.data.test.count) other \(digits.noun) with true labels; \(digits.source).",
        zh:
          "\(digits.featureCount)–\(width)–\(width)–\(digits.classCount)，ReLU，交叉熵，Adam，学习率 \(rate)，每批 \(LabelMemory.batch) 个，\(epochs) 轮；\(study.runs.condition)，种子决定初始权重、打乱方式与批次；以另外 \(study.data.test.count) 个\(digits.noun)的真实标签测试；\(digits.source)。"
      ), arrangement: .row([1, 1]), panels: [panel(study, .asGiven), panel(study, .shuffled)])
  }

  /// The accuracies on one kind of labels, with the pictures that it stands for.
  private func panel(_ study: MemoryRuns, _ labels: MemoryRuns.Labels) -> Panel {
    let last = Double(epochs)
    let fans = [
      study.fan(labels, \.training, as: .training.named(Phrase("train", zh: "训练"))),
      study.fan(labels, \.test, as: .test.named(Phrase("test", zh: "测试"))),
    ]
    // The pictures stand where the curves leave room.
    let parts = [19.0...77, 47...100].map { View(x: 0.44 * last...0.98 * last, y: $0) }
    let room = epochs < 10 ? nil : View.first(of: parts, without: fans.flatMap(\.line.points))
    return Panel(
      x: .counting(Phrase("epoch", zh: "轮数"), domain: 0...last),
      y: Axis(Phrase("accuracy (%)", zh: "准确率（%）"), domain: 0...104),
      heading: labels == .shuffled ? Phrase("Shuffled labels", zh: "打乱标签") : Phrase("True labels", zh: "真实标签")
    ) {
      Reference(
        [0, 0.5 * last, last].map { Point($0, digits.chance) }, label: labels == .asGiven ? Identity.chance.name : nil)
      if let room { Thumbnails(study.pictures(labels), perRow: 3, in: room) }
      for fan in fans { fan }
    }
  }
}
