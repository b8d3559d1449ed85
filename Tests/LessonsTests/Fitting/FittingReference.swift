import Foundation

/// What NumPy, scikit-learn and PyTorch computed for the course's examples of fitting.
struct FittingReference: Decodable {
  struct Polynomial: Decodable {
    struct Fit: Decodable {
      let train: Double
      let test: Double
      let cutTrain: Double
      let cutTest: Double

      private enum CodingKeys: String, CodingKey {
        case train = "train_mse"
        case test = "test_mse_100_points"
        case cutTrain = "sklearn_train_mse"
        case cutTest = "sklearn_test_mse"
      }
    }
    let x: [Double]
    let y: [Double]
    let fits: [String: Fit]
  }

  struct Capacity: Decodable {
    let epochs: [Int]
    let loss: [String: [Double]]
  }

  let polynomial: Polynomial
  let capacity: Capacity

  static let shared: FittingReference = {
    let url = Bundle.module.url(forResource: "Reference/fitting", withExtension: "json")!
    return try! JSONDecoder().decode(FittingReference.self, from: Data(contentsOf: url))
  }()
}
