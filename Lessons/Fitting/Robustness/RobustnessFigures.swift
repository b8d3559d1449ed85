import LessonKit

extension Robustness {
  /// Accuracy against the size of the nudge, random and adversarial, with one digit before and after.
  func noiseFigure(_ study: NudgeRuns) -> Figure {
    let (clean, cost) = (study.curve(.adversarial)[0].median, study.cost(.adversarial, nudge))
    let (random, points) = (study.cost(.random, nudge), Int(cost.rounded()))
    let (before, after) = (Int(clean.rounded()), Int((clean - cost).rounded()))
    let example = study.example(nudge)
    return Figure(
      headline: [
        .init(
          "Accurate is not robust: a tiny nudge cuts \(before)\u{2009}% to \(after)\u{2009}%",
          zh: "准确不等于稳健：微小扰动使 \(before)% 降到 \(after)%", if: clean > 80 && points >= 10 && cost > 3 * random),
        .init("This network is not accurate to begin with", zh: "这个网络本来就不准确", if: clean <= 80),
        .init(
          "A nudge of \(nudge)\u{2009}% costs \(points, "point")", zh: "\(nudge)% 的扰动损失 \(points) 个百分点", if: clean > 80),
      ], setting: setting, foot: digits.origin ?? "",
      talk: Phrase(
        "Both nudges change every \(digits.feature) by the same amount. At random they cancel in the network’s sums, so that it hardly notices. In the direction of the gradient they add up, \(digits.featureCount) small changes all against the label. A test with noise says little about the worst case.",
        zh:
          "两种扰动对每个\(digits.feature)的改变一样大。随机时，它们在网络的求和中相互抵消，几乎没有影响。沿梯度方向时，它们全部叠加，\(digits.featureCount) 个小改变都指向错误答案。用噪声测试说明不了最坏情形。"
      ),
      ask: Phrase(
        "A network reads \(Int(clean.rounded()))\u{2009}% of new \(digits.noun). How much may a \(digits.feature) change before it fails?",
        zh: "一个网络能认出 \(Int(clean.rounded()))% 的新\(digits.noun)。\(digits.feature)改变多少它就会出错？"),
      protocol: conditions(study), arrangement: .row([2.3, 1])
    ) {
      Panel(x: Axis(scale, domain: 0...20), y: Axis(Phrase("accuracy (%)", zh: "准确率（%）"), domain: 0...104)) {
        curve(study, .random, .randomNudge)
        curve(study, .adversarial, .adversarialNudge)
        if points >= 10 {
          LabelledDot(
            Point(Double(nudge), clean - cost), label: Phrase("\(after)\u{2009}%", zh: "\(after)%"),
            as: .adversarialNudge, side: .right, size: 1.8
          ).with(\.role, .finding).with(\.scale, 1.5)
        }
      }
      if !example.isEmpty { Thumbnails.column(example, role: .finding) }
    }
  }

  private var isPicture: Bool { digits.side != nil }
  private var setting: Phrase {
    isPicture
      ? Phrase("Every pixel \(nudge)\u{2009}% lighter or darker", zh: "每个像素变亮或变暗 \(nudge)%")
      : Phrase("Every feature \(nudge)\u{2009}% of its range up or down", zh: "每个特征增减其取值范围的 \(nudge)%")
  }
  private var scale: Phrase {
    isPicture ? Phrase("nudge (% of full ink)", zh: "扰动（占满墨的 %）") : Phrase("nudge (% of the range)", zh: "扰动（占取值范围的 %）")
  }

  private func conditions(_ study: NudgeRuns) -> Phrase {
    let (pixels, tests) = (digits.featureCount, study.digits.test.count)
    return Phrase(
      "\(pixels)–\(width)–\(digits.classCount) with ReLU, Adam at \(rate), \(epochs, "epoch") of \(study.digits.train.count) \(digits.noun); \(tests) test \(digits.noun), \(digits.feature)s from 0 to 1, each moved by the nudge and kept between 0 and 1: by a coin, or by the sign of the loss’s gradient (I. Goodfellow et al., ICLR 2015); shown: of the examples so deceived the one that it was surest of; \(study.runs.condition); \(digits.source).",
      zh:
        "\(pixels)–\(width)–\(digits.classCount)，ReLU，Adam 学习率 \(rate)，\(study.digits.train.count) 个\(digits.noun)训练 \(epochs) 轮；\(tests) 个测试\(digits.noun)，\(digits.feature)在 0 到 1 之间，每个\(digits.feature)移动扰动的大小并限制在 0 与 1 之间：方向由硬币决定，或取损失梯度的符号（I. Goodfellow 等，ICLR 2015）；图中是受骗样本里网络原先最有把握的一个；\(study.runs.condition)；\(digits.source)。"
    )
  }

  /// The medians, named under the curve.
  private func curve(_ study: NudgeRuns, _ direction: NudgedDigits.Direction, _ identity: Identity) -> [any Mark] {
    let spreads = study.curve(direction)
    var fan = Fan(spreads, at: NudgeRuns.sizes.map { Double($0) }, as: identity)
    fan.hasBand = false
    fan.line = fan.line.with(\.label, nil).with(\.isTold, true).with(\.weight, direction == .random ? 1.2 : 1.9).with(
      \.hasEndMarker, false)
    let (place, drop) = direction == .random ? (15, 3.0) : (5, 27)
    let name = Callout(
      direction == .random ? identity.name : Phrase("adversarial\nnudge", zh: "对抗扰动"),
      at: Point(Double(place), max(8, spreads[place].median - drop)), as: identity, bold: true, placement: .below
    ).with(\.scale, direction == .random ? 1 : 1.25)
    return [fan, name]
  }
}
