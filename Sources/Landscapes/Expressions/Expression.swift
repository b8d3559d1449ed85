/// A function of x and y that somebody wrote: `(1-x)^2 + 100*(y-x^2)^2`.
///
/// Parsed once, then computed for many points side by side, with exact first and second derivatives by
/// forward mode. Signs `+ - * / ^` (also `**`, `×`, `·`, `÷`, `−` and powers such as `x²`), products
/// without a sign where they can be read in one way (`2x(y+1)`), `pi`, `e`, and the functions in
/// `names`. Parts may have names that are told behind the formula: `s^2+s, s=x+y`. Powers bind from the right and before
/// signs: −x^2 is −(x^2). Angles are in radians.
public struct Expression: Sendable {
  /// As it was written, without space at its ends.
  public let text: String
  let tree: Tree
  let program: ExpressionProgram

  /// Reads an expression.
  public init(parsing text: String) throws(ExpressionError) {
    let whole = ExpressionDefinitions.expanded(text)
    tree = try ExpressionParser.tree(of: whole)
    program = ExpressionProgram(tree)
    try tree.checkConstants(of: whole)
    let blanks = text.prefix { $0.isWhitespace }.count
    var trimmed = text.dropFirst(blanks)
    while trimmed.last?.isWhitespace == true { trimmed.removeLast() }
    self.text = String(trimmed)
  }

  /// Every name that means something: variables, constants, functions.
  public static let names = ExpressionName.all

  /// The value, if neither x nor y has to do with it.
  public var constant: Double? {
    let isConstant = !program.result.hasX && !program.result.hasY
    return isConstant ? Kernel(program).value(0, 0) : nil
  }
}

extension Expression.Tree {
  /// Throws where a part that does not change has no finite value: 1/0, log(-1).
  fileprivate func checkConstants(of text: String) throws(ExpressionError) {
    var values: [Double?] = []
    for (node, columns) in zip(nodes, columns) {
      switch node {
      case .number(let value, _): values.append(value)
      case .x, .y: values.append(nil)
      case .function(let function, let a):
        let value = values[a].map { ExpressionStep.value(function, $0) }
        try check(value, "\(function.rawValue)", columns, text)
        values.append(value)
      case .operation(let operation, let a, let b):
        if operation == .divide, values[b] == 0 {
          throw ExpressionError(
            .other(Message("division by zero, whatever x and y are", zh: "除数恒为零，与 x 和 y 无关"), mend: nil), in: text,
            at: columns)
        }
        let value = values[a].flatMap { a in values[b].map { ExpressionStep.value(.operation(operation), a, $0, 0) } }
        try check(value, "'\(operation.rawValue)'", columns, text)
        values.append(value)
      }
    }
  }

  private func check(_ value: Double?, _ name: String, _ columns: Range<Int>, _ text: String) throws(ExpressionError) {
    guard let value, !value.isFinite else { return }
    let told =
      value.isNaN
      ? Message("\(name) has no real value here", zh: "\(name) 在此没有实数值")
      : Message("\(name) is infinite here", zh: "\(name) 在此为无穷大")
    throw ExpressionError(.other(told, mend: nil), in: text, at: columns)
  }
}
