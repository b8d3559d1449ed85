extension Expression {
  /// The definition as inline math, `$f(x,y)=(1-x)^2+100\,(y-x^2)^2$`; dots at the end of a long one.
  public var formula: String {
    guard tree.nodes.count <= 60 else { return plainFormula }
    let math = Self.math(of: tree)
    return math.count <= 160 && Self.depth(of: math) <= 2 ? "$f(x,y)=\(math)$" : plainFormula
  }

  /// How many braces stand within each other: powers of powers of powers are too small to read.
  private static func depth(of math: String) -> Int {
    var (depth, most) = (0, 0)
    for character in math {
      depth += character == "{" ? 1 : character == "}" ? -1 : 0
      most = max(most, depth)
    }
    return most
  }

  /// The text itself, cut.
  private var plainFormula: String {
    let plain = text.unicodeScalars.map { $0 == "$" || $0 == "\\" ? " " : DisplayWidth.shown($0) }
    let text = String(String.UnicodeScalarView(plain))
    return "$f(x,y)=$ " + (text.count > 70 ? text.prefix(66) + "…" : text)
  }

  /// A part in print, and how strongly its last operation binds: as `Operation.rank` has it, 9 for a whole.
  private struct Print {
    var math: String
    var rank: Int
    /// Whether it begins with a sign that may as well stand before the product that it is part of.
    var isNegated = false
    /// Whether it ends in a quotient: what follows without a sign would be taken for a part of its denominator.
    var isQuotient = false

    /// In parentheses where it binds less than what is around it.
    func within(_ rank: Int) -> String { self.rank < rank ? "(\(math))" : math }
  }

  private static func math(of tree: Tree) -> String {
    var prints: [Print] = []
    for node in tree.nodes {
      switch node {
      case .number(let value, let spelled): prints.append(number(value, spelled))
      case .x: prints.append(Print(math: "x", rank: 9))
      case .y: prints.append(Print(math: "y", rank: 9))
      case .function(let function, let a): prints.append(math(function, prints[a]))
      case .operation(let operation, let a, let b): prints.append(math(operation, prints[a], prints[b]))
      }
    }
    return prints[prints.count - 1].math
  }

  private static func number(_ value: Double, _ spelled: String) -> Print {
    if spelled == "pi" || spelled == "π" { return Print(math: "\\pi", rank: 9) }
    if spelled == "e" { return Print(math: "e", rank: 9) }
    guard let mark = spelled.firstIndex(where: { $0 == "e" || $0 == "E" }) else {
      return Print(math: spelled, rank: value < 0 ? 3 : 9)
    }
    let power = spelled[mark...].dropFirst().drop { $0 == "+" }
    let digits = spelled[..<mark]
    return digits == "1"
      ? Print(math: "10^{\(power)}", rank: 5) : Print(math: "\(digits)\\times 10^{\(power)}", rank: 2)
  }

  private static func math(_ function: Function, _ a: Print) -> Print {
    switch function {
    case .negate: Print(math: "-\(a.within(2))", rank: 1, isNegated: true, isQuotient: a.isQuotient)
    // A power of it stands in parentheses: in plain text it would be one of what is under the root.
    case .sqrt: Print(math: "\\sqrt{\(a.math)}", rank: 8)
    case .abs: Print(math: "|\(a.math)|", rank: 9)
    case .exp: Print(math: "e^{\(raised(a))}", rank: 5)
    case .log2: Print(math: "\\log_{2}(\(a.math))", rank: 5)
    case .log10: Print(math: "\\log_{10}(\(a.math))", rank: 5)
    case .asin, .acos, .atan, .cbrt, .sign, .floor, .sigmoid, .relu:
      Print(math: "\\text{\(function.rawValue)}(\(a.math))", rank: 5)
    default: Print(math: "\\\(function.rawValue)(\(a.math))", rank: 5)
    }
  }

  private static func math(_ operation: Operation, _ a: Print, _ b: Print) -> Print {
    switch operation {
    case .add: Print(math: "\(a.within(1))+\(b.within(2))", rank: 1)
    case .subtract: Print(math: "\(a.within(1))-\(b.within(2))", rank: 1)
    case .multiply: product(a, b)
    case .divide:
      Print(
        math: "\(a.isNegated ? a.math : a.within(2))/\(b.within(5))", rank: a.isNegated ? 1 : 2, isNegated: a.isNegated,
        isQuotient: true)
    case .power: Print(math: "\(a.rank < 9 ? "(\(a.math))" : a.math)^{\(raised(b))}", rank: 5)
    case .minimum: Print(math: "\\min(\(a.math),\(b.math))", rank: 5)
    case .maximum: Print(math: "\\max(\(a.math),\(b.math))", rank: 5)
    case .angle: Print(math: "\\text{atan2}(\(a.math),\(b.math))", rank: 5)
    }
  }

  /// As an exponent, in which there is no room between factors.
  private static func raised(_ print: Print) -> String { print.math.replacing("\\,", with: "\\cdot ") }

  /// Without a sign, but before numbers and bars.
  private static func product(_ a: Print, _ b: Print) -> Print {
    let left = a.isQuotient ? "(\(a.math))" : a.isNegated ? a.math : a.within(2)
    let right = b.within(3)
    let isBare = right.first.map { $0.isNumber || $0 == "." || $0 == "-" || $0 == "|" } ?? false
    let sign = isBare ? "\\cdot " : "\\,"
    let isNegated = a.isNegated && !a.isQuotient
    return Print(math: left + sign + right, rank: isNegated ? 1 : 2, isNegated: isNegated)
  }
}
