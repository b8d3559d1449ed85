import LessonKit

/// What the figure of a function says: findings, labels and remarks, from the survey and the walks.
struct AnyFunctionWords {
  let landscape: Landscape
  let survey: Survey
  let walks: [Walk]
  let names: [Phrase]
  let steps: Int
  let schedule: Schedule
  /// Whether the function is shown as a surface in space.
  let isSpatial: Bool
  /// The part of the plane that is shown.
  let shown: View

  /// Whether the function is one of the named ones, whose minima are known.
  private var isNamed: Bool { Landscape.named(landscape.name) != nil }

  private var minimaInView: [Landscape.Minimum] {
    landscape.minima.filter { landscape.view.contains($0.point) }
  }

  /// How near a walk must come to be there: about an eightieth of the view, 0.05 from −2 to 2.
  private var reach: Double {
    let view = landscape.view
    let side = max(view.x.upperBound - view.x.lowerBound, view.y.upperBound - view.y.lowerBound)
    var power = 1.0
    while power > side / 80 { power /= 10 }
    while power * 10 <= side / 80 { power *= 10 }
    return [5, 2, 1].map { $0 * power }.first { $0 <= side / 80 * (1 + 1e-9) } ?? power
  }

  private func arrivals(at goal: Phrase? = nil) -> Arrivals? {
    landscape.minima.isEmpty || walks.isEmpty
      ? nil
      : Arrivals(
        walks, names: names, targets: landscape.minima.map(\.point), steps: steps, reach: reach,
        goal: goal)
  }

  // MARK: Findings

  /// The sentence of the title.
  var finding: Phrase {
    if walks.isEmpty { return shape }
    if case .constant = survey.floor { return shape }
    if walks.count == 1, let local = settled(walks[0], names[0]) { return local }
    return arrival ?? descents
  }

  /// Who comes to a minimum: of which function is said where there is room.
  private var arrival: Phrase? {
    let goals = isNamed ? [goal(isNamed: true), goal(isNamed: false)] : [goal(isNamed: false)]
    let findings = goals.compactMap { arrivals(at: $0)?.finding }
    guard let plain = findings.last else { return nil }
    return Phrase(
      (findings.first { $0.english.count <= 60 } ?? plain).english,
      zh: (findings.first { $0.chinese.count <= 60 } ?? plain).chinese)
  }

  /// What walks are after: the minimum, one of several, or the same one where all come to it.
  private func goal(isNamed: Bool) -> Phrase {
    let isOneOfMany = landscape.minima.count > 1
    let areTogether =
      isOneOfMany && walks.count > 1
      && landscape.minima.contains { minimum in
        walks.allSatisfy { !$0.hasDiverged && $0.distance(to: minimum.point) <= reach }
      }
    let name = landscape.displayName
    let minimum =
      areTogether
      ? Phrase("the same minimum", zh: "同一个最小值点")
      : Phrase(isOneOfMany ? "a minimum" : "the minimum", zh: "最小值点")
    guard isNamed else { return minimum }
    return Phrase(
      isOneOfMany ? "\(minimum.english) of \(name)" : "\(name)’s minimum",
      zh: " \(name) 的\(minimum.chinese)")
  }

  /// What the map alone shows.
  private var shape: Phrase {
    let name = isNamed ? landscape.displayName : nil
    switch survey.floor {
    case .points(let minima) where minima.count > 1:
      let value = Digits.text(minima[0].value)
      return name.map {
        Phrase(
          "\($0): \(minima.count) equal minima, f = \(value)",
          zh: "\($0)：\(minima.count) 个同样低的最小值点，f = \(value)")
      }
        ?? Phrase(
          "Lowest seen: f = \(value), at \(minima.count) points",
          zh: "所见最低值 f = \(value)，共 \(minima.count) 处")
    case .points(let minima):
      let (value, place) = (Digits.text(minima[0].value), Self.place(minima[0].point))
      return name.map {
        Phrase("\($0): lowest at \(place), f = \(value)", zh: "\($0)：最小值点 \(place)，f = \(value)")
      } ?? Phrase("Lowest seen: f = \(value) at \(place)", zh: "所见最低点 \(place)，f = \(value)")
    case .level(let value):
      return Phrase(
        "Lowest seen: f = \(Digits.text(value)), along a line",
        zh: "所见最低值 f = \(Digits.text(value))，连成一线")
    case .edge(let minimum):
      let value = Digits.text(minimum.value)
      return Phrase("Lowest at the edge of the view: f = \(value)", zh: "图中最低处在边上：f = \(value)")
    case .bottomless(let point):
      return Phrase(
        "f falls without bound near \(Self.place(point))", zh: "f 在 \(Self.place(point)) 附近无下界")
    case .constant(let value):
      return Phrase(
        "f is \(Digits.text(value)) everywhere: nothing to descend",
        zh: "f 处处为 \(Digits.text(value))，无处可降")
    case .nothing: return Phrase("No value in view", zh: "图中没有值")
    }
  }

  /// A walk alone that ended in or about a local minimum, away from all the lowest ones.
  private func settled(_ walk: Walk, _ name: Phrase) -> Phrase? {
    let away = landscape.distanceToMinimum(from: walk.end)
    guard !walk.hasDiverged, !landscape.minima.isEmpty, away > reach else { return nil }
    let rest = Rest(of: walk, on: landscape, within: reach)
    let height = Digits.text(walk.losses[walk.steps])
    switch rest {
    case .settled(let bottom) where isAbove(bottom):
      return name
        + Phrase(" settles in a local minimum, f = \(height)", zh: " 停在局部极小值，f = \(height)")
    case .circling(let bottom, let heights) where isAbove(bottom):
      let (low, high) = (Digits.text(heights.lowerBound), Digits.text(heights.upperBound))
      let range = low == high ? low : "\(low)–\(high)"
      let value = Digits.text(bottom)
      return name
        + Phrase(
          " circles a local minimum of \(value), at f = \(range)",
          zh: " 绕着局部极小值 \(value) 打转，f = \(range)")
    default: return nil
    }
  }

  /// Whether a height is not that of the lowest minimum.
  private func isAbove(_ height: Double) -> Bool { height - lowest > 1e-6 * abs(lowest) }

  private var lowest: Double { landscape.minima.first?.value ?? .nan }

  /// How low walks came where there is no minimum to reach.
  private var descents: Phrase {
    let taken = Digits.count(steps)
    if walks.count == 1 {
      if let step = walks[0].divergedAt {
        return names[0]
          + Phrase(" diverges at step \(Digits.count(step))", zh: " 在第 \(Digits.count(step)) 步发散")
      }
      let value = Digits.text(walks[0].losses[walks[0].steps])
      return names[0]
        + Phrase(
          " is at f = \(value) after \(Digits.count(steps, of: "step"))",
          zh: " 走了 \(taken) 步，到达 f = \(value)")
    }
    let sound = walks.indices.filter { !walks[$0].hasDiverged }
    guard let best = sound.min(by: { walks[$0].losses[steps] < walks[$1].losses[steps] }) else {
      return Phrase(
        walks.count == 2 ? "Both diverge" : "All \(walks.count) diverge",
        zh: "\(walks.count) 种优化器都发散")
    }
    let value = Digits.text(walks[best].losses[steps])
    return names[best]
      + Phrase(
        " gets lowest in \(Digits.count(steps, of: "step")): f = \(value)",
        zh: " 在 \(taken) 步内走得最低：f = \(value)")
  }

  // MARK: Labels

  /// What stands beside a star.
  func label(_ minimum: Landscape.Minimum) -> Phrase {
    let what = isNamed ? Phrase("minimum", zh: "最小值点") : Phrase("lowest seen", zh: "所见最低点")
    guard walks.isEmpty else { return isNamedStar(minimum) ? what : "" }
    let place = Phrase(same: Self.place(minimum.point))
    return minimaInView.count > 1 ? place : what + " " + place
  }

  /// Whether a star bears a name: beside walks the first that none of them ends at, or the only one.
  private func isNamedStar(_ minimum: Landscape.Minimum) -> Bool {
    let free = minimaInView.first { candidate in
      walks.allSatisfy { $0.distance(to: candidate.point) > reach }
    }
    return (free ?? minimaInView.first ?? minimum).point == minimum.point
  }

  /// What stands where a function is lowest on the edge of the view.
  func edgeLabel(_ minimum: Landscape.Minimum) -> Phrase {
    Phrase(
      "lowest in view: $f$ = \(Digits.text(minimum.value))",
      zh: "图中最低：$f$ = \(Digits.text(minimum.value))")
  }

  /// What the colour bar shows.
  func colorBar(_ isLogarithmic: Bool) -> Phrase {
    isLogarithmic && survey.lowest != 0
      ? Phrase("$f$ above its lowest value", zh: "$f$ 高出最低值") : "$f$"
  }

  /// The definition, and the rule with its settings, or how walks are judged.
  var subtitle: Phrase {
    let formula = Phrase(same: landscape.formula)
    let pace: Phrase =
      schedule == .constant ? "" : Phrase(", \(schedule.spelling)", zh: "，\(schedule.spelling)")
    switch walks.count {
    case 0: return formula
    case 1: return formula + "  ·  " + walks[0].rule.described + pace
    default:
      let judged =
        landscape.minima.isEmpty
        ? Phrase("", zh: "")
        : Phrase("; reached: within \(Digits.text(reach))", zh: "；走到：距离不超过 \(Digits.text(reach))")
      return formula
        + Phrase(
          "  ·  \(Digits.count(steps, of: "step")) each",
          zh: "  ·  各走 \(Digits.count(steps)) 步"
        )
        + judged + pace
    }
  }

  /// What a reader must know of the map.
  var remarks: [Phrase] {
    var remarks: [Phrase] = []
    if survey.shareUndefined > 0 {
      let share = Self.percent(survey.shareUndefined)
      remarks.append(
        Phrase("Grey: no real value (\(share) of the view).", zh: "灰色：无实数值（占图面 \(share)）。"))
    }
    if case .bottomless = survey.floor, let heights = survey.heights {
      let value = Digits.text(heights.lowerBound)
      remarks.append(Phrase("All below \(value) is one colour.", zh: "低于 \(value) 处为同一颜色。"))
    }
    if case .edge = survey.floor, walks.isEmpty {
      remarks.append(Phrase("Beyond this view it may fall further.", zh: "图外可能更低。"))
    }
    if !isNamed, case .points = survey.floor {
      remarks.append(Phrase("Lowest points: searched in this view only.", zh: "最低点只在图示范围内搜索。"))
    }
    return remarks
  }

  // MARK: Captions

  /// The function and the walks in words, without markup.
  var caption: Phrase {
    let name = isNamed ? "\(landscape.displayName) function" : "f(x, y) = \(text)"
    let chinese = isNamed ? "\(landscape.displayName) 函数" : "f(x, y) = \(text)"
    let named = walks.map { $0.rule.withRate }
    let rates = Phrase(named.joined(separator: ", "), zh: named.joined(separator: "，"))
    guard let first = walks.first else {
      return finding
        + (isSpatial
          ? Phrase(". Lit surface over its map: \(name).", zh: "。光照曲面及其等高线图：\(chinese)。")
          : Phrase(". Contour map: \(name).", zh: "。等高线图：\(chinese)。"))
    }
    let (start, taken) = (Self.place(first.points[0]), Digits.count(steps))
    return finding + Phrase(". ", zh: "。")
      + Phrase(
        "\(name), from \(start), \(Digits.count(steps, of: "step")); ",
        zh: "\(chinese)，起点 \(start)，\(taken) 步；")
      + rates + Phrase(".", zh: "。")
  }

  /// What is seen.
  var alt: Phrase {
    let span = "x \(Self.span(shown.x)), y \(Self.span(shown.y))"
    let name = isNamed ? landscape.displayName : "f = " + text.prefix(40)
    func head(_ trails: Phrase) -> Phrase {
      isSpatial
        ? Phrase(
          "Lit surface of \(name) over its contour map\(trails.english), \(span). ",
          zh: "\(name) 的光照曲面及其等高线图\(trails.chinese)，\(span)。")
        : Phrase(
          "Contour map of \(name)\(trails.english), \(span). ",
          zh: "\(name) 的等高线图\(trails.chinese)，\(span)。")
    }
    guard !walks.isEmpty else { return head("") + shape + Phrase(".", zh: "。") }
    let end = Phrase(".", zh: "。")
    let isLocal = walks.count == 1 && settled(walks[0], names[0]) != nil
    let local = isLocal ? finding + Phrase(". ", zh: "。") : ""
    let rest = arrivals().map { local + $0.distances } ?? finding + divergences + end
    let (english, chinese) = (names.map(\.english), names.map(\.chinese))
    let named =
      head(
        Phrase(
          " with \(names.count == 1 ? "the trail" : "trails") of \(english.joined(separator: ", "))",
          zh: "与 \(chinese.joined(separator: "、")) 的轨迹")) + rest
    let counted =
      head(
        Phrase(" with \(Digits.count(names.count, of: "trail"))", zh: "与 \(names.count) 条轨迹"))
      + rest
    return Phrase(
      named.english.count <= 250 ? named.english : counted.english,
      zh: named.chinese.count <= 250 ? named.chinese : counted.chinese)
  }

  /// Which of several walks diverged, after a finding that does not say so.
  private var divergences: Phrase {
    guard walks.count > 1 else { return "" }
    return walks.indices.reduce(into: Phrase("", zh: "")) { phrase, i in
      guard let step = walks[i].divergedAt.map({ Digits.count($0) }) else { return }
      phrase =
        phrase + Phrase("; ", zh: "；") + names[i]
        + Phrase(" diverges at step \(step)", zh: " 在第 \(step) 步发散")
    }
  }

  /// The formula as text, cut.
  private var text: String {
    landscape.name.count > 80 ? landscape.name.prefix(78) + "…" : landscape.name
  }

  /// The lowest points, and how much of the view has a height.
  var tables: [Series] {
    let minima = landscape.minima.map { [$0.point.x, $0.point.y, $0.value] }
    let shares = [survey.shareUndefined, survey.shareInfinite]
    return (minima.isEmpty ? [] : [Series("minima", columns: ["x", "y", "f"], rows: minima)])
      + [Series("view", columns: ["undefined", "infinite"], rows: [shares])]
  }

  private static func place(_ point: Vector2) -> String {
    func number(_ value: Double) -> String { Digits.text(abs(value) < 1e-12 ? 0 : value) }
    return "(\(number(point.x)), \(number(point.y)))"
  }

  private static func span(_ range: ClosedRange<Double>) -> String {
    "\(Digits.text(range.lowerBound))…\(Digits.text(range.upperBound))"
  }

  private static func percent(_ share: Double) -> String {
    "\(Digits.text(100 * share, digits: share > 0.1 ? 2 : 1)) %"
  }
}
