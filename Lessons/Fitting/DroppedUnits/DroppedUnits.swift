import LessonKit

/// # Dropout
///
/// At every pass of training some units are left out at random. What does that train, and what does a
/// dropout rate mean?
struct DroppedUnits: Lesson {
  static let page = Page(
    "dropout", in: .fitting, title: Phrase("Dropout", zh: "Dropout"),
    question: Phrase("Why does it help a network to leave out half of its units at random?", zh: "随机丢弃一半单元，为什么对网络有好处？"),
    examples: [
      .init("--drop 0.2", shows: Phrase("fewer units dropped", zh: "丢弃较少的单元")),
      .init("--figure rate --p 0.2", shows: Phrase("the two meanings of 0.2", zh: "0.2 的两种含义")),
    ])

  @Option("drop", in: 0...0.95, help: Phrase("the probability that a unit is dropped", zh: "单元被丢弃的概率")) var drop = 0.5
  @Option("p", in: 0.1...0.9, help: Phrase("the number that has two meanings", zh: "有两种含义的数")) var p = 0.3

  var figures: [LessonFigure] {
    [
      LessonFigure("masks", "The units that four passes keep", zh: "四次前向传播保留的单元", uses: [$drop]) {
        masksFigure(UnitMasks(layers: Self.hidden, drop: drop, passes: 4, seed: $0.seed))
      },
      LessonFigure("rate", "The two meanings of a dropout rate", zh: "dropout 率的两种含义", uses: [$p]) { _ in rateFigure()
      },
    ]
  }

  /// Units of the hidden layers of the small network that is drawn.
  static let hidden = [8, 8]
}
