import LessonKit

extension UsageError {
  /// Refuses a polynomial with more coefficients than points: then many pass every point.
  static func requirePoints(_ points: Int, for degree: Int) throws {
    guard points <= degree else { return }
    throw UsageError(
      "--points \(points) do not determine a polynomial of degree \(degree)",
      hints: ["at least \(degree + 1): --points \(degree + 1), or a lower --degree"])
  }
}
