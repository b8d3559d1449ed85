import LessonKit

/// # The rate of learning
///
/// On a parabola one number decides everything: each step multiplies the distance to the minimum by 1 − ηλ. On the notes'
/// regression the same law sets a limit that no plain descent may cross, and that Adagrad does not know.
struct LearningRate: Lesson {
  static let page = Page(
    "learning-rate", in: .descent, title: Phrase("The rate of learning", zh: "学习率"),
    question: Phrase(
      "When is a learning rate too small, right, or too large?", zh: "学习率何时太小、合适、太大？"),
    examples: [
      .init("--rates 0.1,0.4,0.6,0.99", shows: Phrase("four other rates", zh: "另外四个学习率")),
      .init("--steps 20", shows: Phrase("twice as many steps", zh: "步数加倍")),
      .init(
        "--regression",
        shows: Phrase("the notes’ line: two rates against Adagrad", zh: "讲义的直线：两个学习率与 Adagrad")),
    ])

  /// λ: the parabola is λx²/2.
  static let curvature = 2.0

  var rates = [0.05, 0.5, 0.95, 1.05]
  var steps = 10
  var start = -1.6
  var isRegression = false
  var regressionSteps = 100
  /// Odd, so that one draw is the median.
  var seeds = 21

  mutating func configure(_ options: inout Options) throws {
    try options.take(
      "regression", into: &isRegression,
      help: Phrase("the notes’ line fit instead of the parabola", zh: "以讲义的直线拟合代替抛物线"))
    if isRegression {
      try options.refuse(
        ["rates"], when: "with --regression: the line is fitted at the notes’ own rates",
        mend: "leave out one of the two")
    }
    try options.take(
      "rates", into: &rates, in: Interval(0.001...10),
      help: Phrase("up to four rates on the parabola", zh: "抛物线上的学习率，至多四个"))
    if rates.count > 4 {
      throw UsageError("--rates takes 4 rates at most, not \(rates.count)")
    }
    if Set(rates).count < rates.count {
      throw UsageError("--rates lists a rate twice", hints: ["keep one of them"])
    }
    var taken = isRegression ? regressionSteps : steps
    try options.take("steps", into: &taken, in: 1...1000)
    (steps, regressionSteps) = (taken, taken)
    if !isRegression {
      try options.refuse(
        ["seeds"], when: "on the parabola, which draws nothing at random",
        mend: "leave it out, or fit the line: --regression")
    }
    try options.take(
      "seeds", into: &seeds, in: 1...200,
      help: Phrase("how many draws of noise the line is fitted to", zh: "直线拟合所用的噪声抽样次数"))
  }

  func run(_ context: Context) throws -> Outcome {
    let claims = LearningRateClaims(context: context).all
    guard !isRegression else {
      let study = LineRates(steps: regressionSteps, seeds: seeds, seed: context.seed)
      return LineRatesPicture(study: study).outcome(claims: claims)
    }
    let descents = rates.map {
      ParabolaDescent(rate: $0, curvature: Self.curvature, start: start, steps: steps)
    }
    return ParabolaPicture(descents: descents).outcome(claims: claims)
  }
}
