import LessonKit

extension Rastrigin {
  private static let function = Phrase("Rastrigin’s function", zh: "Rastrigin 函数")
  private static let global = Phrase("global minimum", zh: "全局最小值点")

  /// A map of starts: the colour is how low the walk from there ends.
  var basinsFigure: Figure {
    let rule = ready[0]
    let name = [rule].identities(isRandom: false)[0]
    let (side, view) = (960, EggBox.box.view)
    let map = StartMap(of: EggBox.box, by: rule, over: view, columns: side, rows: side, steps: steps)
    let deepest = EggBox.minima.last?.first?.length ?? 1
    let tones = EggBox.minima.dropFirst().map { ring in
      Basins.Category(Self.stuck, paleness: 0.4 + 0.55 * ring[0].length / deepest)
    }
    let basins = Basins(
      columns: side, rows: side, cells: map.nearest(of: EggBox.minima), over: View(view),
      categories: [.init(name.named(Phrase("to the global minimum", zh: "到达全局最小值")))] + tones)
    let share = basins.shares[0]
    var panel = Panel(x: Axis("$x$"), y: Axis("$y$", limits: view.y), frame: .box, equalAspect: true) {
      basins
      examples(of: rule, as: name)
      Star(.zero, label: "")
    }
    panel.show(View(x: view.x, y: -1.9...1.9))
    return Figure(
      headline: [.init("Where you start decides where you end", zh: "从哪里出发，决定了停在哪里", if: share > 0)],
      setting: Phrase(
        "\(Self.function)  ·  \(rule.describedWithoutNoise)", zh: "\(Self.function)  ·  \(rule.describedWithoutNoise)"),
      foot: Phrase(
        "each point a start: \(percent: share) end in the global minimum; paler: ends higher",
        zh: "每个点都是起点：\(percent: share) 到达全局最小值；颜色越浅，终点损失越大"),
      talk: Phrase(
        "Every cell holds a minimum, and nearly all walks stay in the cell that they start in. Momentum adds the thin stripes: from a start high on a ridge it rolls through the next cells.",
        zh: "每个方格里有一个极小值点，几乎所有运行都停在出发的那一格。动量带来的只是那些细条：从高高的山脊出发，才能滚过相邻的几格。"),
      ask: Phrase(
        "121 minima, one of them the lowest. From what share of the starts does momentum find it?",
        zh: "121 个极小值点中只有一个最低。动量法从多大比例的起点能找到它？"),
      protocol: Phrase(
        "\(EggBox.box.formula); starts in the middles of \(side) × \(side) cells of [−5.12, 5.12]², \(steps, "step"), \(rule.describedWithoutNoise); a walk ends in the minimum next to its last point. x and y move independently of each other here.",
        zh:
          "\(EggBox.box.formula)；起点为 [−5.12, 5.12]² 内 \(side) × \(side) 个小格的中心，\(steps) 步，\(rule.describedWithoutNoise)；终点归于最近的极小值点。此处 x 与 y 的运动互不影响。"
      ), panels: [panel])
  }

  /// What ends in a local minimum.
  private static let stuck = Identity("", .series(0))

  /// Two starts and where they end, as arrows.
  @MarkBuilder private func examples(of rule: Rule, as name: Identity) -> [any Mark] {
    for start in [Vector2(3.44, 0.32), Vector2(-2.3, 1.36)] {
      let end = descend(EggBox.box, from: start, by: rule, steps: steps).end
      let isThere = EggBox.cell(end) == Vector2(0, 0)
      Arrow(
        from: Point(start), to: Point(end) * (isThere ? 0.93 : 1) + Point(start) * (isThere ? 0.07 : 0),
        as: isThere ? name : nil,
        label: isThere ? Phrase("to the global minimum", zh: "到全局最小值") : Phrase("to a local minimum", zh: "到局部极小值"),
        weight: 0.8)
      Ring(Point(start), label: isThere ? Phrase("start", zh: "起点") : "")
    }
  }

  /// Two walks from one start: with momentum and without.
  func pathFigure(_ run: Run) -> Figure {
    let pair = Array(ready.prefix(2))
    let names = pair.identities(isRandom: false)
    let walks = pair.map { descend(EggBox.box, from: Vector2(start), by: $0, steps: steps) }
    let arrival = arrival(walks[0])
    let passed = cells(of: walks[0]).filter { $0 != Vector2(0, 0) }
    let odds = EggBox.odds(pair[0], from: EggBox.starts(starts, seed: run.seed), steps: steps)
    let name = names[0].name
    return Figure(
      headline: [
        .init("\(name) can roll out of local minima", zh: "\(name) 能够滚出局部极小值", if: arrival != nil && passed.count > 1),
        .init(
          "\(name) leaves the local minimum it starts in", zh: "\(name) 离开了出发处的局部极小值",
          if: !walks[0].hasDiverged && passed.count > 1),
        .init(
          "\(name) stays in the local minimum it starts in", zh: "\(name) 停在出发处的局部极小值",
          if: !walks[0].hasDiverged && arrival == nil),
      ], setting: setting(pair, names),
      foot: Phrase(
        "a chosen start: of \(starts) random ones \(percent: odds.share) get there",
        zh: "起点经过挑选：\(starts) 个随机起点中只有 \(percent: odds.share) 能到达"),
      talk: Phrase(
        "The ball comes down from a ridge with enough speed for the next one, three times over. It then swings about the global minimum and comes to rest. From nearly every other start it stays in the first minimum, as gradient descent does.",
        zh: "小球从山脊滚下，速度足以翻过下一道，一连三次；随后在全局最小值附近摆动并停下。而从几乎所有其他起点出发，它都和梯度下降一样停在第一个极小值。"),
      ask: Phrase(
        "Both start here, at the same learning rate. Where does each of them end?", zh: "两者从这里出发，学习率相同。各自会停在哪里？"),
      protocol: Phrase(
        "\(EggBox.box.formula), \(steps, "step") from (\(start.x), \(start.y)); the trail is drawn to where it first meets the global minimum. Random starts: uniform in [−5.12, 5.12]²; \(percent: EggBox.shareInside) of it lies in the global minimum’s own cell.",
        zh:
          "\(EggBox.box.formula)，从（\(start.x)，\(start.y)）出发 \(steps) 步；轨迹画到首次遇到全局最小值点为止。随机起点在 [−5.12, 5.12]² 内均匀抽取，其中 \(percent: EggBox.shareInside) 本就位于全局最小值所在的方格内。"
      ), panels: [pathMap(walks, names, arrival, passed)])
  }

  /// The optimizers with their rates; one rate is said once.
  private func setting(_ pair: [Rule], _ names: [Identity]) -> Phrase {
    let rates = pair.map { $0["lr"] ?? .nan }
    guard pair.count == 2, rates[0] == rates[1] else {
      return Phrase.joined(pair.map(\.describedWithoutNoise), by: "  ·  ")
    }
    return Phrase(
      "\(pair[0].described)  ·  \(names[1].name) at the same rate",
      zh: "\(pair[0].described)  ·  \(names[1].name)用相同的学习率")
  }

  private func pathMap(_ walks: [Walk], _ names: [Identity], _ arrival: Int?, _ passed: [Vector2]) -> Panel {
    let stuck = walks.dropFirst().first.map { EggBox.cell($0.end) }
    let free = passed.filter { $0 != stuck }
    var panel = Panel(x: Axis("$x$"), y: Axis("$y$"), frame: .box, equalAspect: true) {
      Surface(Field(EggBox.box), name: Self.function)
      if walks.count > 1 { base(walks[1], as: names[1]) }
      trail(walks[0], as: names[0], until: arrival)
      ending(walks[0], as: names[0], until: arrival)
      if walks.count > 1 { rest(walks[1], as: names[1]) }
      Dots(free.dropLast().map { Point($0) }, as: Self.local)
      if let last = free.last { LabelledDot(Point(last), label: Self.local.name, as: Self.local, side: .above) }
      Ring(start, label: Phrase("start", zh: "起点"))
      Star(.zero, label: Self.global)
    }
    let shown = walks[0].points.prefix((arrival ?? 200) + 1) + [Vector2(0, 0)]
    let extent = Extent(shown.map { Point($0) })
    if let x = extent.x.range, let y = extent.y.range {
      panel.show(View(x: x.lowerBound - 0.6...x.upperBound + 1, y: y.lowerBound - 0.35...y.upperBound + 0.35))
    }
    return panel
  }

  private static let local = Identity(Phrase("local minimum", zh: "局部极小值点"), .ink)

  /// The walk with what became of it; one that arrives is drawn to where it first meets the minimum.
  private func trail(_ walk: Walk, as name: Identity, until arrival: Int?) -> Trail {
    var trail = walk.trail(as: name)
    if let arrival {
      let near = (arrival...min(arrival + 10, walk.steps)).min { walk.points[$0].length < walk.points[$1].length }
      trail.points = Array(trail.points.prefix((near ?? arrival) + 1))
    }
    return trail
  }

  /// What became of the walk, above the highest point of its way.
  private func ending(_ walk: Walk, as name: Identity, until arrival: Int?) -> Callout {
    let loss = walk.losses[walk.steps]
    let way = walk.points.prefix((arrival ?? walk.steps) + 1).dropFirst(walk.steps > 9 ? 8 : 0)
    let top = way.max { $0.y < $1.y } ?? walk.end
    return Callout(
      name.name, at: Point(top), as: name, bold: true, placement: .above,
      detail: loss < EggBox.floor
        ? Phrase("rolls on to loss \(loss, decimals: 0)", zh: "滚到损失 \(loss, decimals: 0)")
        : Phrase("stays at loss \(loss, digits: 2)", zh: "停在损失 \(loss, digits: 2)"))
  }

  /// The way of the walk that stays, broad, so that it is seen under the other one.
  private func base(_ walk: Walk, as name: Identity) -> Trail {
    var trail = walk.trail(as: name)
    let still = walk.points.firstIndex { $0.distance(to: walk.end) < 0.01 } ?? walk.steps
    trail.points = Array(trail.points.prefix(still + 1))
    // No dot but the mark at its end: the first would lie on the ring of the start.
    (trail.weight, trail.dots) = (1.6, [.init(still, label: nil)])
    return trail
  }

  /// What became of the walk that stays, beside its end.
  private func rest(_ walk: Walk, as name: Identity) -> Callout {
    let loss = walk.losses[walk.steps]
    return Callout(
      name.name, at: Point(walk.end) + Point(0.03, -0.1), as: name, bold: true, placement: .right,
      detail: Phrase("stays at loss \(loss, digits: 2)", zh: "停在损失 \(loss, digits: 2)"))
  }

  /// The first step from which on a walk stays in the cell of the lowest minimum, nil if it does not.
  private func arrival(_ walk: Walk) -> Int? {
    guard !walk.hasDiverged else { return nil }
    let away = walk.points.lastIndex { EggBox.cell($0) != Vector2(0, 0) } ?? -1
    return away < walk.steps ? away + 1 : nil
  }

  /// The cells that a walk comes through, in their order.
  private func cells(of walk: Walk) -> [Vector2] {
    walk.points.map(EggBox.cell).reduce(into: []) { seen, cell in if !seen.contains(cell) { seen.append(cell) } }
  }
}
