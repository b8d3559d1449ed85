extension PenaltySweep {
  /// What a weak penalty, the best one and a strong one do, by name and colour.
  public var zones: [Identity] {
    let harms = harms
    return [
      .tooFlexible.named(
        harms.weak ? Phrase("too weak: overfits", zh: "太弱：过拟合") : Phrase("weak: does no harm", zh: "弱：无害")),
      Identity(Phrase("best", zh: "最佳"), Identity.aboutRight.tone, marker: .square),
      .tooSimple.named(
        harms.strong ? Phrase("too strong: underfits", zh: "太强：欠拟合") : Phrase("strong: does no harm", zh: "强：无害")),
    ]
  }

  /// The validation error against the strength; a weak penalty, the best and a strong one have a dot each, with its error.
  ///
  /// A dotted line leads up to a dot where a plot above it, one of three in a row, stands over its strength.
  public func errorPanel() -> Panel {
    let zones = zones
    let most = max(three.map { validation[$0] }.max() ?? 1, 1e-250)
    let low = max(least, 1e-40 * most)
    // Where one side is a wall, a linear axis shows nothing of the other; errors of nothing have no logarithm.
    let isLog = most > 4 * min(validation[three[0]], validation[three[2]])
    let (floor, top) =
      isLog ? (low / max(3, pow(most / low, 0.08)), most * max(8, pow(most / low, 0.12))) : (0, 1.5 * most)
    let name = Phrase("validation error", zh: "验证误差")
    return Panel(
      x: Axis(Phrase("weight decay λ (log scale)", zh: "权重衰减 λ（对数坐标）"), .log, domain: strengths[0]...strengths[last]),
      y: isLog
        ? Axis(Phrase("\(name) (log scale)", zh: "\(name)（对数坐标）"), .log, domain: floor...top)
        : Axis(name, domain: floor...top)
    ) {
      Line.plain(zip(strengths, validation).map { Point($0, $1) }, as: .validation.named(name)).with(\.weight, 1.8)
        .with(\.isTold, true)
      for (index, place) in three.enumerated() where index == 1 || place != best {
        let at = Point(strengths[place], validation[place])
        if 3 * place / strengths.count == index {
          Line.plain([Point(at.x, top), at], as: zones[index].with(\.dash, .dotted)).with(\.weight, 0.7)
        }
        LabelledDot(
          at, label: "\(at.y, digits: 2)", as: zones[index], side: index == 0 ? .right : .above,
          wordsAt: index == 0 && isLog ? Point(at.x, 2.6 * at.y) : nil, size: 2.2
        ).with(\.role, .finding).with(\.scale, 1.45)
      }
    }
  }

  /// The fits under a weak penalty, the best and a strong one, with the points that they are fitted to; the course's have their curve.
  public func fitsPanel(of own: OwnPoints) -> Panel {
    let places = (0.0...1).evenlySpaced(count: 301)
    let reach = max(1.7, 1.08 * (samples.ys.map(abs).max() ?? 0))
    return LittlePlots(
      zip(three, zones).map { place, zone in
        .init(
          zone.name, points: zip(samples.xs, samples.ys).map { Point(own.x($0), $1) },
          curve: zip(places, fits[place].values(at: places)).map { Point(own.x($0), $1) }, as: zone)
      }, truth: own.isGiven ? [] : (0.0...1).evenlySpaced(count: 121).map { Point($0, CosineSamples.truth($0)) },
      view: View(x: own.x(-0.03...1.03), y: own.isGiven ? own.heights : -reach...reach)
    ).panel
  }
}
