import Foundation
import Tensors
import Testing

/// The notes' polynomial fits, and what a cut-off of singular values hides of the highest degree.
@Suite("Polynomial fits against NumPy and scikit-learn") struct PolynomialTests {
  struct Reference: Decodable {
    let x: [Double]
    let y: [Double]
    let fits: [String: [String: Double]]
  }

  static let reference: Reference = {
    let url = Bundle.module.url(forResource: "Reference/polynomial", withExtension: "json")!
    return try! JSONDecoder().decode(Reference.self, from: Data(contentsOf: url))
  }()

  /// The grid that test errors are measured on, and the truth there.
  static let grid = (0..<100).map { Double($0) / 99 }

  @Test(
    "the true least squares have NumPy's errors, by QR and by singular values", arguments: [1, 4, 15],
    [LeastSquares.Method.qr, .singularValues(cutoff: 1e-14)]) func exact(degree: Int, method: LeastSquares.Method)
    throws
  {
    let reference = Self.reference
    let basis = { (x: [Double]) in Self.chebyshev(x, degree: degree) }
    let fit = try basis(reference.x).leastSquares(Tensor(reference.y), by: method)
    let errors = try #require(reference.fits["\(degree)"])
    let train = Self.error(basis(reference.x), fit.solution, reference.y)
    let test = Self.error(basis(Self.grid), fit.solution, Self.grid.map { cos(1.5 * .pi * $0) })
    #expect(abs(train / errors["train_mse"]! - 1) < 1e-6)
    #expect(abs(test / errors["test_mse_100_points"]! - 1) < 1e-6)
  }

  @Test("a cut-off at 1e-6 hides what degree 15 does") func cutoff() throws {
    // scikit-learn: powers without the constant, less their means, singular values cut at 1e-6.
    let reference = Self.reference
    let powers = Self.powers(reference.x, degree: 15)
    let means = powers.mean(along: [0])
    let offset = reference.y.reduce(0, +) / Double(reference.y.count)
    let fit = try (powers - means).leastSquares(Tensor(reference.y) - offset, by: .singularValues(cutoff: 1e-6))
    let errors = try #require(reference.fits["15"])
    let truth = Self.grid.map { cos(1.5 * .pi * $0) - offset }
    let train = Self.error(powers - means, fit.solution, reference.y.map { $0 - offset })
    let test = Self.error(Self.powers(Self.grid, degree: 15) - means, fit.solution, truth)
    #expect(fit.rank < 15)
    #expect(abs(train / errors["sklearn_train_mse"]! - 1) < 1e-6)
    #expect(abs(test / errors["sklearn_test_mse"]! - 1) < 1e-6)
  }

  private static func error(_ basis: Tensor, _ solution: Tensor, _ truth: [Double]) -> Double {
    let fitted = basis.matmul(solution.reshaped(to: [solution.count, 1]))
    let difference = fitted - Tensor(truth, shape: [truth.count, 1])
    return (difference * difference).mean()
  }

  private static func chebyshev(_ x: [Double], degree: Int) -> Tensor {
    let elements = x.flatMap { x in (0...degree).map { cos(Double($0) * acos(max(-1, min(1, 2 * x - 1)))) } }
    return Tensor(elements, shape: [x.count, degree + 1])
  }

  private static func powers(_ x: [Double], degree: Int) -> Tensor {
    Tensor(x.flatMap { x in (1...degree).map { pow(x, Double($0)) } }, shape: [x.count, degree])
  }
}
