import LessonKit

/// What the fair comparison says in sentences: title, subtitle, protocol, caption, alternative text.
struct RaceWords {
  let study: RaceStudy
  /// Every rule at one rate.
  let equal: [RaceFan]
  /// Every rule at its own best rate.
  let tuned: [RaceFan]
  /// The one rate.
  let rate: Double

  private var names: [Phrase] { study.rules.distinctNames }
  private var count: String { Digits.count(study.starts.count) }
  private var one: String { Digits.text(rate) }
  private var starts: Phrase {
    let isOne = study.starts.count == 1
    return Phrase("\(count) start\(isOne ? "" : "s")", zh: "\(count) 个起点")
  }

  /// The two rules whose medians settle nearest, of those that are not lost.
  static func nearest(_ fans: [RaceFan]) -> [Int] {
    let sound = fans.indices.filter { fans[$0].settled.isFinite }
    return Array(sound.sorted { fans[$0].settled < fans[$1].settled }.prefix(2))
  }

  /// The rule whose median settles nearest; nil where all are lost.
  private func leader(_ fans: [RaceFan]) -> Int? {
    Self.nearest(fans).first
  }

  /// Whether the two nearest settle within a twentieth of each other.
  private func isTied(_ fans: [RaceFan]) -> Bool {
    let nearest = Self.nearest(fans).map { fans[$0].settled }
    return nearest.count == 2 && nearest[1] - nearest[0] <= 0.05 * nearest[1]
  }

  /// The sentence for the title.
  var finding: Phrase {
    guard study.rules.count > 1 else { return finding(of: 0) }
    guard let last = leader(tuned) else {
      return Phrase(
        study.rules.count == 2 ? "Both diverge" : "All \(study.rules.count) diverge",
        zh: "\(study.rules.count) 种规则全部发散")
    }
    guard let first = leader(equal) else {
      return short(
        Phrase(
          "At rate \(one) all diverge; each tuned, \(names[last].english) leads",
          zh: "学习率 \(one) 时全部发散；各自调优后 \(names[last].chinese) 领先"))
    }
    if isTied(tuned) {
      let nearest = Self.nearest(tuned).map { names[$0] }
      return short(
        Phrase(
          "Each tuned, \(nearest[0].english) and \(nearest[1].english) come equally near",
          zh: "各自调优后，\(nearest[0].chinese) 与 \(nearest[1].chinese) 不分上下"))
    }
    if isTied(equal) {
      return short(
        Phrase(
          "At rate \(one) none leads; each tuned, \(names[last].english)",
          zh: "学习率 \(one) 时不分上下；各自调优后 \(names[last].chinese) 领先"))
    }
    return short(
      first == last
        ? Phrase(
          "\(names[last].english) leads, at rate \(one) and when each is tuned",
          zh: "\(names[last].chinese) 在学习率 \(one) 与各自调优时都领先")
        : Phrase(
          "At rate \(one) \(names[first].english) leads; each tuned, \(names[last].english)",
          zh: "学习率 \(one) 时 \(names[first].chinese) 领先；各自调优后 \(names[last].chinese) 领先"))
  }

  /// A title, or a shorter one where names are long.
  private func short(_ title: Phrase) -> Phrase {
    guard title.english.count > 60 || title.chinese.count > 60 else { return title }
    return Phrase("Which rule leads depends on the rate", zh: "谁领先取决于学习率")
  }

  private func finding(of rule: Int) -> Phrase {
    let good = study.framedRates(rule)
    let name = study.rules[rule].displayName
    return Phrase(
      "\(name) does well at \(good) of \(study.rates.count) rates",
      zh: "\(study.rates.count) 档学习率中，\(name) 有 \(good) 档表现良好")
  }

  /// The function, and what is drawn.
  var setting: Phrase {
    Phrase(same: RaceStudy.valley.formula)
      + Phrase("  ·  medians of ", zh: "  ·  中位数，") + starts
      + Phrase("; bands: the middle half, for the two best", zh: "；色带：最优两种规则的四分位区间")
  }

  /// Above the first panel.
  var equalHeading: Phrase { Phrase("All at rate \(one)", zh: "学习率同为 \(one)") }
  /// Above the second panel.
  var tunedHeading: Phrase { Phrase("Each at its best rate", zh: "各取最佳学习率") }
  /// Above the table.
  var tableHeading: Phrase {
    let reach = Digits.text(Arrivals.reach)
    return Phrase("Starts that come within \(reach)", zh: "走到 \(reach) 以内的起点")
  }
  /// What shades, circles and frames mean.
  var tableSubheading: Phrase {
    Phrase("shade: share; circle: best; frame: ≥ half", zh: "颜色：比例；圆圈：最佳；方框：至少一半")
  }

  /// What part of the starts comes near the minimum at a rule's best rate.
  func arrived(_ rule: Int) -> Phrase {
    let share = Digits.text(100 * study.arrived(rule), digits: 2)
    let rate = Digits.text(study.bestRate(rule), digits: 2)
    return Phrase("\(share)\u{A0}% at \(rate)", zh: "\(rate)：\(share)%")
  }

  /// The rules that lose some of their starts with the share of them, after a word; nil where none does.
  private func shares(_ fans: [RaceFan], after word: Phrase) -> Phrase? {
    let some = fans.indices.filter { fans[$0].lost > 0 }
    guard !some.isEmpty else { return nil }
    func share(_ i: Int) -> String { Digits.text(100 * fans[i].lost, digits: 2) }
    return word
      + Phrase(
        some.map { "\(names[$0].english) \(share($0))\u{A0}%" }.joined(separator: ", "),
        zh: some.map { "\(names[$0].chinese) \(share($0))%" }.joined(separator: "，"))
  }

  /// What part of the starts diverges, over a panel; the largest share alone where names are long.
  func lostStarts(_ fans: [RaceFan]) -> Phrase? {
    guard let list = shares(fans, after: Phrase("diverge: ", zh: "发散："))
    else { return nil }
    guard list.english.count > 36 else { return list }
    let most = Digits.text(100 * (fans.map(\.lost).max() ?? 0), digits: 2)
    return Phrase("diverge: up to \(most)\u{A0}% of starts", zh: "至多 \(most)% 的起点发散")
  }

  /// Which rules lose the median start, for the crosses in a panel of curves; nil for none.
  func lost(_ fans: [RaceFan]) -> Phrase? {
    let lost = fans.indices.filter { fans[$0].median.contains { !$0.y.isFinite } }
    guard !lost.isEmpty else { return nil }
    guard lost.count < 3 else {
      return Phrase(
        "✕ \(lost.count) of \(fans.count) diverge", zh: "✕ \(fans.count) 种中有 \(lost.count) 种发散")
    }
    let own = lost.map { names[$0] }
    return Phrase(
      "✕ \(own.map(\.english).joined(separator: ", ")) diverge\(lost.count == 1 ? "s" : "")",
      zh: "✕ \(own.map(\.chinese).joined(separator: "、")) 发散")
  }

  /// The protocol.
  var stamp: [Phrase] {
    let (x, y) = (RaceStudy.valley.view.x, RaceStudy.valley.view.y)
    func span(_ range: ClosedRange<Double>) -> String {
      "[\(Digits.text(range.lowerBound)), \(Digits.text(range.upperBound))]"
    }
    let window = min(RaceStudy.window, study.steps)
    let (low, high) = (
      Digits.text(study.rates[0]), Digits.text(study.rates[study.rates.count - 1])
    )
    return Terms(
      starts: starts + Phrase(" uniform in ", zh: "均匀取自 ")
        + Phrase(same: "\(span(x)) × \(span(y))"),
      steps: study.steps,
      rates: Phrase(
        "best of \(study.rates.count) from \(low) to \(high) for these starts (circles)",
        zh: "对这些起点从 \(low) 到 \(high) 的 \(study.rates.count) 档取最佳（圆圈）"),
      judged: Phrase(
        "median distance over the last \(window == 1 ? "step" : "\(window) steps")",
        zh: "最后 \(window) 步距离的中位数")
    ).stamp
  }

  /// The numbers behind the picture.
  var tables: [Series] {
    study.rules.indices.flatMap { i in
      let name = study.rules[i].spelling
      let result = study.results[i]
      let byRate = study.rates.indices.map { rate in
        [
          study.rates[rate], result.medians[rate],
          result.share(within: Arrivals.reach, atRate: rate), result.shareDiverged(atRate: rate),
        ]
      }
      return [
        curve("\(name) at one rate", equal[i]), curve("\(name) at its best rate", tuned[i]),
        Series(
          "\(name) by rate", columns: ["rate", "median", "share within", "share diverged"],
          rows: byRate),
      ]
    }
  }

  private func curve(_ name: String, _ fan: RaceFan) -> Series {
    Series(
      name, columns: ["step", "p25", "median", "p75"],
      rows: fan.median.indices.map {
        [fan.median[$0].x, fan.lower[$0].y, fan.median[$0].y, fan.upper[$0].y]
      })
  }

  private func list(_ fans: [RaceFan]) -> Phrase {
    let numbers = fans.map { Digits.text($0.settled, digits: 2) }
    func item(_ i: Int, _ name: String, _ lost: String) -> String {
      "\(name) \(fans[i].settled.isFinite ? numbers[i] : lost)"
    }
    return Phrase(
      fans.indices.map { item($0, names[$0].english, "diverges") }.joined(separator: ", "),
      zh: fans.indices.map { item($0, names[$0].chinese, "发散") }.joined(separator: "，"))
  }

  /// The caption.
  var caption: Phrase {
    let good = study.rules.indices.map { "\(names[$0].english) \(study.framedRates($0))" }
    let goodChinese = study.rules.indices.map { "\(names[$0].chinese) \(study.framedRates($0))" }
    let within = Digits.text(Arrivals.reach)
    return Phrase(
      "Rosenbrock’s function, \(Digits.count(study.steps, of: "step")) from \(starts.english). Median distance at rate \(one): \(list(equal).english). Each at its best rate: \(list(tuned).english). Rates of \(study.rates.count) at which half of the starts come within \(within): \(good.joined(separator: ", ")). Bands: the middle half of the starts, for the two best rules.",
      zh:
        "Rosenbrock 函数，从 \(starts.chinese)各走 \(Digits.count(study.steps)) 步。学习率 \(one) 时距离的中位数：\(list(equal).chinese)。各取最佳学习率：\(list(tuned).chinese)。\(study.rates.count) 档学习率中，至少一半起点到达 \(within) 以内的档数：\(goodChinese.joined(separator: "，"))。色带：最优两种规则的四分位区间。"
    )
  }

  /// The alternative text.
  var alt: Phrase {
    let (first, last) = (leader(equal), leader(tuned))
    func name(_ i: Int?) -> Phrase { i.map { names[$0] } ?? Phrase("none", zh: "无") }
    return Phrase(
      "Plots of distance to the minimum against step, at one rate and each at its best, and a map of rule against rate. Nearest at rate \(one): \(name(first).english); tuned: \(name(last).english).",
      zh:
        "到最小值点距离随步数的曲线（同一学习率、各取最佳），以及规则与学习率的成功率图。学习率 \(one) 时最近的是 \(name(first).chinese)；调优后是 \(name(last).chinese)。"
    )
  }
}
