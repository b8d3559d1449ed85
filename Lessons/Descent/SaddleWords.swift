import LessonKit

/// What the lesson on the saddle says in sentences.
struct SaddleWords {
  private let study: SaddleStudy
  private var names: [Phrase] { study.names }
  private var limit: String { Digits.count(study.steps) }
  private var limitSteps: String { Digits.count(study.steps, of: "step") }

  init(_ study: SaddleStudy) { self.study = study }

  /// The sentence for the title.
  var finding: Phrase {
    let counts = study.counts
    let escaped = counts.compactMap { $0 }
    guard let least = escaped.min(), let most = escaped.max() else { return noneEscapes }
    guard counts.count > 1 else {
      return Phrase(
        "\(names[0].english) leaves the saddle in \(Digits.count(least, of: "step"))",
        zh: "\(names[0].chinese) 用 \(Digits.count(least)) 步离开鞍点")
    }
    guard escaped.count == counts.count else {
      return Phrase(
        "\(escaped.count) of \(counts.count) rules \(escaped.count == 1 ? "leaves" : "leave") the saddle in \(limitSteps)",
        zh: "\(counts.count) 种优化器中有 \(escaped.count) 种在 \(limit) 步内离开鞍点")
    }
    if let factor = momentumFactor {
      let times = Digits.text(factor, digits: 2)
      return Phrase(
        "Momentum escapes \(times)× sooner if summed, later if averaged",
        zh: "Momentum 若累加，步数约为 SGD 的 1/\(times)；若取平均，反而更多")
    }
    if least == most {
      return Phrase(
        "Leaving the saddle takes \(Digits.count(most, of: "step"))",
        zh: "离开鞍点需要 \(Digits.count(most)) 步")
    }
    return Phrase(
      "Leaving the saddle takes \(Digits.count(least)) to \(Digits.count(most)) steps",
      zh: "离开鞍点需要 \(Digits.count(least)) 到 \(Digits.count(most)) 步")
  }

  private var noneEscapes: Phrase {
    let (english, chinese) = (names[0].english, names[0].chinese)
    return names.count == 1
      ? Phrase(
        "\(english) does not leave the saddle in \(limitSteps)",
        zh: "\(chinese) 走 \(limit) 步仍未离开鞍点")
      : Phrase(
        "None of the \(names.count) leaves the saddle in \(limitSteps)",
        zh: "\(names.count) 种优化器走 \(limit) 步都未离开鞍点")
  }

  /// How many times as fast as SGD summed momentum is, where averaged momentum is slower, all at one rate.
  private var momentumFactor: Double? {
    func count(_ name: String, averaged: Double) -> Int? {
      let place = study.rules.firstIndex { $0.name == name && $0["ema"] == averaged }
      return place.flatMap { study.counts[$0] }
    }
    guard sharedRate != nil, let plain = count("sgd", averaged: 0),
      let summed = count("momentum", averaged: 0), let averaged = count("momentum", averaged: 1),
      summed < plain, plain < averaged
    else { return nil }
    return Double(plain) / Double(summed)
  }

  /// The rate of all rules, nil where they differ.
  private var sharedRate: String? {
    let rates = Set(study.rules.map { $0["lr"] ?? .nan })
    return rates.count == 1 ? rates.first.map { Digits.text($0) } : nil
  }

  /// The function, the start, the rates.
  var setting: Phrase {
    let formula = Phrase(same: Landscape.saddle.formula)
    let from = "(\(Digits.text(study.start.x)), \(Digits.text(study.start.y)))"
    let place = formula + Phrase("  ·  start \(from)", zh: "  ·  起点 \(from)")
    guard study.rules.count == 1 else { return place }
    return place + "  ·  " + study.rules[0].described
  }

  /// When the trails end.
  var moment: Phrase {
    let count = Digits.count(study.moment)
    return Phrase(
      "After \(Digits.count(study.moment, of: "step"))", zh: "走了 \(count) 步之后")
  }

  /// Above the bars at the rates given.
  var ratesHeading: Phrase {
    guard study.rules.count > 1 else { return Phrase("At the rate given", zh: "给定的学习率") }
    return sharedRate.map { Phrase("All at rate \($0)", zh: "学习率均为 \($0)") }
      ?? Phrase("Each at its own rate", zh: "学习率各自给定")
  }

  /// Above the bars near the limits.
  var tunedHeading: Phrase {
    let share = Digits.text(SaddleTuning.share)
    return Phrase("Each at \(share) of its limit", zh: "取各自稳定上限的 \(share) 倍")
  }

  /// The closed form, where plain gradient descent is among the rules.
  var formula: Phrase? {
    study.closedForm.map {
      Phrase(same: "○ $\\ln(1/|y_0|)/\\ln(1+2η)$ = \(Digits.fixed($0.steps, decimals: 1))")
    }
  }

  /// How many steps a rule took.
  func count(of rule: Int) -> Phrase {
    study.counts[rule].map { Phrase(same: Digits.count($0)) } ?? never
  }

  /// Instead of a number of steps.
  var never: Phrase { Phrase("not in \(limitSteps)", zh: "\(limit) 步内未离开") }

  /// Instead of a number of steps near the limit.
  var givenUp: Phrase {
    let most = Digits.count(SaddleTuning.patience)
    return Phrase("not in \(most) steps", zh: "\(most) 步内未离开")
  }

  /// What a start on the ridge does, and the terms.
  var protocolStamp: [Phrase] {
    let several = study.rules.count > 1
    let who =
      several
      ? Phrase("none of the \(study.rules.count) rules", zh: "\(study.rules.count) 种优化器都")
      : Phrase("it", zh: "它")
    let ridge =
      study.staysOnRidge
      ? Phrase(
        "From $y_0 = 0$ \(who.english) \(several ? "ever escapes" : "never escapes") in \(limitSteps) without noise.",
        zh: "若 $y_0 = 0$，\(who.chinese)离不开（\(limit) 步，无噪声）。")
      : Phrase("From $y_0 = 0$ some rules escape.", zh: "若 $y_0 = 0$，有的优化器仍能离开。")
    return [ridge, Phrase("No clipping.", zh: "不裁剪。")]
  }

  /// What the bars are held against, and what the lower ones are.
  var barsStamp: [Phrase] {
    let stated = study.rivals.map { rivals in
      Phrase(
        "Lecture notes: the others are sooner than SGD (dashed); measured: \(rivals.sooner) of \(rivals.others).",
        zh: "讲义：其余都早于 SGD（虚线）；实测：\(rivals.others) 种中有 \(rivals.sooner) 种。")
    }
    return [stated].compactMap { $0 } + [
      Phrase(
        "Lower bars: $(κx^2-y^2)/2$\(study.formsAgree ? ", both momentum forms alike" : "").",
        zh: "下方条形：$(κx^2-y^2)/2$\(study.formsAgree ? "，两种 Momentum 步数相同" : "")。")
    ]
  }

  /// Every rule with its steps.
  private var list: Phrase {
    let items = study.counts.enumerated().map { i, count in
      names[i] + " " + (count.map { Phrase(same: Digits.count($0)) } ?? never)
    }
    return Phrase(
      items.map(\.english).joined(separator: "; "), zh: items.map(\.chinese).joined(separator: "；"))
  }

  /// The caption.
  var caption: Phrase {
    Phrase(
      "\(finding.english). Steps until |y| > 1 on x² − y² from (\(Digits.text(study.start.x)), \(Digits.text(study.start.y))): \(list.english).",
      zh:
        "\(finding.chinese)。在 x² − y² 上从（\(Digits.text(study.start.x))，\(Digits.text(study.start.y))）走到 |y| > 1 的步数：\(list.chinese)。"
    )
  }

  /// What the picture shows.
  var alt: Phrase {
    Phrase(
      "A saddle surface in space and as a contour map with the trails of optimizers, beside bars of the steps to escape: \(list.english).",
      zh: "鞍面的三维图和等高线图，画有优化器的轨迹；旁边的条形图给出离开鞍点的步数：\(list.chinese)。")
  }
}
