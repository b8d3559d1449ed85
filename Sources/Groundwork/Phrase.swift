/// A language that figures speak.
public enum Language: String, Sendable, CaseIterable {
  /// English.
  case english = "en"
  /// Simplified Chinese.
  case chinese = "zh"
}

/// A text that a reader sees, in every language. May hold inline math between dollar signs.
///
/// A string literal stands for a text that is the same in all of them, such as `"$x$"`.
public struct Phrase: Sendable, Hashable, ExpressibleByStringLiteral {
  /// The English text.
  public var english: String
  /// The Chinese text.
  public var chinese: String

  /// The same text in both languages, written together.
  public init(_ english: String, zh chinese: String) {
    (self.english, self.chinese) = (english, chinese)
  }

  /// A text that is the same in every language.
  public init(stringLiteral value: String) { self.init(value, zh: value) }

  /// A text that is the same in every language.
  public init(same value: String) { self.init(value, zh: value) }

  /// The text in one language.
  public subscript(language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  /// Both texts sent through a function.
  public func map(_ body: (String) -> String) -> Phrase {
    Phrase(body(english), zh: body(chinese))
  }

  /// One text after the other.
  public static func + (a: Phrase, b: Phrase) -> Phrase {
    Phrase(a.english + b.english, zh: a.chinese + b.chinese)
  }
}
