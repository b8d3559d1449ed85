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
      throw error(
        Message("the formula is empty", zh: "公式是空的"),
        Message("write a function of x and y, as x^2 + y^2", zh: "写一个 x 和 y 的函数，例如 x^2 + y^2"), 0..<1)
    }
    for index in tokens.indices { if wantsOperand { try readOperand(index) } else { try readOperator(index) } }
    let end = tokens[tokens.count - 1].columns.upperBound
    if wantsOperand { throw error(Message("something is missing at the end", zh: "末尾缺少内容"), nil, end..<(end + 1)) }
    reduce(downTo: 1)
    if let open = pending.last {
      if case .bars = open.what {
        throw error(
          Message("this bar is never closed", zh: "这个竖线没有闭合"),
          Message("add a |, or write abs(…)", zh: "补一个 |，或写成 abs(…)"), open.columns)
      }
      throw error(
        Message("this parenthesis is never closed", zh: "这个括号没有闭合"), Message("add a )", zh: "补一个 )"), open.columns)
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
        throw error(
          Message("a sign stands under this root", zh: "这个根号下有正负号"),
          Message("write √(…) around all that is under it", zh: "用 √(…) 括住根号下的全部内容"), token.columns)
      }
      pending.append((.negate, token.columns))
    case .operation(.add): break
    case .open: pending.append((.group, token.columns))
    case .bar: pending.append((.bars, token.columns))
    case .root(let function): pending.append((.root(function), token.columns))
    case .close, .closePower:
      if index >= 2, case .open = tokens[index - 1].kind, case .name(let name) = tokens[index - 2].kind {
        throw error(Message("\(name) has nothing between its parentheses", zh: "\(name) 的括号里没有内容"), nil, token.columns)
      }
      throw error(Message("a value is missing before ')'", zh: "“)”前缺少一个值"), nil, token.columns)
    default:
      throw error(
        Message("a value is missing before '\(token.spelled)'", zh: "“\(token.spelled)”前缺少一个值"), nil, token.columns)
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
        throw error(
          Message("\(name) is a function", zh: "\(name) 是函数"), ExpressionHint.call(of: name, tokens[(index + 1)...]),
          columns)
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
        throw error(
          Message("a comma outside of a function", zh: "逗号不在函数内"),
          Message("write a decimal point: 1.5, not 1,5", zh: "小数点用句点：1.5，而不是 1,5"), token.columns)
      }
      wantsOperand = true
    case .number:
      throw error(
        Message("an operation is missing before \(token.spelled)", zh: "\(token.spelled) 前缺少运算符"),
        Message("as in 2*x", zh: "例如 2*x"), token.columns)
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
    throw error(
      Message("this root can be read in two ways", zh: "这个根号有两种读法"),
      Message("write √(…) around all that is under it", zh: "用 √(…) 括住根号下的全部内容"), token.columns)
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
        throw error(
          Message("this product can be read in two ways", zh: "这个乘积有两种读法"),
          Message("write the * and, where needed, parentheses", zh: "写出 *，必要时加括号"), token.columns)
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
      throw error(
        Message("a bar is open here", zh: "这里有一个竖线没有闭合"),
        Message("add a | before the ), or write abs(…)", zh: "在 ) 前补一个 |，或写成 abs(…)"), token.columns)
    }
    guard pending.popLast() != nil else {
      throw error(
        Message("nothing is open that this parenthesis could close", zh: "没有可与这个括号配对的左括号"), nil, token.columns)
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
      guard count == 1 else { throw wrongCount(name, Self.one, count, columns) }
      let operand = operands.removeLast()
      operands.append(tree.append(.function(function, operand), at: columns))
    case .operation(let operation, let counts):
      guard counts.contains(count) else {
        throw wrongCount(name, counts.upperBound == 2 ? Self.two : Self.several, count, columns)
      }
      let arguments = operands[first...]
      var result = operands[first]
      for argument in arguments.dropFirst() {
        result = tree.append(.operation(operation, result, argument), at: columns)
      }
      operands.removeSubrange(first...)
      operands.append(result)
    case .norm:
      guard count >= 2 else { throw wrongCount(name, Self.several, count, columns) }
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

  private static let one = Message("1 number", zh: " 1 个数")
  private static let two = Message("2 numbers", zh: " 2 个数")
  private static let several = Message("2 or more", zh: " 2 个或更多的数")

  private func wrongCount(_ name: String, _ wanted: Message, _ count: Int, _ columns: Range<Int>) -> ExpressionError {
    error(Message("\(name) takes \(wanted), not \(count)", zh: "\(name) 需要\(wanted)，这里有 \(count) 个"), nil, columns)
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

  private func error(_ message: Message, _ mend: Message?, _ columns: Range<Int>) -> ExpressionError {
    ExpressionError(.other(message, mend: mend), in: text, at: columns)
  }
}
