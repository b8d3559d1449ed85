/// A character to be set, and in which font it is looked up first.
struct Letter: Hashable, Sendable {
  var character: Character
  /// Whether it is set in the Chinese font.
  var isWide: Bool
}
