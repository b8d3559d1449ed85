/// A JSON value read from a text, with the place where it stands there.
///
/// Source: RFC 8259; names of an object must differ.
public struct JSONText: Sendable {
  /// What it is.
  public indirect enum Value: Sendable {
    /// Nothing.
    case null
    /// True or false.
    case bool(Bool)
    /// A number.
    case number(Double)
    /// A text.
    case string(String)
    /// Values in order.
    case array([JSONText])
    /// Named values in order; each name with its place.
    case object([(name: String, place: Place, value: JSONText)])
  }

  /// A place in a text, both numbers from 1; columns count characters.
  public struct Place: Sendable, Hashable, CustomStringConvertible {
    /// The line.
    public var line: Int
    /// The column.
    public var column: Int
    /// As an editor says it.
    public var description: String { told.english }
    /// As an editor says it, in both languages.
    public var told: Message { Message("line \(line), column \(column)", zh: "第 \(line) 行第 \(column) 列") }
  }

  /// Why a text is no JSON.
  public struct Problem: ReportedError, Sendable {
    /// Where reading stopped.
    public let place: Place
    /// What was found there, and what is due.
    public let told: Message
  }

  /// What it is.
  public let value: Value
  /// Where it begins.
  public let place: Place

  /// Reads a text that holds one value.
  ///
  /// - Throws: ``Problem``.
  public init(_ text: String) throws(Problem) {
    var reader = JSONReader(text)
    self = try reader.whole()
  }

  init(_ value: Value, at place: Place) { (self.value, self.place) = (value, place) }

  /// What kind of value it is, as a message says it.
  public var kind: Message {
    switch value {
    case .null: Message(same: "null")
    case .bool: Message("true or false", zh: "true 或 false")
    case .number: Message("a number", zh: "数")
    case .string: Message("a text", zh: "文字")
    case .array: Message("a list", zh: "列表")
    case .object: Message("an object", zh: "对象")
    }
  }
}
