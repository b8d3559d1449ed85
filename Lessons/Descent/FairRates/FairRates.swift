import LessonKit

/// # One rate for all
///
/// Optimizers are often compared at one learning rate, and then Adam can end far above plain gradient descent. Its steps are
/// as long as the rate, whatever the slope: give it a rate of its own, and it does as well.
struct FairRates: Lesson {
  static let page = Page(
    "fair-rates", in: .descent, title: Phrase("One rate for all", zh: "同一个学习率"),
    question: Phrase("Is it fair to compare optimizers at one learning rate?", zh: "用同一个学习率比较优化器公平吗？"),
    examples: [
      .init("--lr 0.1", shows: Phrase("where Adam arrives and gradient descent diverges", zh: "Adam 到达而梯度下降发散的学习率")),
      .init("--opt sgd,adam", shows: Phrase("only the two", zh: "只比较两种")),
      .init("--figure rates --steps 1000", shows: Phrase("ten times as long", zh: "训练时间延长到十倍")),
    ], measuresWithOpenBLAS: true)

  @Option("steps", in: 1...10_000, help: Phrase("how many steps, each over all points", zh: "更新步数，每步用全部数据点"))
  var steps = 100
  @Option("seeds", in: 1...200, help: Phrase("how many sets of points, each with a start", zh: "数据集的个数，每个数据集各有一个初值"))
  var seeds = 20
  @Option(rate: { _, _ in 0.01 }) var rules: [Rule] = [.sgd, .rmsprop, .adam]

  var figures: [LessonFigure] {
    [
      LessonFigure("fair", "Loss at one learning rate for all, and with one each", zh: "同一个学习率与各自学习率下的损失") {
        fairFigure(Study(self, $0))
      },
      LessonFigure("curves", "Loss curves at one learning rate for all, and with one each", zh: "同一个学习率与各自学习率下的损失曲线") {
        curvesFigure(Study(self, $0))
      },
      LessonFigure(
        "rates", "The loss after \(steps, "step"), by learning rate", zh: "\(steps) 步后的损失随学习率的变化",
        uses: [$steps, $seeds, $rules.without("lr")]
      ) { ratesFigure(Study(self, $0)) },
    ]
  }

  /// The rate that all have in common.
  var rate: Double { rules[0].learningRate ?? .nan }

  func validate() throws { try rules.refuseOwnRates() }
}
