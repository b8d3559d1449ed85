import LessonKit

/// What the egg box says in sentences: title, subtitle, protocol, caption, alternative text.
struct RastriginWords {
  let rules: [Rule]
  let tuned: Set<Int>
  let study: EggBoxStudy
  /// Of the first two rules, from one start.
  let walks: [Walk]
  /// The first start from which the first rule rolls into the deepest dip.
  let lucky: Int?
  let steps: Int

  /// A share in percent, with two digits.
  static func percent(_ share: Double) -> Phrase {
    let number = Digits.text(100 * share, digits: 2)
    return Phrase("\(number)\u{A0}%", zh: "\(number)%")
  }

  private var names: [Phrase] { rules.distinctNames }
  private var leader: String { rules[0].displayName }
  private var count: Int { study.starts.count }
  private var most: Int {
    rules.indices.max { study.share($0) < study.share($1) } ?? 0
  }

  /// The height at which the walk of a rule ends, to follow its name.
  func end(of rule: Int) -> Phrase {
    let walk = walks[rule]
    let height = Digits.text(walk.losses[walk.steps], digits: 2)
    return Phrase(same: ": $f$ = \(height)")
  }

  /// What part of the starts ends in the deepest dip, and at what rate.
  func shareWithRate(_ rule: Int) -> Phrase {
    guard let lr = rules[rule].learningRate else { return Self.percent(study.share(rule)) }
    let rate = Digits.text(lr, digits: 2)
    if study.isLost(rule) { return Phrase("all diverge at rate \(rate)", zh: "全部发散（学习率 \(rate)）") }
    let share = Self.percent(study.share(rule))
    return Phrase("\(share.english) at rate \(rate)", zh: "\(share.chinese)（学习率 \(rate)）")
  }

  /// The sentence for the title.
  var finding: Phrase {
    if rules.indices.allSatisfy(study.isLost) {
      return Phrase("Every start diverges", zh: "所有起点全部发散")
    }
    let (share, best) = (Self.percent(study.share(0)), Self.percent(study.share(most)))
    let winner = rules[most].displayName
    let both = Phrase(
      "\(leader) rarely finds the deepest dip; \(winner) does in \(best.english)",
      zh: "\(leader) 很少落入最深的凹坑（\(share.chinese)），\(winner) 有 \(best.chinese)")
    if study.share(0) < min(0.05, 0.5 * study.share(most)), winner != leader,
      both.english.count <= 60, both.chinese.count <= 60
    {
      return both
    }
    return Phrase(
      "\(leader) finds the deepest dip from \(share.english) of starts",
      zh: "\(leader) 从 \(share.chinese) 的起点落入最深的凹坑")
  }

  /// The function and what counts.
  var setting: Phrase {
    Phrase(same: EggBoxStudy.box.formula)
      + Phrase(
        "  ·  \(Digits.count(steps, of: "step")) each",
        zh: "  ·  各走 \(Digits.count(steps)) 步")
  }

  /// Above the map: which start it shows.
  var mapHeading: Phrase {
    let number = Digits.count((lucky ?? 0) + 1)
    return Phrase(
      "Start \(number) of \(Digits.count(count))", zh: "\(Digits.count(count)) 个起点中的第 \(number) 个")
  }
  /// By what rule the start was chosen.
  var mapSubheading: Phrase {
    lucky == nil
      ? Phrase("\(leader) arrives from none outside", zh: "\(leader) 从未由坑外到达")
      : Phrase("the first from which \(leader) arrives", zh: "\(leader) 首个由坑外到达的起点")
  }

  /// Above the bars.
  var sharesHeading: Phrase {
    let (count, floor) = (Digits.count(count), Digits.text(EggBoxStudy.floor))
    let starts = self.count == 1 ? "One start" : "All \(count) starts"
    return Phrase(
      "\(starts): end at $f$ < \(floor)", zh: "全部 \(count) 个起点：最终 $f$ < \(floor)")
  }

  /// What the dashed line is.
  var sharesSubheading: Phrase {
    let inside = Self.percent(study.shareInside)
    return Phrase(
      "dashed: \(inside.english) begin in that dip", zh: "虚线：\(inside.chinese) 的起点本就在该坑内")
  }

  /// The protocol.
  var stamp: [Phrase] {
    Terms(
      starts: Phrase(
        "\(Digits.count(count, of: "start")) uniform in \(Self.square)",
        zh: "\(Self.square) 内均匀抽取 \(Digits.count(count)) 个起点"),
      steps: steps, rates: rates,
      judged: Phrase(
        "the height $f$ at the last step. Thin lines: 95\u{A0}% intervals",
        zh: "最后一步的高度 $f$。细线：95% 区间")
    ).stamp
  }

  /// Where starts are drawn from.
  private static var square: String {
    let side = EggBoxStudy.box.view.x
    return "[\(Digits.text(side.lowerBound)), \(Digits.text(side.upperBound))]²"
  }

  private var rates: Phrase {
    let (tried, rates) = (Digits.count(EggBoxStudy.tried), EggBoxStudy.rates)
    let (low, high) = (Digits.text(rates[0]), Digits.text(rates[rates.count - 1]))
    let best = Phrase(
      "best of \(rates.count) from \(low) to \(high) on \(tried) other starts",
      zh: "在另外 \(tried) 个起点上从 \(low) 到 \(high) 的 \(rates.count) 档取最佳")
    if tuned.count == rules.count { return best }
    let given = rules.indices.filter { !tuned.contains($0) }.map { rules[$0].displayName }
    let asked = Phrase(
      "given (\(given.joined(separator: ", ")))", zh: "给定（\(given.joined(separator: "，"))）")
    return tuned.isEmpty ? Phrase("as given", zh: "如给定") : best + Phrase(", or ", zh: "，或") + asked
  }

  /// The share of every rule, as a table.
  var table: Series {
    Series(
      "shares", columns: ["rule", "rate", "share", "share inside at the start"],
      rows: rules.indices.map {
        [Double($0), rules[$0]["lr"] ?? .nan, study.share($0), study.shareInside]
      })
  }

  private var shares: Phrase {
    let english = rules.indices.map {
      "\(names[$0].english) \(Self.percent(study.share($0)).english)"
    }
    let chinese = rules.indices.map {
      "\(names[$0].chinese) \(Self.percent(study.share($0)).chinese)"
    }
    return Phrase(english.joined(separator: ", "), zh: chinese.joined(separator: "，"))
  }

  /// The caption.
  var caption: Phrase {
    let (inside, hops) = (Self.percent(study.shareInside), EggBoxStudy.hops(walks[0]).count)
    let one = Digits.count((lucky ?? 0) + 1)
    let others = zip(names, walks).dropFirst().map { name, walk in
      let count = EggBoxStudy.hops(walk).count
      return Phrase(", \(name.english) \(count)", zh: "，\(name.chinese) \(count) 次")
    }
    let other = others.first ?? ""
    return Phrase(
      "Rastrigin’s function, \(Digits.count(steps, of: "step")) from \(Digits.count(count, of: "random start")). Ending in the deepest dip: \(shares.english); \(inside.english) begin there. On the map, start \(one): \(leader) crosses into another dip \(Digits.count(hops, of: "time"))\(other.english). Thin lines: 95 % intervals.",
      zh:
        "Rastrigin 函数，从 \(Digits.count(count)) 个随机起点各走 \(Digits.count(steps)) 步。最终落入最深凹坑：\(shares.chinese)；\(inside.chinese) 的起点本就在坑内。图中为第 \(one) 个起点：\(leader) 共 \(hops) 次翻入别的凹坑\(other.chinese)。细线：95% 区间。"
    )
  }

  /// The alternative text.
  var alt: Phrase {
    let inside = Self.percent(study.shareInside)
    return Phrase(
      "Contour map of Rastrigin’s dips with trails, and bars of the share of starts that end in the deepest: \(shares.english). \(inside.english) begin there.",
      zh:
        "Rastrigin 函数凹坑的等高线图与优化轨迹，右侧条形图为最终落入最深凹坑的起点比例：\(shares.chinese)。\(inside.chinese) 的起点本就在坑内。"
    )
  }
}
