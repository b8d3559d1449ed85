/// Polynomials of one degree under penalties of every strength, and how well they do on the points that they are fitted to and on new ones.
public struct PenaltySweep: Sendable {
  /// The points that they are fitted to.
  public let samples: CosineSamples
  /// The strengths λ, ascending.
  public let strengths: [Double]
  /// The fit at each.
  public let fits: [PolynomialFit]
  /// Mean square errors at the points fitted to.
  public let training: [Double]
  /// Mean square errors at points held out.
  public let validation: [Double]

  /// Fits a degree to points under each strength.
  public init(degree: Int, to samples: CosineSamples, validatedOn new: CosineSamples, strengths: [Double]) throws {
    (self.samples, self.strengths) = (samples, strengths)
    fits = try strengths.map { try PolynomialFit(degree: degree, xs: samples.xs, ys: samples.ys, penalty: $0) }
    (training, validation) = (fits.map(samples.trainingError), fits.map(new.trainingError))
  }

  /// How many new points fits to the course's points are validated on.
  public static let newCount = 1000

  /// The strengths that a figure shows: from 1e-8 to 1e4, eight a decade.
  public static let shown = (1e-8...1e4).logSpaced(count: 97)

  /// Fits to the reader's points, a third of them held out for validation, or to so many of the course's, drawn by a seed.
  public init(
    degree: Int, to own: OwnPoints, orElse points: Int, noise: Double, seed: Int, strengths: [Double] = Self.shown
  ) throws {
    let (samples, new) = own.learnedAndNew(seed: seed, points: points, noise: noise, new: Self.newCount)
    try self.init(degree: degree, to: samples, validatedOn: new, strengths: strengths)
  }

  /// The place of the strongest penalty.
  public var last: Int { strengths.count - 1 }

  /// A weak strength, the best one and a strong one, by their places: a ninth of the strengths off either end.
  public var three: [Int] { [min(last / 9, best), best, max(last - last / 9, best)] }

  /// Whether the validation errors of a weak strength and of a strong one are more than half as large again as the least.
  public var harms: (weak: Bool, strong: Bool) {
    (validation[three[0]] > 1.5 * least, validation[three[2]] > 1.5 * least)
  }

  /// The least validation error.
  public var least: Double { validation[best] }

  /// Where the validation error is least.
  public var best: Int { validation.indices.min { validation[$0] < validation[$1] } ?? 0 }

  /// The strengths about the best one whose validation error is within a half of the least.
  public var right: ClosedRange<Int> {
    let bound = 1.5 * least
    let low = (0...best).last { validation[$0] > bound } ?? -1
    let high = (best..<validation.count).first { validation[$0] > bound } ?? validation.count
    return min(low + 1, best)...max(high - 1, best)
  }
}
