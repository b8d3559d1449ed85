import LessonKit

extension Schedules {
  private var conditions: Phrase {
    Phrase(
      "From rate \(rate) over \(steps, "step"): step decay by ten every third of the run, exponential to a hundredth, cosine to zero, on plateau by ten after \(steps / 10) losses that are not lower, and a warm-up from zero over a tenth of the run before the cosine.",
      zh:
        "从学习率 \(rate) 起，共 \(steps) 步：阶梯衰减每三分之一降为 1/10，指数衰减降到百分之一，余弦退火降到零，平台期衰减在损失连续 \(steps / 10) 次不降后降为 1/10，预热后余弦先用十分之一的步数从零升起。"
    )
  }

  /// Five small plots on the same axes.
  var shapesFigure: Figure {
    Figure(
      headline: [], setting: Phrase("From \(rate), over \(steps, "step")", zh: "从 \(rate) 起，共 \(steps) 步"),
      talk: Phrase(
        "A large rate is fast, a small one is exact: every schedule starts with the one and ends with the other. Plateau waits until the loss no longer falls, here at step \(ScheduleRates.fall(of: steps)); warm-up climbs first, so that the first updates stay small.",
        zh: "学习率大则快，小则准：每种调度都由大到小。平台期衰减等损失不再下降才动，这里是第 \(ScheduleRates.fall(of: steps)) 步；预热则先升后降，让最初的更新不至于过大。"),
      ask: Phrase("You may change the learning rate during training. How would you?", zh: "训练中可以改变学习率，你会怎么改？"),
      protocol: conditions, arrangement: .row([1, 1, 1, 1, 1]),
      panels: zip(Self.courses(rate: rate, steps: steps), Self.ways).map { course, way in
        let name = course.schedule.identity
        return Panel(
          x: .step.with(\.domain, 0...Double(steps)),
          y: Axis(Phrase("learning rate", zh: "学习率"), domain: 0...1.08 * rate), heading: name.name, subheading: way,
          as: name
        ) { Line(course.stairs, as: name, label: nil).with(\.hasEndMarker, false) }
      })
  }

  /// What makes each schedule change the rate.
  private static let ways = [
    Phrase("at set steps", zh: "按步数"), "", "", Phrase("once loss stalls", zh: "损失停滞时"),
    Phrase("climbs first", zh: "先升后降"),
  ]

  /// The loss under each schedule, and under one rate throughout.
  func lossFigure(_ run: Run) -> Figure {
    let runs = losses(run)
    let names = Self.schedules(rate: rate, steps: steps).map(\.identity) + [Schedule.constant.identity]
    let curves = names.indices.map { index in runs.spreads { $0[index] } }
    let ends = curves.map { $0[$0.count - 1].median }
    let (constant, best, worst) = (ends[ends.count - 1], ends.min() ?? 1, ends.dropLast().max() ?? .nan)
    let times = (constant / worst).rounded(.down)
    return Figure(
      headline: [
        .init(
          "Lower the rate and the loss ends at least \(times) times lower", zh: "降低学习率，最终损失至少低到 1/\(times)",
          if: times >= 2)
      ],
      setting: Phrase(
        "Noisy gradient descent from rate \(rate), median of \(seeds, "seed")",
        zh: "带梯度噪声的梯度下降，学习率从 \(rate) 起，\(seeds) 个种子的中位数"),
      talk: Phrase(
        "At a constant rate the loss stops where noise and descent balance. A lower rate averages the noise over more steps: so take large steps first, small ones at the end.",
        zh: "学习率不变时，损失停在噪声与下降相抵之处。学习率变小，噪声就在更多步上被平均：所以先用大步走近，最后再把步子缩小。"),
      ask: Phrase("The loss no longer falls. Is the training over?", zh: "损失不再下降了，训练结束了吗？"),
      protocol: Phrase(
        "Loss ½ Σ λᵢxᵢ² with \(Self.bowl.curvatures.count) curvatures from 1 to 10, evenly spaced in their logarithm, all weights \(Self.start) at first, normal noise of deviation 1 on each component of the gradient; \(runs.condition). \(conditions)",
        zh:
          "损失 ½ Σ λᵢxᵢ²，\(Self.bowl.curvatures.count) 个曲率在 1 到 10 间按对数均匀分布，权重初值均为 \(Self.start)，梯度每个分量加标准差为 1 的正态噪声；\(runs.condition)。\(conditions)"
      )
    ) {
      Panel(x: .step, y: Axis(Phrase("loss (log scale)", zh: "损失（对数坐标）"), .log, domain: 0.7 * best...3 * constant)) {
        for (index, name) in names.enumerated() {
          Fan(curves[index], as: name).with(\.line.isNamedAlong, index < names.count - 1).with(\.hasBand, false)
        }
        if times >= 2 {
          Gap(
            x: (0.9 * Double(steps)).rounded(), from: constant, to: worst, "",
            strong: Phrase("\(times) times", zh: "\(times) 倍"))
        }
      }
    }
  }

  /// The largest jump by schedule, beside the sum of all.
  var changeFigure: Figure {
    let courses = Self.courses(rate: rate, steps: steps)
    let (jumps, sums) = (courses.map(\.rates.largestChange), courses.map(\.rates.totalVariation))
    let falling = sums.dropLast()
    func dots(_ numbers: [Double], _ heading: Phrase) -> Panel {
      let dots = NamedDots(
        zip(courses, numbers).map { .init($0.schedule.identity, $1, words: "\($1, digits: 2)") }, name: heading)
      return Panel(x: Axis(Phrase("change (log scale)", zh: "变化（对数坐标）"), .log), y: dots.axis, heading: heading) { dots }
    }
    let isSame = (falling.max() ?? 1) < 1.05 * (falling.min() ?? 0)
    let differs = (jumps.max() ?? 0) > 5 * (jumps.min() ?? 1)
    return Figure(
      headline: [.init("What differs is the largest jump, not the sum", zh: "差别在最大的跳变，不在变化的总和", if: isSame && differs)],
      setting: Phrase(
        "Changes of the learning rate over \(steps, "step"), from \(rate)", zh: "\(steps) 步内学习率的变化，从 \(rate) 起"),
      talk: Phrase(
        "Add up all changes of a rate that only falls, and you get where it began less where it ended, whatever its shape. Smoothness is the size of the largest jump: \(jumps[2], digits: 2) for the cosine, \(jumps[0], digits: 2) for steps.",
        zh: "只降不升的学习率，所有变化加起来就是起点减终点，与形状无关。平滑与否要看最大的一次跳变：余弦为 \(jumps[2], digits: 2)，阶梯为 \(jumps[0], digits: 2)。"),
      ask: Phrase("Which schedule changes the rate the most?", zh: "哪种调度让学习率变化最大？"), protocol: conditions
    ) {
      dots(jumps, Phrase("Largest jump", zh: "最大跳变"))
      dots(sums, Phrase("All changes added up", zh: "变化的总和"))
    }
  }
}
