/// What a lesson measures of a statement.
public struct Finding: Sendable {
  /// The statement's name, as in "rosenbrock.condition".
  public let id: String
  /// The measurements, at least one; the first is the one that is quoted.
  public let cases: [Measurement]
  /// How it was measured: starts, steps, rates, seeds.
  public let how: Phrase

  /// Several measurements.
  public init(_ id: String, _ cases: [Measurement], how: Phrase) {
    require(!cases.isEmpty, "finding '\(id)' without a measurement")
    (self.id, self.cases, self.how) = (id, cases, how)
  }

  /// A number that is stated, and the one that is measured.
  public init(
    _ id: String, states stated: Double, measured: Double, within tolerance: Measurement.Tolerance, how: Phrase
  ) { self.init(id, [Measurement(measured, .equal(to: stated, within: tolerance))], how: how) }
}
