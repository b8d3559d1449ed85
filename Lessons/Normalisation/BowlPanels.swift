import LessonKit

/// The panels of the lesson on normalisation and conditioning.
struct BowlPanels {
  let pair: BowlPair
  let trials: Standardising
  /// What the user wants to see of the raw weights, nil for all.
  let view: View?

  /// Both maps, then how often it goes wrong.
  var all: [Panel] {
    var shares = sharePanel
    shares.isEssential = false
    return [map(0), map(1), shares]
  }

  /// How far a map reaches in units of 1/√(mean variance), so that both bowls have the same mean curvature on the page.
  private var reach: Double {
    let starts = zip(pair.bowls, pair.walks).map { bowl, walk in
      max(abs(walk.points[0].x), abs(walk.points[0].y)) * spread(bowl)
    }
    return 1.25 * (starts.max() ?? 1)
  }

  private func spread(_ bowl: Bowl) -> Double {
    let c = bowl.covariance
    return ((c[0, 0] + c[1, 1]) / 2).squareRoot()
  }

  /// The least view of standardised weights, of the same shape, that has all the models of a view of raw ones.
  private func standardised(_ view: View?) -> View? {
    guard let view else { return nil }
    let deviations = pair.raw.covariance.deviations
    let stretch = deviations.max() ?? 1
    func side(_ range: ClosedRange<Double>, _ deviation: Double) -> ClosedRange<Double> {
      let center = deviation * (range.lowerBound + range.upperBound) / 2
      let half = stretch * (range.upperBound - range.lowerBound) / 2
      return center - half...center + half
    }
    return View(x: side(view.x, deviations[0]), y: side(view.y, deviations[1]))
  }

  private static let names = [
    Phrase("Raw", zh: "原始特征"), Phrase("Standardised", zh: "标准化后"),
  ]

  private func map(_ index: Int) -> Panel {
    let (bowl, walk) = (pair.bowls[index], pair.walks[index])
    let side = reach / spread(bowl)
    let axes: [Phrase] = index == 0 ? ["$w_1$", "$w_2$"] : ["$\\sigma_1w_1$", "$\\sigma_2w_2$"]
    let landscape = bowl.landscape(reach: side, start: walk.points[0])
    let domain = index == 0 ? nil : standardised(view)
    var panel = Panel(
      x: Axis(axes[0], domain: domain?.x ?? -side...side),
      y: Axis(axes[1], domain: domain?.y ?? -side...side), frame: .box,
      heading: heading(index)
    ) {
      Surface(Field(landscape), spread: .squares)
      Trail(
        Self.shown(walk), name: Self.names[index], series: index == 0 ? 1 : 3, milestones: false,
        named: false)
      Ring(Point(walk.points[0]), label: Phrase("start", zh: "起点"))
      Star(.zero, label: Phrase("minimum", zh: "最小值点"))
      RaisedStar(at: .zero)
    }
    panel.headingSeries = index == 0 ? 1 : 3
    let (most, least) = bowl.hessian.eigenvalues
    panel.subheading = Phrase(
      same:
        "$\\lambda$ = \(Digits.text(most)), \(Digits.text(least));  $\\kappa$ = \(Digits.text(bowl.conditionNumber))"
    )
    (panel.equalAspect, panel.growsToFill) = (true, view == nil)
    return panel
  }

  /// The points of a walk as far as they can be seen: forty steps, each with its dot, where the rest is within a pixel.
  private static func shown(_ walk: Walk) -> [Point] {
    let points = walk.points.map { Point($0) }
    guard points.count > 41, points[40].length < 1e-3 * points[0].length else { return points }
    return Array(points.prefix(41))
  }

  private func heading(_ index: Int) -> Phrase {
    let steps = pair.steps[index]
    return Self.names[index] + Phrase(": " + Digits.count(steps, of: "step"), zh: "：\(steps) 步")
  }

  private static let ways: [(name: Phrase, series: Int)] = [
    (Phrase("random eigenvalues", zh: "特征值随机"), 2), (Phrase("few samples", zh: "样本少"), 4),
    (Phrase("+ random units", zh: "＋随机单位"), 5),
  ]

  /// The share of random covariances that get worse, by dimension.
  private var sharePanel: Panel {
    let places = Standardising.dimensions.map { Axis.Category(Phrase(same: String($0))) }
    var panel = Panel(
      x: Axis(categories: places, name: Phrase("dimensions $d$", zh: "维数 $d$")),
      y: Axis(Phrase("draws where $\\kappa$ gets worse (%)", zh: "$\\kappa$ 变差的比例（%）")),
      frame: .open,
      heading: trials.isAlwaysRounder
        ? Phrase("Rounder in every draw", zh: "每次抽取都更圆")
        : Phrase("Not always rounder", zh: "并非总是更圆")
    ) {
      for way in Standardising.Way.allCases {
        let (name, series) = Self.ways[way.rawValue]
        let shares = trials.shares[way.rawValue].enumerated().map { (Double($0), $1) }
        Band(
          lower: shares.map { Point($0, 100 * $1.interval.lowerBound) },
          upper: shares.map { Point($0, 100 * $1.interval.upperBound) }, series: series)
        dotted(
          Line(
            shares.map { Point($0, 100 * $1.share) }, name: name, label: name, series: series))
      }
    }
    panel.subheading = Phrase("share, and its 95 % band", zh: "比例及其 95% 区间")
    return panel
  }

  private func dotted(_ line: Line) -> Line {
    var line = line
    line.hasDots = true
    return line
  }
}
