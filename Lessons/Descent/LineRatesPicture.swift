import LessonKit

/// The notes' demonstration as a figure: three curves of loss, and the last losses against the line's intercept.
struct LineRatesPicture {
  let study: LineRates
  private let walks: [Walk]
  private let intercepts = (0.0...20).evenlySpaced(count: 21)
  /// Rule by rule without the one that diverges, intercept by intercept, the last loss of every draw.
  private let finals: [[[Double]]]

  private static let (slow, wild, adagrad) = (0, 1, 2)
  private static let shown = [slow, adagrad]

  init(study: LineRates) {
    self.study = study
    let error = study.error(LineRates.notes, draw: 0)
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
  private var ends: [Double] { walks.map { $0.hasDiverged ? .infinity : $0.losses[$0.steps] } }
  private var limit: String { Digits.text(LineRates.curvature.stableRate, digits: 2) }
  private var steps: String { Digits.count(study.steps) }

  func outcome(claims: [Claim]) -> Outcome {
    let figure = Figure(
      finding, subtitle: setting, notes: stamp, arrangement: .row([1.1, 1]),
      panels: [curves, others])
    return Outcome(
      figure: figure, claims: claims,
      series: zip(names, walks).map { $1.table(named: $0.english) } + tables, caption: caption,
      alt: alt)
  }

  /// The sentence for the title.
  private var finding: Phrase {
    guard let step = walks[Self.wild].divergedAt else {
      return Phrase("\(steps) steps are too few to diverge", zh: "\(steps) 步还不足以发散")
    }
    let (slow, adagrad) = (ends[Self.slow], ends[Self.adagrad])
    let times = Digits.text(max(slow, adagrad) / min(slow, adagrad), digits: 2)
    return slow > adagrad
      ? Phrase(
        "One rate diverges at step \(step); Adagrad ends \(times)× lower",
        zh: "一个学习率在第 \(step) 步发散；Adagrad 的最终损失仅为 1/\(times)")
      : Phrase(
        "One rate diverges at step \(step); Adagrad ends \(times)× higher",
        zh: "一个学习率在第 \(step) 步发散；Adagrad 的最终损失高 \(times) 倍")
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
    Terms(
      starts: Phrase("slope and intercept 0", zh: "斜率与截距均从 0 开始"), steps: study.steps,
      rates: Phrase("as in the notes", zh: "取自讲义"),
      judged: Phrase(
        "the mean square error; right: median and range of \(study.seeds) draws of noise",
        zh: "均方误差；右图为 \(study.seeds) 次噪声抽样的中位数与范围")
    ).stamp
  }

  /// Loss against step; what diverges leaves at the top.
  private var curves: Panel {
    let start = walks[0].losses[0]
    let floor = study.error(LineRates.notes, draw: 0).least
    var panel = Panel(
      x: Axis(Phrase("step", zh: "步数"), domain: 0...Double(study.steps)),
      y: Axis(
        Phrase("mean square error", zh: "均方误差"), .log, domain: min(1, 0.5 * floor)...(20 * start)),
      frame: .open, heading: Phrase("Two rates, and Adagrad", zh: "两个学习率与 Adagrad")
    ) {
      Reference(
        [Point(0, floor), Point(Double(study.steps), floor)],
        label: Phrase("best line", zh: "最佳直线"))
      for (i, walk) in walks.enumerated() {
        walk.lossCurve(
          names[i],
          label: walk.divergedAt.map {
            names[i] + Phrase(" diverges (step \($0))", zh: " 发散（第 \($0) 步）")
          } ?? names[i] + Phrase(same: ": \(Digits.text(ends[i]))"), series: i)
      }
    }
    panel.x.countsWholes = true
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
    return Panel(
      x: Axis(Phrase("intercept of the line", zh: "直线的截距"), domain: 0...20),
      y: Axis(Phrase("error after \(steps) steps", zh: "\(steps) 步后的误差"), .log, domain: low...high),
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

  /// Where the two change places: the largest intercept at which Adagrad's median is not the lower one.
  private var tie: Double? {
    intercepts.indices.last { finals[0][$0].median() <= finals[1][$0].median() }
      .map { intercepts[$0] }
  }

  private var summary: Phrase {
    Phrase(
      names.indices.map { i in
        "\(names[i].english) \(walks[i].divergedAt.map { "diverges at step \($0)" } ?? Digits.text(ends[i]))"
      }.joined(separator: ", "),
      zh: names.indices.map { i in
        "\(names[i].chinese) \(walks[i].divergedAt.map { "在第 \($0) 步发散" } ?? Digits.text(ends[i]))"
      }.joined(separator: "，"))
  }

  private var caption: Phrase {
    let turn = tie.map { Digits.text($0) }
    return Phrase(
      "Fitting a line for \(steps) steps from zero; final error: \(summary.english). The limit 2/λ is \(limit). \(turn.map { "Up to an intercept of \($0) plain descent ends no higher than Adagrad." } ?? "Adagrad ends lower at every intercept.") Bands: range of \(study.seeds) draws.",
      zh:
        "从零开始拟合直线 \(steps) 步，最终误差：\(summary.chinese)。上限 2/λ 为 \(limit)。\(turn.map { "截距不超过 \($0) 时，普通梯度下降不比 Adagrad 差。" } ?? "任何截距下 Adagrad 都更低。")色带：\(study.seeds) 次抽样的范围。"
    )
  }

  private var alt: Phrase {
    Phrase(
      "Two plots: error against step for a line fit, and final error against the line's intercept. \(summary.english).",
      zh: "直线拟合误差随步数的曲线，以及最终误差随直线截距的变化。\(summary.chinese)。")
  }
}
