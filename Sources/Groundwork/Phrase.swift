/// A language that figures speak.
public enum Language: String, Sendable, CaseIterable {
  /// English.
  case english = "en"
  /// Simplified Chinese.
  case chinese = "zh"
}

/// A text that a reader sees, in every language. May hold inline math between dollar signs.
///
/// A string literal stands for a text that is the same in all of them, such as `"$x$"`. A phrase inside a phrase speaks the
/// language of the sentence that it stands in: `Phrase("\(name) wins", zh: "\(name)获胜")`, or `"\(name): \(share)"`.
public struct Phrase: Sendable, Hashable {
  /// The English text.
  public var english: String
  /// The Chinese text.
  public var chinese: String

  /// The same text in both languages, written together.
  public init(_ english: Text, zh chinese: Text) {
    self.init(english: english.phrase.english, chinese: chinese.phrase.chinese)
  }

  /// A text that a program has put together; blanks in the Chinese one are set right.
  public init(english: String, chinese: String) { (self.english, self.chinese) = (english, chinese.spacedAsChinese) }

  /// A text that is the same in every language.
  public init(same value: String) { self.init(english: value, chinese: value) }

  /// The text in one language.
  public subscript(language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  /// Whether there is nothing to say.
  public var isEmpty: Bool { english.isEmpty && chinese.isEmpty }

  /// Both texts sent through a function.
  public func map(_ body: (String) -> String) -> Phrase { Phrase(english: body(english), chinese: body(chinese)) }

  /// One text after the other.
  public static func + (a: Phrase, b: Phrase) -> Phrase {
    Phrase(english: a.english + b.english, chinese: a.chinese + b.chinese)
  }
}

extension Phrase: ExpressibleByStringInterpolation {
  /// A text that is the same in every language.
  public init(stringLiteral value: String) { self.init(same: value) }

  /// A text whose parts speak their language.
  public init(stringInterpolation parts: Interpolation) { self = parts.phrase }

  /// A text in one language, with phrases and numbers inside.
  public struct Text: Sendable, ExpressibleByStringInterpolation {
    let phrase: Phrase

    /// A text without parts.
    public init(stringLiteral value: String) { phrase = Phrase(same: value) }
    /// A text with parts.
    public init(stringInterpolation parts: Interpolation) { phrase = parts.phrase }
  }

  /// Puts texts, phrases and numbers together, each part in the language of the sentence.
  public struct Interpolation: StringInterpolationProtocol, Sendable {
    var phrase = Phrase(same: "")

    /// Nothing yet.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Words.
    public mutating func appendLiteral(_ text: String) { phrase = phrase + Phrase(same: text) }
    /// A phrase, in the language of the sentence.
    public mutating func appendInterpolation(_ part: Phrase) { phrase = phrase + part }
    /// A text that is the same in every language.
    public mutating func appendInterpolation(_ text: String) { appendLiteral(text) }
    /// A text that is the same in every language.
    public mutating func appendInterpolation(_ text: Substring) { appendLiteral(String(text)) }

    /// A number with so many significant digits.
    public mutating func appendInterpolation(_ number: Double, digits: Int = 3) {
      appendLiteral(Digits.text(number, digits: digits))
    }

    /// A number with so many decimals.
    public mutating func appendInterpolation(_ number: Double, decimals: Int) {
      appendLiteral(Digits.fixed(number, decimals: decimals))
    }

    /// A whole number, with commas from 10,000 on.
    public mutating func appendInterpolation(_ count: Int) { appendLiteral(Digits.count(count)) }

    /// A whole number with its English noun: "1 step", "20 steps".
    public mutating func appendInterpolation(_ count: Int, _ noun: String) {
      appendLiteral(Digits.count(count, of: noun))
    }

    /// A share as a percentage: 0.153 is "15 %", and "15%" in Chinese.
    public mutating func appendInterpolation(percent share: Double, digits: Int = 2) {
      appendInterpolation(Digits.percent(share, digits: digits))
    }

    /// A number that is large, in words: 4.2e12 is "4 trillion", and "4 万亿" in Chinese.
    public mutating func appendInterpolation(words number: Double, digits: Int = 1) {
      appendInterpolation(Digits.words(number, digits: digits))
    }

    /// Names as a sentence lists them: "A, B and C".
    public mutating func appendInterpolation(list parts: [Phrase]) { appendInterpolation(Phrase.list(parts)) }
  }

  /// Names as a sentence lists them: "A, B and C", "A、B 和 C".
  public static func list(_ parts: [Phrase]) -> Phrase {
    guard let last = parts.last, parts.count > 1 else { return parts.last ?? "" }
    let first = parts.dropLast()
    return Phrase(
      english: first.map(\.english).joined(separator: ", ") + " and " + last.english,
      chinese: first.map(\.chinese).joined(separator: "、") + "和" + last.chinese)
  }

  /// Phrases one after the other, with something between them.
  public static func joined(_ parts: [Phrase], by separator: Phrase) -> Phrase {
    guard let first = parts.first else { return "" }
    return parts.dropFirst().reduce(first) { $0 + separator + $1 }
  }
}
