/// An error that says how it is mended.
public protocol MendableError: ReportedError {
  /// What is wrong, and how to mend it, a line each.
  init(_ told: Message, hints: [Message])
}

extension MendableError {
  /// What is wrong, in both languages, and how to mend it.
  public init(_ english: Message.Text, zh chinese: Message.Text, hints: [Message] = []) {
    self.init(Message(english, zh: chinese), hints: hints)
  }

  /// What is wrong and the one way to mend it, in both languages.
  public init(_ english: Message.Text, zh chinese: Message.Text, hint: Message.Text, zh chineseHint: Message.Text) {
    self.init(Message(english, zh: chinese), hints: [Message(hint, zh: chineseHint)])
  }
}

/// A mistake on the command line: what is wrong, and how to mend it.
public struct UsageError: MendableError, Sendable, Equatable {
  /// What is wrong, one line without a full stop.
  public let told: Message
  /// How to mend it, a line each.
  public let remedies: [Message]

  /// A mistake.
  public init(_ told: Message, hints: [Message] = []) { (self.told, remedies) = (told, hints) }

  /// What is wrong, in English.
  public var message: String { told.english }
  /// How to mend it, in English.
  public var hints: [String] { remedies.map(\.english) }

  /// An unknown name among known ones: suggests the nearest, lists them all.
  ///
  /// `aliases` are suggested but not listed; `command` is a last hint. A name that stands for something else in other programs
  /// is not taken for a slip.
  public static func unknown(
    _ kind: Message, _ name: String, for place: Message? = nil, known: [String], among aliases: [String] = [],
    try command: Message? = nil
  ) -> UsageError {
    // A long list stands in the help; here its beginning tells what kind of name is meant.
    let shown = known.count > 9 ? known.prefix(4) + ["…"] : known[...]
    var hint = Message.known(Array(shown))
    if NamesElsewhere.isSomethingElse(name, kind: kind.english) {
      hint = Message("nothing here is the same   \(hint)", zh: "这里没有与之相同的   \(hint)")
    } else if let nearest = Spelling.nearest(to: name, among: known + aliases) {
      hint = Message.meant(nearest) + Message(same: "   ") + hint
    }
    let told =
      place.map { Message("unknown \(kind) '\(name)' for \($0)", zh: "\($0)：未知的\(kind)“\(name)”") }
      ?? Message("unknown \(kind) '\(name)'", zh: "未知的\(kind)“\(name)”")
    return UsageError(told, hints: [hint] + (command.map { [$0] } ?? []))
  }
}

/// Something that a lesson reads and that is not there: a data file, a font.
public struct MissingInput: MendableError, Sendable {
  /// What is missing.
  public let told: Message
  /// How to get it.
  public let remedies: [Message]

  /// Something missing; hints stand on lines of their own.
  public init(_ told: Message, hints: [Message] = []) { (self.told, remedies) = (told, hints) }
}

/// Something that a lesson reads and that is not as it should be: a damaged data file.
public struct UnusableInput: MendableError, Sendable {
  /// What is wrong in which file.
  public let told: Message
  /// How to mend it.
  public let remedies: [Message]

  /// Something unusable; hints stand on lines of their own.
  public init(_ told: Message, hints: [Message] = []) { (self.told, remedies) = (told, hints) }
}
