import LessonKit

/// What the notes say of the slopes of sigmoid and tanh, measured.
struct ActivationsClaims {
  let shapes: [ActivationShape]
  /// The mean slope of tanh where what enters has a deviation.
  let mean: (Double) -> Double

  var all: [Claim] { [maxima, place, closing] }

  private let how = Phrase(
    "gradients of a tape on ever finer grids from −4 to 4", zh: "由自动微分在 −4 到 4 上逐级加密的网格求得")

  private func steepest(_ activation: Activation) -> Point {
    shapes.first { $0.activation == activation }?.steepest ?? Point(.nan, .nan)
  }

  /// How steep they are.
  private var maxima: Claim {
    Claim(
      "activations.maxima", code: "B1", source: "S0",
      Phrase(
        "The derivative is at most 0.25 for sigmoid, and at most 1 for tanh, at 0",
        zh: "导数最大值：sigmoid 为 0.25，tanh 为 1（在 0 点处）"),
      cases: [
        Measurement(
          steepest(.sigmoid).y, .equal(to: 0.25, within: .absolute(1e-9)), when: "sigmoid"),
        Measurement(steepest(.tanh).y, .equal(to: 1, within: .absolute(1e-9)), when: "tanh"),
        Measurement(
          steepest(.tanh).x, .equal(to: 0, within: .absolute(1e-6)),
          when: Phrase("place, tanh", zh: "tanh 的位置")),
      ], how: how, recorded: .holds)
  }

  /// Where the sigmoid is steepest.
  private var place: Claim {
    let there = ActivationShape.slope(of: .sigmoid, at: 0.5)
    return Claim(
      "activations.place", code: "B1", source: "S0",
      Phrase("The sigmoid’s derivative has its maximum at 0.5", zh: "sigmoid 的导数在 0.5 处最大"),
      cases: [
        Measurement(
          steepest(.sigmoid).x, .equal(to: 0.5, within: .absolute(0.1)),
          when: Phrase("place of the maximum", zh: "最大值的位置")),
        Measurement(
          there, .equal(to: 0.25, within: .absolute(1e-3)),
          when: Phrase("derivative at 0.5", zh: "0.5 处的导数")),
      ], how: how,
      recorded: .fails(
        correct: Phrase(
          "it is at 0; 0.5 is the output there, and at input 0.5 the derivative is \(Digits.text(there))",
          zh: "在 0 处；0.5 是该点的输出，输入为 0.5 时导数为 \(Digits.text(there))"),
        source: "definition; measured here"))
  }

  /// How tanh closes as what enters it spreads.
  private var closing: Claim {
    let wanted = [0.826, 0.606, 0.365, 0.157]
    return Claim(
      "activations.closing", code: "B9", source: "S4",
      Phrase(
        "Where its inputs are large tanh saturates, and its derivative is nearly 0: the gate closes",
        zh: "输入很大时 tanh 饱和，导数接近于零，梯度之门关闭"),
      cases: zip(Activations.spreads, wanted).map { spread, number in
        Measurement(
          mean(spread), .equal(to: number, within: .absolute(5e-4)),
          when: Phrase("deviation \(Digits.text(spread))", zh: "标准差 \(Digits.text(spread))"))
      } + [
        Measurement(
          ActivationShape.slope(of: .tanh, at: 4), .less(than: 0.01),
          when: Phrase("derivative at 4", zh: "4 处的导数"))
      ],
      how: Phrase(
        "mean derivative over normal inputs, midpoint rule of 1200 points",
        zh: "正态输入下导数的均值，1200 点中点法则"), recorded: .holds)
  }
}
