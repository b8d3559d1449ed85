import LessonKit

/// # Diamond and circle
///
/// The same loss, the same λ, two penalties. Each keeps the weights inside a ball; where does the lowest contour that still
/// reaches the ball touch it? The diamond has corners on the axes, where a weight is exactly zero.
struct L1L2: Lesson {
  static let page = Page(
    "l1-l2", in: .fitting, title: Phrase("L1 and L2 penalties", zh: "L1 与 L2 正则化"),
    question: Phrase(
      "Why does L1 make weights exactly zero, and L2 only small?",
      zh: "为什么 L1 能让权重恰好为零，而 L2 只让它变小？"),
    examples: [
      .init("", shows: Phrase("a corner against a smooth point", zh: "尖角与光滑的切点")),
      .init("--lambda 0.1", shows: Phrase("too weak for a zero", zh: "λ 太小，没有零权重")),
      .init("--lambda 4 --theme dark", shows: Phrase("both weights at zero", zh: "两个权重都为零")),
    ])

  var lambda = 0.5

  mutating func configure(_ options: inout Options) throws {
    try options.take(
      "lambda", into: &lambda, in: 0.001...1000,
      help: Phrase("strength of both penalties", zh: "两种正则项共同的强度"))
  }

  func run(_ context: Context) throws -> Outcome {
    let touch = Touch(bowl: PenalisedBowl(), lambda: lambda)
    let figure = Figure(
      touch.finding, subtitle: subtitle(touch.bowl), notes: notes(touch),
      arrangement: .adaptive(
        broad: .row([1, 1, 0.76]), wide: .row([1, 1, 0]),
        tall: .rows([.init(height: 2.1, widths: [1, 1]), .init(height: 1, widths: [1])])),
      panels: TouchPanels(touch: touch).all)
    let results = touch.results
    return Outcome(
      figure: figure, claims: L1L2Claims().all, series: touch.tables,
      caption: Phrase(
        "\(touch.finding.english). \(results.english) Both penalties times λ = \(Digits.text(lambda)) on one quadratic loss, solved in closed form.",
        zh:
          "\(touch.finding.chinese)。\(results.chinese)同一个二次损失，两种正则项的 λ 同为 \(Digits.text(lambda))，取闭式解。"
      ),
      alt: Phrase(
        "Two maps of elliptic loss contours that touch a diamond (L1) and a circle (L2), and curves of the weights against λ. \(results.english)",
        zh: "两幅椭圆损失等高线图，分别与菱形（L1）和圆（L2）相切；右侧为权重随 λ 变化的曲线。\(results.chinese)"))
  }

  private func subtitle(_ bowl: PenalisedBowl) -> Phrase {
    let h = bowl.curvature
    let parts = [h.xx / 2, h.xy, h.yy / 2].map { $0 == 1 ? "" : Digits.text($0) + "\\," }
    let form = "$L=\(parts[0])d_1^2+\(parts[1])d_1d_2+\(parts[2])d_2^2$"
    let (x, y) = (Digits.text(bowl.optimum.x), Digits.text(bowl.optimum.y))
    let away = "$d=w-(\(x),\\,\(y))$"
    return Phrase(
      "Minimum of $L+\\lambda\\|w\\|_1$ and of $L+\\lambda\\|w\\|_2^2$, $\\lambda$ = \(Digits.text(lambda)); \(form), \(away)",
      zh:
        "$L+\\lambda\\|w\\|_1$ 与 $L+\\lambda\\|w\\|_2^2$ 的最小值，$\\lambda$ = \(Digits.text(lambda))；\(form)，\(away)"
    )
  }

  /// What the notes say of the place, and what is so.
  private func notes(_ touch: Touch) -> [Phrase] {
    let inside = PenalisedBowl.Penalty.allCases.map { touch.shareInside($0) }
    let most = inside.max() ?? .nan
    let share = Phrase(
      most == 0 ? "no point" : "\(Digits.text(100 * most))% of the points",
      zh: most == 0
        ? "损失等高线不进入约束区域" : "损失等高线上有 \(Digits.text(100 * most))% 的点在约束区域内")
    return [
      Phrase(
        "The lecture notes: contours intersect at the optimum. Measured: they touch, with \(share.english) of the loss contour inside the ball.",
        zh: "讲义：最优解在两条等高线的交点。实测：两者相切，\(share.chinese)。"),
      held(touch) + Phrase("Arrows of one scale in both maps.", zh: "两图箭头同一比例。"),
    ]
  }

  /// Why L1 holds a weight at zero: how steep the loss is along it.
  private func held(_ touch: Touch) -> Phrase {
    let zeros = touch.zeroNames
    let (w, pull) = (touch.solution(.l1), touch.bowl.pull(touch.solution(.l1)))
    let steepness = [(w.x, pull.x), (w.y, pull.y)].enumerated().filter { $0.element.0 == 0 }
      .map { "$|\\partial L/\\partial w_\($0.offset + 1)|$ = \(Digits.text(abs($0.element.1)))" }
    guard !steepness.isEmpty else { return "" }
    let english = steepness.joined(separator: " and ")
    let chinese = steepness.joined(separator: "、")
    return Phrase(
      "L1 holds the zero: \(english), at most $\\lambda$. ",
      zh: "L1 使 \(zeros) 恰为 0：\(chinese)，不超过 $\\lambda$。")
  }
}
