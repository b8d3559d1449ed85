import LessonKit

/// The panels of the lesson on the diamond and the circle.
struct TouchPanels {
  let touch: Touch

  private static let names: [PenalisedBowl.Penalty: Phrase] = [
    .l1: "L1", .l2: "L2",
  ]
  private static let series: [PenalisedBowl.Penalty: Int] = [.l1: 1, .l2: 0]

  /// Both maps, then the weights against λ.
  var all: [Panel] {
    var paths = pathPanel
    paths.isEssential = false
    return [map(.l1), map(.l2), paths]
  }

  /// The same part of the plane in both maps: the larger ball, the minimum of the loss, and the minimum.
  private var view: View {
    let reach = max(1.35, touch.budget(.l1), touch.budget(.l2))
    return View(x: (-reach - 0.15)...max(2.4, reach + 0.15), y: (-reach - 0.35)...(reach + 0.75))
  }

  /// How long a unit of ∇L is drawn: the longer arrow is 0.8 long.
  private var arrowScale: Double {
    let pulls = PenalisedBowl.Penalty.allCases.map { touch.bowl.pull(touch.solution($0)).length }
    return 0.8 / (pulls.max() ?? 1)
  }

  /// Where the arrow at a solution points to: up the loss, into the ball and away from the minimum.
  private func tip(_ penalty: PenalisedBowl.Penalty) -> Point {
    let w = touch.solution(penalty)
    return Point(w) - Point(touch.bowl.pull(w)) * arrowScale
  }

  private func map(_ penalty: PenalisedBowl.Penalty) -> Panel {
    let (w, series) = (touch.solution(penalty), Self.series[penalty] ?? 0)
    let own = Point(w)
    var panel = Panel(
      x: Axis("$w_1$"), y: Axis("$w_2$"), frame: .box, heading: heading(penalty)
    ) {
      axes
      levels(besides: penalty)
      ball(penalty, series)
      Level(touch.contour(penalty).corners, isHeavy: true)
      solution(penalty, series)
      KeepClear(points: touch.contour(penalty).corners + inside(penalty))
      Star(Point(touch.bowl.optimum), label: Phrase("min L", zh: "L 最小"))
      Arrow(from: own, to: tip(penalty), series: nil, weight: 0.8)
    }
    panel.headingSeries = series
    panel.subheading = budget(penalty)
    (panel.equalAspect, panel.growsToFill) = (true, true)
    panel.y.isRepeated = penalty == .l2
    panel.show(view)
    return panel
  }

  /// The solution with its weights over the ball, away from the minimum of the loss.
  private func solution(_ penalty: PenalisedBowl.Penalty, _ series: Int) -> Spot {
    let w = touch.solution(penalty)
    return Spot(
      Point(w), label: Phrase(same: Touch.text(w)), series: series, side: .left,
      wordsAt: Point(0.82 * w.x, w.y + 0.26))
  }

  /// Points of the ball, where a name is not that of the loss's minimum.
  private func inside(_ penalty: PenalisedBowl.Penalty) -> [Point] {
    let size = touch.budget(penalty)
    let steps = (-size...size).evenlySpaced(count: 13)
    return steps.flatMap { x in steps.map { Point(x, $0) } }
      .filter { penalty.norm(Vector2($0)) <= size }
  }

  private func heading(_ penalty: PenalisedBowl.Penalty) -> Phrase {
    let zeros = touch.zeros(penalty)
    return (Self.names[penalty] ?? "")
      + Phrase(
        zeros == 0 ? ": no zero" : zeros == 1 ? ": one exact zero" : ": two exact zeros",
        zh: zeros == 0 ? "：权重均不为零" : zeros == 1 ? "：一个恰好为零" : "：两个恰好为零")
  }

  private func budget(_ penalty: PenalisedBowl.Penalty) -> Phrase {
    let size = Digits.text(touch.budget(penalty))
    return Phrase(same: "$\\|w\\|_\(penalty == .l1 ? 1 : 2) \\leq$ \(size)")
      + Phrase(", arrow $\\nabla L$", zh: "，箭头 $\\nabla L$")
  }

  /// Both axes, where one weight is zero.
  @MarkBuilder private var axes: [any Mark] {
    Reference([Point(-20, 0), Point(20, 0)])
    Reference([Point(0, -20), Point(0, 20)])
  }

  /// Contours of the loss, evenly spaced, thin; none beside the one through the solution.
  private func levels(besides penalty: PenalisedBowl.Penalty) -> [any Mark] {
    let own = (2 * touch.bowl.loss(touch.solution(penalty))).squareRoot()
    let (a, b) = unitContour
    return (1...16).map { 0.45 * Double($0) }.filter { abs($0 - own) > 0.16 }.map { radius in
      Level(
        Region(ellipse: Point(touch.bowl.optimum), a * radius, b * radius, series: nil).corners)
    }
  }

  /// The contour on which the loss is ½, so that a multiple of it by r has a loss of r²/2.
  private var unitContour: (Point, Point) {
    let bowl = touch.bowl
    let along = Vector2(bowl.optimum.x + 1 / bowl.curvature.xx.squareRoot(), bowl.optimum.y)
    return bowl.contour(through: along)
  }

  func ball(_ penalty: PenalisedBowl.Penalty, _ series: Int) -> Region {
    let size = touch.budget(penalty)
    switch penalty {
    case .l1:
      let corners = [Point(size, 0), Point(0, size), Point(-size, 0), Point(0, -size)]
      return Region(polygon: corners, series: series)
    case .l2:
      // From the point of contact on around, so that it is a corner of what is drawn.
      let w = Point(touch.solution(.l2))
      return Region(ellipse: .zero, w, w.turned, series: series)
    }
  }

  /// The weights against λ: L1 straight lines into zero, L2 curves that never get there.
  private var pathPanel: Panel {
    let all = touch.strengths
    var panel = Panel(
      x: Axis("$\\lambda$", domain: 0...(all.last ?? 1)),
      y: Axis(Phrase("weights $w_1$, $w_2$", zh: "权重 $w_1$、$w_2$"), domain: -0.08...1.6),
      frame: .open, heading: Phrase("Weights against λ", zh: "权重随 λ 的变化")
    ) {
      Reference([Point(touch.lambda, -0.08), Point(touch.lambda, 1.6)])
      for penalty in [PenalisedBowl.Penalty.l2, .l1] {
        let ways = all.map { touch.bowl.solution(penalty, strength: $0) }
        let isFirst = penalty == .l1
        line(
          penalty, zip(all, ways).map { Point($0, $1.x) },
          isFirst ? Phrase("L1: both 0", zh: "L1：均为 0") : "L2 $w_1$")
        line(penalty, zip(all, ways).map { Point($0, $1.y) }, isFirst ? nil : "L2 $w_2$")
      }
      named
    }
    panel.subheading =
      touch.lambda <= all.last ?? 0
      ? Phrase("dashed: the maps’ λ", zh: "虚线：两图的 λ")
      : Phrase("the maps’ λ is beyond", zh: "两图的 λ 在其右方")
    return panel
  }

  /// Names on the lines of L1, which end in the same point.
  @MarkBuilder private var named: [any Mark] {
    let (first, second) = touch.bowl.zeroedFrom
    let middle = 0.45 * first
    Aside(
      "L1 $w_1$", at: Point(middle, touch.bowl.solution(.l1, strength: middle).x), series: 1)
    Aside("L1 $w_2$", at: Point(second, 0), series: 1)
  }

  private func line(
    _ penalty: PenalisedBowl.Penalty, _ points: [Point], _ label: Phrase?
  ) -> Line {
    Line(
      points, name: Self.names[penalty] ?? "", label: label, series: Self.series[penalty] ?? 0)
  }
}
