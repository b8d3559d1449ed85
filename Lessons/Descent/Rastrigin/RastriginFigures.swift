import LessonKit

extension Rastrigin {
  static let function = Phrase("Rastrigin’s function", zh: "Rastrigin 函数")
  static let global = Phrase("global minimum", zh: "全局最小值点")
  private static let stuck = Identity(Phrase("in a local minimum", zh: "停在局部极小值"), .ink, marker: .triangleDown)
  private static let local = Phrase("local minimum", zh: "局部极小值点")

  /// The starts that lead to the global minimum, on the map of the function.
  var basinsFigure: Figure {
    let rule = ready[0]
    let name = [rule].identities(isRandom: false)[0]
    let (side, view) = (960, EggBox.box.view)
    let map = StartMap(of: EggBox.box, by: rule, over: view, columns: side, rows: side, steps: steps)
    let lowest = Phrase("ends in the global minimum", zh: "终点为全局最小值")
    let basins = Basins(
      columns: side, rows: side, cells: map.nearest(of: EggBox.minima), over: View(view),
      categories: [.init(name.named(lowest))])
    let share = basins.shares[0]
    return Figure(
      headline: [
        .init(
          "Only \(percent: share) of all starts find the global minimum", zh: "只有 \(percent: share) 的起点能到达全局最小值",
          if: share > 0 && share < 0.1),
        .init("Where you start decides where you end", zh: "从哪里出发，决定了停在哪里", if: share > 0),
      ], setting: "\(Self.function)  ·  \(rule.describedWithoutNoise)",
      talk: Phrase(
        "Every cell holds a minimum, and nearly all walks stay in the cell that they start in. Speed can add thin stripes: from a start high on a ridge a walk rolls through the next cells.",
        zh: "每个方格里有一个极小值点，几乎所有运行都停在出发的那一格。速度带来的只是那些细条：从高高的山脊出发，才能滚过相邻的几格。"),
      ask: Phrase(
        "121 minima, one of them the lowest. From what share of the starts is it found?",
        zh: "121 个极小值点中只有一个最低。从多大比例的起点能找到它？"),
      protocol: Phrase(
        "\(EggBox.box.formula); starts in the middles of \(side) × \(side) cells of [−5.12, 5.12]², \(steps, "step"), \(rule.describedWithoutNoise); a walk ends in the minimum next to its last point. x and y move independently of each other here.",
        zh:
          "\(EggBox.box.formula)；起点为 [−5.12, 5.12]² 内 \(side) × \(side) 个小格的中心，\(steps) 步，\(rule.describedWithoutNoise)；终点归于最近的极小值点。此处 x 与 y 的运动互不影响。"
      )
    ) {
      Panel(x: Axis("$x$"), y: Axis("$y$", limits: view.y), frame: .box, equalAspect: true) {
        Surface(Field(EggBox.box))
        basins
        if share > 0 {
          Callout(
            Phrase("\(percent: share) of all starts", zh: "\(percent: share) 的起点"), at: Point(0, -0.5), as: name,
            bold: true, placement: .below, detail: Phrase("end at the star", zh: "以星号为终点")
          ).with(\.role, .finding)
        }
        Callout(
          Phrase("all others are stuck", zh: "其余都被困住"), at: Point(-2, 0.7), as: Self.stuck, bold: true,
          placement: .below, detail: Phrase("in a local minimum", zh: "停在局部极小值"))
        for start in [Vector2(3.44, 0.32), Vector2(-2.4, 1.4)] {
          let walk = descend(EggBox.box, from: start, by: rule, steps: steps)
          let isThere = EggBox.cell(walk.end) == Vector2(0, 0)
          walk.trail(as: isThere ? name : Self.stuck).with(\.points, EggBox.way(of: walk).map { Point($0) })
          Ring(Point(start), label: start.x > 0 ? Phrase("start", zh: "起点") : "")
        }
        Star(.zero, label: "")
      }.showing(View(x: -3.9...3.9, y: -1.9...1.9))
    }
  }

  /// Two walks from one start: with momentum and without.
  func pathFigure(_ run: Run) -> Figure {
    let pair = Array(ready.prefix(2))
    let names = pair.identities(isRandom: false)
    let walks = pair.map { descend(EggBox.box, from: Vector2(start), by: $0, steps: steps) }
    let cells = walks[0].points.map(EggBox.cell)
    let away = cells.lastIndex { $0 != Vector2(0, 0) } ?? -1
    // The first step from which on the walk stays in the cell of the global minimum.
    let arrival = !walks[0].hasDiverged && away < walks[0].steps ? away + 1 : nil
    let passed = cells.reduce(into: [Vector2]()) { seen, cell in
      if !seen.contains(cell) && cell != Vector2(0, 0) { seen.append(cell) }
    }
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
      ],
      setting: Phrase(
        "A chosen start: from \(percent: 1 - odds.share) of \(starts) random ones it stays stuck",
        zh: "起点经过挑选：\(starts) 个随机起点中有 \(percent: 1 - odds.share) 会被困住"), foot: setting(pair, names),
      talk: Phrase(
        "A walk that comes down from a ridge with enough speed gets over the next one. From nearly every other start it stays in the first minimum, as gradient descent does.",
        zh: "从山脊滚下，速度够大就能翻过下一道。而从几乎所有其他起点出发，它都和梯度下降一样停在第一个极小值。"),
      ask: Phrase("Both start here. Where does each of them end?", zh: "两者从这里出发。各自会停在哪里？"),
      protocol: Phrase(
        "\(EggBox.box.formula), \(steps, "step") from (\(start.x), \(start.y)); the trail is drawn to where it first meets the global minimum. Random starts: uniform in [−5.12, 5.12]²; \(percent: EggBox.shareInside) of it lies in the global minimum’s own cell.",
        zh:
          "\(EggBox.box.formula)，从（\(start.x)，\(start.y)）出发 \(steps) 步；轨迹画到首次遇到全局最小值点为止。随机起点在 [−5.12, 5.12]² 内均匀抽取，其中 \(percent: EggBox.shareInside) 本就位于全局最小值所在的方格内。"
      ), panels: [pathMap(walks, names, arrival, passed)])
  }

  /// The optimizers with their rates; one rate is said once.
  private func setting(_ pair: [Rule], _ names: [Identity]) -> Phrase {
    guard pair.count == 2, pair[0]["lr"] == pair[1]["lr"] else {
      return Phrase.joined(pair.map(\.describedWithoutNoise), by: "  ·  ")
    }
    return Phrase(
      "\(pair[0].described)  ·  \(names[1].name) at the same rate",
      zh: "\(pair[0].described)  ·  \(names[1].name)用相同的学习率")
  }

  /// The walk that may come far, over the broad short way of one that stays.
  private func pathMap(_ walks: [Walk], _ names: [Identity], _ arrival: Int?, _ passed: [Vector2]) -> Panel {
    let (walk, other) = (walks[0], walks.dropFirst().first)
    let free = passed.filter { cell in other.map { EggBox.cell($0.end) } != cell }
    let trail = walk.trail(as: names[0])
    let way = walk.points.prefix((arrival ?? walk.steps) + 1).dropFirst(walk.steps > 9 ? 8 : 0)
    let extent = Extent((walk.points.prefix((arrival ?? 200) + 1) + [Vector2(0, 0)]).map { Point($0) })
    let panel = Panel(x: Axis("$x$"), y: Axis("$y$"), frame: .box, equalAspect: true) {
      Surface(Field(EggBox.box), name: Self.function)
      if let other {
        let still = other.points.firstIndex { $0.distance(to: other.end) < 0.01 } ?? other.steps
        let base = other.trail(as: names[1])
        base.with(\.points, Array(base.points.prefix(still + 1))).with(\.weight, 2).with(
          \.dots, [.init(still, label: nil)])
        ending(other, as: names[1], at: Point(other.end) + Point(0.09, -0.1), .right)
      }
      // One that arrives is drawn to where it first meets the minimum.
      trail.with(\.points, arrival == nil ? trail.points : EggBox.way(of: walk).map { Point($0) })
      ending(walk, as: names[0], at: Point(way.max { $0.y < $1.y } ?? walk.end) + Point(0, 0.16), .above)
      Dots(free.dropLast().map { Point($0) }, as: Identity(Self.local, .ink))
      if let last = free.last {
        LabelledDot(
          Point(last), label: Self.local, as: Identity(Self.local, .ink), side: .below,
          wordsAt: Point(last) - Point(0, 0.36))
      }
      Ring(start, label: Phrase("start", zh: "起点"))
      Star(.zero, label: Self.global)
    }
    guard let x = extent.x.range, let y = extent.y.range else { return panel }
    return panel.showing(View(x: x.lowerBound - 0.8...x.upperBound + 1.2, y: y.lowerBound - 0.35...y.upperBound + 0.35))
  }

  /// What became of a walk.
  private func ending(_ walk: Walk, as name: Identity, at place: Point, _ side: LabelRequest.Placement) -> Callout {
    let loss = walk.losses[walk.steps]
    return Callout(
      name.name, at: place, as: name, bold: true, placement: side,
      detail: loss < EggBox.floor
        ? Phrase("rolls on to loss \(loss, decimals: 0)", zh: "滚到损失 \(loss, decimals: 0)")
        : Phrase("stays at loss \(loss, digits: 2)", zh: "停在损失 \(loss, digits: 2)"))
  }
}
