import LessonKit

/// # How strong a penalty?
///
/// A flexible polynomial under a penalty on its coefficients: without one it follows the noise, under too strong a one it
/// follows nothing. The error on new points tells where between lies the best. The default seed is a typical one: at the weak
/// penalty shown its error is the middle one of seeds 0 to 20.
struct RegularisationStrength: Lesson {
  static let page = Page(
    "regularisation-strength", in: .fitting, title: Phrase("The strength of a penalty", zh: "正则化强度"),
    question: Phrase("How strong should a penalty on the weights be?", zh: "对权重的惩罚应该多强？"),
    examples: [
      .init("--points 300", shows: Phrase("more points, less need of a penalty", zh: "点多了，就不那么需要惩罚")),
      .init("--noise 0.5", shows: Phrase("more noise, a stronger penalty", zh: "噪声越大，惩罚应越强")),
    ], seed: 14)

  @Option("degree", in: 5...20, help: Phrase("the polynomial’s degree", zh: "多项式的次数")) var degree = 15
  @Option("points", in: 6...1000, help: Phrase("how many points are fitted", zh: "样本点数")) var points = 30
  @Option("noise", in: 0...10, help: Phrase("standard deviation of the noise", zh: "噪声的标准差")) var noise = 0.2
  @Option() var own = OwnPoints.absent

  var figures: [LessonFigure] {
    [
      LessonFigure(
        "strength", "Validation error by the strength of the penalty", zh: "验证误差随惩罚强度的变化", needsOpenBLAS: true
      ) { strengthFigure(try Study(degree: degree, to: own, orElse: points, noise: noise, seed: $0.seed)) }
    ]
  }

  typealias Study = PenaltySweep

  /// Refuses more coefficients than points.
  func validate() throws {
    try own.requireFit(of: degree, holding: own.count / 3, orElse: points)
    try own.refuse("--points", "--noise", if: points != Self().points || noise != Self().noise)
  }
}
