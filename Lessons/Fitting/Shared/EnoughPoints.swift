import LessonKit

extension OwnPoints {
  /// Refuses a degree that the reader's points do not determine with so many held out, or the course's points without any.
  func requireFit(of degree: Int, holding held: Int, orElse points: Int) throws {
    if isGiven { try requireDegree(degree, holding: held) } else { try UsageError.requirePoints(points, for: degree) }
  }
}

extension UsageError {
  /// Refuses a polynomial with more coefficients than points: then many pass every point.
  static func requirePoints(_ points: Int, for degree: Int) throws {
    guard points <= degree else { return }
    throw UsageError(
      "--points \(points) do not determine a polynomial of degree \(degree)",
      zh: "--points \(points) 不足以确定 \(degree) 次多项式",
      hint: "at least \(degree + 1): --points \(degree + 1), or a lower --degree",
      zh: "至少 \(degree + 1) 个：用 --points \(degree + 1)，或降低 --degree")
  }
}
