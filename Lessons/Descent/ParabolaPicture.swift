import LessonKit

/// Descents on one parabola side by side, and under them the factor that decides.
struct ParabolaPicture {
  let descents: [ParabolaDescent]

  private var limit: Double { descents[0].limit }
  private var limitText: String { Digits.text(limit) }
  private var start: Double { descents[0].xs[0] }
  private var steps: Int { descents[0].xs.count - 1 }

  func outcome(claims: [Claim]) -> Outcome {
    let strip = Arrangement.Row(height: 0.85, widths: [1])
    let figure = Figure(
      finding, subtitle: setting,
      arrangement: .adaptive(
        wide: .rows([.init(height: 1.2, widths: descents.map { _ in 1 }), strip]),
        tall: .rows(
          stride(from: 0, to: descents.count, by: 2).map {
            .init(height: 1, widths: Array(repeating: 1, count: min(2, descents.count - $0)))
          } + [strip])),
      panels: descents.indices.map(panel) + [factors])
    return Outcome(
      figure: figure, claims: claims,
      series: descents.enumerated().map { i, descent in
        Series(
          "descent \(i + 1), rate \(JSON.spelling(of: descent.rate))",
          columns: ["step", "x", "loss"],
          rows: descent.xs.enumerated().map {
            [Double($0.offset), $0.element, descent.height($0.element)]
          })
      }, caption: caption, alt: alt)
  }

  /// The panel whose minimum is named: the second, or another from which no step leads out of the view.
  private var minimumPanel: Int? {
    let staying = descents.indices.filter { descents[$0].firstStep(beyond: reach) == nil }
    return staying.first { $0 >= 1 } ?? staying.first
  }

  /// How far the panels reach to both sides of the minimum.
  private var reach: Double { 1.6 * abs(start) }

  /// One descent, on the parabola.
  private func panel(_ i: Int) -> Panel {
    let descent = descents[i]
    let line = (-reach...reach).evenlySpaced(count: 121)
    let leaves = descent.firstStep(beyond: reach)
    var panel = Panel(
      x: Axis("$x$", domain: -reach...reach),
      y: Axis("$f(x)$", domain: (-0.3 * descent.height(reach))...descent.height(reach)),
      frame: .open, heading: heading(descent)
    ) {
      Reference(line.map { Point($0, descent.height($0)) })
      if let step = leaves {
        leaving(descent, series: i)
        Callout(
          Phrase("leaves at step \(step)", zh: "第 \(step) 步越出视图"),
          at: Point(0, -0.07 * descent.height(reach)), series: i, bold: true, placement: .below)
      } else {
        Trail(
          descent.xs.map { Point($0, descent.height($0)) }, name: plain(descent), series: i,
          milestones: false, named: false)
      }
      if leaves == nil {
        Ring(Point(start, descent.height(start)), label: Phrase("start", zh: "起点"))
      } else {
        Stated([Point(start, descent.height(start))])
      }
      Star(Point(0, 0), label: "")
      if i == minimumPanel {
        Callout(
          Phrase("minimum", zh: "最小值点"), at: Point(0, -0.07 * descent.height(reach)), bold: true,
          placement: .below)
      }
    }
    panel.headingSeries = i
    panel.subheading = Phrase(
      "factor $1-ηλ$ = \(Digits.text(descent.factor))",
      zh: "收缩因子 $1-ηλ$ = \(Digits.text(descent.factor))")
    panel.y.isRepeated = i > 0
    panel.isEssential = false
    return panel
  }

  /// A descent that goes beyond the view: a dot a step, and an arrowhead where it leaves.
  private func leaving(_ descent: ParabolaDescent, series: Int) -> Line {
    var line = Line(
      descent.xs.map { Point($0, descent.height($0)) }, name: plain(descent), series: series)
    (line.hasDots, line.hasExits) = (true, true)
    return line
  }

  private func heading(_ descent: ParabolaDescent) -> Phrase {
    name(descent.kind) + Phrase(": $η$ = ", zh: "：$η$ = ")
      + Phrase(same: Digits.text(descent.rate))
  }

  /// The heading without signs of math.
  private func plain(_ descent: ParabolaDescent) -> Phrase {
    heading(descent).map { text in String(text.filter { $0 != "$" }) }
  }

  private func name(_ kind: ParabolaDescent.Kind) -> Phrase {
    switch kind {
    case .small: Phrase("Too small", zh: "太小")
    case .right: Phrase("Right", zh: "合适")
    case .oscillating: Phrase("Oscillating", zh: "振荡")
    case .neutral: Phrase("At the limit", zh: "临界")
    case .diverging: Phrase("Diverging", zh: "发散")
    }
  }

  /// How the size of the factor hangs on the rate.
  private var factors: Panel {
    let right = max(1.2 * limit, 1.08 * (descents.map(\.rate).max() ?? 0))
    let top = max(1.4, 1.1 * abs(1 - right * descents[0].curvature))
    let rates = (0.0...right).evenlySpaced(count: 241)
    return Panel(
      x: Axis(Phrase("learning rate $η$", zh: "学习率 $η$"), domain: 0...right),
      y: Axis(Phrase("factor per step $|1-ηλ|$", zh: "每步收缩因子 $|1-ηλ|$"), domain: 0...top),
      frame: .open
    ) {
      Shade(limit...right)
      Reference(
        (0.0...top).evenlySpaced(count: 9).map { Point(limit, $0) },
        label: Phrase("limit $2/λ$ = \(limitText)", zh: "上限 $2/λ$ = \(limitText)"))
      Reference(rates.map { Point($0, abs(1 - $0 * descents[0].curvature)) })
      for (i, descent) in descents.enumerated() {
        let place = Point(descent.rate, abs(descent.factor))
        Line([place], name: plain(descent), series: i)
        Callout(Phrase(same: Digits.text(descent.rate)), at: place, series: i, bold: true)
      }
    }
  }

  /// The sentence for the title.
  private var finding: Phrase {
    let lost = descents.count { $0.kind == .diverging }
    let here = descents.count { ![.diverging, .neutral].contains($0.kind) }
    if lost > 0 && here > 0 {
      return Phrase(
        "Rates below 2/λ = \(limitText) come down, those beyond climb",
        zh: "学习率小于 2/λ = \(limitText) 时收敛，大于时发散")
    }
    return lost > 0
      ? Phrase(
        "Beyond 2/λ = \(limitText) every step climbs", zh: "学习率大于 2/λ = \(limitText) 时发散，每一步都上升")
      : here > 0
        ? Phrase(
          "Below 2/λ = \(limitText) every step comes down",
          zh: "学习率小于 2/λ = \(limitText) 时收敛，每一步都下降")
        : Phrase("At 2/λ = \(limitText) nothing is gained", zh: "学习率恰为 2/λ = \(limitText) 时毫无进展")
  }

  private var setting: Phrase {
    Phrase(
      "$f(x)=λx^2/2$, $λ$ = \(Digits.text(descents[0].curvature))  ·  \(Digits.count(steps, of: "step")) of gradient descent: $x ← (1-ηλ)x$",
      zh:
        "$f(x)=λx^2/2$，$λ$ = \(Digits.text(descents[0].curvature))  ·  \(Digits.count(steps)) 步梯度下降：$x ← (1-ηλ)x$"
    )
  }

  private var list: Phrase {
    func end(_ descent: ParabolaDescent) -> String {
      Digits.text(descent.xs[descent.xs.count - 1], digits: 2)
    }
    return Phrase(
      descents.map { "rate \(Digits.text($0.rate)) at \(end($0))" }.joined(separator: ", "),
      zh: descents.map { "学习率 \(Digits.text($0.rate)) 止于 \(end($0))" }.joined(separator: "，"))
  }

  private var caption: Phrase {
    let (steps, from) = (Digits.count(steps), Digits.text(start))
    return Phrase(
      "Gradient descent on a parabola of curvature \(Digits.text(descents[0].curvature)), \(Digits.count(self.steps, of: "step")) from \(from), ending with \(list.english). Every step multiplies x by 1 − ηλ; beyond 2/λ = \(limitText) its size exceeds 1.",
      zh:
        "在曲率为 \(Digits.text(descents[0].curvature)) 的抛物线上从 \(from) 出发做 \(steps) 步梯度下降：\(list.chinese)。每一步使 x 乘以 1 − ηλ；超过 2/λ = \(limitText) 时其绝对值大于 1。"
    )
  }

  private var alt: Phrase {
    Phrase(
      "Line plots of descent on one parabola, and below them the factor per step against the rate. Ends: \(list.english); the limit is \(limitText).",
      zh: "同一抛物线上梯度下降的线图，下方为每步收缩因子随学习率的变化。\(list.chinese)；上限为 \(limitText)。")
  }
}
