/// A measured number and what it should be if a claim were true.
public struct Measurement: Sendable {
  /// What a claim says of a number.
  public enum Expectation: Sendable {
    /// It is this.
    case equal(to: Double, within: Tolerance)
    /// It is smaller.
    case less(than: Double)
    /// It is larger.
    case greater(than: Double)
    /// It is in this range, ends included.
    case inside(ClosedRange<Double>)
  }

  /// How far a measured number may lie from a stated one.
  public enum Tolerance: Sendable {
    /// In the number's own unit.
    case absolute(Double)
    /// As a share of the stated number.
    case relative(Double)

    /// The largest difference from `stated` that still agrees.
    public func width(around stated: Double) -> Double {
      switch self {
      case .absolute(let width): width
      case .relative(let share): share * abs(stated)
      }
    }
  }

  /// The measured number; NaN agrees with nothing.
  public let value: Double
  /// What it should be.
  public let expectation: Expectation
  /// Under which condition it was measured, as in "from (−2, 2), all rates 0.01".
  public let condition: Phrase

  /// A measured number.
  public init(_ value: Double, _ expectation: Expectation, when condition: Phrase = "") {
    (self.value, self.expectation, self.condition) = (value, expectation, condition)
  }

  /// Whether the number is what it should be.
  public var agrees: Bool {
    switch expectation {
    case .equal(let stated, let tolerance): abs(value - stated) <= tolerance.width(around: stated)
    case .less(let bound): value < bound
    case .greater(let bound): value > bound
    case .inside(let range): range.contains(value)
    }
  }

  /// The number that the notes state, if they state one.
  public var stated: Double? { if case .equal(let stated, _) = expectation { stated } else { nil } }

  /// What it should be, in short: `2508`, `< 2.967`, `0.1 to 0.2`.
  public var expected: String {
    switch expectation {
    case .equal(let stated, _): Numeral.short(stated, digits: 6)
    case .less(let bound): "< \(Numeral.short(bound))"
    case .greater(let bound): "> \(Numeral.short(bound))"
    case .inside(let range): "\(Numeral.short(range.lowerBound)) to \(Numeral.short(range.upperBound))"
    }
  }

  /// The measurement as the command prints it.
  public func json(_ language: Language) -> JSON {
    var members = [JSON.Member("when", .string(condition[language]))]
    members.append(JSON.Member("measured", .number(value)))
    switch expectation {
    case .equal(let stated, let tolerance):
      members.append(JSON.Member("stated", .number(stated)))
      members.append(JSON.Member("tolerance", .number(tolerance.width(around: stated))))
    case .less(let bound): members.append(JSON.Member("less_than", .number(bound)))
    case .greater(let bound): members.append(JSON.Member("greater_than", .number(bound)))
    case .inside(let range): members.append(JSON.Member("inside", .numbers([range.lowerBound, range.upperBound])))
    }
    members.append(JSON.Member("agrees", .bool(agrees)))
    return .object(members)
  }
}
