/// What somebody meant who wrote a name that means nothing here. A hint means the same as what was written, or says that
/// there is nothing of the kind.
enum ExpressionHint {
  /// The error for a name that means nothing.
  static func unknown(_ name: String, in text: String, at columns: Range<Int>) -> ExpressionError {
    func error(_ mend: Message) -> ExpressionError {
      let told = Message("unknown name '\(name)'", zh: "未知的名称“\(name)”")
      return ExpressionError(.other(told, mend: mend), in: text, at: columns)
    }
    let plain = name.lowercased()
    if let same = ExpressionElsewhere.same[name] ?? ExpressionElsewhere.same[plain] {
      return error(Self.write(ExpressionElsewhere.told(same)))
    }
    if ExpressionElsewhere.lacking.contains(plain) {
      let known = ExpressionName.all.joined(separator: ", ")
      return error(Message("there is no such function here; known: \(known)", zh: "这里没有这个函数；可用：\(known)"))
    }
    if ExpressionName(plain) != nil { return error(Self.write(plain)) }
    if let mend = reading(of: name) { return error(mend) }
    if name.count == 1 { return error(Message("the variables are x and y", zh: "变量是 x 和 y")) }
    return ExpressionError(.unknownName(name, known: ExpressionName.all), in: text, at: columns)
  }

  /// How to write a function that stands without its parentheses, told by what follows.
  static func call(of name: String, _ rest: ArraySlice<ExpressionToken>) -> Message {
    var rest = rest
    var power: String?
    switch rest.first?.kind {
    case .superscript(let value):
      power = String(value)
      rest.removeFirst()
    case .operation(.power):
      rest.removeFirst()
      var sign = ""
      if rest.first?.kind == .operation(.subtract) {
        sign = "-"
        rest.removeFirst()
      }
      if case .number? = rest.first?.kind, let digits = rest.popFirst()?.spelled { power = sign + digits }
    default: break
    }
    switch power {
    case "-1"?:
      return Message(
        "write 1/\(name)(…), or the inverse function by its own name, as in asin(…)",
        zh: "写成 1/\(name)(…)，反函数则用它自己的名称，例如 asin(…)")
    case let power? where power.hasPrefix("-"): return Self.behind("\(name)(…)^(\(power))")
    case let power?: return Self.behind("\(name)(…)^\(power)")
    case nil:
      return Message("write it with parentheses around all that it is of: \(name)(…)", zh: "用括号括住它的自变量：\(name)(…)")
    }
  }

  private static func behind(_ power: String) -> Message {
    Message("write the power behind: \(power)", zh: "指数写在后面：\(power)")
  }

  private static func write(_ text: String) -> Message { write(Message(same: text)) }
  private static func write(_ text: Message) -> Message { Message("write \(text)", zh: "写成 \(text)") }

  // MARK: Names that run together

  private enum Piece {
    case factor(String)
    case function(String)
  }

  /// What several names in a row may mean: `xy`, `2pix`, `sinx`, `sin2x`, `xsin`; nil where they are none.
  private static func reading(of name: String) -> Message? {
    guard let pieces = pieces(of: Substring(name)), pieces.count > 1 else { return nil }
    var (before, functions, after) = ([String](), [String](), [String]())
    for piece in pieces {
      switch piece {
      case .factor(let factor): if functions.isEmpty { before.append(factor) } else { after.append(factor) }
      case .function(let function):
        if !after.isEmpty {
          return Message(
            "write * between what is multiplied, and parentheses behind each function", zh: "乘号写成 *，每个函数后加括号")
        }
        functions.append(function)
      }
    }
    let head = before.map { $0 + "*" }.joined()
    guard let function = functions.last else { return product(before) }
    let outer = functions.dropLast().map { $0 + "(" }.joined()
    let close = String(repeating: ")", count: functions.count - 1)
    if after.isEmpty {
      return write(functions.count == 1 ? "\(head)\(function)(…)" : "\(head)\(outer)\(function)(…)\(close)")
    }
    if after.count == 1, function == "log" || function == "ln", let base = after.first, Int(base) != nil {
      let quotient = "\(head)\(outer)log(…)/log(\(base))\(close)"
      return Message(
        "write \(quotient) for the base \(base), or \(function)(…)^\(base)",
        zh: "以 \(base) 为底写成 \(quotient)，否则写成 \(function)(…)^\(base)")
    }
    if after.count == 1, let digits = after.first, Int(digits) != nil {
      let power = "\(head)\(outer)\(function)(…)^\(digits)\(close)"
      return Message("write \(power), or \(function)(\(digits)*…)", zh: "写成 \(power)，或 \(function)(\(digits)*…)")
    }
    return write("\(head)\(outer)\(function)(\(after.joined(separator: "*")))\(close)")
  }

  /// A product, or the power that a digit behind a variable may be.
  private static func product(_ factors: [String]) -> Message {
    guard let last = factors.last, Int(last) != nil else {
      return factors == ["e", "x"] || factors == ["e", "y"]
        ? Message(
          "write e*\(factors[1]) for the product, or e^\(factors[1]) for the power",
          zh: "乘积写成 e*\(factors[1])，幂写成 e^\(factors[1])")
        : Message(
          "write \(factors.joined(separator: "*")) for the product", zh: "乘积写成 \(factors.joined(separator: "*"))")
    }
    let front = factors.dropLast()
    let variable = front.last ?? ""
    let head = front.dropLast().map { $0 + "*" }.joined()
    return Message(
      "write \(last)*\(head)\(variable) or \(head)\(variable)^\(last); the variables are x and y",
      zh: "写成 \(last)*\(head)\(variable) 或 \(head)\(variable)^\(last)；变量是 x 和 y")
  }

  /// The names and numbers that a text is made of, the longest first; nil where a part is neither.
  private static func pieces(of text: Substring) -> [Piece]? {
    if text.isEmpty { return [] }
    if text.first == "_" { return pieces(of: text.dropFirst()) }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty { return pieces(of: text.dropFirst(digits.count)).map { [.factor(String(digits))] + $0 } }
    for name in ExpressionName.all.sorted(by: { $0.count > $1.count }) where text.hasPrefix(name) {
      guard let rest = pieces(of: text.dropFirst(name.count)) else { continue }
      return [name == "pi" || name.count == 1 ? .factor(name) : .function(name)] + rest
    }
    return nil
  }
}
