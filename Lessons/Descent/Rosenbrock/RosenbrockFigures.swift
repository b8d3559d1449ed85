import LessonKit

extension Rosenbrock {
  /// A walk that ends nearer than this to the minimum is there.
  static let reach = 0.05

  /// A walk that stays as near as this to the floor of the valley has found it.
  static let width = 0.05

  /// One walk on the map: the step that finds the valley, the step that arrives, and the way between.
  var valleyFigure: Figure {
    let rule = rules.count == 1 ? rules[0] : .adam.with(learningRate: 0.2)
    let walk = descend(valley, from: Vector2(start), by: rule, steps: steps, schedule: schedule)
    let name = [rule].identities(isRandom: false)[0]
    let (found, arrival) = (stepThatFindsFloor(walk), stepThatArrives(walk))
    let steps = Phrase("\(self.steps, "step")", zh: "\(self.steps) 步")
    let crawl = (arrival ?? 0) - (found ?? 0)
    return Figure(
      headline: [
        .init(
          "\(name.name) drops into the valley in \(found ?? 0, "step"), then crawls for \(crawl)",
          zh: "\(name.name) 用 \(found ?? 0) 步落入山谷，再爬行 \(crawl) 步",
          if: found != nil && arrival != nil && crawl > 3 * (found ?? 0)),
        .init(
          "\(name.name) finds the valley in \(found ?? 0, "step"), the minimum in \(arrival ?? 0)",
          zh: "\(name.name) 用 \(found ?? 0) 步找到山谷，\(arrival ?? 0) 步到达最小值", if: found != nil && arrival != nil),
        .init(
          "\(name.name) finds the valley in \(found ?? 0, "step"), then crawls",
          zh: "\(name.name) 用 \(found ?? 0) 步找到山谷，然后缓慢爬行",
          if: found != nil && !walk.hasDiverged && self.steps > 4 * (found ?? 0)),
        .init(
          "\(name.name) reaches the minimum in \(arrival ?? 0, "step")", zh: "\(name.name) 用 \(arrival ?? 0) 步到达最小值",
          if: arrival != nil),
        .init(
          "\(name.name) diverges at step \(walk.lostAt ?? 0)", zh: "\(name.name) 在第 \(walk.lostAt ?? 0) 步发散",
          if: walk.hasDiverged),
        .init(
          "\(steps) of \(name.name) do not find the valley", zh: "\(name.name) 走了 \(steps)仍未找到山谷",
          if: found == nil && !walk.hasDiverged),
      ],
      setting: Phrase(
        "Rosenbrock’s function  ·  \(rule.described)\(schedule.segment)",
        zh: "Rosenbrock 函数  ·  \(rule.described)\(schedule.segment)"),
      talk: Phrase(
        "The walls are steep, so the floor is found at once, with a few swings from wall to wall. Along the floor the slope is almost nothing: most of the steps go there.",
        zh: "谷壁很陡，所以几乎立刻就能找到谷底，只是在两壁之间摆动几次。谷底几乎是平的：大部分步数都花在那里。"),
      ask: Phrase(
        "Which takes longer: to find the floor of the valley, or to walk along it?", zh: "哪一段更费时：找到谷底，还是沿谷底走到头？"),
      protocol: Phrase(
        "Rosenbrock’s function \(valley.formula); start (\(start.x), \(start.y)), \(steps); the valley is found when the walk stays within \(Self.width) of its floor y = x²; arrival: within \(Self.reach) of the minimum.",
        zh:
          "Rosenbrock 函数 \(valley.formula)；起点（\(start.x)，\(start.y)），\(steps)；此后与谷底 y = x² 的距离一直不超过 \(Self.width) 时算找到山谷；与最小值点的距离不超过 \(Self.reach) 时算到达。"
      )
    ) {
      map(
        walk.trail(as: name, dots: dots(found, arrival, in: walk), phases: phases(walk, found, arrival)), [walk],
        arrival: arrival)
    }
  }

  /// The first step from which on the walk stays near the floor of the valley, up to the arrival.
  private func stepThatFindsFloor(_ walk: Walk) -> Int? {
    let end = stepThatArrives(walk) ?? walk.steps
    let last = walk.points[...end].lastIndex { p in abs(p.y - p.x * p.x) > Self.width }
    guard let last else { return 0 }
    return last < end ? last + 1 : nil
  }

  private func stepThatArrives(_ walk: Walk) -> Int? { walk.firstStep(within: Self.reach, of: valley.minimum.point) }

  /// The steps of the headline, and a round one between them.
  private func dots(_ found: Int?, _ arrival: Int?, in walk: Walk) -> [Trail.Dot] {
    guard let found, found > 0 else { return arrival.map { [.init($0)] } ?? [] }
    let end = arrival ?? walk.steps
    let round = [100, 200, 300, 400, 500, 1000, 2000, 5000, 10_000]
    let unit = round.last { 10 * $0 <= 3 * end } ?? end
    let between = [2 * unit, unit].first { $0 > 2 * found && 10 * $0 < 7 * end }
    return [.init(found)] + (between.map { [.init($0)] } ?? []) + (arrival == nil ? [.init(end)] : [])
  }

  /// What the walk does until it finds the floor, and along it.
  private func phases(_ walk: Walk, _ found: Int?, _ arrival: Int?) -> [Trail.Phase] {
    guard let found, found >= 3 else { return [] }
    let sides = walk.points[...found].map { $0.y > $0.x * $0.x }
    let crossings = zip(sides, sides.dropFirst()).count { $0 != $1 }
    let end = arrival ?? walk.steps
    let swings = Trail.Phase(Phrase("overshoots", zh: "冲过头"), steps: min(3, found - 1)...found)
    let crawl = Trail.Phase(
      Phrase("crawls for\n\(end - found, "step")", zh: "缓慢爬行\n\(end - found) 步"), steps: found...end)
    return (crossings >= 2 ? [swings] : []) + (end - found > 3 * found ? [crawl] : [])
  }

  /// A small map for each optimizer, from the same start.
  var raceFigure: Figure {
    let (tuned, walks) = contest
    let names = tuned.rules.identities(isRandom: false)
    let arrivals = walks.map { stepThatArrives($0) }
    let there = zip(names, arrivals).filter { $0.1 != nil }.map(\.0.name)
    let short = zip(names, arrivals).filter { $0.1 == nil }.map(\.0.name)
    return Figure(
      headline: [
        .init(
          "\(list: there) arrive, \(list: short) stop short", zh: "\(list: there)到达最小值，\(list: short)没有",
          if: there.count > 1 && short.count > 1),
        .init(
          "Only \(list: there) reaches the minimum", zh: "只有 \(list: there) 到达最小值",
          if: there.count == 1 && !short.isEmpty),
        .init(
          "All reach the minimum but \(list: short)", zh: "只有 \(list: short) 没有到达最小值",
          if: there.count > 1 && short.count == 1),
        .init("All of them reach the minimum", zh: "全部到达最小值", if: short.isEmpty),
        .init("None of them reaches the minimum", zh: "没有一种到达最小值", if: there.isEmpty),
      ],
      setting: Phrase("Same start, \(steps, "step")\(schedule.segment)", zh: "同一起点，各走 \(steps) 步\(schedule.segment)"),
      foot: tuned.condition,
      talk: Phrase(
        "The floor of the valley is soon found. What differs is how the optimizers walk along it: memory of past steps keeps up speed where the slope is small.",
        zh: "谷底很快就能找到，差别在于沿谷底怎么走：记住过去的步子，就能在坡度很小的地方保持速度。"),
      ask: Phrase("Each has its best learning rate. Who gets to the end of the valley?", zh: "各自取最佳学习率，谁能走到山谷尽头？"),
      protocol: Phrase(
        "\(valley.formula) from (\(start.x), \(start.y)); arrival: within \(Self.reach) of the minimum. \(tuned.told)",
        zh: "\(valley.formula)，起点（\(start.x)，\(start.y)）；与最小值点的距离不超过 \(Self.reach) 时算到达。\(tuned.told)"),
      panels: zip(names, zip(walks, arrivals)).map { name, ran in
        let (walk, arrival) = ran
        let lost = walk.lostAt.map { Phrase("diverges at step \($0)", zh: "第 \($0) 步发散") }
        let left = walk.distance(to: valley.minimum.point)
        return map(walk.trail(as: name).with(\.weight, 0.7), walks, words: false).with(\.heading, name.name).with(
          \.headingIdentity, name
        ).with(
          \.subheading,
          arrival.map { Phrase("\($0, "step")", zh: "\($0) 步到达") } ?? lost
            ?? Phrase("\(left, digits: 2) away", zh: "还差 \(left, digits: 2)"))
      })
  }

  /// The optimizers with their rates, and their walks.
  private var contest: (tuned: Tuned, walks: [Walk]) {
    let tuned = Tuned(rules, on: valley, from: Vector2(start), steps: steps, schedule: schedule, by: .distance)
    let walks = tuned.rules.map { descend(valley, from: Vector2(start), by: $0, steps: steps, schedule: schedule) }
    return (tuned, walks)
  }

  private func map(_ trail: Trail, _ walks: [Walk], words: Bool = true, arrival: Int? = nil) -> Panel {
    Panel(x: Axis("$x$"), y: Axis("$y$"), frame: .box) {
      Surface(Field(valley), start: valley.value(at: Vector2(start)), numbered: words).with(\.hasNote, words)
      trail
      Ring(start, label: words ? Phrase("start", zh: "起点") : "")
      Star(
        Point(valley.minimum.point), label: words ? Phrase("minimum", zh: "最小值点") : "",
        detail: arrival.map { Phrase("step \($0)", zh: "第 \($0) 步") })
    }.showing(View(valley.view).holding(start).holding(walks))
  }

  /// The loss against the step, a curve for each optimizer.
  var lossFigure: Figure {
    let (tuned, walks) = contest
    let names = tuned.rules.identities(isRandom: false)
    let ends = walks.map { $0.hasDiverged ? .infinity : Array($0.losses.suffix(100)).median() }
    let order = ends.indices.filter { ends[$0].isFinite }.sorted { ends[$0] < ends[$1] }
    let (best, worst) = (order.first ?? 0, order.last ?? 0)
    let times = ends[worst] / ends[best]
    return Figure(
      headline: [
        .init(
          "\(names[best].name) gets \(words: times) times lower than \(names[worst].name)",
          zh: "\(names[best].name) 的损失比 \(names[worst].name) 低 \(words: times) 倍",
          if: order.count > 1 && times > 2 && times < 1e9),
        .init(
          "\(names[best].name) gets to the bottom, \(names[worst].name) does not",
          zh: "\(names[best].name) 降到谷底，\(names[worst].name) 没有", if: order.count > 1 && times >= 1e9),
      ],
      setting: Phrase(
        "Loss on the way through Rosenbrock’s valley\(schedule.segment)", zh: "穿过 Rosenbrock 山谷途中的损失\(schedule.segment)"
      ), foot: tuned.condition,
      talk: Phrase(
        "All curves fall fast while the walk drops into the valley. Then the slope of the floor decides, and the curves part.",
        zh: "落入山谷时所有曲线都下降得很快；之后由谷底的坡度决定，曲线便分开了。"),
      ask: Phrase("Who still gets lower after the first hundred steps?", zh: "前一百步之后，谁的损失还在下降？"),
      protocol: Phrase(
        "\(valley.formula) from (\(start.x), \(start.y)); compared: median loss of the last 100 steps. \(tuned.told)",
        zh: "\(valley.formula)，起点（\(start.x)，\(start.y)）；比较最后 100 步损失的中位数。\(tuned.told)")
    ) {
      Panel(x: .step, y: Axis(Phrase("loss (log scale)", zh: "损失（对数坐标）"), .log)) {
        for (walk, name) in zip(walks, names) { walk.lossCurve(as: name) }
      }
    }
  }
}
