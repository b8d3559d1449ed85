extension Measurement {
  /// A measured number, with its condition in both languages.
  public init(_ value: Double, _ expectation: Expectation, when english: Phrase.Text, zh chinese: Phrase.Text) {
    self.init(value, expectation, when: Phrase(english, zh: chinese))
  }
}

extension Measurement.Expectation {
  /// It is this number, without a tolerance: a count.
  public static func exactly(_ number: Double) -> Self { .equal(to: number, within: .absolute(0)) }
}

extension Finding {
  /// Several measurements, and how they were made in both languages.
  public init(_ id: String, _ cases: [Measurement], how english: Phrase.Text, zh chinese: Phrase.Text) {
    self.init(id, cases, how: Phrase(english, zh: chinese))
  }

  /// A number that is stated, the one that is measured, and how that was done in both languages.
  public init(
    _ id: String, states stated: Double, measured: Double, within tolerance: Measurement.Tolerance,
    how english: Phrase.Text, zh chinese: Phrase.Text
  ) { self.init(id, states: stated, measured: measured, within: tolerance, how: Phrase(english, zh: chinese)) }
}
