/// A sentence of the course, with the verdict on record: each stands once, whichever lessons measure it.
public struct Statement: Sendable {
  /// A name that stays: a lesson's, a dot, a word, as in "rosenbrock.condition".
  public let id: String
  /// The row of the list of claims, as in "C12".
  public let code: String
  /// The document that says it, as in "S2", or ``unstated``.
  public let source: String
  /// The sentence, in words of our own. Plain text, no inline math.
  public let text: Phrase
  /// The verdict on record.
  public let recorded: Ruling

  /// The source of a sentence that no document has: a number beside theirs, from the list of claims.
  public static let unstated = "unstated"

  /// A sentence of a document in both languages, with the verdict on record.
  public init(
    _ id: String, _ code: String, from source: String, _ english: Phrase.Text, zh chinese: Phrase.Text,
    _ recorded: Ruling = .holds
  ) {
    (self.id, self.code, self.source, self.text) = (id, code, source, Phrase(english, zh: chinese))
    self.recorded = recorded
  }

  /// A sentence that no document has.
  public init(
    _ id: String, _ code: String, _ english: Phrase.Text, zh chinese: Phrase.Text, _ recorded: Ruling = .holds
  ) { self.init(id, code, from: Self.unstated, english, zh: chinese, recorded) }

  /// The name of the lesson that measures it.
  public var lesson: String { String(id.prefix { $0 != "." }) }
}
