import LessonKit
import Testing

@testable import Lessons

@Suite("L1 and L2 penalties")
struct L1L2Tests {
  private static let bowl = PenalisedBowl()
  private static let strengths = [0.01, 0.1, 0.3, 0.36, 0.5, 1, 2, 3, 3.18, 4, 100]

  @Test("the solutions are those of the exact fractions, to 1e-12")
  func solutions() {
    let expected = [
      (0.5, Vector2(1.34, 0), Vector2(1, 0.3)),
      (4.0, Vector2(0, 0), Vector2(155 / 498.0, 841 / 7470.0)),
    ]
    for (lambda, lasso, ridge) in expected {
      #expect(Self.bowl.solution(.l1, strength: lambda).distance(to: lasso) < 1e-12)
      #expect(Self.bowl.solution(.l2, strength: lambda).distance(to: ridge) < 1e-12)
    }
  }

  @Test("without a penalty both solutions are the minimum of the loss itself")
  func free() {
    for penalty in PenalisedBowl.Penalty.allCases {
      #expect(Self.bowl.solution(penalty, strength: 0) == Self.bowl.optimum)
    }
  }

  @Test("the pull of the loss and that of L2 cancel to 1e-12", arguments: strengths)
  func balance(lambda: Double) {
    let w = Self.bowl.solution(.l2, strength: lambda)
    let pull = Self.bowl.pull(w)
    #expect(pull.distance(to: Vector2(2 * lambda * w.x, 2 * lambda * w.y)) < 1e-12 * max(1, lambda))
    #expect(w.x != 0 && w.y != 0)
  }

  @Test("the pull of the loss is a subgradient of L1 to 1e-12, zeros exact", arguments: strengths)
  func subgradient(lambda: Double) {
    let w = Self.bowl.solution(.l1, strength: lambda)
    let pull = Self.bowl.pull(w)
    for (weight, force) in [(w.x, pull.x), (w.y, pull.y)] {
      if weight == 0 {
        #expect(abs(force) <= lambda + 1e-12)
      } else {
        #expect(abs(force - (weight > 0 ? lambda : -lambda)) < 1e-12)
      }
    }
    #expect((w.y == 0) == (lambda > 0.3514))
    #expect((w.x == 0) == (lambda >= 3.18))
  }

  @Test("coordinate steps come to the same weights, and to the same zeros", arguments: strengths)
  func coordinates(lambda: Double) {
    let exact = Self.bowl.solution(.l1, strength: lambda)
    let stepped = Self.bowl.coordinateSteps(strength: lambda, passes: 200)
    #expect(exact.distance(to: stepped) < 1e-12)
    #expect((exact.x == 0) == (stepped.x == 0) && (exact.y == 0) == (stepped.y == 0))
  }

  @Test("bowls with the signs turned have their solutions turned", arguments: [0.1, 0.5, 2])
  func turned(lambda: Double) {
    let turned = PenalisedBowl(
      curvature: Hessian(xx: 1, xy: -0.6, yy: 2), optimum: Vector2(0.3, -1.5))
    let (w, v) = (
      Self.bowl.solution(.l1, strength: lambda), turned.solution(.l1, strength: lambda)
    )
    #expect(v.distance(to: Vector2(w.y, -w.x)) < 1e-12)
  }

  @Test("weights reach zero where the closed form says: at 0.3514 and 3.18")
  func zeroes() {
    let (first, second) = Self.bowl.zeroedFrom
    #expect(abs(first - 3.18) < 1e-12)
    #expect(abs(second - 0.3 * 1.64 / 1.4) < 1e-12)
  }

  @Test(
    "the contour through a solution touches its ball: one point on it to 1e-12, none inside",
    arguments: strengths)
  func contact(lambda: Double) {
    let touch = Touch(bowl: Self.bowl, lambda: lambda)
    for penalty in PenalisedBowl.Penalty.allCases {
      let w = touch.solution(penalty)
      let corners = touch.contour(penalty).corners.map { Vector2($0) }
      let level = Self.bowl.loss(w)
      #expect(corners[0].distance(to: w) < 1e-12)
      #expect(corners.allSatisfy { abs(Self.bowl.loss($0) - level) < 1e-12 })
      let sizes = corners.map { penalty.norm($0) }
      #expect(abs(sizes[0] - touch.budget(penalty)) < 1e-12)
      #expect(sizes.dropFirst().allSatisfy { $0 > touch.budget(penalty) })
      #expect(touch.shareInside(penalty) == 0)
    }
  }

  @Test("a contour through another point of the ball has a part inside")
  func crossing() {
    let touch = Touch(bowl: Self.bowl, lambda: 0.5)
    let elsewhere = Vector2(touch.budget(.l2), 0)
    let (a, b) = Self.bowl.contour(through: elsewhere)
    let crossing = Region(ellipse: Point(Self.bowl.optimum), a, b, series: nil).corners
    #expect(crossing.contains { Vector2($0).length < touch.budget(.l2) - 1e-3 })
  }

  @Test("every claim is as recorded, at either budget", arguments: [Context.Budget.figure, .full])
  func claims(budget: Context.Budget) throws {
    for claim in try Recipe(L1L2.self).run(budget).claims {
      #expect(claim.isAsRecorded, "\(claim.id): \(claim.numbers(.english))")
    }
  }

  private static let variants = [[], ["0.001"], ["0.1"], ["2"], ["4"], ["1000"]].map { values in
    Variant(lesson: L1L2.self, options: values.map { ("lambda", $0) })
  }

  @Test("every way to draw it keeps the standard", arguments: variants)
  func standard(variant: Variant) throws {
    try Pictures.hold(
      variant.recipe.run(.figure), minima: [Point(Self.bowl.optimum)], omitsNothing: true)
  }

  @Test("the title counts the zeros of the run", arguments: variants)
  func title(variant: Variant) throws {
    let outcome = try variant.recipe.run(.figure)
    let lambda = Double(variant.options.first?.1 ?? "0.5") ?? .nan
    let w = Self.bowl.solution(.l1, strength: lambda)
    let zeros = [w.x, w.y].count { $0 == 0 }
    let words = ["neither L1 nor L2", "L1 makes one weight exactly zero", "L1 makes both weights"]
    #expect(outcome.figure.title.english.contains(words[zeros]))
    #expect(outcome.alt.english.contains("L1: w = \(Touch.text(w))"))
  }

  @Test("a λ that is none is refused, with the range", arguments: ["0", "-1", "1001", "nan", "x"])
  func refused(value: String) {
    #expect {
      try Variant(lesson: L1L2.self, options: [("lambda", value)]).recipe
    } throws: { error in
      "\(error)".contains("--lambda") && "\(error)".contains("0.001 to 1000")
    }
  }
}
