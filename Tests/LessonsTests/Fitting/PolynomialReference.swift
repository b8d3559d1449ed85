import Foundation

/// What NumPy computed for polynomials: parts of the error, errors on held-out points, fits under penalties.
struct PolynomialReference: Decodable {
  struct Parts: Decodable {
    let seed: Int
    let degree: Int
    let bias: Double
    let variance: Double
    let training: Double
  }

  struct Folds: Decodable {
    let seed: Int
    let degree: Int
    let folds: [[Int]]
    let errors: [Double]
  }

  struct Penalty: Decodable {
    let seed: Int
    let strength: Double
    let places: [Double]
    let heights: [Double]
  }

  let parts: [Parts]
  let folds: [Folds]
  let penalty: [Penalty]

  static let shared: PolynomialReference = {
    let url = Bundle.module.url(forResource: "Reference/polynomials", withExtension: "json")!
    return try! JSONDecoder().decode(PolynomialReference.self, from: Data(contentsOf: url))
  }()
}
