import LessonKit

/// # Bias and variance
///
/// The same curve, observed again and again with new noise, and a polynomial fitted each time. What do all these fits have
/// in common, and how far do they lie apart?
struct BiasVariance: Lesson {
  static let page = Page(
    "bias-variance", in: .fitting, title: Phrase("Bias and variance", zh: "偏差与方差"),
    question: Phrase("Is a model wrong always in the same way, or each time in another?", zh: "模型每次错得一样，还是每次错得不同？"),
    examples: [
      .init("--figure sum", shows: Phrase("the parts of the error by degree", zh: "误差的组成随次数的变化")),
      .init("--noise 0.05", shows: Phrase("less noise", zh: "更小的噪声")),
      .init("--points 300", shows: Phrase("ten times the points", zh: "十倍的样本点")),
    ])

  @Option("degree", in: 5...20, help: Phrase("the flexible degree", zh: "高次多项式的次数")) var degree = 15
  @Option("points", in: 6...1000, help: Phrase("how many points each fit has", zh: "每次拟合的样本点数")) var points = 40
  @Option("noise", in: 0...10, help: Phrase("standard deviation of the noise", zh: "噪声的标准差")) var noise = 0.2
  @Option("fits", in: 2...100, help: Phrase("how often the points are observed", zh: "重复观测的次数")) var fits = 20
  @Option() var own = OwnPoints.absent

  var figures: [LessonFigure] {
    [
      LessonFigure(
        "fans",
        own.isGiven
          ? Phrase("Fits to random parts of the same points", zh: "对同一组点的随机部分的拟合")
          : Phrase("Fits to the same curve, observed again and again", zh: "反复观测同一曲线得到的拟合"), needsOpenBLAS: true
      ) { try fansFigure(Study(self, $0), $0) },
      LessonFigure(
        "sum",
        own.isGiven
          ? Phrase("Training error and its gap to held-out points by degree", zh: "训练误差及其与留出点误差的差距随次数的变化")
          : Phrase("Bias, variance and noise by degree", zh: "偏差、方差与噪声随次数的变化"), uses: [$degree, $points, $noise, $own],
        needsOpenBLAS: true
      ) { try sumFigure(Study(self, $0)) },
    ]
  }

  /// Refuses more coefficients than points.
  func validate() throws {
    try own.requireFit(of: degree, holding: (own.count + 4) / 5, orElse: points)
    try own.refuse("--points", "--noise", if: points != Self().points || noise != Self().noise)
  }
}

extension BiasVariance {
  /// What to expect of every degree at the same places.
  struct Study {
    let samples: CosineSamples
    /// The parts of the expected error of degree 1, 2, …
    let parts: [Part]

    /// The parts of a degree's error.
    ///
    /// Nobody knows the curve behind the reader's points: there the training error stands for bias and noise, and the gap
    /// between it and the error on points held out for variance.
    struct Part {
      let degree: Int
      let bias, variance, noise: Double
      var total: Double { bias + variance + noise }
    }

    /// How often the reader's points are shuffled.
    static let shuffles = 60

    init(_ lesson: BiasVariance, _ run: Run) throws {
      let (own, degrees) = (lesson.own, Array(1...lesson.degree))
      let samples = own.isGiven ? own.samples : CosineSamples(seed: run.seed, count: lesson.points)
      self.samples = samples
      guard own.isGiven else {
        parts = try degrees.map {
          let parts = try ErrorParts(degree: $0, xs: samples.xs, noise: lesson.noise)
          return Part(degree: $0, bias: parts.bias, variance: parts.variance, noise: parts.noise)
        }
        return
      }
      let errors = HeldOutErrors(xs: samples.xs, ys: samples.ys, degrees: degrees, rounding: own.rounding)
      parts = try TrainingGap.all(errors, points: own.count, folds: 5, shuffles: Self.shuffles, from: run.seed).map {
        Part(degree: $0.degree, bias: $0.training, variance: $0.gap, noise: 0)
      }
    }

    /// The degree with the least expected error.
    var best: Part { parts.min { $0.total < $1.total } ?? parts[0] }

    /// What a degree is: right, to within a half of the least error, or wrong by the part that is larger than it need be.
    func judgement(_ degree: Int) -> Identity {
      let (part, best) = (parts[degree - 1], best)
      if part.total <= 1.5 * best.total { return .aboutRight }
      return part.bias - best.bias > part.variance - best.variance ? .tooSimple : .tooFlexible
    }

    /// The degrees whose errors can stand in one picture: as far as the error is no larger than a line's.
    var shown: ArraySlice<Part> {
      let last = parts.lastIndex { $0.total <= 1.15 * parts[0].total } ?? 0
      return parts[...max(last, min(2, parts.count - 1))]
    }
  }
}
