import LessonKit

/// Where the loss's contours touch the ball of each penalty, at one λ: numbers and sentences of the lesson.
struct Touch: Sendable {
  let bowl: PenalisedBowl
  let lambda: Double

  /// The weights that minimise loss plus penalty.
  func solution(_ penalty: PenalisedBowl.Penalty) -> Vector2 {
    bowl.solution(penalty, strength: lambda)
  }

  /// The size of the ball that the solution lies on.
  func budget(_ penalty: PenalisedBowl.Penalty) -> Double { penalty.norm(solution(penalty)) }

  /// The contour through the solution, its points from the solution on around.
  func contour(_ penalty: PenalisedBowl.Penalty) -> Region {
    let (a, b) = bowl.contour(through: solution(penalty))
    return Region(ellipse: Point(bowl.optimum), a, b, series: nil)
  }

  /// The share of that contour's points that lie inside the ball, by more than rounding: 0 where they touch.
  func shareInside(_ penalty: PenalisedBowl.Penalty) -> Double {
    let (limit, points) = (budget(penalty) - 1e-12, contour(penalty).corners)
    let inside = points.count { penalty.norm(Vector2($0)) < limit }
    return Double(inside) / Double(points.count)
  }

  /// How many weights are exactly zero.
  func zeros(_ penalty: PenalisedBowl.Penalty) -> Int {
    let w = solution(penalty)
    return (w.x == 0 ? 1 : 0) + (w.y == 0 ? 1 : 0)
  }

  /// The weights that L1 holds at zero, by name.
  var zeroNames: String {
    let w = solution(.l1)
    return [(w.x, "$w_1$"), (w.y, "$w_2$")].filter { $0.0 == 0 }.map(\.1).joined(separator: "、")
  }

  /// The sentence for the title.
  var finding: Phrase {
    switch (zeros(.l1), zeros(.l2)) {
    case (0, 0):
      Phrase(
        "At λ = \(Digits.text(lambda)) neither L1 nor L2 makes a weight zero",
        zh: "λ = \(Digits.text(lambda)) 时，L1 和 L2 都没有零权重")
    case (1, 0): Phrase("L1 makes one weight exactly zero, L2 none", zh: "L1 让一个权重恰好为零，L2 一个也没有")
    case (_, 0): Phrase("L1 makes both weights exactly zero, L2 none", zh: "L1 让两个权重恰好为零，L2 一个也没有")
    default: Phrase("L1 and L2 both make weights zero", zh: "L1 和 L2 都有零权重")
    }
  }

  /// A pair of weights as a reader sees it.
  static func text(_ w: Vector2) -> String {
    let digits = w.length < 0.01 ? 2 : 3
    return "(\(Digits.text(w.x, digits: digits)), \(Digits.text(w.y, digits: digits)))"
  }

  /// Both solutions in words.
  var results: Phrase {
    let (one, two) = (Self.text(solution(.l1)), Self.text(solution(.l2)))
    return Phrase("L1: w = \(one); L2: w = \(two).", zh: "L1：w = \(one)；L2：w = \(two)。")
  }

  /// The strengths that the paths show, with those at which weights reach zero: to beyond the last zero, and to λ where
  /// that is not far off.
  var strengths: [Double] {
    let (first, second) = bowl.zeroedFrom
    let last = max(first, second)
    let isNear = lambda < 3 * last
    let top = isNear ? max(1.3 * last, 1.05 * lambda) : 1.3 * last
    let even = (0...400).map { top * Double($0) / 400 }
    return (even + [first, second] + (isNear ? [lambda] : [])).sorted()
  }

  /// The numbers behind the picture: the path of each penalty, and the contour through its solution.
  var tables: [Series] {
    let all = strengths
    let paths = [("l1", PenalisedBowl.Penalty.l1), ("l2", .l2)].map { name, penalty in
      Series(
        name, columns: ["lambda", "w1", "w2", "loss"],
        rows: all.map { strength in
          let w = bowl.solution(penalty, strength: strength)
          return [strength, w.x, w.y, bowl.loss(w)]
        })
    }
    let contours = [("l1 contour", PenalisedBowl.Penalty.l1), ("l2 contour", .l2)].map {
      name, penalty in
      Series(
        name, columns: ["w1", "w2"],
        rows: contour(penalty).corners.map { [$0.x, $0.y] })
    }
    return paths + contours
  }
}
