/// A JSON value whose objects keep the order of their members.
///
/// Numbers are written with the fewest digits that read back exactly; JSON has no way to write NaN and infinities, which
/// become the strings "nan", "inf" and "-inf". Source: RFC 8259.
public enum JSON: Sendable, Hashable {
  /// One name and its value in an object.
  public struct Member: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The value.
    public var value: JSON

    /// A member.
    public init(_ name: String, _ value: JSON) { (self.name, self.value) = (name, value) }
  }

  /// Nothing.
  case null
  /// True or false.
  case bool(Bool)
  /// A number.
  case number(Double)
  /// A text.
  case string(String)
  /// Values in order.
  case array([JSON])
  /// Named values in order.
  case object([Member])

  /// A whole number; exact up to 2⁵³.
  public static func integer(_ value: Int) -> JSON { .number(Double(value)) }

  /// Numbers in order.
  public static func numbers(_ values: some Sequence<Double>) -> JSON { .array(values.map { .number($0) }) }

  /// The value of a member, nil where there is none or this is no object.
  public subscript(name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The members of an object, none of any other value.
  public var members: [Member] { if case .object(let members) = self { members } else { [] } }

  /// A number as JSON writes it, and a reader reads it back exactly: `2`, `0.02`, `1e-08`, `nan`, `-inf`.
  public static func spelling(of number: Double) -> String {
    if number.isNaN { return "nan" }
    if number.isInfinite { return number < 0 ? "-inf" : "inf" }
    let isWhole = number == number.rounded() && abs(number) < 1e15
    let isNegativeZero = number == 0 && number.sign == .minus
    return isWhole && !isNegativeZero ? String(Int(number)) : "\(number)"
  }
}

extension JSON: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral,
  ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
  /// An object, its members in the order of the literal.
  public init(dictionaryLiteral elements: (String, JSON)...) { self = .object(elements.map { Member($0.0, $0.1) }) }
  /// An array.
  public init(arrayLiteral elements: JSON...) { self = .array(elements) }
  /// A text.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A number.
  public init(floatLiteral value: Double) { self = .number(value) }
  /// A whole number.
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// True or false.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// Null.
  public init(nilLiteral: ()) { self = .null }
}
