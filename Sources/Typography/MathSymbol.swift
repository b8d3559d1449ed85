/// A sign, a letter, a number or a word in a formula.
struct MathSymbol: Sendable, Equatable {
  /// What it does in a formula; decides the space beside it.
  enum Role: Sendable {
    case ordinary, word, binary, relation, open, close, punctuation
    /// A bar, which opens or closes depending on where it stands.
    case fence
  }

  enum Face: Sendable { case upright, italic, bold }

  var text: String
  var role = Role.ordinary
  var face = Face.upright
}
