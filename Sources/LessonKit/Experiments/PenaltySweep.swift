/// Polynomials of one degree under penalties of every strength, and how well they do on the points that they are fitted to and on new ones.
public struct PenaltySweep: Sendable {
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
    self.strengths = strengths
    fits = try strengths.map { try PolynomialFit(degree: degree, xs: samples.xs, ys: samples.ys, penalty: $0) }
    (training, validation) = (fits.map(samples.trainingError), fits.map(new.trainingError))
  }

  /// Where the validation error is least.
  public var best: Int { validation.indices.min { validation[$0] < validation[$1] } ?? 0 }

  /// The strengths about the best one whose validation error is within a half of the least.
  public var right: ClosedRange<Int> {
    let bound = 1.5 * validation[best]
    let low = (0...best).last { validation[$0] > bound } ?? -1
    let high = (best..<validation.count).first { validation[$0] > bound } ?? validation.count
    return min(low + 1, best)...max(high - 1, best)
  }

  /// The place of the strength nearest to one, by ratio.
  public func place(of strength: Double) -> Int {
    strengths.indices.min { abs(log(strengths[$0] / strength)) < abs(log(strengths[$1] / strength)) } ?? 0
  }
}
