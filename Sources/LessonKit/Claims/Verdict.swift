/// What becomes of a claim when it is measured.
public enum Verdict: String, Sendable, CaseIterable {
  /// Every measurement agrees.
  case holds
  /// No measurement agrees.
  case fails
  /// Some measurements agree and some do not.
  case depends

  /// One character for it.
  public var symbol: String {
    switch self {
    case .holds: "✔"
    case .fails: "✘"
    case .depends: "◐"
    }
  }
}

/// The verdict on record for a statement, and what a reader should know instead.
public enum Ruling: Sendable {
  /// It is right.
  case holds
  /// It is wrong; what is right, and who says so.
  case fails(correct: Phrase, source: String)
  /// It is right under a condition that it does not state.
  case depends(on: Phrase)

  /// It is wrong; what is right, in both languages, and who says so.
  public static func fails(correct english: Phrase.Text, zh chinese: Phrase.Text, source: String) -> Ruling {
    .fails(correct: Phrase(english, zh: chinese), source: source)
  }

  /// It is right under a condition, in both languages.
  public static func depends(on english: Phrase.Text, zh chinese: Phrase.Text) -> Ruling {
    .depends(on: Phrase(english, zh: chinese))
  }

  /// The verdict without its reasons.
  public var verdict: Verdict {
    switch self {
    case .holds: .holds
    case .fails: .fails
    case .depends: .depends
    }
  }
}
