import LessonKit

/// The notes' demonstration as a figure: three curves of loss, and the last losses against the line's intercept.
struct LineRatesPicture {
  let study: LineRates
  /// The draw of noise on the left: the median of descent at the lower rate.
  private let draw: Int
  private let walks: [Walk]
  private let intercepts = (0.0...20).evenlySpaced(count: 21)
  /// Rule by rule without the one that diverges, intercept by intercept, the last loss of every draw.
  private let finals: [[[Double]]]

  private static let (slow, wild, adagrad) = (0, 1, 2)
  private static let shown = [slow, adagrad]

  init(study: LineRates) {
    self.study = study
    draw = study.middleDraw(LineRates.notes)
    let error = study.error(LineRates.notes, draw: draw)
    walks = LineRates.rules.map { study.walk($0, on: error) }
    let intercepts = intercepts
    finals = Self.shown.map { rule in
      intercepts.concurrentMap {
        let truth = LineRates.Truth(slope: LineRates.notes.slope, intercept: $0)
        return study.finals(LineRates.rules[rule], truth)
      }
    }
  }

  private var names: [Phrase] {
    LineRates.rules.map { Phrase(same: "\($0.displayName) \(Digits.text($0["lr"] ?? .nan))") }
  }
  private func rate(_ rule: Int) -> String { Digits.text(LineRates.rules[rule]["lr"] ?? .nan) }
  private var ends: [Double] { walks.map { $0.hasDiverged ? .infinity : $0.losses[$0.steps] } }
  private var limit: String { Digits.text(LineRates.curvature.stableRate, digits: 2) }
  private var steps: String { Digits.count(study.steps) }

  func outcome(claims: [Claim]) -> Outcome {
    let figure = Figure(
      finding, subtitle: setting, arrangement: .row([1.1, 1]),
      panels: [curves, others])
    return Outcome(
      figure: figure, claims: claims,
      series: zip(names, walks).map { $1.table(named: $0.english) } + tables, caption: caption,
      alt: alt)
  }

  /// The sentence for the title.
  private var finding: Phrase {
    guard walks[Self.wild].divergedAt != nil else {
      return Phrase("Too few steps to diverge: \(steps)", zh: "\(steps) 步还不足以发散")
    }
    let (slow, adagrad) = (ends[Self.slow], ends[Self.adagrad])
    let share = Digits.text(100 * adagrad / slow, digits: 2)
    return Phrase(
      "Rate \(rate(Self.wild)) diverges; Adagrad ends at \(share) % of SGD’s error",
      zh: "学习率 \(rate(Self.wild)) 发散；Adagrad 的误差是 SGD \(rate(Self.slow)) 的 \(share)%")
  }

  private var setting: Phrase {
    let (slope, intercept) = (LineRates.notes.slope, LineRates.notes.intercept)
    return Phrase(
      "Fitting $y = \(Digits.text(slope))x + \(Digits.text(intercept))$, 21 points, noise 2  ·  limit $2/λ$ = \(limit)",
      zh:
        "拟合 $y = \(Digits.text(slope))x + \(Digits.text(intercept))$，21 个点，噪声 2  ·  上限 $2/λ$ = \(limit)"
    )
  }

  private var stamp: [Phrase] {
    [
      comparison,
      Phrase(
        "All start at zero and take \(Digits.count(study.steps, of: "step")) at constant rates, unclipped.",
        zh: "都从零出发，走 \(steps) 步，学习率不变，不裁剪梯度。"),
    ]
  }

  /// What the notes say of Adagrad, beside what came out.
  private var comparison: Phrase {
    let (slow, adagrad) = (
      Digits.text(ends[Self.slow], digits: 3), Digits.text(ends[Self.adagrad], digits: 3)
    )
    return Phrase(
      "The lecture notes call Adagrad “far better” than SGD at these rates; measured: error \(adagrad) against \(slow).",
      zh: "讲义称在这些学习率下 Adagrad 比 SGD“好得多”；实测误差为 \(adagrad) 对 \(slow)。")
  }

  /// What is shown of the draws on the right, and where the two tie.
  private var range: Phrase {
    let draws =
      study.seeds == 1
      ? Phrase("one draw of noise", zh: "噪声只抽样一次")
      : Phrase(
        "median and range of \(study.seeds) draws of noise",
        zh: "\(study.seeds) 次噪声抽样的中位数与范围")
    let tie = tie.map {
      Phrase("; near intercept \(Digits.text($0)) they tie", zh: "；截距约为 \(Digits.text($0)) 时打平")
    }
    return Phrase("Right: ", zh: "右图：") + draws + (tie ?? "") + Phrase(".", zh: "。")
  }

  /// Where a curve leaves a log view at the top; nil where it stays.
  private func exit(_ walk: Walk, above top: Double) -> Point? {
    guard let k = walk.losses.indices.dropFirst().first(where: { !(walk.losses[$0] <= top) })
    else { return nil }
    let (before, after) = (log(walk.losses[k - 1]), log(walk.losses[k]))
    let part = after.isFinite ? (log(top) - before) / (after - before) : 0
    return Point(Double(k - 1) + part, top)
  }

  /// A rule's loss, named at its end, or where it leaves the view.
  private func curve(_ i: Int, leaving exit: Point?) -> Line {
    let end = names[i] + Phrase(same: ": \(Digits.text(ends[i], digits: 3))")
    var line = walks[i].lossCurve(names[i], label: exit == nil ? end : nil, series: i)
    line.divergedAt = nil
    (line.hasExits, line.hasEndMarker) = (exit != nil, exit == nil)
    return line
  }

  /// When a walk leaves the view.
  private func fate(leaving exit: Point) -> Phrase {
    let step = Digits.count(Int(exit.x.rounded(.up)))
    return Phrase(": off the top at step \(step)", zh: "：第 \(step) 步越出图顶")
  }

  /// Loss against step; what diverges leaves at the top.
  private var curves: Panel {
    let start = walks[0].losses[0]
    let floor = study.error(LineRates.notes, draw: draw).least
    let (low, top) = (min(1, 0.5 * floor), 40 * start)
    let exits = walks.map { exit($0, above: top) }
    /// The height at a share of the axis.
    func height(_ share: Double) -> Double { low * exp(share * log(top / low)) }
    var panel = Panel(
      x: Axis(Phrase("step", zh: "步数"), domain: 0...Double(study.steps)),
      y: Axis(
        Phrase("mean square error", zh: "均方误差"), .log, domain: low...top),
      frame: .open, heading: Phrase("Two rates, and Adagrad", zh: "两个学习率与 Adagrad")
    ) {
      Reference(
        [Point(0, floor), Point(Double(study.steps), floor)],
        label: Phrase("best straight line", zh: "最佳直线"))
      for i in walks.indices {
        curve(i, leaving: exits[i])
        if let exit = exits[i] {
          Callout(
            names[i] + fate(leaving: exit), at: Point(exit.x, height(0.92)), series: i, bold: true,
            placement: .right)
        }
      }
    }
    panel.subheading =
      study.seeds == 1
      ? nil
      : Phrase(
        "of \(study.seeds) draws of noise, the one with SGD’s median error",
        zh: "\(study.seeds) 次噪声抽样中 SGD 误差居中的一次")
    panel.x.countsWholes = true
    panel.notes = stamp
    return panel
  }

  /// The last loss for lines that cross the y axis elsewhere.
  private var others: Panel {
    let notes = LineRates.notes.intercept
    let all = finals.flatMap { $0 }.flatMap { $0 }.filter(\.isFinite)
    let (least, most) = (all.min() ?? 1, all.max() ?? 10)
    // At least two decades, so that the axis has two numbers.
    let air = max(1.5, (100 * least / most).squareRoot())
    let (low, high) = (least / air, most * air)
    var panel = Panel(
      x: Axis(Phrase("intercept of the line", zh: "直线的截距"), domain: 0...20),
      y: Axis(
        Phrase("error after \(Digits.count(study.steps, of: "step"))", zh: "\(steps) 步后的误差"), .log,
        domain: low...high),
      frame: .open, heading: Phrase("The same, on other lines", zh: "换成别的直线")
    ) {
      Reference(
        (low...high).logSpaced(count: 9).map { Point(notes, $0) },
        label: Phrase("left panel", zh: "左图"))
      for (i, rule) in Self.shown.enumerated() {
        Band(
          lower: curve(i) { $0.min() ?? .nan }, upper: curve(i) { $0.max() ?? .nan }, series: rule)
      }
      for (i, rule) in Self.shown.enumerated() {
        Line(curve(i) { $0.median() }, name: names[rule], label: names[rule], series: rule)
      }
    }
    panel.isEssential = false
    panel.notes = [range]
    return panel
  }

  private func curve(_ i: Int, _ number: ([Double]) -> Double) -> [Point] {
    zip(intercepts, finals[i]).map { Point($0, number($1)) }
  }

  private var tables: [Series] {
    Self.shown.enumerated().map { i, rule in
      Series(
        "\(names[rule].english) by intercept",
        columns: ["intercept", "least", "median", "largest"],
        rows: zip(intercepts, finals[i]).map {
          [$0, $1.min() ?? .nan, $1.median(), $1.max() ?? .nan]
        })
    }
  }

  /// The intercept at which the medians are nearest to each other, where they differ by less than a tenth.
  private var tie: Double? {
    func apart(_ i: Int) -> Double { abs(log(finals[0][i].median() / finals[1][i].median())) }
    guard let nearest = intercepts.indices.min(by: { apart($0) < apart($1) }),
      apart(nearest) < log(1.1)
    else { return nil }
    return intercepts[nearest]
  }

  private var summary: Phrase {
    func end(_ i: Int) -> Phrase {
      walks[i].divergedAt.map { Phrase("diverges at step \($0)", zh: "在第 \($0) 步发散") }
        ?? Phrase(same: Digits.text(ends[i], digits: 3))
    }
    func item(_ i: Int) -> Phrase {
      let name = LineRates.rules[i].displayName
      return Phrase("\(name) (rate \(rate(i))): ", zh: "\(name)（学习率 \(rate(i))）：") + end(i)
    }
    let items = names.indices.map(item)
    return Phrase(
      items.map(\.english).joined(separator: ", "), zh: items.map(\.chinese).joined(separator: "，"))
  }

  private var caption: Phrase {
    let turn = tie.map { Digits.text($0) }
    return Phrase(
      "Fitting a line for \(Digits.count(study.steps, of: "step")) from zero; final error: \(summary.english). The limit 2/λ is \(limit). \(turn.map { "At an intercept of \($0) both end about equally high." } ?? "At no intercept do both end equally high.")\(study.seeds == 1 ? "" : " Bands: range of \(study.seeds) draws.")",
      zh:
        "从零开始拟合直线 \(steps) 步，最终误差：\(summary.chinese)。上限 2/λ 为 \(limit)。\(turn.map { "截距为 \($0) 时两者的误差大致相同。" } ?? "任何截距下两者都不相等。")\(study.seeds == 1 ? "" : "色带：\(study.seeds) 次抽样的范围。")"
    )
  }

  private var alt: Phrase {
    Phrase(
      "Two plots: error against step for a line fit, and final error against the line’s intercept. \(summary.english).",
      zh: "直线拟合误差随步数的曲线，以及最终误差随直线截距的变化。\(summary.chinese)。")
  }
}
