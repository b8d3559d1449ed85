import LessonKit

/// # Beyond the U
///
/// More parameters first help, then hurt: the U of the textbooks. It ends where the model passes every point. What if one
/// goes on, and takes of all curves that pass every point the one of least norm?
struct Capacity: Lesson {
  static let page = Page(
    "capacity", in: .fitting, title: Phrase("Double descent", zh: "双下降"),
    question: Phrase("What happens to the test error with more parameters than points?", zh: "参数比样本点还多时，测试误差会怎样？"),
    examples: [
      .init("--basis orthonormal", shows: Phrase("a norm that brings little", zh: "收效甚微的范数")),
      .init("--figure norm", shows: Phrase("three norms compared", zh: "三种范数的比较")),
      .init("--points 20", shows: Phrase("fewer points: the peak moves", zh: "更少的点：峰值移动")),
    ])

  @Option("points", in: 6...60, help: Phrase("how many points are fitted", zh: "样本点数")) var points = 30
  @Option("noise", in: 0.001...1, help: Phrase("standard deviation of the noise", zh: "噪声的标准差")) var noise = 0.3
  @Option("basis", help: Phrase("how the polynomials are scaled", zh: "多项式的缩放方式")) var basis = LegendreFit.Basis
    .decaying
  @Option("seeds", in: 1...200) var seeds = 21
  @Option() var own = OwnPoints.absent

  var figures: [LessonFigure] {
    [
      LessonFigure("descent", "Test error by the number of parameters", zh: "测试误差随参数个数的变化", needsOpenBLAS: true) {
        descentFigure(Study(self, basis, from: $0.seed))
      },
      LessonFigure(
        "norm", "Test error beyond the points, by norm", zh: "参数多于样本点时的测试误差与范数", uses: [$points, $noise, $seeds, $own],
        needsOpenBLAS: true
      ) { run in normFigure(LegendreFit.Basis.allCases.map { Study(self, $0, from: run.seed) }) },
    ]
  }

  /// Refuses to fit so many of the reader's points that none is left to test on.
  func validate() throws {
    try own.refuse("--noise", if: noise != Self().noise)
    let count = own.atDifferentPlaces.xs.count
    guard let path = own.path, points > count - 3 else { return }
    throw UnusableInput(
      "\(path): \(count) different x; with --points \(points) fewer than 3 of them are left to test on",
      zh: "\(path)：有 \(count) 个不同的 x；用 --points \(points) 时，留给测试的不足 3 个",
      hints: [count < 9 ? .needed(9) : .fewer("--points \(2 * count / 3)")])
  }
}

extension Capacity {
  /// Errors of fits with ever more parameters.
  struct Study: Sendable {
    /// How the polynomials are scaled.
    let basis: LegendreFit.Basis
    /// How many parameters are tried.
    let counts: [Int]
    /// For each number of them, the error against the curve.
    let errors: [Spread]
    /// How the seeds are spoken of.
    let condition: Phrase
    /// The places of the best with at most as many parameters as points, of the worst after it, and of the last.
    let (best, peak, last): (Int, Int, Int)

    init(_ lesson: Capacity, _ basis: LegendreFit.Basis, from first: Int) {
      let counts = Self.counts(points: lesson.points)
      let (given, rounding) = (lesson.own.atDifferentPlaces, lesson.own.rounding)
      let runs = Repeated(lesson.seeds, from: first) { seed in
        if lesson.own.isGiven {
          let (learned, held) = given.parted(learning: lesson.points, seed: seed)
          return counts.map { max(Self.error($0, learned, basis, on: held), rounding) }
        }
        let samples = CosineSamples(spreadOut: seed, count: lesson.points, noise: lesson.noise)
        return counts.map { Self.error($0, samples, basis) }
      }
      let errors: [Spread] = runs.spreads { $0 }
      (self.basis, self.counts, self.errors, condition) = (basis, counts, errors, runs.condition)
      let places = counts.indices.filter { counts[$0] <= lesson.points && errors[$0].median.isFinite }
      let lowest = places.min { errors[$0].median < errors[$1].median } ?? 0
      best = lowest
      peak = counts.indices.dropFirst(lowest).max { Self.height(errors[$0]) < Self.height(errors[$1]) } ?? 0
      last = counts.count - 1
    }

    private static func height(_ spread: Spread) -> Double { spread.median.isFinite ? spread.median : 0 }

    /// The error against the curve, or at points held out; NaN where the points do not determine the fit.
    static func error(_ count: Int, _ samples: CosineSamples, _ basis: LegendreFit.Basis, on held: CosineSamples? = nil)
      -> Double
    {
      let fit = try? LegendreFit(count, xs: samples.xs, ys: samples.ys, basis: basis)
      guard let held else { return fit?.meanSquareError(against: CosineSamples.truth) ?? .nan }
      return fit?.meanSquareError(xs: held.xs, ys: held.ys) ?? .nan
    }

    /// Every number up to a few more than there are points, then fewer and fewer up to ten times as many.
    static func counts(points: Int) -> [Int] {
      let far = (Double(points + 7)...Double(10 * points)).logSpaced(count: 14).map { Int($0.rounded()) }
      return Array(1...points + 6) + far
    }

    /// The medians over a range of numbers of parameters.
    func line(_ range: ClosedRange<Int>) -> [Point] {
      zip(counts, errors).filter { range.contains($0.0) }.map { Point(Double($0.0), $0.1.median) }
    }

    /// The least and the greatest error.
    var range: (least: Double, most: Double) {
      let heights = errors.map(\.median).filter { $0.isFinite && $0 > 0 }
      return (heights.min() ?? 1, heights.max() ?? 1)
    }

    /// The point of the curve at a place.
    func point(_ place: Int) -> Point { Point(Double(counts[place]), errors[place].median) }
  }
}
