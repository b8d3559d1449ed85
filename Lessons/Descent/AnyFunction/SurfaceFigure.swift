import LessonKit

extension AnyFunction {
  /// The function with its minima and the walks over it.
  func surfaceFigure(_ study: SurfaceWalks) -> Figure {
    Figure(
      headline: starts(study) + walk(study) + contest(study) + (study.summary.told.map { [Headline($0)] } ?? []),
      setting: setting(study), foot: study.condition,
      talk: Phrase(
        "A descent only ever sees the slope under its feet. Which minimum it comes to is decided by the valley in which it starts.",
        zh: "下降过程只看得到脚下的坡度。它会走到哪个极小值，由出发时所在的山谷决定。"), ask: Phrase("Where will each of the walks end?", zh: "每次运行会停在哪里？"),
      protocol: study.told, panels: [study.panel(inSpace: isSpatial)])
  }

  private func setting(_ study: SurfaceWalks) -> Phrase {
    guard let tuned = study.tuned else { return Phrase(same: landscape.formula) }
    let who =
      tuned.rules.count == 1
      ? tuned.rules[0].describedWithoutNoise : Phrase("\(steps, "step") each", zh: "各走 \(steps) 步")
    return "\(landscape.formula)  ·  \(who)\(schedule.segment)"
  }

  /// What several starts of one optimizer come to.
  private func starts(_ study: SurfaceWalks) -> [Headline] {
    [
      .init("Where you start decides which valley you end in", zh: "从哪里出发，决定停在哪个山谷", if: study.endsApart == true),
      .init(
        "All \(study.walks.count) starts lead to the same minimum", zh: "\(study.walks.count) 个起点都通向同一个极小值点",
        if: study.endsApart == false),
    ]
  }

  /// What one walk comes to.
  private func walk(_ study: SurfaceWalks) -> [Headline] {
    guard study.walks.count == 1, let walk = study.walks.first else { return [] }
    if case .constant = study.summary.floor { return [] }
    let (name, lost, height) = (study.names[0].name, walk.lostAt ?? 0, walk.losses[walk.steps])
    let (arrival, place, minimum) = (study.arrivals[0], study.target(of: 0)?.coordinates, study.endings[0].minimum)
    let lowest = study.summary.lowest ?? height
    return [
      .init("\(name) leaves the domain at step \(lost)", zh: "\(name) 在第 \(lost) 步离开定义域", if: walk.hasLeftDomain),
      .init("\(name) diverges at step \(lost)", zh: "\(name) 在第 \(lost) 步发散", if: walk.hasDiverged),
      .init(
        "\(name) reaches the minimum at \(place ?? "") in \(arrival ?? 0, "step")",
        zh: "\(name) 用 \(arrival ?? 0) 步到达最小值点 \(place ?? "")", if: arrival != nil && place != nil),
      .init(
        "\(name) gets as low as it goes, f = \(lowest), in \(arrival ?? 0, "step")",
        zh: "\(name) 用 \(arrival ?? 0) 步到达最低处，f = \(lowest)", if: arrival != nil),
      .init(
        "\(name) stops in a local minimum, f = \(height)", zh: "\(name) 停在局部极小值，f = \(height)",
        if: arrival == nil && minimum.map(study.isLocal) == true),
      .init("\(name) stops in a minimum, f = \(height)", zh: "\(name) 停在极小值，f = \(height)", if: minimum != nil),
      .init(
        "After \(steps, "step") \(name) is at f = \(height)", zh: "\(name) 走了 \(steps) 步，到达 f = \(height)",
        if: !walk.hasDiverged),
    ]
  }

  /// Who of several optimizers comes to a minimum, or else who gets lowest.
  private func contest(_ study: SurfaceWalks) -> [Headline] {
    guard study.comparesRules else { return [] }
    let (winners, losers) = (study.names(where: study.isThere), study.names { !study.isThere($0) })
    let (leaders, hasLeft) = (study.names(where: study.leaders.contains), study.walks.contains(where: \.hasLeftDomain))
    let lowest = study.leaders.first.map { study.walks[$0].losses[steps] } ?? .nan
    return [
      .init("All the optimizers reach a minimum", zh: "所有优化器都到达最小值点", if: losers.isEmpty),
      .init(
        "\(list: winners) get there, \(list: losers) not", zh: "\(list: winners) 到达最小值点，\(list: losers) 没有",
        if: winners.count > 1 && !losers.isEmpty),
      .init("Only \(list: winners) reaches a minimum", zh: "只有 \(list: winners) 到达最小值点", if: winners.count == 1),
      .init("All the optimizers leave the domain", zh: "所有优化器都离开定义域", if: study.walks.allSatisfy(\.hasLeftDomain)),
      .init("All the optimizers diverge", zh: "所有优化器都发散", if: leaders.isEmpty && !hasLeft),
      .init("All the optimizers diverge or leave the domain", zh: "所有优化器都发散或离开定义域", if: leaders.isEmpty),
      .init(
        "\(list: leaders) gets lowest: f = \(lowest)", zh: "\(list: leaders) 走得最低：f = \(lowest)", if: leaders.count == 1
      ),
      .init(
        "All the optimizers end equally low: f = \(lowest)", zh: "所有优化器停在同样的高度：f = \(lowest)",
        if: leaders.count == study.walks.count),
      .init(
        "\(list: leaders) get lowest: f = \(lowest)", zh: "\(list: leaders) 走得最低：f = \(lowest)", if: leaders.count > 1),
    ]
  }
}
