import Foundation

/// What PyTorch computes for small deep stacks and for the slopes of activations.
struct GradientFlowReference: Decodable {
  let spread: Double
  let depth: Int
  let width: Int
  let batch: Int
  /// By activation, the gradient left after 0, 1, … layers.
  let shares: [String: [Double]]
  /// By activation, the steepest place of a fine grid, and the slope there.
  let steepest: [String: [Double]]

  static let shared: GradientFlowReference = {
    let url = Bundle.module.url(forResource: "Reference/gradientflow", withExtension: "json")!
    return try! JSONDecoder().decode(GradientFlowReference.self, from: Data(contentsOf: url))
  }()
}
