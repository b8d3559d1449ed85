import LessonKit
import Testing

@Suite("A bowl under a penalty") struct PenalisedBowlTests {
  private static let course = PenalisedBowl.course
  private static let strengths = [0.01, 0.1, 0.3, 0.36, 0.5, 1, 2, 3, 3.18, 4, 100]

  @Test("the solutions are those of the exact fractions, to 1e-12") func solutions() {
    let expected = [(0.5, Vector2(1.34, 0), Vector2(1, 0.3)), (4.0, Vector2(0, 0), Vector2(155 / 498.0, 841 / 7470.0))]
    for (lambda, lasso, ridge) in expected {
      #expect(Self.course.solution(.l1, strength: lambda).distance(to: lasso) < 1e-12)
      #expect(Self.course.solution(.l2, strength: lambda).distance(to: ridge) < 1e-12)
    }
  }

  @Test("the pull of the loss and that of the penalty balance, zeros exact", arguments: strengths) func balance(
    lambda: Double
  ) {
    let ridge = Self.course.solution(.l2, strength: lambda)
    let back = Vector2(2 * lambda * ridge.x, 2 * lambda * ridge.y)
    #expect(Self.course.pull(ridge).distance(to: back) < 1e-12 * max(1, lambda))
    let lasso = Self.course.solution(.l1, strength: lambda)
    let pull = Self.course.pull(lasso)
    for (weight, force) in [(lasso.x, pull.x), (lasso.y, pull.y)] {
      if weight == 0 {
        #expect(abs(force) <= lambda + 1e-12)
      } else {
        #expect(abs(force - (weight > 0 ? lambda : -lambda)) < 1e-12)
      }
    }
  }

  @Test("coordinate steps come to the same weights, and to the same zeros", arguments: strengths) func coordinates(
    lambda: Double
  ) {
    let exact = Self.course.solution(.l1, strength: lambda)
    let stepped = Self.course.coordinateSteps(strength: lambda, passes: 200)
    #expect(exact.distance(to: stepped) < 1e-12)
    #expect((exact.x == 0) == (stepped.x == 0) && (exact.y == 0) == (stepped.y == 0))
  }

  @Test("bowls with the signs turned have their solutions turned", arguments: [0.1, 0.5, 2]) func turned(lambda: Double)
  {
    let turned = PenalisedBowl(curvature: Hessian(xx: 1, xy: -0.6, yy: 2), optimum: Vector2(0.3, -1.5))
    let w = Self.course.solution(.l1, strength: lambda)
    let v = turned.solution(.l1, strength: lambda)
    #expect(v.distance(to: Vector2(w.y, -w.x)) < 1e-12)
  }

  @Test("the contour through a solution touches its ball: one point on it to 1e-12, none inside", arguments: strengths)
  func contact(lambda: Double) {
    for bowl in [Self.course, PenalisedBowl(curvature: Hessian(xx: 1, xy: 0.5, yy: 2), optimum: Vector2(0.65, 1.4))] {
      for penalty in WeightPenalty.allCases {
        let w = bowl.solution(penalty, strength: lambda)
        let corners = bowl.contour(through: w).map { Vector2($0) }
        #expect(corners[0].distance(to: w) < 1e-12)
        #expect(corners.allSatisfy { abs(bowl.loss($0) - bowl.loss(w)) < 1e-12 })
        let sizes = corners.map { penalty.norm($0) }
        #expect(abs(sizes[0] - penalty.norm(w)) < 1e-12)
        #expect(sizes.dropFirst().allSatisfy { $0 > penalty.norm(w) })
        #expect(bowl.shareInside(penalty, strength: lambda) == 0)
      }
    }
  }
}
