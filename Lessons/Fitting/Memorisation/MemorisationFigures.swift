import LessonKit

extension Memorisation {
  /// Accuracy as it grows, on true labels and on shuffled ones, with six of the digits and the labels that are learned.
  func shuffledFigure(_ study: Study) -> Figure {
    let given = study.end(.asGiven, \.training).median
    let (learned, test) = (study.end(.shuffled, \.training).median, study.end(.shuffled, \.test).median)
    let chance = study.mostByChance(of: study.digits.train.count)
    let (lost, all) = (study.lostCount, 2 * seeds)
    let first = Labels.allCases.compactMap { study.divergedIn($0) }.min() ?? 0
    let (share, luck) = (Self.percent(learned), Self.percent(digits.chance))
    return Figure(
      headline: [
        .init(
          "\(lost) of \(all) networks diverge, the first in epoch \(first)",
          zh: "\(all) 个网络中有 \(lost) 个发散，最早在第 \(first) 轮", if: lost > 0),
        .init(
          "Learns \(share) of shuffled labels by heart, tests at chance", zh: "打乱的标签：训练 \(share)，测试与随机猜测无异",
          if: learned >= 99 && test <= study.mostByChance(of: study.digits.test.count)),
        .init(
          "Learns \(share) of shuffled labels by heart, tests at \(Self.percent(test))",
          zh: "打乱的标签：训练 \(share)，测试 \(Self.percent(test))", if: learned >= 99),
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
        zh: "如果标签全是错的，网络在训练用的\(digits.noun)上能达到多高的准确率？"), protocol: conditions(study), arrangement: .row([1, 1]),
      panels: [panel(study, .asGiven), panel(study, .shuffled)])
  }

  private func conditions(_ study: Study) -> Phrase {
    let (pixels, tests) = (digits.featureCount, study.digits.test.count)
    return Phrase(
      "\(pixels)–\(width)–\(width)–\(digits.classCount) with ReLU, cross-entropy, Adam at \(rate), batches of \(LabelMemory.batch), \(epochs, "epoch"); \(study.runs.condition), each seed draws weights, shuffle and batches; tested on \(tests) other \(digits.noun) with true labels; \(digits.source).",
      zh:
        "\(pixels)–\(width)–\(width)–\(digits.classCount)，ReLU，交叉熵，Adam，学习率 \(rate)，每批 \(LabelMemory.batch) 个，\(epochs) 轮；\(study.runs.condition)，种子决定初始权重、打乱方式与批次；以另外 \(tests) 个\(digits.noun)的真实标签测试；\(digits.source)。"
    )
  }

  private static func percent(_ accuracy: Double) -> Phrase {
    "\(percent: accuracy / 100, digits: accuracy > 99 ? 3 : 2)"
  }

  private func panel(_ study: Study, _ labels: Labels) -> Panel {
    let last = Double(epochs)
    return Panel(
      x: .counting(Phrase("epoch", zh: "轮数"), domain: 0...last),
      y: Axis(Phrase("accuracy (%)", zh: "准确率（%）"), domain: 0...104),
      heading: labels == .shuffled ? Phrase("Shuffled labels", zh: "打乱标签") : Phrase("True labels", zh: "真实标签")
    ) {
      Reference(
        [0, 0.5 * last, last].map { Point($0, digits.chance) }, label: labels == .asGiven ? Identity.chance.name : nil)
      if let view = room(study, labels) { Thumbnails(study.examples(labels), perRow: 3, in: view) }
      fan(study, labels, \.training, .training.named(Phrase("train", zh: "训练")))
      fan(study, labels, \.test, .test.named(Phrase("test", zh: "测试")))
    }
  }

  /// A part of the plot that the curves leave free for pictures, if there is one.
  private func room(_ study: Study, _ labels: Labels) -> View? {
    let right = 0.44 * Double(epochs)...0.98 * Double(epochs)
    let medians = [\LabelMemory.training, \LabelMemory.test].flatMap { part in
      zip(LabelMemory.measured(epochs), study.curve(labels, part)).map { Point(Double($0), $1.median) }
    }.filter { right.contains($0.x) }
    let heights = [19.0...77, 47...100].first { heights in !medians.contains { heights.contains($0.y) } }
    return epochs < 10 ? nil : heights.map { View(x: right, y: $0) }
  }

  /// The median with its range, and the last value beside it, or as far as all seeds came before one diverged.
  private func fan(_ study: Study, _ labels: Labels, _ part: KeyPath<LabelMemory, [Double]>, _ name: Identity) -> Fan {
    let curve = study.curve(labels, part)
    var fan = Fan(curve, at: LabelMemory.measured(epochs).map { Double($0) }, as: name)
    fan.line.label = Phrase(
      "\(name.name) \(Self.percent(curve.last?.median ?? .nan))",
      zh: "\(name.name) \(Self.percent(curve.last?.median ?? .nan))")
    if let epoch = study.divergedIn(labels) {
      fan.line.divergedAt = epoch
      fan.line.label = Phrase("\(name.name): diverged in epoch \(epoch)", zh: "\(name.name)：第 \(epoch) 轮发散")
    }
    return fan
  }
}
