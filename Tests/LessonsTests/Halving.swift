import LessonKit

/// # Halving
///
/// On a parabola each step of gradient descent leaves the same share of the way. How many steps to a millionth?
struct Halving: Lesson {
  static let page = Page(
    "halving", in: .descent, title: Phrase("Halving the distance", zh: "每步减半"),
    question: Phrase(
      "How many steps bring gradient descent to a millionth?", zh: "梯度下降要走多少步才剩百万分之一？"),
    examples: [
      .init("--lr 0.1", shows: Phrase("a smaller rate", zh: "较小的学习率")),
      .init("--lr 1.9", shows: Phrase("a rate that swings", zh: "来回摆动的学习率")),
    ])

  var rate = 0.5

  mutating func configure(_ options: inout Options) throws {
    try options.take("lr", into: &rate, in: 0.01...1.99, help: "the learning rate of each step")
  }

  func run(_ context: Context) throws -> Outcome {
    let distances = distances(at: rate)
    let steps = distances.count - 1
    let panel = Panel(
      x: Axis(Phrase("step", zh: "步数")), y: Axis(Phrase("distance", zh: "距离"), .log), frame: .open
    ) {
      Line(
        distances.enumerated().map { Point(Double($0.offset), $0.element) },
        name: Phrase("gradient descent", zh: "梯度下降"),
        label: Phrase("gradient descent", zh: "梯度下降"), series: 0)
    }
    let finding = Phrase(
      "\(Digits.count(steps)) steps to a millionth of the way",
      zh: "\(Digits.count(steps)) 步后剩百万分之一")
    let setting = Phrase(
      "$f(x) = x^2/2$ from 1, rate \(Digits.text(rate))",
      zh: "$f(x) = x^2/2$，从 1 出发，学习率 \(Digits.text(rate))")
    return Outcome(
      figure: Figure(finding, subtitle: setting, panels: [panel]), claims: [claim],
      series: [
        Series(
          "distance", columns: ["step", "distance"],
          rows: distances.enumerated().map { [Double($0.offset), $0.element] })
      ],
      caption: finding,
      alt: Phrase(
        "Curve of the distance to the minimum against the step, on a log axis: \(Digits.count(steps)) steps.",
        zh: "曲线图：梯度下降到最小值的距离随步数的变化，纵轴为对数坐标，走 \(Digits.count(steps)) 步后只剩起点处距离的百万分之一。"))
  }

  /// Distances to the minimum until a millionth is left.
  private func distances(at rate: Double) -> [Double] {
    var (x, distances) = (1.0, [1.0])
    while abs(x) > 1e-6 {
      x -= rate * x
      distances.append(abs(x))
    }
    return distances
  }

  private var claim: Claim {
    Claim(
      "halving.steps", code: "D2", source: "S3",
      Phrase("At half the best rate 20 steps are enough", zh: "学习率取最佳值的一半时，20 步就够"),
      states: 20, measured: Double(distances(at: 0.5).count - 1), within: .absolute(0.5),
      how: Phrase("steps until a millionth of the way is left", zh: "数到剩百万分之一为止的步数"))
  }
}
