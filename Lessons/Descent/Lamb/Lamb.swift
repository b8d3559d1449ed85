import LessonKit

/// # A rate for every layer
///
/// A step that helps small weights is nothing to large ones. LAMB lets every layer move by the same share of its own length;
/// with the length in the wrong place of the formula, what was to be evened out gets worse.
struct Lamb: Lesson {
  static let page = Page(
    "lamb", in: .descent, title: Phrase("A rate for every layer", zh: "每层各有步幅"),
    question: Phrase("Do layers with large and with small weights move alike?", zh: "权重大与权重小的层，步调一致吗？"),
    examples: [
      .init("--lr 0.001", shows: Phrase("a smaller rate", zh: "更小的学习率")),
      .init("--figure inverted", shows: Phrase("the norm on the wrong side", zh: "范数放错位置的后果")),
    ])

  @Option("lr", in: 1e-8...1, help: Phrase("the rate of all optimizers", zh: "各优化器共用的学习率")) var rate = 0.01
  @Option("seeds", in: 1...2000, help: Phrase("how many draws of weights", zh: "权重的抽样次数")) var seeds = 100

  var figures: [LessonFigure] {
    [
      LessonFigure("shares", "How far a first step moves a layer", zh: "第一步使一层移动多少") {
        sharesFigure(LayerSteps(rate: rate, draws: seeds, seed: $0.seed))
      },
      LessonFigure("inverted", "LAMB, and the same step divided by the norm", zh: "LAMB，以及改为除以范数的更新") {
        invertedFigure(LayerSteps(rate: rate, draws: seeds, seed: $0.seed))
      },
    ]
  }
}
