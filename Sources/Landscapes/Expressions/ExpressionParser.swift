/// Reads an expression into a tree, with stacks of its own: no nesting is too deep.
struct ExpressionParser {
  /// What waits for its right end.
  private enum Pending {
    case operation(Expression.Operation)
    case negate
    case group
    case bars
    /// The sign of a root, which ends with the next value.
    case root(Expression.Function)
    case call(ExpressionName, name: String, firstArgument: Int)

    /// How strongly it binds; 0 for what only a parenthesis ends.
    var rank: Int {
      switch self {
      case .operation(let operation): operation.rank
      case .negate: 3
      case .group, .bars, .root, .call: 0
      }
    }
  }

  private let text: String
  private let tokens: [ExpressionToken]
  private var tree = Expression.Tree()
  private var pending: [(what: Pending, columns: Range<Int>)] = []
  private var operands: [Int] = []
  private var wantsOperand = true
  /// Whether the last value stands under the sign of a root without parentheses.
  private var isBareRoot = false

  /// The tree of a text.
  static func tree(of text: String) throws(ExpressionError) -> Expression.Tree {
    var parser = ExpressionParser(text, try ExpressionLexer.tokens(of: text))
    return try parser.parse()
  }

  private init(_ text: String, _ tokens: [ExpressionToken]) { (self.text, self.tokens) = (text, tokens) }

  private mutating func parse() throws(ExpressionError) -> Expression.Tree {
    guard !tokens.isEmpty else {
      throw error("the formula is empty", "write a function of x and y, as x^2 + y^2", 0..<1)
    }
    for index in tokens.indices { if wantsOperand { try readOperand(index) } else { try readOperator(index) } }
    let end = tokens[tokens.count - 1].columns.upperBound
    if wantsOperand { throw error("something is missing at the end", "", end..<(end + 1)) }
    reduce(downTo: 1)
    if let open = pending.last {
      if case .bars = open.what { throw error("this bar is never closed", "add a |, or write abs(…)", open.columns) }
      throw error("this parenthesis is never closed", "add a )", open.columns)
    }
    return tree
  }

  // MARK: Where a value is due

  private mutating func readOperand(_ index: Int) throws(ExpressionError) {
    let token = tokens[index]
    switch token.kind {
    case .number(let value): push(.number(value, spelled: token.spelled), token.columns)
    case .name(let name): try readName(name, index)
    case .operation(.subtract):
      if case .root? = pending.last?.what {
        throw error("a sign stands under this root", "write √(…) around all that is under it", token.columns)
      }
      pending.append((.negate, token.columns))
    case .operation(.add): break
    case .open: pending.append((.group, token.columns))
    case .bar: pending.append((.bars, token.columns))
    case .root(let function): pending.append((.root(function), token.columns))
    case .close, .closePower:
      if index >= 2, case .open = tokens[index - 1].kind, case .name(let name) = tokens[index - 2].kind {
        throw error("\(name) has nothing between its parentheses", "", token.columns)
      }
      throw error("a value is missing before ')'", "", token.columns)
    default: throw error("a value is missing before '\(token.spelled)'", "", token.columns)
    }
  }

  private mutating func readName(_ name: String, _ index: Int) throws(ExpressionError) {
    let columns = tokens[index].columns
    guard let meaning = ExpressionName(name) else { throw ExpressionHint.unknown(name, in: text, at: columns) }
    switch meaning {
    case .variable(let node): push(node, columns)
    case .constant(let value): push(.number(value, spelled: name), columns)
    case .function, .operation, .norm:
      guard index + 1 < tokens.count, tokens[index + 1].kind == .open else {
        throw error("\(name) is a function", ExpressionHint.call(of: name, tokens[(index + 1)...]), columns)
      }
      pending.append((.call(meaning, name: name, firstArgument: operands.count), columns))
    // Its parenthesis comes as a group of its own, which ends with the call.
    }
  }

  // MARK: Where an operation is due

  private mutating func readOperator(_ index: Int) throws(ExpressionError) {
    let token = tokens[index]
    switch token.kind {
    case .operation(let operation):
      if operation == .power { try refuseBareRoot(token) }
      // Powers bind from the right.
      reduce(downTo: operation == .power ? operation.rank + 1 : operation.rank)
      pending.append((.operation(operation), token.columns))
      wantsOperand = true
    case .superscript(let power):
      try refuseBareRoot(token)
      let exponent = tree.append(.number(Double(power), spelled: String(power)), at: token.columns)
      let base = operands.removeLast()
      operands.append(tree.append(.operation(.power, base, exponent), at: token.columns))
    case .close: try close(token)
    case .closePower:
      try close(token)
      reduce(downTo: Expression.Operation.power.rank)
    case .bar where closesBars: closeBars()
    case .comma:
      reduce(downTo: 1)
      guard pending.count > 1, case .group? = pending.last?.what, case .call = pending[pending.count - 2].what else {
        throw error("a comma outside of a function", "write a decimal point: 1.5, not 1,5", token.columns)
      }
      wantsOperand = true
    case .number: throw error("an operation is missing before \(token.spelled)", "as in 2*x", token.columns)
    case .name, .open, .bar, .root, .raised: try multiply(index)
    }
  }

  /// Whether a bar behind a value ends what another began: nothing else is open since then.
  private var closesBars: Bool {
    for waiting in pending.reversed() where waiting.what.rank == 0 {
      if case .bars = waiting.what { return true } else { return false }
    }
    return false
  }

  private mutating func closeBars() {
    reduce(downTo: 1)
    guard let bars = pending.popLast() else { return }
    let operand = operands.removeLast()
    operands.append(tree.append(.function(.abs, operand), at: bars.columns))
    endRoots(isBare: false)
  }

  /// Ends the signs of roots that stand directly before the last value.
  private mutating func endRoots(isBare: Bool) {
    isBareRoot = false
    while case .root(let function)? = pending.last?.what, let columns = pending.last?.columns {
      pending.removeLast()
      let operand = operands.removeLast()
      operands.append(tree.append(.function(function, operand), at: columns))
      isBareRoot = isBare
    }
  }

  private func refuseBareRoot(_ token: ExpressionToken) throws(ExpressionError) {
    guard isBareRoot else { return }
    throw error("this root can be read in two ways", "write √(…) around all that is under it", token.columns)
  }

  /// A product without a sign, as in 2x, where it can be read in one way only.
  private mutating func multiply(_ index: Int) throws(ExpressionError) {
    let token = tokens[index]
    // An exponent in parentheses is whole.
    if case .close = tokens[index - 1].kind, case .operation(.power)? = pending.last?.what {
      reduce(downTo: Expression.Operation.power.rank)
    }
    for waiting in pending.reversed() {
      switch waiting.what {
      case .negate: continue
      case .operation(.power), .operation(.divide):
        throw error("this product can be read in two ways", "write the * and, where needed, parentheses", token.columns)
      default: break
      }
      break
    }
    reduce(downTo: Expression.Operation.multiply.rank)
    pending.append((.operation(.multiply), token.columns))
    wantsOperand = true
    try readOperand(index)
  }

  private mutating func close(_ token: ExpressionToken) throws(ExpressionError) {
    reduce(downTo: 1)
    if case .bars? = pending.last?.what {
      throw error("a bar is open here", "add a | before the ), or write abs(…)", token.columns)
    }
    guard pending.popLast() != nil else {
      throw error("nothing is open that this parenthesis could close", "", token.columns)
    }
    defer { endRoots(isBare: false) }
    guard case .call(let meaning, let name, let first)? = pending.last?.what, let columns = pending.last?.columns else {
      return
    }
    // A group inside the call's own parentheses leaves the call waiting.
    pending.removeLast()
    let count = operands.count - first
    switch meaning {
    case .function(let function):
      guard count == 1 else { throw wrongCount(name, "1 number", count, columns) }
      let operand = operands.removeLast()
      operands.append(tree.append(.function(function, operand), at: columns))
    case .operation(let operation, let counts):
      guard counts.contains(count) else {
        throw wrongCount(name, counts.upperBound == 2 ? "2 numbers" : "2 or more", count, columns)
      }
      let arguments = operands[first...]
      var result = operands[first]
      for argument in arguments.dropFirst() {
        result = tree.append(.operation(operation, result, argument), at: columns)
      }
      operands.removeSubrange(first...)
      operands.append(result)
    case .norm:
      guard count >= 2 else { throw wrongCount(name, "2 or more", count, columns) }
      let squares = operands[first...].map { operand in
        let two = tree.append(.number(2, spelled: "2"), at: columns)
        return tree.append(.operation(.power, operand, two), at: columns)
      }
      let sum = squares.dropFirst().reduce(squares[0]) { tree.append(.operation(.add, $0, $1), at: columns) }
      operands.removeSubrange(first...)
      operands.append(tree.append(.function(.sqrt, sum), at: columns))
    default: break
    }
  }

  private func wrongCount(_ name: String, _ wanted: String, _ count: Int, _ columns: Range<Int>) -> ExpressionError {
    error("\(name) takes \(wanted), not \(count)", "", columns)
  }

  // MARK: Stacks

  private mutating func push(_ node: Expression.Node, _ columns: Range<Int>) {
    operands.append(tree.append(node, at: columns))
    wantsOperand = false
    endRoots(isBare: true)
  }

  /// Carries out what waits and binds at least as strongly as a rank.
  private mutating func reduce(downTo rank: Int) {
    while let (what, columns) = pending.last, what.rank >= rank {
      pending.removeLast()
      let right = operands.removeLast()
      if case .operation(let operation) = what {
        let left = operands.removeLast()
        operands.append(tree.append(.operation(operation, left, right), at: columns))
      } else {
        operands.append(tree.append(.function(.negate, right), at: columns))
      }
    }
  }

  private func error(_ message: String, _ mend: String, _ columns: Range<Int>) -> ExpressionError {
    ExpressionError(.other(message, mend: mend), in: text, at: columns)
  }
}
