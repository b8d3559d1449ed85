import LessonKit

/// # Seven activations
///
/// Every gradient on its way back passes the slope of each layer's activation. How steep are they, and where? And how steep
/// is tanh on average, once what enters it spreads?
struct Activations: Lesson {
  static let page = Page(
    "activations", in: .gradientFlow, title: Phrase("Seven activations", zh: "七种激活函数"),
    question: Phrase(
      "How steep are the activation functions, and where?", zh: "各种激活函数最陡处的斜率是多少，在哪里？"),
    examples: [
      .init("", shows: Phrase("functions and slopes on one scale", zh: "同一尺度下的函数与导数")),
      .init("--theme dark", shows: Phrase("on a dark slide", zh: "深色幻灯片")),
      .init("--lang zh", shows: Phrase("in Chinese", zh: "中文")),
    ])

  /// Standard deviations of what enters tanh, of which the mean slope is told.
  static let spreads = [0.5, 1, 2, 5]
  private let mean = GaussianMean()

  mutating func configure(_ options: inout Options) throws {}

  func run(_ context: Context) throws -> Outcome {
    let shapes = Activation.allCases.map { ActivationShape($0) }
    let figure = Figure(
      finding(shapes[0]), subtitle: Self.subtitle, notes: notes,
      arrangement: .rows([
        .init(height: 1, widths: [1, 1, 1, 1]), .init(height: 1, widths: [1, 1, 1, 1]),
      ]),
      panels: shapes.enumerated().map { panel($1, index: $0) } + [meanPanel])
    let means = Self.spreads.map { Digits.text(meanSlope(spread: $0)) }.joined(separator: ", ")
    let maxima = shapes.map { shape in
      "\(shape.activation.name.english) \(Digits.text(shape.steepest.y))"
    }.joined(separator: ", ")
    return Outcome(
      figure: figure, claims: ActivationsClaims(shapes: shapes, mean: meanSlope).all,
      series: shapes.map(Self.table) + [meanTable],
      caption: Phrase(
        "\(finding(shapes[0]).english). Greatest slopes: \(maxima). Mean slope of tanh where what enters is normal with a standard deviation of 0.5, 1, 2, 5: \(means).",
        zh:
          "\(finding(shapes[0]).chinese)。最大斜率：\(maxima)。tanh 的输入为正态分布，标准差为 0.5、1、2、5 时，平均斜率依次为 \(means)。"
      ),
      alt: Phrase(
        "Small plots of seven activation functions with their derivatives on one scale; greatest slopes \(maxima). A curve of the mean slope of tanh falls with the spread of its input.",
        zh: "七种激活函数及其导数的小图，尺度相同；最大斜率：\(maxima)。另有一条曲线：tanh 的平均斜率随输入的离散程度下降。"))
  }

  /// The mean slope of tanh where what enters is normal with this deviation.
  private func meanSlope(spread: Double) -> Double {
    let function = Activation.tanh.function
    return mean.of(deviation: spread) { function.slope($0) }
  }

  private func finding(_ sigmoid: ActivationShape) -> Phrase {
    let (top, place) = (Digits.text(sigmoid.steepest.y), Digits.text(sigmoid.steepest.x))
    return Phrase(
      "The sigmoid is steepest at \(place), and passes only \(top)",
      zh: "sigmoid 在 \(place) 处最陡，斜率也只有 \(top)")
  }

  private static let subtitle = Phrase(
    "Functions $f$ (blue) and derivatives $f′$ (orange), by automatic differentiation",
    zh: "函数 $f$（蓝）与自动微分得到的导数 $f′$（橙）")

  private var notes: [Phrase] {
    let there = Digits.text(ActivationShape.slope(of: .sigmoid, at: 0.5))
    return [
      Phrase(
        "The lecture notes’ 0.5 is the sigmoid’s output at 0; at input 0.5 the slope is \(there).",
        zh: "讲义的 0.5 是 sigmoid 在 0 处的输出；输入为 0.5 时斜率为 \(there)。"),
      Phrase(
        "Leaky ReLU: slope 0.2; ELU: $α$ = 1; last panel: $x$ normal, mean 0.",
        zh: "Leaky ReLU 斜率 0.2；ELU 的 $α$ = 1；右下图：$x$ 为正态，均值 0。"),
    ]
  }

  /// One activation: its curve, its slope, and the greatest slope named.
  private func panel(_ shape: ActivationShape, index: Int) -> Panel {
    let (function, slope): (Phrase, Phrase) = ("f", "f′")
    // Where neither curve is: under those that rise from the left, over the others.
    let isLow = shape.activation == .gelu || shape.activation == .silu
    let corner = Point(ActivationShape.view.lowerBound, isLow ? -0.75 : 2.1)
    var panel = Panel(
      x: Axis(Phrase("input $x$", zh: "输入 $x$"), domain: ActivationShape.view, padding: .tight),
      y: Axis(Phrase("$f$ and $f′$", zh: "$f$ 与 $f′$"), domain: -1.2...2.6), frame: .open,
      heading: shape.activation.name
    ) {
      Self.line(shape.curve, function, series: 0)
      Self.line(shape.brokenSlope, slope, series: 1)
      if index == 0 {
        Stated([Point(0.5, 0.25)])
        Callout(
          Phrase("notes: at 0.5", zh: "讲义：0.5 处"), at: Point(1.5, 0.12), placement: .below)
        Callout("$f$", at: Point(2.6, 0.93), series: 0, bold: true, placement: .above)
        Callout("$f′$", at: Point(2.6, 0.06), series: 1, bold: true, placement: .above)
      }
      if shape.isFlatAtTop {
        Callout(Self.top(shape), at: corner, series: 1, bold: true, placement: .right)
      } else {
        Spot(shape.steepest, label: Self.top(shape), series: 1, side: .right, wordsAt: corner)
      }
    }
    panel.y.isRepeated = index > 0
    panel.isEssential = index == 0
    return panel
  }

  /// The greatest slope in a few words: "f′ ≤ 0.25, at 0".
  private static func top(_ shape: ActivationShape) -> Phrase {
    let (top, place) = (Digits.text(shape.steepest.y), Digits.text(shape.steepest.x))
    return Phrase(same: "$f′$ ≤ \(top)")
      + (shape.isFlatAtTop ? "" : Phrase(", at \(place)", zh: "，在 \(place)"))
  }

  private static func line(_ points: [Point], _ name: Phrase, series: Int) -> Line {
    var line = Line(points, name: name, series: series)
    line.hasEndMarker = false
    return line
  }

  /// The mean slope of tanh against the spread of what enters it.
  private var meanPanel: Panel {
    let name = Phrase("mean derivative", zh: "平均导数")
    var panel = Panel(
      x: Axis(Phrase("standard deviation of $x$", zh: "$x$ 的标准差"), domain: 0...6),
      y: Axis(Phrase("$E[f′]$", zh: "$E[f′]$"), domain: 0...1.05), frame: .open,
      heading: "tanh: " + name
    ) {
      Self.line(
        (0.0...6).evenlySpaced(count: 61).map { Point($0, meanSlope(spread: $0)) }, name, series: 2)
      for spread in Self.spreads {
        let point = Point(spread, meanSlope(spread: spread))
        Spot(
          point, label: Phrase(same: Digits.text(point.y)), series: 2,
          side: spread < 4 ? .right : .above,
          wordsAt: Point(spread, point.y + (spread < 4 ? 0.13 : 0)))
      }
    }
    panel.isEssential = false
    return panel
  }

  private static func table(_ shape: ActivationShape) -> Series {
    let rows = zip(shape.curve, shape.slope).map { [$0.x, $0.y, $1.y] }
    return Series(shape.activation.rawValue, columns: ["x", "value", "slope"], rows: rows)
  }

  private var meanTable: Series {
    Series(
      "tanh-mean-slope", columns: ["deviation", "mean"],
      rows: Self.spreads.map { [$0, meanSlope(spread: $0)] })
  }
}
