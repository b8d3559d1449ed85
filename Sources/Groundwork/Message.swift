/// What a program says to the one who runs it, in every language: none can be written in one language alone.
///
/// A `Phrase` is set in a figure, and its blanks are set right; what stands in a message, such as the name of a file, stays as
/// it is. A message inside a message speaks the language of the sentence that it stands in.
public struct Message: Sendable, Hashable {
  /// The English text.
  public let english: String
  /// The Chinese text.
  public let chinese: String

  /// The same in both languages, written together.
  public init(_ english: Text, zh chinese: Text) {
    (self.english, self.chinese) = (english.message.english, chinese.message.chinese)
  }

  /// What is the same in every language: a command, a name, a number.
  public init(same text: String) { (english, chinese) = (text, text) }

  /// What a figure or a list says.
  public init(_ phrase: Phrase) { (english, chinese) = (phrase.english, phrase.chinese) }

  private init(english: String, chinese: String) { (self.english, self.chinese) = (english, chinese) }

  /// The text in one language.
  public subscript(language: Language) -> String { language == .chinese ? chinese : english }

  /// Whether there is nothing to say.
  public var isEmpty: Bool { english.isEmpty && chinese.isEmpty }

  /// One after the other.
  public static func + (a: Message, b: Message) -> Message {
    Message(english: a.english + b.english, chinese: a.chinese + b.chinese)
  }

  /// One after the other, with something between them.
  public static func joined(_ parts: [Message], by separator: Message) -> Message {
    guard let first = parts.first else { return Message(same: "") }
    return parts.dropFirst().reduce(first) { $0 + separator + $1 }
  }

  /// A sentence in one language, with names, numbers and messages inside.
  public struct Text: Sendable, ExpressibleByStringInterpolation {
    let message: Message

    /// A sentence without parts.
    public init(stringLiteral text: String) { message = Message(same: text) }
    /// A sentence with parts.
    public init(stringInterpolation parts: Interpolation) {
      message = Message(english: parts.english, chinese: parts.chinese)
    }
  }

  /// Puts a sentence together.
  public struct Interpolation: StringInterpolationProtocol, Sendable {
    fileprivate var english = ""
    fileprivate var chinese = ""

    /// Nothing yet.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Words.
    public mutating func appendLiteral(_ text: String) {
      english += text
      chinese += text
    }
    /// A message, in the language of the sentence.
    public mutating func appendInterpolation(_ part: Message) {
      english += part.english
      chinese += part.chinese
    }
    /// A name, as it is.
    public mutating func appendInterpolation(_ text: String) { appendLiteral(text) }
    /// A name, as it is.
    public mutating func appendInterpolation(_ text: Substring) { appendLiteral(String(text)) }
    /// A character, as it is.
    public mutating func appendInterpolation(_ character: Character) { appendLiteral(String(character)) }
    /// A whole number in plain digits.
    public mutating func appendInterpolation(_ number: Int) { appendLiteral(String(number)) }
    /// A whole number with its English noun: "1 step", "20 steps".
    public mutating func appendInterpolation(_ count: Int, _ noun: String) {
      appendLiteral(Digits.count(count, of: noun))
    }
  }
}

/// What stands before names and commands in hints.
extension Message {
  /// A command that helps: "try: lesson list".
  public static func attempt(_ command: String) -> Message { Message("try: \(command)", zh: "可试：\(command)") }
  /// What is right: "as in: --opt adam".
  public static func example(_ text: String) -> Message { Message("as in: \(text)", zh: "例如：\(text)") }
  /// The names that there are.
  public static func known(_ names: [String]) -> Message {
    Message("known: \(names.joined(separator: ", "))", zh: "可用：\(names.joined(separator: ", "))")
  }
  /// What is allowed.
  public static func allowed(_ range: Message) -> Message { Message("allowed: \(range)", zh: "允许：\(range)") }
  /// The name that was probably meant.
  public static func meant(_ name: String) -> Message { Message("did you mean '\(name)'?", zh: "是否要写“\(name)”？") }
}

/// An error that the user of a program is told of, in every language.
public protocol ReportedError: Error, CustomStringConvertible {
  /// What is wrong, one line without a full stop.
  var told: Message { get }
  /// How to mend it, a line each.
  var remedies: [Message] { get }
}

extension ReportedError {
  /// What is wrong says how to mend it, or nothing does.
  public var remedies: [Message] { [] }
  /// All of it in English.
  public var description: String { ([told] + remedies).map(\.english).joined(separator: "\n  ") }
}
