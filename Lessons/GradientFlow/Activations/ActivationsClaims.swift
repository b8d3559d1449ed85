import LessonKit

extension Activations {
  func findings(_ run: Run) throws -> [Finding] {
    let (sigmoid, tanh) = (Shape(.sigmoid).steepest, Shape(.tanh).steepest)
    func slope(_ activation: Activation, at place: Double) -> Double {
      activation.response(to: Tensor([place])).slopes[0]
    }
    let how = Phrase(
      "derivatives of the activations’ definitions on a grid of 4,001 places from −4 to 4",
      zh: "由激活函数的定义求导，在 −4 到 4 的 4,001 个点上取值")
    let means = zip(Self.spreads, [0.826, 0.606, 0.365, 0.157]).map { spread, number in
      Measurement(
        Self.meanSlope(spread: spread), .equal(to: number, within: .absolute(5e-4)), when: "deviation \(spread)",
        zh: "标准差 \(spread)")
    }
    return [
      Finding(
        "activations.maxima",
        [
          Measurement(sigmoid.y, .equal(to: 0.25, within: .absolute(1e-9)), when: "sigmoid"),
          Measurement(tanh.y, .equal(to: 1, within: .absolute(1e-9)), when: "tanh"),
          Measurement(tanh.x, .equal(to: 0, within: .absolute(1e-6)), when: "place, tanh", zh: "tanh 的位置"),
        ], how: how),
      Finding(
        "activations.place",
        [
          Measurement(sigmoid.x, .equal(to: 0.5, within: .absolute(0.1)), when: "place of the maximum", zh: "最大值的位置"),
          Measurement(
            slope(.sigmoid, at: 0.5), .equal(to: 0.25, within: .absolute(1e-3)), when: "derivative at 0.5",
            zh: "0.5 处的导数"),
        ], how: how),
      Finding(
        "activations.closing",
        means + [Measurement(slope(.tanh, at: 4), .less(than: 0.01), when: "derivative at 4", zh: "4 处的导数")],
        how: "mean derivative over normal inputs, midpoint rule of 1200 points", zh: "正态输入下导数的均值，1200 点中点法则"),
    ]
  }
}
