/// What somebody meant who wrote a name that means nothing here. A hint means the same as what was written, or says that
/// there is nothing of the kind.
enum ExpressionHint {
  /// The error for a name that means nothing.
  static func unknown(_ name: String, in text: String, at columns: Range<Int>) -> ExpressionError {
    func error(_ mend: String) -> ExpressionError {
      ExpressionError(.other("unknown name '\(name)'", mend: mend), in: text, at: columns)
    }
    let plain = name.lowercased()
    if let same = ExpressionElsewhere.same[name] ?? ExpressionElsewhere.same[plain] { return error("write \(same)") }
    if ExpressionElsewhere.lacking.contains(plain) {
      return error("there is no such function here; known: \(ExpressionName.all.joined(separator: ", "))")
    }
    if ExpressionName(plain) != nil { return error("write \(plain)") }
    if let mend = reading(of: name) { return error(mend) }
    if name.count == 1 { return error("the variables are x and y") }
    return ExpressionError(.unknownName(name, known: ExpressionName.all), in: text, at: columns)
  }

  /// How to write a function that stands without its parentheses, told by what follows.
  static func call(of name: String, _ rest: ArraySlice<ExpressionToken>) -> String {
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
    case "-1"?: return "write 1/\(name)(…), or the inverse function by its own name, as in asin(…)"
    case let power? where power.hasPrefix("-"): return "write the power behind: \(name)(…)^(\(power))"
    case let power?: return "write the power behind: \(name)(…)^\(power)"
    case nil: return "write it with parentheses around all that it is of: \(name)(…)"
    }
  }

  // MARK: Names that run together

  private enum Piece {
    case factor(String)
    case function(String)
  }

  /// What several names in a row may mean: `xy`, `2pix`, `sinx`, `sin2x`, `xsin`; nil where they are none.
  private static func reading(of name: String) -> String? {
    guard let pieces = pieces(of: Substring(name)), pieces.count > 1 else { return nil }
    var (before, functions, after) = ([String](), [String](), [String]())
    for piece in pieces {
      switch piece {
      case .factor(let factor): if functions.isEmpty { before.append(factor) } else { after.append(factor) }
      case .function(let function):
        if !after.isEmpty { return "write * between what is multiplied, and parentheses behind each function" }
        functions.append(function)
      }
    }
    let head = before.map { $0 + "*" }.joined()
    guard let function = functions.last else { return product(before) }
    let outer = functions.dropLast().map { $0 + "(" }.joined()
    let close = String(repeating: ")", count: functions.count - 1)
    if after.isEmpty {
      return functions.count == 1 ? "write \(head)\(function)(…)" : "write \(head)\(outer)\(function)(…)\(close)"
    }
    if after.count == 1, function == "log" || function == "ln", let base = after.first, Int(base) != nil {
      return "write \(head)\(outer)log(…)/log(\(base))\(close) for the base \(base), or \(function)(…)^\(base)"
    }
    if after.count == 1, let digits = after.first, Int(digits) != nil {
      return "write \(head)\(outer)\(function)(…)^\(digits)\(close), or \(function)(\(digits)*…)"
    }
    return "write \(head)\(outer)\(function)(\(after.joined(separator: "*")))\(close)"
  }

  /// A product, or the power that a digit behind a variable may be.
  private static func product(_ factors: [String]) -> String {
    guard let last = factors.last, Int(last) != nil else {
      return factors == ["e", "x"] || factors == ["e", "y"]
        ? "write e*\(factors[1]) for the product, or e^\(factors[1]) for the power"
        : "write \(factors.joined(separator: "*")) for the product"
    }
    let front = factors.dropLast()
    let variable = front.last ?? ""
    let head = front.dropLast().map { $0 + "*" }.joined()
    return "write \(last)*\(head)\(variable) or \(head)\(variable)^\(last); the variables are x and y"
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
