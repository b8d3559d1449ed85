import LessonKit

/// # The balls of the p-norms
///
/// A penalty on ‖w‖ₚ keeps the weights in a ball whose shape goes with p. Where it has corners on the axes, weights become zero.
/// What are these shapes in space, and what does a mixture of two do?
struct PNormBalls: Lesson {
  static let page = Page(
    "p-norm", in: .fitting, title: Phrase("The p-norms as penalties", zh: "作为惩罚的 p-范数"),
    question: Phrase("Which norms set weights to zero?", zh: "哪些范数能让权重为零？"),
    examples: [
      .init("--p 0.7,1,1.2", shows: Phrase("exponents close to 1", zh: "1 附近的指数")),
      .init("--figure elastic --correlation 0.5", shows: Phrase("features less alike", zh: "不那么相似的特征")),
    ])

  @Option("p", in: Interval(0.2...100), help: Phrase("exponents, beside infinity", zh: "指数，另加无穷大")) var exponents = [
    0.5, 1, 2,
  ]
  @Option("correlation", in: 0...0.999, help: Phrase("correlation of the two features", zh: "两个特征的相关系数"))
  var correlation = 0.95

  var figures: [LessonFigure] {
    [
      LessonFigure("balls", "The unit balls of p-norms", zh: "p-范数的单位球", uses: [$exponents]) { _ in ballsFigure },
      LessonFigure("solids", "Two balls of three weights", zh: "三个权重时的两种单位球", uses: []) { _ in solidsFigure },
      LessonFigure("elastic", "Two correlated features under two penalties", zh: "两种惩罚下的两个相关特征", uses: [$correlation]) {
        _ in elasticFigure(Study(correlation: correlation))
      },
    ]
  }

  /// As many exponents as there is room for beside infinity.
  func validate() throws {
    guard (1...5).contains(exponents.count), Set(exponents).count == exponents.count else {
      throw UsageError(
        "--p takes one to five different exponents", zh: "--p 取一到五个互不相同的指数",
        hint: "such as --p 0.5,1,2; infinity is always drawn beside them", zh: "例如 --p 0.5,1,2；无穷范数总会一并画出")
    }
  }
}

extension PNormBalls {
  /// The weights of two correlated features under L1 alone, and under L1 and as much L2.
  struct Study: Sendable {
    let bowl: PenalisedBowl
    let strengths: [Double]
    let lasso: [Vector2]
    let net: [Vector2]
    /// The strength from which on both weights are zero.
    let last: Double

    /// The weights that fit best, of the features A and B.
    static let best = Vector2(1.2, 0.3)

    init(correlation: Double) {
      let bowl = PenalisedBowl(curvature: Hessian(xx: 1, xy: correlation, yy: 1), optimum: Self.best)
      let last = bowl.curved(Self.best).x
      let strengths = (0...(1.08 * last)).evenlySpaced(count: 433)
      (self.bowl, self.last, self.strengths) = (bowl, last, strengths)
      lasso = strengths.map { bowl.solution(.l1, strength: $0) }
      net = strengths.map { bowl.elasticNet($0, ridge: $0) }
    }

    /// The strength at which the second weight is zero first.
    func drop(_ path: [Vector2]) -> Double { zip(strengths, path).first { $0.1.y == 0 }?.0 ?? last }

    /// Whether elastic net lets go of both weights at nearly one strength, where L1 does not.
    var keepsTogether: Bool { last - drop(lasso) > 3 * (last - drop(net)) }
  }
}
