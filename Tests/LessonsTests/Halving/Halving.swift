import LessonKit

/// # Halving
///
/// On a parabola each step of gradient descent leaves the same share of the way. How many steps to a millionth?
struct Halving: Lesson {
  static let page = Page(
    "halving", in: .descent, title: Phrase("A share of the way", zh: "每步剩下同样的比例"),
    question: Phrase("How many steps bring gradient descent to a millionth?", zh: "梯度下降要走多少步才剩百万分之一？"),
    examples: [
      .init("--lr 0.1", shows: Phrase("a lower learning rate", zh: "较小的学习率")),
      .init("--lr 1.9", shows: Phrase("a learning rate that swings", zh: "来回摆动的学习率")),
    ])

  @Option("lr", in: 0.01...1.99, help: Phrase("the learning rate", zh: "学习率")) var rate = 0.5

  var figures: [LessonFigure] {
    [
      LessonFigure("distance", "Each step leaves the same share of the way", zh: "每一步都剩下同样的比例", uses: [$rate]) { _ in
        distanceFigure(Study(rate: rate))
      }
    ]
  }

  private func distanceFigure(_ study: Study) -> Figure {
    Figure(
      headline: [
        .init(
          "Gradient descent is a million times closer after \(study.steps, "step")",
          zh: "梯度下降走 \(study.steps) 步，距离缩小到百万分之一")
      ], setting: Phrase("$f(x) = x^2/2$  ·  learning rate \(rate)", zh: "$f(x) = x^2/2$  ·  学习率 \(rate)"),
      foot: Phrase("from $x = 1$", zh: "从 $x = 1$ 出发"),
      talk: Phrase(
        "On a log axis the curve is a line: each step multiplies the distance by the same factor.",
        zh: "对数坐标下曲线是一条直线：每一步都把距离乘以同一个因子。"), ask: Phrase("How many steps does a millionth take?", zh: "走多少步才能剩百万分之一？")
    ) {
      Panel(
        x: Axis(Phrase("step", zh: "步数"), padding: .tight),
        y: Axis(Phrase("distance to the minimum", zh: "到最小值点的距离"), .log), frame: .open
      ) { Line(study.distances.enumerated().map { Point(Double($0.offset), $0.element) }, as: Rule.gradientDescent) }
    }
  }
}
