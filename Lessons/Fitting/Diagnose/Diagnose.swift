import LessonKit

/// # Optimisation or overfitting?
///
/// A network does badly on new digits. There are two diseases with opposite cures, and the training loss tells them apart.
struct Diagnose: Lesson {
  static let page = Page(
    "diagnose", in: .fitting, title: Phrase("Optimisation or overfitting?", zh: "优化失败还是过拟合？"),
    question: Phrase(
      "A network does badly on new data: what tells which cure it needs?", zh: "网络在新数据上表现不好：怎样判断该用哪种对策？"),
    examples: [
      .init("--figure linear", shows: Phrase("a linear model as a yardstick", zh: "用线性模型作标尺")),
      .init("--figure cures --depth 6", shows: Phrase("a depth that trains without help", zh: "无需帮助也能训练的深度")),
      .init("--few 250", shows: Phrase("more digits: the gap narrows", zh: "更多数字：差距变小")),
    ])

  @Option("depth", in: 2...100, unit: "layers", help: Phrase("layers of the deep network", zh: "深层网络的层数")) var depth =
    20
  @Option("units", in: 1...200, help: Phrase("hidden units of the small network", zh: "小网络的隐藏单元数")) var units = 2
  @Option("few", in: 10...1000, help: Phrase("digits that are too few", zh: "过少的训练数字个数")) var few = 14
  @Option("epochs", in: 1...200, help: Phrase("how often 1,000 digits are seen", zh: "1,000 个数字的训练轮数")) var epochs = 26
  @Option("lr", in: .positive, help: Phrase("Adam’s learning rate", zh: "Adam 的学习率")) var rate = 0.004

  var figures: [LessonFigure] {
    [
      LessonFigure(
        "question", "Training error and test error of two networks", zh: "两个网络的训练误差与测试误差",
        uses: [$units, $few, $epochs, $rate], needsOpenBLAS: true
      ) { questionFigure(Study(self, [.small, .few], seed: $0.seed, followingTest: false)) },
      LessonFigure(
        "curves", "Training and test loss of two networks by update", zh: "两个网络的训练损失与测试损失随更新次数的变化",
        uses: [$units, $few, $epochs, $rate], needsOpenBLAS: true
      ) { curvesFigure(Study(self, [.small, .few], seed: $0.seed)) },
      LessonFigure(
        "cures", "Losses of two networks, and a cure for each", zh: "两个网络的损失，以及各自的对策",
        uses: [$depth, $few, $epochs, $rate], needsOpenBLAS: true
      ) { curesFigure(Study(self, [.deep, .skips, .few, .many], seed: $0.seed)) },
      LessonFigure(
        "linear", "Training loss of a deep network and of a linear model", zh: "深层网络与线性模型的训练损失",
        uses: [$depth, $epochs, $rate], needsOpenBLAS: true
      ) { linearFigure(Study(self, [.deep, .skips, .linear], seed: $0.seed)) },
    ]
  }

  /// Refuses what would take minutes.
  func validate() throws {
    let most = 4000
    guard depth * epochs > most else { return }
    throw UsageError(
      "--depth \(depth) for --epochs \(epochs) takes too long", zh: "--depth \(depth) 训练 --epochs \(epochs) 轮耗时太长",
      hint: "--epochs \(most / depth) is within reach", zh: "可用 --epochs \(most / depth)")
  }
}
