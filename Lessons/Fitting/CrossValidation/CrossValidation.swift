import LessonKit

/// # Cross-validation
///
/// Every point is held out once, and the model that is best on points held out is chosen. How sure is that choice, and what
/// if the points are sorted?
struct CrossValidation: Lesson {
  static let page = Page(
    "cross-validation", in: .fitting, title: Phrase("Cross-validation", zh: "交叉验证"),
    question: Phrase("How surely do held-out points tell which degree is best?", zh: "留出的点能多可靠地告诉我们哪个次数最好？"),
    examples: [
      .init("--folds 3", shows: Phrase("three folds", zh: "三折")),
      .init("--points 100", shows: Phrase("more points", zh: "更多样本点")),
      .init("--figure sorted", shows: Phrase("folds of sorted points", zh: "已排序的点分折")),
    ])

  @Option("folds", in: 2...100, help: Phrase("how many parts the points are cut into", zh: "把样本点分成几份")) var folds = 10
  @Option("points", in: 6...500, help: Phrase("how many points there are", zh: "样本点数")) var points = 30
  @Option("noise", in: 0...10, help: Phrase("standard deviation of the noise", zh: "噪声的标准差")) var noise = 0.1
  @Option("shuffles", in: 1...2000, help: Phrase("how often the points are shuffled", zh: "打乱的次数")) var shuffles = 100
  @Option("degree", in: 2...20, help: Phrase("the highest degree for sorted points", zh: "已排序的点所用的最高次数")) var degree =
    15
  @Option() var own = OwnPoints.absent

  var figures: [LessonFigure] {
    [
      LessonFigure(
        "choice", "How often each degree wins", zh: "各次数胜出的次数", uses: [$folds, $points, $noise, $shuffles, $own],
        needsOpenBLAS: true
      ) { try choiceFigure($0) },
      LessonFigure(
        "errors", "Cross-validation error by degree", zh: "交叉验证误差随次数的变化",
        uses: [$folds, $points, $noise, $shuffles, $own], needsOpenBLAS: true
      ) { try errorsFigure($0) },
      LessonFigure("folds", "Which points are held out in which round", zh: "每一轮留出哪些点", uses: [$folds, $points, $own]) {
        try foldsFigure($0)
      },
      LessonFigure(
        "sorted", "Cross-validation error with folds in order and shuffled", zh: "按顺序分折与打乱分折的交叉验证误差",
        needsOpenBLAS: true
      ) { try sortedFigure($0) },
    ]
  }

  /// Refuses more folds than points, and points that do not determine a line without a fold.
  func validate() throws {
    guard folds <= count else {
      throw UsageError(
        "--folds \(folds) of \(count, "point")\(own.path.map { " in \($0)" } ?? ""): some would be empty",
        zh: "\(own.path.map { "\($0) 中" } ?? "")\(count) 个点分成 --folds \(folds)：有的折会是空的",
        hint: "at most --folds \(count)", zh: "最多 --folds \(count)")
    }
    try own.requireDegree(1, holding: held, lowest: 1)
    try own.refuse("--points", "--noise", if: points != Self().points || noise != Self().noise)
  }

  /// How many points there are.
  var count: Int { own.isGiven ? own.count : points }
  /// How many points the largest fold holds out.
  var held: Int { (count + folds - 1) / folds }
  /// How many points at different places are sure to be left to learn from when the largest fold is held out.
  var left: Int { own.isGiven ? own.left(without: held) : points - held }

  /// The points.
  func samples(_ run: Run) -> CosineSamples {
    own.isGiven ? own.samples : CosineSamples(seed: run.seed, count: points, noise: noise)
  }

  /// Errors of degrees on points that are held out.
  func heldOut(_ samples: CosineSamples, degrees: [Int]) -> HeldOutErrors {
    HeldOutErrors(xs: samples.xs, ys: samples.ys, degrees: degrees, rounding: own.rounding)
  }

  /// Errors of degrees on held-out points under many shuffles.
  func shuffled(_ errors: HeldOutErrors, _ run: Run) throws -> ShuffledFolds {
    try ShuffledFolds(errors, points: count, folds: folds, shuffles: shuffles, from: run.seed)
  }
}
