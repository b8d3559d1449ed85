import LessonKit

extension Width {
  /// Passes in training mode, wherever their loss is named.
  static let passCount = 200
  /// The widths that are compared.
  static let widths = [4, 8, 16, 32, 64, 128]
  /// The networks that the course compares: three widths, and the largest with dropout.
  static let shapes: [CubicNetwork.Shape] = [(4, 0), (32, 0), (128, 0), (128, 0.3)]
}
