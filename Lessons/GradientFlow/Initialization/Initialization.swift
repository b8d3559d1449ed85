import LessonKit

/// # Where training starts
///
/// The weights that a network starts from decide how loud its signal is, layer by layer, and with that what it can learn.
struct Initialization: Lesson {
  static let page = Page(
    "initialization", in: .gradientFlow, title: Phrase("Where training starts", zh: "训练从哪里开始"),
    question: Phrase("How large should weights be before training, and what does it change?", zh: "训练之前权重应该多大，有什么影响？"),
    examples: [
      .init("--depth 20", shows: Phrase("twenty layers", zh: "二十层")),
      .init("--xavier", shows: Phrase("Xavier’s weights beside them", zh: "另加 Xavier 初始化")),
      .init("--figure loss --lr 0.1", shows: Phrase("training at twice the rate", zh: "学习率加倍的训练")),
      .init("--figure basins", shows: Phrase("which minimum a start leads to", zh: "每个起点通向哪个极小值点")),
    ])

  @Option("depth", in: 1...100, unit: "layers", help: Phrase("how many layers the signal passes", zh: "信号穿过的层数"))
  var depth = 10
  @Option("width", in: 1...512, unit: "units", help: Phrase("units of each layer", zh: "每层的单元数")) var width = 128
  @Option("xavier", help: Phrase("show Xavier’s weights too", zh: "同时画出 Xavier 初始化")) var showsXavier = false
  @Option("lr", in: 1e-6...1e6, help: Phrase("the learning rate of gradient descent", zh: "梯度下降的学习率")) var rate = 0.05
  @Option("seeds", in: 1...20) var seeds = 5

  /// The starts that are trained.
  static let schemes: [WeightScheme] = [.he, .xavier, .normal(deviation: 0.01)]
  /// The starts through which a signal is sent.
  var fanned: [WeightScheme] {
    [.normal(deviation: 1), .he, .normal(deviation: 0.01)] + (showsXavier ? [.xavier] : [])
  }

  var figures: [LessonFigure] {
    [
      LessonFigure(
        "spread", "A signal through \(depth, "layer") of ReLU, by initialisation", zh: "信号穿过 \(depth) 层 ReLU，取决于初始化",
        uses: [$depth, $width, $showsXavier, $seeds], needsOpenBLAS: true
      ) { spreadFigure(SignalSizes(fanned, depth: depth, width: width, seeds: seeds, from: $0.seed)) },
      LessonFigure(
        "loss", "Training from three initialisations", zh: "从三种初始化开始训练", uses: [$rate, $seeds], needsOpenBLAS: true
      ) { lossFigure(DigitStarts(Self.schemes, rate: rate, seeds: seeds, from: $0.seed)) },
      LessonFigure("basins", "Which minimum each start leads to", zh: "每个起点通向哪个极小值点", uses: []) { _ in basinsFigure },
    ]
  }
}
