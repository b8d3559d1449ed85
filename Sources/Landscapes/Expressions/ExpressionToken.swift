/// A number, a name or a sign of an expression, and where it stands.
struct ExpressionToken: Sendable {
  enum Kind: Sendable, Equatable {
    case number(Double)
    case name(String)
    case operation(Expression.Operation)
    /// A power that is written small and high.
    case superscript(Int)
    case open, close, comma
  }

  let kind: Kind
  /// As it was written.
  let spelled: String
  /// The columns that it takes.
  let columns: Range<Int>
}
