import LessonKit

/// # Too wide?
///
/// Networks from narrow to wide, fitted to the same noisy points. The narrow ones are too stiff; do the wide ones overfit?
/// And what dropout does to a prediction when one forgets to turn it off.
struct Width: Lesson {
  static let page = Page(
    "width", in: .fitting, title: Phrase("Wide networks and dropout", zh: "网络宽度与 dropout"),
    question: Phrase("Does a network with far more units than it needs overfit?", zh: "单元远多于所需的网络会过拟合吗？"),
    examples: [
      .init("--seeds 6", shows: Phrase("more seeds", zh: "更多种子")),
      .init("--epochs 1000", shows: Phrase("longer training", zh: "训练更久")),
      .init("--figure mode", shows: Phrase("dropout on and off", zh: "dropout 开启与关闭")),
    ], seed: 42)

  @Option("epochs", in: 1...100_000, help: Phrase("how often all points are seen", zh: "训练轮数")) var epochs = 300
  @Option("lr", in: .positive, help: Phrase("Adam’s learning rate", zh: "Adam 的学习率")) var rate = 0.01
  @Option("seeds", in: 1...1000) var seeds = 3

  var figures: [LessonFigure] {
    [
      LessonFigure("width", "The error on new points by width", zh: "对新点的误差与网络宽度", needsOpenBLAS: true) {
        try widthFigure($0)
      },
      LessonFigure(
        "mode", "A prediction with dropout on and off", zh: "dropout 开启与关闭时的预测", uses: [$epochs, $rate],
        needsOpenBLAS: true
      ) { modeFigure($0) },
    ]
  }
}
