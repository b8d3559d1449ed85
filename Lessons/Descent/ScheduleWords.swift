import LessonKit

/// What the figure of the lesson on schedules says.
struct ScheduleWords {
  let study: ScheduleStudy

  static let short = [
    Phrase("step", zh: "阶梯"), Phrase("exponential", zh: "指数"), Phrase("cosine", zh: "余弦"),
    Phrase("plateau", zh: "平台"), Phrase("warm-up", zh: "预热"),
  ]

  private func text(_ value: Double) -> String { Digits.text(value, digits: 3) }
  private func sum(_ index: Int) -> Double { study.courses[index].rates.totalVariation }
  private func largest(_ index: Int) -> Double { study.courses[index].rates.largestChange }

  /// Both measures of a schedule.
  func measured(_ course: ScheduleStudy.Course) -> Phrase {
    let largest = Digits.text(course.rates.largestChange, digits: 2)
    let sum = "$\\Sigma|\\Delta\\eta|$ \(Digits.text(course.rates.totalVariation, digits: 2))"
    return Phrase(
      "\(sum), max $|\\Delta\\eta|$ \(largest)", zh: "\(sum)，最大 $|\\Delta\\eta|$ \(largest)")
  }

  /// What the notes say of a schedule's sum, nil where they say nothing.
  func stated(_ index: Int) -> Phrase? {
    switch index {
    case 0: Phrase("stated: $\\Sigma$ high", zh: "讲义：$\\Sigma$ 高")
    case 2: Phrase("stated: $\\Sigma$ low", zh: "讲义：$\\Sigma$ 低")
    default: nil
    }
  }

  /// Where there is room for that, as shares of the run and of the rate.
  func placeOfStated(_ index: Int) -> (Double, Double) { index == 0 ? (0.36, 0.84) : (1, 0.97) }

  /// The dashed curve's name; none where it is the rate itself.
  var average: Phrase? {
    guard study.window > 1 else { return nil }
    return Phrase("mean of \(study.window)", zh: "\(study.window) 步平均")
  }

  var finding: Phrase {
    let (step, cosine) = (text(sum(0)), text(sum(2)))
    if abs(sum(0) - sum(2)) <= 0.02 * sum(2) {
      return Phrase(
        "Cosine and steps change the rate by almost the same sum", zh: "余弦与阶梯使学习率变化的总和几乎相同")
    }
    return Phrase(
      "Cosine changes the rate by \(cosine) in all, steps by \(step)",
      zh: "学习率的总变化：余弦 \(cosine)，阶梯 \(step)")
  }

  var subtitle: Phrase {
    Phrase(
      "Lecture notes: $\\Sigma|\\Delta\\eta|$ low for cosine, high for steps. Measured: \(text(sum(2))) and \(text(sum(0))), from $\\eta$ = \(text(study.rate)) in \(Digits.count(study.steps)) steps",
      zh:
        "讲义：余弦的 $\\Sigma|\\Delta\\eta|$ 低，阶梯的高。实测：\(text(sum(2))) 与 \(text(sum(0)))，从 $\\eta$ = \(text(study.rate)) 起，\(Digits.count(study.steps)) 步"
    )
  }

  /// What a panel needs said under the figure; of most nothing.
  func notes(_ index: Int) -> [Phrase] {
    switch study.courses[index].schedule.name {
    case "step": [smoothing(index)]
    case "plateau":
      [
        Phrase(
          "The plateau sees a loss that falls for \(Digits.count(3 * study.steps / 10, of: "step")), then stays.",
          zh: "平台衰减所见的损失在前 \(3 * study.steps / 10) 步下降，之后不变。")
      ]
    default: []
    }
  }

  /// What the moving average makes of both measures.
  private func smoothing(_ index: Int) -> Phrase {
    guard study.window > 1 else {
      return Phrase("A moving average over 1 step is the rate itself.", zh: "窗口为 1 时，移动平均就是学习率本身。")
    }
    let (rates, smoothed) = (study.courses[index].rates, study.courses[index].smoothed)
    let times = Digits.text(rates.largestChange / smoothed.largestChange, digits: 2)
    let (before, after) = (text(rates.totalVariation), text(smoothed.totalVariation))
    let sum =
      before == after
      ? Phrase("and leaves their sum", zh: "总和不变")
      : Phrase("and their sum \(after), not \(before)", zh: "总和由 \(before) 变为 \(after)")
    return Phrase(
      "Dashed: mean of the last \(Digits.count(study.window, of: "rate")); it makes the largest change of the steps \(times) times smaller \(sum.english).",
      zh: "虚线：最近 \(study.window) 个学习率的平均；阶梯的最大变化缩小为 1/\(times)，\(sum.chinese)。")
  }

  private func list(_ language: Language) -> String {
    study.courses.indices.map {
      "\(Self.short[$0][language]) \(text(sum($0))) / \(text(largest($0)))"
    }
    .joined(separator: language == .english ? ", " : "，")
  }

  var caption: Phrase {
    Phrase(
      "\(finding.english): \(text(sum(2))) and \(text(sum(0))). Sum of changes / largest change: \(list(.english)). Rates from \(text(study.rate)) over \(Digits.count(study.steps)) steps, moving average over \(study.window).",
      zh:
        "\(finding.chinese)：\(text(sum(2))) 与 \(text(sum(0)))。变化总和 / 最大变化：\(list(.chinese))。学习率从 \(text(study.rate)) 起，\(Digits.count(study.steps)) 步，移动平均窗口 \(study.window)。"
    )
  }

  var alt: Phrase {
    Phrase(
      "Plot of curves: five learning-rate schedules, and their changes added up. Sum / largest change: \(list(.english)).",
      zh: "五种学习率调度的曲线，以及变化的累计曲线。变化总和 / 最大变化：\(list(.chinese))。")
  }
}
