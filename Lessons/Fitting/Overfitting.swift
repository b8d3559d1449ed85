import LessonKit

/// # Too simple, about right, too flexible
///
/// Thirty noisy points of a cosine, fitted by polynomials. The higher the degree, the nearer to the points; and to the
/// curve behind them?
struct Overfitting: Lesson {
  static let page = Page(
    "overfitting", in: .fitting, title: Phrase("Overfitting and underfitting", zh: "过拟合与欠拟合"),
    question: Phrase(
      "Does a polynomial that comes nearer to the points come nearer to the curve?",
      zh: "多项式离样本点更近，是否也离真实曲线更近？"),
    examples: [
      .init("", shows: Phrase("the notes’ three degrees", zh: "讲义中的三种次数")),
      .init("--degree 12 --noise 0.3", shows: Phrase("more noise", zh: "更大的噪声")),
      .init(
        "--cutoff 0 --theme dark --lang zh",
        shows: Phrase("a solver that hides nothing", zh: "不做截断的求解器")),
    ])

  var degree = 15
  var points = 30
  var noise = 0.1
  var cutoff = 1e-6

  mutating func configure(_ options: inout Options) throws {
    try options.take(
      "degree", into: &degree, in: 5...20, help: Phrase("the flexible degree", zh: "高次多项式的次数"))
    try options.take(
      "points", into: &points, in: 25...1000, help: Phrase("how many samples", zh: "样本点数"))
    try options.take(
      "noise", into: &noise, in: 0...10,
      help: Phrase("standard deviation of the noise", zh: "噪声的标准差"))
    try options.take(
      "cutoff", into: &cutoff, in: 0...0.1,
      help: Phrase(
        "share of the largest singular value below which a solver drops a direction, 0 for never",
        zh: "求解器舍弃小于最大奇异值此比例的方向，0 表示不舍弃"))
  }

  func run(_ context: Context) throws -> Outcome {
    let samples = CosineSamples(seed: context.seed, count: points, noise: noise)
    let study = try FitStudy(samples: samples, degree: degree, cutoff: cutoff)
    let claims = try OverfittingClaims(context: context).all
    let figure = Figure(
      study.finding, subtitle: subtitle(context), notes: notes(study),
      arrangement: .adaptive(
        broad: .row([1, 1, 1, 1.55]),
        wide: .rows([.init(height: 2, widths: [1, 1, 1]), .init(height: 1, widths: [1])]),
        tall: .column([1])),
      panels: FitPanels(study: study, isNotes: isNotes(context)).all)
    return Outcome(
      figure: figure, claims: claims, series: study.tables,
      caption: Phrase(
        "\(study.finding.english). Mean square errors of exact least squares: \(errors(study).english).",
        zh: "\(study.finding.chinese)。精确最小二乘的均方误差：\(errors(study).chinese)。"),
      alt: Phrase(
        "Three plots of polynomial fits to \(points) points, and curves of error against degree. \(errors(study).english).",
        zh: "三幅多项式拟合 \(points) 个样本点的图，以及误差随次数变化的曲线。\(errors(study).chinese)。"),
      essentialAlt: Phrase(
        "Curves of error against degree of polynomial fits to \(points) points. \(errors(study).english).",
        zh: "多项式拟合 \(points) 个样本点时误差随次数变化的曲线。\(errors(study).chinese)。"))
  }

  private func subtitle(_ context: Context) -> Phrase {
    let deviation = Digits.text(noise)
    return Phrase(
      "\(points) points of $\\cos(1.5\\pi x)$ with noise \(deviation), seed \(context.seed); test: 100 points without noise",
      zh:
        "$\\cos(1.5\\pi x)$ 上的 \(points) 个点，噪声 \(deviation)，种子 \(context.seed)；测试：曲线上 100 个无噪声点"
    )
  }

  /// Whether points and degree are the notes' own.
  private func isNotes(_ context: Context) -> Bool {
    (degree, points, noise, context.seed) == (15, 30, 0.1, 0)
  }

  /// What a solver hides.
  private func notes(_ study: FitStudy) -> [Phrase] {
    guard study.isCut else { return [] }
    let share = Digits.text(cutoff)
    let isUsual = cutoff == OverfittingClaims.cutoff
    let (who, whoChinese) =
      isUsual ? ("scikit-learn 1.9", "如 scikit-learn 1.9，") : ("a solver", "")
    return [
      Phrase(
        "Cut: \(who) drops directions below \(share) of the strongest.",
        zh: "截断：\(whoChinese)求解时舍去强度不到最强方向 \(share) 倍的方向。")
    ]
  }

  private func errors(_ study: FitStudy) -> Phrase {
    func list(_ sentence: (Int, String, String) -> String) -> [String] {
      study.shown.map {
        sentence($0, Digits.text(study.train($0)), Digits.text(study.test($0)))
      }
    }
    return Phrase(
      list { "degree \($0) train \($1), test \($2)" }.joined(separator: "; "),
      zh: list { "\($0) 次训练 \($1)、测试 \($2)" }.joined(separator: "；"))
  }
}
