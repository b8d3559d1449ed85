import LessonKit

/// # The rate of learning
///
/// On a parabola one number decides everything: each step multiplies the distance to the minimum by 1 − ηλ. On the error of
/// a straight line the same law sets a limit that no plain descent may cross, and that Adagrad does not know.
struct LearningRate: Lesson {
  static let page = Page(
    "learning-rate", in: .descent, title: Phrase("The rate of learning", zh: "学习率"),
    question: Phrase("When is a learning rate too small, ideal, or too large?", zh: "学习率何时太小、合适、太大？"),
    examples: [
      .init("--rates 0.1,0.4,0.6,0.99", shows: Phrase("four other rates", zh: "另外四个学习率")),
      .init("--steps 20", shows: Phrase("twice as many steps", zh: "步数加倍")),
      .init(
        "--figure regression",
        shows: Phrase("a line fit at every rate, by descent and Adagrad", zh: "直线拟合：各种学习率下的梯度下降与 Adagrad")),
    ])

  /// λ: the parabola is λx²/2.
  static let curvature = 2.0
  /// Where every descent starts.
  static let start = -1.6

  @Option("rates", in: Interval(0.001...10), help: Phrase("up to four rates on the parabola", zh: "抛物线上的学习率，至多四个"))
  var rates = [0.05, 0.5, 0.95, 1.05]
  @Option("steps", in: 1...1000) var steps = 10
  @Option("seeds", in: 1...200, help: Phrase("how many draws of noise the line is fitted to", zh: "直线拟合所用的噪声抽样次数"))
  var seeds = 21

  var figures: [LessonFigure] {
    [
      LessonFigure("rates", "One parabola, several learning rates", zh: "同一抛物线，不同学习率", uses: [$rates, $steps]) { _ in
        ratesFigure
      },
      LessonFigure("factor", "What a step multiplies the distance by", zh: "每一步使距离乘以多少", uses: [$rates]) { _ in
        factorFigure
      },
      LessonFigure("regression", "A line fit at every learning rate", zh: "各种学习率下的直线拟合", uses: [$seeds]) {
        regressionFigure($0)
      },
    ]
  }

  func validate() throws {
    if rates.count > 4 {
      throw UsageError(
        "--rates takes 4 rates at most, not \(rates.count)", zh: "--rates 最多取 4 个学习率，这里有 \(rates.count) 个",
        hint: "draw two figures", zh: "请画成两幅图")
    }
    if Set(rates).count < rates.count {
      throw UsageError("--rates lists a rate twice", zh: "--rates 中有重复的学习率", hint: "keep one of them", zh: "只留一个")
    }
  }
}
