import LessonKit

/// # Too simple, about right, too flexible
///
/// A few noisy points of a cosine, fitted by polynomials. The higher the degree, the nearer to the points; and to the
/// curve behind them?
struct Overfitting: Lesson {
  static let page = Page(
    "overfitting", in: .fitting, title: Phrase("Overfitting and underfitting", zh: "过拟合与欠拟合"),
    question: Phrase(
      "Does a polynomial that comes nearer to the points come nearer to the curve?", zh: "多项式离样本点更近，是否也离真实曲线更近？"),
    examples: [
      .init("--figure error", shows: Phrase("the errors of every degree", zh: "各次多项式的误差")),
      .init("--points 1000", shows: Phrase("what more data change", zh: "更多数据带来的改变")),
      .init("--points 30 --noise 0.1 --seed 0", shows: Phrase("less noise", zh: "更小的噪声")),
    ], seed: 42)

  @Option("degree", in: 5...20, help: Phrase("the flexible degree", zh: "高次多项式的次数")) var degree = 15
  @Option("points", in: 6...1000, help: Phrase("how many points are fitted", zh: "样本点数")) var points = 20
  @Option("noise", in: 0...10, help: Phrase("standard deviation of the noise", zh: "噪声的标准差")) var noise = 0.2
  @Option(
    "cutoff", in: 1e-15...0.1,
    help: Phrase("share of the largest singular value below which a solver drops a direction", zh: "求解器舍去小于最大奇异值此比例的方向")
  ) var cutoff = 1e-6
  @Option() var own = OwnPoints.absent

  var figures: [LessonFigure] {
    [
      LessonFigure(
        "fits", "Polynomials of degree 1, 4 and \(degree) through the same points", zh: "1 次、4 次与 \(degree) 次多项式拟合同一组点",
        uses: [$degree, $points, $noise, $own], needsOpenBLAS: true
      ) { try fitsFigure(Study(self, $0)) },
      LessonFigure(
        "error", "Training and test error by degree", zh: "训练误差与测试误差随次数的变化", uses: [$degree, $points, $noise, $own],
        needsOpenBLAS: true
      ) { try errorFigure(Study(self, $0)) },
      LessonFigure(
        "solver", "Degree \(degree) with and without a solver’s cut-off", zh: "求解器截断与不截断的 \(degree) 次多项式",
        needsOpenBLAS: true
      ) { try solverFigure(Study(self, $0)) },
    ]
  }

  /// Refuses more coefficients than points: then many polynomials pass every point.
  func validate() throws {
    try own.requireFit(of: degree, holding: own.count / 3, orElse: points)
    try own.refuse("--points", "--noise", if: points != Self().points || noise != Self().noise)
  }
}
