import LessonKit

extension FirstNetwork {
  private var hidden: Phrase { Phrase("\(width) ReLU units", zh: "\(width) 个 ReLU 单元") }

  private func setting(_ study: Study) -> Phrase {
    let rates = Set(rules.map { $0["lr"] ?? Self.rate })
    let rate: Phrase =
      rates.count == 1 ? Phrase(", rate \(rates.first ?? Self.rate)", zh: "，学习率 \(rates.first ?? Self.rate)") : ""
    let who: Phrase = rules.count == 1 ? study.names[0].name : Phrase("same start", zh: "初值相同")
    return Phrase("\(hidden); \(who)\(rate)\(schedule.segment)", zh: "\(hidden)；\(who)\(rate)\(schedule.segment)")
  }

  private func terms(_ study: Study) -> Phrase {
    let rates = Phrase.joined(rules.map(\.described), by: Phrase("; ", zh: "；"))
    return Phrase(
      "100 points of y = 2x + 1 + ε, x of deviation 5; one hidden layer of \(hidden), PyTorch’s initial weights, mean squared error, all points in every step. \(rates).",
      zh: "y = 2x + 1 + ε 的 100 个点，x 的标准差为 5；一个隐藏层，\(hidden)，PyTorch 默认初始化，均方误差，每步用全部数据点。\(rates)。")
  }

  /// The points, with the network's line as it turns from step to step; of several optimizers the last lines.
  func fitFigure(_ study: Study) -> Figure {
    let run = study.runs[0]
    let losses = run.lossesByStep
    let settled = rules.count == 1 ? run.settles(atShare: 0.02) : nil
    let left = settled.map { losses[$0] } ?? .nan
    return Figure(
      headline: [
        .init(
          "After \(settled ?? 0, "step") of \(steps) the loss is down from \(losses[0], digits: 2) to \(left, digits: 2)",
          zh: "\(steps) 步中只走 \(settled ?? 0) 步，损失就从 \(losses[0], digits: 2) 降到 \(left, digits: 2)",
          if: settled != nil && rules.count == 1), diverging(study),
      ], setting: setting(study),
      talk: Phrase(
        "One would not take a network for a line; here the task is so simple that the loop can be watched. The first steps turn the line, all the others only adjust it.",
        zh: "拟合直线本不需要网络；这里任务如此简单，正好可以看清训练循环。最初几步就把直线转到位，其余的只是微调。"),
      ask: Phrase(
        "How many of \(steps, "step") does it take until the line is in the cloud of points?",
        zh: "\(steps) 步之中，走多少步直线就能穿过这些点？"), protocol: terms(study)
    ) { fitPanel(study, settled) }
  }

  /// That the only run was lost.
  private func diverging(_ study: Study) -> Headline {
    let (name, rate) = (study.names[0].name, rules[0]["lr"] ?? Self.rate)
    let step = study.runs[0].lostInStep
    return Headline(
      Phrase("At rate \(rate) \(name) diverges in \(step ?? 0, "step")", zh: "学习率 \(rate) 时\(name) \(step ?? 0) 步就发散"),
      if: rules.count == 1 && step != nil)
  }

  private func fitPanel(_ study: Study, _ settled: Int?) -> Panel {
    let (xs, ys) = (study.data.inputs.elements, study.data.numbers.elements)
    let (low, high) = (xs.min() ?? -1, xs.max() ?? 1)
    let air = 0.04 * (high - low)
    let grid = (low - air...high + air).evenlySpaced(count: 201)
    let (bottom, top) = (ys.min() ?? 0, ys.max() ?? 1)
    func line(_ run: LearningRun, after updates: Int) -> [Point] {
      let line = run.network(after: updates)(Tensor(grid, shape: [grid.count, 1]))
      return zip(grid, line.elements).map { Point($0, $1) }
    }
    let shown = rules.count == 1 ? steps(of: study.runs[0], settled) : []
    return Panel(
      x: Axis("$x$", padding: .tight),
      y: Axis("$y$", limits: (1.15 * bottom - 0.15 * top)...(1.15 * top - 0.15 * bottom))
    ) {
      Dots(zip(xs, ys).map { Point($0, $1) }, name: Phrase("data", zh: "数据"))
      for (place, step) in shown.enumerated() {
        stage(
          line(study.runs[0], after: step), study.names[0], step, study.runs[0].lossesByStep,
          strength: 0.35 + 0.65 * Double(place) / Double(max(1, shown.count - 1)))
      }
      for (run, name) in zip(study.runs, study.names) where rules.count > 1 {
        Line(line(run, after: max(0, run.losses.count - 1)), as: name)
      }
    }
  }

  /// The steps whose lines are drawn: the first few up to the one of the headline, or some of the whole way.
  private func steps(of run: LearningRun, _ settled: Int?) -> [Int] {
    let last = settled ?? run.lossesByStep.count - 1
    guard last > 4 else { return Array(0...max(0, last)) }
    return [0, last / 4, last / 2, last]
  }

  private func stage(_ points: [Point], _ name: Identity, _ step: Int, _ losses: [Double], strength: Double) -> Line {
    let label = step == 0 ? Phrase("start", zh: "初始") : Phrase("step \(step)", zh: "第 \(step) 步")
    var line = Line(
      points, as: name, name: label, label: label,
      detail: Phrase("loss \(losses[step], digits: 2)", zh: "损失 \(losses[step], digits: 2)"))
    (line.strength, line.hasEndMarker) = (strength, false)
    return line
  }

  /// The loss after every step, above the least that a straight line can have.
  func lossFigure(_ study: Study) -> Figure {
    let all = study.runs.map(\.lossesByStep)
    let losses = all[0]
    let falls = zip(losses, losses.dropFirst()).allSatisfy { $0 > $1 }
    let settled = study.runs[0].settles(atShare: 0.02)
    let isSound = study.runs[0].divergedIn == nil
    let order = study.runs.indices.sorted { study.runs[$0].lastLoss < study.runs[$1].lastLoss }
    let highest = all.flatMap { $0 }.max() ?? 1
    return Figure(
      headline: [
        .init(
          "Every step lowers the loss: first fast, then slowly", zh: "每一步都降低损失：先快后慢",
          if: rules.count == 1 && falls && settled.map { 5 * $0 < steps } ?? false), diverging(study),
        .init("Every step lowers the loss", zh: "每一步都降低损失", if: rules.count == 1 && falls && isSound),
        .init(
          "Of these \(study.names[order[0]].name) ends lowest", zh: "其中 \(study.names[order[0]].name) 最终最低",
          if: rules.count > 1 && study.runs[order[0]].lastLoss < 0.99 * study.runs[order[1]].lastLoss),
      ], setting: setting(study),
      talk: Phrase(
        "One round of the loop is one step: predict, compare, differentiate, update. The slope of the line is learned at once, because the error is steep that way; the rest is a shallow valley.",
        zh: "训练循环走一遍就是一步：预测、比较、求梯度、更新。直线的斜率很快就学会，因为误差在这个方向上最陡；其余的是一段平缓的山谷。"),
      ask: Phrase("Will the loss fall in every single step?", zh: "损失会在每一步都下降吗？"), protocol: terms(study)
    ) {
      Panel(
        x: Axis(Phrase("step", zh: "步数"), padding: .tight),
        y: Axis(
          Phrase("loss (log scale)", zh: "损失（对数坐标）"), .log,
          domain: 0.5 * min(study.floor, losses.min() ?? 1)...1.5 * highest)
      ) {
        Reference(
          [Point(0, study.floor), Point(Double(steps), study.floor)],
          label: Phrase("least-squares line: \(study.floor, digits: 2)", zh: "最小二乘直线：\(study.floor, digits: 2)"))
        for (run, name) in zip(study.runs, study.names) { curve(run, name) }
        if let settled, rules.count == 1 {
          Gap(
            x: max(Double(settled), 0.06 * Double(steps)), from: losses[0], to: losses[settled],
            Phrase("in \(settled, "step")", zh: "\(settled) 步之内"),
            strong: Phrase(
              "\(percent: (100 * (1 - losses[settled] / losses[0])).rounded(.down) / 100) gone",
              zh: "减少 \(percent: (100 * (1 - losses[settled] / losses[0])).rounded(.down) / 100)"), takenFrom: 0)
        }
      }
    }
  }

  /// A run with its last loss at the end; of several runs with their names.
  private func curve(_ run: LearningRun, _ name: Identity) -> Line {
    let end = run.lossAfter.map { Phrase("loss \($0, digits: 2)", zh: "损失 \($0, digits: 2)") }
    return rules.count == 1 && end != nil
      ? run.lossLine(as: name, label: end) : run.lossLine(as: name, label: name.name, detail: end)
  }
}
