/// A piece of a line that is not broken: a character, or a formula.
enum Element: Sendable, Equatable {
  /// `wide` characters are set in the Chinese font.
  case character(Character, wide: Bool)
  case math([MathNode])

  /// The character, unless it is a formula.
  var character: Character? { if case .character(let character, _) = self { character } else { nil } }
}
