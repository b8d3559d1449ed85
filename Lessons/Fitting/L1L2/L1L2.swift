import LessonKit

/// # Diamond and circle
///
/// The same loss, and two penalties that keep the weights inside shapes of one radius; where does the lowest contour that
/// still reaches the shape touch it? The diamond has corners on the axes, where a weight is exactly zero.
struct L1L2: Lesson {
  static let page = Page(
    "l1-l2", in: .fitting, title: Phrase("L1 and L2 penalties", zh: "L1 与 L2 正则化"),
    question: Phrase("Why does L1 make weights exactly zero, and L2 only small?", zh: "为什么 L1 能让权重恰好为零，而 L2 只让它变小？"),
    examples: [
      .init("--limit 1.45", shows: Phrase("so much room that no weight is zero", zh: "范围太大，没有零权重")),
      .init("--limit 0.8 --theme dark", shows: Phrase("little room for the weights", zh: "留给权重的范围很小")),
      .init("--figure paths", shows: Phrase("weights as the penalty grows", zh: "惩罚增大时的权重")),
    ])

  @Option(
    "limit", in: 0.8...1.5,
    help: Phrase(
      "how large the weights may be: |w1| + |w2| under L1, their length under L2", zh: "权重允许的大小：L1 为 |w1| + |w2|，L2 为长度"
    )) var limit = 1.0

  var figures: [LessonFigure] {
    [
      LessonFigure("balls", "Where L1 and L2 hold the weights", zh: "L1 与 L2 把权重留在哪里") { _ in ballsFigure },
      LessonFigure("paths", "Weights as the penalty grows", zh: "惩罚增大时的权重", uses: []) { _ in pathsFigure },
      LessonFigure("corner", "What a corner and a round edge can hold", zh: "尖角与圆滑的边各能承受什么", uses: []) { _ in
        cornerFigure
      },
    ]
  }
}
