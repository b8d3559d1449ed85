import LessonKit

/// # Activations and their slopes
///
/// Every gradient on its way back passes the slope of each layer's activation. How steep are they, and where? And how steep
/// is tanh on average, once what enters it spreads?
struct Activations: Lesson {
  static let page = Page(
    "activations", in: .gradientFlow, title: Phrase("Activations and their slopes", zh: "激活函数及其导数"),
    question: Phrase("How steep are the activation functions, and where?", zh: "各种激活函数最陡处的导数是多少，在哪里？"),
    examples: [
      .init("--act sigmoid,tanh,gelu,silu", shows: Phrase("smooth activations alone", zh: "只看平滑的激活函数")),
      .init("--figure functions", shows: Phrase("functions with their slopes", zh: "函数与导数")),
      .init("--figure saturation --theme dark", shows: Phrase("tanh where its inputs spread", zh: "输入变散时的 tanh")),
    ])

  /// Which activations; empty for each figure's own choice.
  @Option() var activations: [Activation] = []

  var figures: [LessonFigure] {
    [
      LessonFigure("slopes", "The slopes of activation functions", zh: "各激活函数的导数", uses: [$activations]) { _ in
        slopesFigure
      },
      LessonFigure("functions", "Activation functions and their slopes", zh: "激活函数与它们的导数", uses: [$activations]) { _ in
        functionsFigure
      },
      LessonFigure(
        "saturation", "The mean slope of tanh, by the spread of its inputs", zh: "tanh 的平均导数随输入离散程度的变化", uses: []
      ) { _ in saturationFigure },
    ]
  }
}

extension Activations {
  /// An activation as it is drawn: its curve, its slope, and where that is steepest.
  struct Shape: Sendable {
    let activation: Activation
    /// The function, and its derivative.
    let curve: [Point], slope: [Point]
    /// Where the slope is greatest, and how great: at the middle of the places where it is.
    let steepest: Point
    /// Whether the slope has its greatest value over a whole stretch.
    let isFlatAtTop: Bool

    static let view = -4.0...4.0

    init(_ activation: Activation) {
      self.activation = activation
      let places = Self.view.evenlySpaced(count: 4001)
      let response = activation.response(to: Tensor(places))
      let slopes = response.slopes.elements
      curve = zip(places, response.values.elements).map { Point($0, $1) }
      slope = zip(places, slopes).map { Point($0, $1) }
      let top = slopes.max() ?? .nan
      let (first, last) = (slopes.firstIndex(of: top) ?? 0, slopes.lastIndex(of: top) ?? 0)
      isFlatAtTop = last > first + 2
      steepest = Point((places[first] + places[last]) / 2, top)
    }

    /// The slope with a gap where it jumps from one place to the next.
    var brokenSlope: [Point] {
      guard let jump = zip(slope, slope.dropFirst()).first(where: { abs($1.y - $0.y) > 0.5 }) else { return slope }
      return slope.filter { $0.x <= jump.0.x } + [Point(jump.1.x, .nan)] + slope.filter { $0.x >= jump.1.x }
    }
  }

  /// Standard deviations of what enters tanh, of which the mean slope is told.
  static let spreads = [0.5, 1, 2, 5]

  /// The mean slope of tanh at normal inputs of mean 0.
  static func meanSlope(spread: Double) -> Double {
    let function = Activation.tanh.function
    return GaussianMean().of(deviation: spread) { function.slope($0) }
  }
}
