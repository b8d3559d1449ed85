import LessonKit

/// # The exploding gradient
///
/// Weights a little too large multiply a gradient in every layer. How fast does that run away, and where does it end?
struct Exploding: Lesson {
  static let page = Page(
    "exploding", in: .gradientFlow, title: Phrase("The exploding gradient", zh: "梯度爆炸"),
    question: Phrase(
      "How fast does a gradient grow through many layers, and what becomes of the loss?", zh: "梯度穿过许多层会增长多快，损失又会怎样？"),
    examples: [
      .init("--percent 5", shows: Phrase("weights 5 % too large", zh: "权重偏大 5%")),
      .init("--percent 10,-10", shows: Phrase("too small beside them: vanishing", zh: "另加过小的权重：梯度消失")),
      .init("--depth 100", shows: Phrase("a hundred layers", zh: "一百层")),
      .init("--figure overflow --lr 2", shows: Phrase("a still larger rate", zh: "更大的学习率")),
    ])

  @Option("depth", in: 1...1000, unit: "layers", help: Phrase("how many layers the gradient passes", zh: "梯度穿过的层数"))
  var depth = 50
  @Option(
    "percent", in: Interval(-20...20),
    help: Phrase("by how many per cent the weights are too large; below 0: too small", zh: "权重偏大的百分数；负数表示偏小"))
  var percents = [10.0]
  @Option("lr", in: 0.001...1e6, help: Phrase("the learning rate that is too large", zh: "过大的学习率")) var rate = 0.8
  @Option("seeds", in: 1...20) var seeds = 5

  var figures: [LessonFigure] {
    [
      LessonFigure(
        "depth", "A gradient through \(depth, "layer"), by the size of the weights", zh: "梯度穿过 \(depth) 层，取决于权重大小",
        uses: [$depth, $percents, $seeds], needsOpenBLAS: true
      ) { depthFigure(Study(depth: depth, percents: percents, seeds: seeds, from: $0.seed)) },
      LessonFigure(
        "overflow", "The loss of one network at two learning rates", zh: "同一网络在两种学习率下的损失", uses: [$rate],
        needsOpenBLAS: true
      ) { overflowFigure($0) },
    ]
  }

  /// One size above the right one, one below, or both.
  func validate() throws {
    let (above, below) = (percents.count { $0 > 0 }, percents.count { $0 < 0 })
    guard above + below == percents.count, max(above, below) == 1 else {
      throw UsageError(
        "--percent takes one number above 0, one below, or both", zh: "--percent 取一个正数、一个负数，或各一个",
        hint: "such as --percent 10,-10", zh: "例如 --percent 10,-10")
    }
  }
}
