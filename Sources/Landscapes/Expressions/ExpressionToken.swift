/// A number, a name or a sign of an expression, and where it stands.
struct ExpressionToken: Sendable {
  enum Kind: Sendable, Equatable {
    case number(Double)
    case name(String)
    case operation(Expression.Operation)
    /// A power that is written small and high.
    case superscript(Int)
    case open, close, comma
    /// A power that is written small and high and is more than a number; the lexer opens it up.
    case raised(String)
    /// The end of a power that is written small and high.
    case closePower
    /// A bar of an absolute value.
    case bar
    /// The sign of a root, √ or ∛.
    case root(Expression.Function)
  }

  let kind: Kind
  /// As it was written.
  let spelled: String
  /// The columns that it takes.
  let columns: Range<Int>
}
