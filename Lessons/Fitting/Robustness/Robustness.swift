import LessonKit

/// # Accurate is not robust
///
/// A network reads handwritten digits well. How little must a picture change before it no longer does, and does it matter
/// which way the pixels are nudged?
struct Robustness: Lesson {
  static let page = Page(
    "robustness", in: .fitting, title: Phrase("Accurate is not robust", zh: "准确不等于稳健"),
    question: Phrase("How small a change of a picture makes an accurate network fail?", zh: "图像改变多少，准确的网络就会出错？"),
    examples: [
      .init("--nudge 5", shows: Phrase("a smaller nudge", zh: "更小的扰动")),
      .init("--width 256", shows: Phrase("a wider network", zh: "更宽的网络")),
      .init("--seeds 6", shows: Phrase("more seeds", zh: "更多种子")),
    ])

  @Option("nudge", in: 1...20, unit: "%", help: Phrase("the nudge that is looked at", zh: "要看的扰动大小")) var nudge = 10
  @Option("epochs", in: 1...1000, help: Phrase("how often all digits are seen", zh: "训练轮数")) var epochs = 12
  @Option("width", in: 1...1000, unit: "units", help: Phrase("units of the hidden layer", zh: "隐藏层的单元数")) var width = 64
  @Option("lr", in: .positive, help: Phrase("Adam’s learning rate", zh: "Adam 的学习率")) var rate = 0.005
  @Option("seeds", in: 1...100) var seeds = 3
  @Option() var digits = LabelledData.carried

  var figures: [LessonFigure] {
    [
      LessonFigure(
        "noise", "Accuracy on nudged digits, by the size of the nudge", zh: "受扰动数字上的准确率随扰动大小的变化", needsOpenBLAS: true
      ) { noiseFigure(try study(seeds: seeds, from: $0.seed)) }
    ]
  }

  /// The networks of so many seeds.
  func study(seeds: Int, from first: Int) throws -> NudgeRuns {
    try NudgeRuns(digits, width: width, rate: rate, epochs: epochs, seeds: seeds, from: first)
  }
}
