import LessonKit

extension Lamb {
  private var draws: Phrase {
    seeds == 1 ? Phrase("one draw", zh: "一次抽样") : Phrase("median, range: \(seeds) draws", zh: "\(seeds) 次抽样的中位数与范围")
  }

  private func conditions(_ study: LayerSteps) -> Phrase {
    Phrase(
      "‖ΔW‖/‖W‖ of the first step at rate \(rate); layers of \(LayerSteps.weights) normal weights times \(LayerSteps.sizes[0]) to \(LayerSteps.sizes[LayerSteps.sizes.count - 1]), loss half the squared distance to a random goal ‖W‖/2 away; \(draws). LAMB: You et al. 2020, algorithm 2, without decay.",
      zh:
        "学习率 \(rate) 下第一步的 ‖ΔW‖/‖W‖；\(LayerSteps.weights) 个正态权重乘以 \(LayerSteps.sizes[0]) 到 \(LayerSteps.sizes[LayerSteps.sizes.count - 1])，损失为到随机目标（距离 ‖W‖/2）距离平方的一半；\(draws)。LAMB：You 等 2020，算法 2，无权重衰减。"
    )
  }

  private var setting: Phrase { Phrase("First step, learning rate \(rate)", zh: "第一步，学习率 \(rate)") }

  /// Adam's share falls with the size of a layer's weights, LAMB's does not.
  func sharesFigure(_ study: LayerSteps) -> Figure {
    let shares = study.shares(.adam)
    let (small, large) = (shares[0].median, shares[shares.count - 1].median)
    let isEven = abs(study.ratio(.lamb) - 1) < 0.01 && study.ratio(.adam) > 10
    return Figure(
      headline: [
        .init("LAMB moves every layer by the same share, Adam does not", zh: "LAMB 使每层移动相同的比例，Adam 则不然", if: isEven)
      ], setting: setting, foot: draws,
      talk: Phrase(
        "Adam’s first step is the learning rate in every weight: \(percent: small) of a layer of small weights, \(percent: large) of one of large weights. LAMB stretches the step to the same share of the layer, \(percent: rate).",
        zh:
          "Adam 的第一步在每个权重上都等于学习率：对权重小的层是 \(percent: small)，对权重大的层只有 \(percent: large)。LAMB 把步长调整为该层的同一比例，\(percent: rate)。"
      ),
      ask: Phrase(
        "A layer’s weights are a hundred times as large. Does one rate suit both?", zh: "一层的权重是另一层的一百倍，同一个学习率适合两者吗？"),
      protocol: conditions(study)
    ) {
      Panel(x: sizeAxis, y: shareAxis, frame: .open) {
        fan(study, .adam, as: Rule.adam.identity)
        fan(study, .lamb, as: Rule.lamb.identity, detail: "\(percent: rate)")
        callout(small, at: LayerSteps.sizes[0])
        callout(large, at: LayerSteps.sizes[LayerSteps.sizes.count - 1])
      }
    }
  }

  /// How far a rule moves a layer.
  private func callout(_ share: Double, at size: Double, as rule: Rule = .adam) -> Callout {
    Callout("\(percent: share)", at: Point(size, 100 * share), as: rule.identity, bold: true)
  }

  /// The step divided by the norm: steeper than Adam's, not level.
  func invertedFigure(_ study: LayerSteps) -> Figure {
    let shares = study.shares(.lambNotes)
    let large = shares[shares.count - 1].median
    return Figure(
      headline: [
        .init(
          "Divided by the norm instead, large layers stand still", zh: "若改为除以范数，权重大的层几乎不动",
          if: study.ratio(.lambNotes) > 1000)
      ], setting: setting, foot: draws,
      talk: Phrase(
        "LAMB multiplies the step by the layer’s norm. Where a formula divides by it, the unevenness is squared: with \(percent: large) a step, the layer of large weights needs \(words: 1 / large) steps to move by its own length.",
        zh: "LAMB 把步长乘以该层的范数。若写成除以范数，不均匀程度就会平方：每步只有 \(percent: large)，权重大的层要 \(words: 1 / large) 步才能移动自身的长度。"),
      ask: Phrase("Should a layer’s step be multiplied or divided by its norm?", zh: "一层的步长应当乘以还是除以它的范数？"),
      protocol: conditions(study)
    ) {
      Panel(x: sizeAxis, y: shareAxis, frame: .open) {
        fan(study, .lambNotes, as: Rule.lambNotes.identity)
        callout(large, at: LayerSteps.sizes[LayerSteps.sizes.count - 1], as: .lambNotes)
        fan(study, .adam, as: Rule.adam.identity.greyed)
        fan(study, .lamb, as: Rule.lamb.identity)
      }
    }
  }

  private var sizeAxis: Axis { Axis(Phrase("size of weights (log scale)", zh: "权重的大小（对数坐标）"), .log) }
  private var shareAxis: Axis { Axis(Phrase("layer moves by (%, log scale)", zh: "该层移动的比例（%，对数坐标）"), .log) }

  /// The shares of a rule by size, in percent.
  private func fan(_ study: LayerSteps, _ rule: Rule, as name: Identity, detail: Phrase? = nil) -> Fan {
    let samples = zip(LayerSteps.sizes, study.shares(rule)).map {
      Fan.Sample(x: $0, median: 100 * $1.median, lower: 100 * $1.lowest, upper: 100 * $1.highest)
    }
    return Fan(samples, as: name, detail: detail, hasDots: true)
  }
}
