extension Options {
  /// Takes a whole number. Notations such as `1e3` count as whole numbers too.
  public mutating func take(
    _ key: String, into value: inout Int, in range: ClosedRange<Int>, unit: String = "",
    help: Phrase? = nil
  ) throws(UsageError) {
    try take(key, into: &value, as: .integer(in: range), unit: unit, help: help)
  }

  /// Takes a finite number.
  public mutating func take(
    _ key: String, into value: inout Double, in interval: Interval = .finite, unit: String = "",
    help: Phrase? = nil
  ) throws(UsageError) {
    try take(key, into: &value, as: .decimal(in: interval), unit: unit, help: help)
  }

  /// Takes a finite number between two bounds.
  public mutating func take(
    _ key: String, into value: inout Double, in range: ClosedRange<Double>, unit: String = "",
    help: Phrase? = nil
  ) throws(UsageError) {
    try take(key, into: &value, as: .decimal(in: Interval(range)), unit: unit, help: help)
  }

  /// Takes finite numbers joined by commas.
  public mutating func take(
    _ key: String, into value: inout [Double], in interval: Interval = .finite, unit: String = "",
    help: Phrase? = nil
  ) throws(UsageError) {
    try take(
      key, into: &value, as: .decimals(in: interval, placeholder: "X[,X…]"), unit: unit, help: help)
  }

  /// Takes a flag.
  public mutating func take(_ key: String, into value: inout Bool, help: Phrase? = nil)
    throws(UsageError)
  {
    try take(key, into: &value, as: .flag(key), help: help)
  }

  /// Takes a point `X,Y`.
  public mutating func take(
    _ key: String, into value: inout Point, in interval: Interval = .finite, help: Phrase? = nil
  ) throws(UsageError) {
    try take(key, into: &value, as: .point(in: interval), help: help)
  }

  /// Takes a range `A:B`, the smaller number first.
  public mutating func take(
    _ key: String, into value: inout ClosedRange<Double>, in interval: Interval = .finite,
    unit: String = "", help: Phrase? = nil
  ) throws(UsageError) {
    try take(key, into: &value, as: .span(in: interval), unit: unit, help: help)
  }

  /// Takes a text.
  public mutating func take(
    _ key: String, into value: inout String, placeholder: String = "TEXT", help: Phrase? = nil
  ) throws(UsageError) {
    try take(key, into: &value, as: .text(placeholder), help: help)
  }

  /// Takes one of a list of names.
  public mutating func take<Choice>(
    _ key: String, into value: inout Choice, help: Phrase? = nil
  ) throws(UsageError)
  where Choice: RawRepresentable & CaseIterable & Equatable, Choice.RawValue == String {
    try take(key, into: &value, as: .choice, help: help)
  }
}
