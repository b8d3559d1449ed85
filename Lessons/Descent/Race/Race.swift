import LessonKit

/// # The fair comparison
///
/// Which optimizer is best? The same starts and steps for all; first each at its own best rate, then all at one, and then
/// at every rate: the winner changes with the rate, and optimizers differ most in how many rates will do.
struct Race: Lesson {
  static let page = Page(
    "race", in: .descent, title: Phrase("The fair comparison", zh: "公平的比较"),
    question: Phrase("Which optimizer is fastest, once each has its own rate?", zh: "各自取最佳学习率时，哪种优化器最快？"),
    examples: [
      .init("--opt sgd,adagrad,adam", shows: Phrase("three optimizers", zh: "三种优化器")),
      .init("--figure equal --lr 0.001", shows: Phrase("another rate for all", zh: "换一个共同的学习率")),
      .init(
        "--figure tolerance --opt rmsprop,rmsprop:alpha=0.9,adam",
        shows: Phrase("one optimizer with two settings", zh: "同一优化器的两种设置")),
    ])

  @Option("steps", in: 1...10_000) var steps = 1000
  @Option(
    "seeds", in: 1...1000, unit: "starts",
    help: Phrase("from how many random points every optimizer starts", zh: "每种优化器从多少个随机起点出发")) var starts = 100
  @Option() var rules: [Rule] = [.sgd, .momentum, .rmsprop, .adam]

  var figures: [LessonFigure] {
    let own = [$steps, $starts, $rules.without("lr")]
    return [
      LessonFigure("tuned", "Distance to the minimum, each at its best rate", zh: "各取最佳学习率时到最小值点的距离", uses: own) {
        tunedFigure(study($0))
      },
      LessonFigure("equal", "Distance to the minimum, all at rate \(rate)", zh: "学习率同为 \(rate) 时到最小值点的距离") {
        equalFigure(study($0))
      },
      LessonFigure("tolerance", "Who arrives at which learning rate", zh: "在哪些学习率下能够到达最小值", uses: own) {
        toleranceFigure(study($0))
      },
    ]
  }

  private func study(_ run: Run) -> Study { Study(rules, starts: starts, steps: steps, seed: run.seed) }

  /// The rate that all have in common where each is not at its best.
  var rate: Double { rules[0].learningRate ?? 0.01 }

  func validate() throws { try rules.refuseOwnRates() }
}
