import LessonKit
import Testing

@Suite("Steps on a bowl under L1") struct PenalisedStepsTests {
  private static let course = PenalisedBowl.course

  @Test(
    "proximal steps arrive at the closed form for every λ, zeros exact", arguments: [0.0, 0.1, 0.36, 0.5, 1, 3, 4, 100])
  func arrives(strength: Double) {
    let end = Self.course.proximalWalk(PNorm(1), strength: strength, rate: 0.3, steps: 2000)[2000]
    let exact = Self.course.solution(.l1, strength: strength)
    #expect(end.distance(to: exact) < 1e-9)
    #expect((end.x == 0) == (exact.x == 0) && (end.y == 0) == (exact.y == 0))
  }

  @Test("gradient steps cross zero and are never there", arguments: [0.003, 0.01, 0.03, 0.05]) func crosses(
    rate: Double
  ) {
    let weights = Self.course.subgradientWalk(strength: 1, rate: rate, steps: 5000).map(\.y)
    #expect(weights.contains { $0 < 0 } && !weights.contains(0))
    #expect(weights.suffix(1000).allSatisfy { abs($0) < 1.6 * rate })
  }

  @Test("the walks are NumPy’s, step by step") func peers() {
    let gradient = Self.course.subgradientWalk(strength: 1, rate: 0.05, steps: 11)
    let proximal = Self.course.proximalWalk(PNorm(1), strength: 1, rate: 0.05, steps: 11)
    #expect(gradient.count == 12 && gradient[0] == Self.course.optimum)
    #expect(gradient[11].distance(to: Vector2(1.2000169227728033, 0.007316859047859909)) < 1e-12)
    #expect(proximal[7].distance(to: Vector2(1.2624541660355497, 0.02157753849055001)) < 1e-12 && proximal[7].y > 0)
    #expect(proximal[8].distance(to: Vector2(1.2445614232772781, 0)) < 1e-12 && proximal[8].y == 0)
  }

  /// λ, and the weights of scikit-learn 1.9's `Lasso(alpha=λ)` and `ElasticNet(alpha=2λ, l1_ratio=0.5)` on two features with
  /// covariance [[1, 0.95], [0.95, 1]].
  private static let paths: [[Double]] = [
    [0.2, 1.0974358974359069, 0.19743589743588813, 0.6772093023255823, 0.49720930232558064],
    [0.5, 0.943589743589752, 0.043589743589735774, 0.4337662337662339, 0.3519480519480516],
    [1, 0.485, 0, 0.17820823244552053, 0.1353510895883776], [1.2, 0.285, 0, 0.10133333333333347, 0.0653333333333333],
    [1.42, 0.065, 0, 0.026859504132231475, 0], [1.45, 0.035, 0, 0.014285714285714433, 0],
  ]

  @Test("the elastic net’s weights are scikit-learn’s", arguments: paths) func elastic(row: [Double]) {
    let bowl = PenalisedBowl(curvature: Hessian(xx: 1, xy: 0.95, yy: 1), optimum: Vector2(1.2, 0.3))
    let net = bowl.elasticNet(row[0], ridge: row[0])
    #expect(bowl.solution(.l1, strength: row[0]).distance(to: Vector2(row[1], row[2])) < 1e-10)
    #expect(net.distance(to: Vector2(row[3], row[4])) < 1e-10 && (net.y == 0) == (row[4] == 0))
    #expect(bowl.elasticNet(row[0], ridge: 0).distance(to: Vector2(row[1], row[2])) < 1e-10)
  }
}

@Suite("Random problems of the lasso") struct LassoProblemTests {
  /// The weights of scikit-learn 1.9's `Lasso(alpha=0.3, fit_intercept=False)` on what NumPy draws.
  private static let weights: [[Double]] = [
    [-1.0715234799639284, 1.323601825033559, 0, -0.5160495187580353, 0.39595720577287813, 0, 0, 0, 0, 0],
    [1.8524556799697298, -1.140023473102392, -0.6033849604530436, -0.7360804796734209, 0, 0, 0, 0, 0, 0],
    [0.22915181516985378, 0.297710319047124, -0.7169623437903876, -0.4287602062096555, 0, 0, 0, 0, 0, 0],
  ]

  @Test("proximal steps find scikit-learn’s weights, its zeros exactly; gradient steps find no zero", arguments: 0...2)
  func peers(seed: Int) {
    let problem = LassoProblem(seed: seed)
    let found = problem.weights(by: .proximal, strength: 0.3, rate: 0.1, steps: 3000)
    for (w, expected) in zip(found, Self.weights[seed]) {
      #expect(abs(w - expected) < 1e-9 && (w == 0) == (expected == 0))
    }
    #expect(problem.imbalance(at: found, strength: 0.3) < 1e-9)
    let jumping = problem.weights(by: .gradient, strength: 0.3, rate: 0.1, steps: 3000)
    #expect(!jumping.contains(0) && problem.imbalance(at: jumping, strength: 0.3) > 1e-3)
  }
}
