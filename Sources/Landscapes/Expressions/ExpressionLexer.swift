/// Takes a text apart into numbers, names and signs.
struct ExpressionLexer {
  private let text: String
  private let scalars: [Unicode.Scalar]
  private let columns: [Int]
  private var position = 0

  private init(_ text: String) {
    self.text = text
    scalars = text.unicodeScalars.map { Typed.plain($0) }
    var (columns, column) = ([0], 0)
    for scalar in text.unicodeScalars {
      column += DisplayWidth.of(scalar)
      columns.append(column)
    }
    self.columns = columns
  }

  /// The parts of a text, in order.
  static func tokens(of text: String) throws(ExpressionError) -> [ExpressionToken] {
    var lexer = ExpressionLexer(text)
    var tokens: [ExpressionToken] = []
    while let token = try lexer.next() {
      if case .raised(let inner) = token.kind {
        try tokens += Self.power(inner, as: token)
      } else {
        tokens.append(token)
      }
    }
    return tokens
  }

  /// A power that is written small and high, as the tokens of one in parentheses.
  private static func power(_ inner: String, as token: ExpressionToken) throws(ExpressionError) -> [ExpressionToken] {
    let kinds = [.operation(.power), .open] + (try tokens(of: inner)).map(\.kind) + [.closePower]
    return kinds.map { ExpressionToken(kind: $0, spelled: token.spelled, columns: token.columns) }
  }

  private mutating func next() throws(ExpressionError) -> ExpressionToken? {
    while position < scalars.count, scalars[position].properties.isWhitespace { position += 1 }
    guard position < scalars.count else { return nil }
    let start = position
    let scalar = scalars[start]
    if Self.isDigit(scalar) || scalar == "." { return try number() }
    if Self.raised[scalar] != nil { return try superscript() }
    position += 1
    if let kind = Self.signs[scalar] {
      if scalar == "*", position < scalars.count, scalars[position] == "*" {
        position += 1
        return token(.operation(.power), from: start)
      }
      return token(kind, from: start)
    }
    guard Self.isLetter(scalar) else { throw refusal(of: scalar, at: start) }
    // π is a name by itself: 2πx.
    while scalar != "π", position < scalars.count, scalars[position] != "π", Self.isNamePart(scalars[position]) {
      position += 1
    }
    let token = token(.name(""), from: start)
    let name = String(String.UnicodeScalarView(token.spelled.unicodeScalars.map { Self.subscripts[$0] ?? $0 }))
    return ExpressionToken(kind: .name(name), spelled: token.spelled, columns: token.columns)
  }

  private func token(_ kind: ExpressionToken.Kind, from start: Int) -> ExpressionToken {
    ExpressionToken(
      kind: kind, spelled: String(String.UnicodeScalarView(scalars[start..<position])),
      columns: columns[start]..<columns[position])
  }

  /// Digits, a point, digits, and a power of ten where its sign and digits follow.
  private mutating func number() throws(ExpressionError) -> ExpressionToken {
    let start = position
    skipDigits()
    if position < scalars.count, scalars[position] == "." {
      position += 1
      skipDigits()
    }
    if position < scalars.count, scalars[position] == "e" || scalars[position] == "E" {
      var digits = position + 1
      if digits < scalars.count, "+-−".unicodeScalars.contains(scalars[digits]) { digits += 1 }
      if digits < scalars.count, Self.isDigit(scalars[digits]) {
        position = digits
        skipDigits()
      }
    }
    let token = token(.comma, from: start)
    let spelled = String(token.spelled.map { $0 == "−" ? "-" : $0 })
    guard spelled != ".", let value = Double(spelled.hasSuffix(".") ? spelled + "0" : spelled) else {
      throw error(
        Message("'\(token.spelled)' is no number", zh: "“\(token.spelled)”不是数"),
        Message("write digits beside the point: 0.5", zh: "小数点旁要有数字：0.5"), token)
    }
    guard value.isFinite else {
      throw error(
        Message("\(token.spelled) is larger than any number here", zh: "\(token.spelled) 大于可表示的任何数"), nil, token)
    }
    if position < scalars.count, scalars[position] == "." {
      position += 1
      throw error(Message("two decimal points in one number", zh: "一个数里有两个小数点"), nil, self.token(.comma, from: start))
    }
    return ExpressionToken(kind: .number(value), spelled: spelled, columns: token.columns)
  }

  private mutating func skipDigits() {
    while position < scalars.count, Self.isDigit(scalars[position]) { position += 1 }
  }

  /// What is small and high: a whole number, or a formula of its own.
  private mutating func superscript() throws(ExpressionError) -> ExpressionToken {
    let start = position
    let isNegative = scalars[position] == "⁻"
    if isNegative { position += 1 }
    var value = 0
    let first = position
    while position < scalars.count, let digit = Self.superscripts[scalars[position]] {
      value = min(value * 10 + digit, 1_000_000_000)
      position += 1
    }
    if position < scalars.count, Self.raised[scalars[position]] != nil {
      position = start
      var inner = String.UnicodeScalarView()
      while position < scalars.count, let scalar = Self.raised[scalars[position]] {
        inner.append(scalar)
        position += 1
      }
      return token(.raised(String(inner)), from: start)
    }
    let token = token(.superscript(isNegative ? -value : value), from: start)
    guard position > first else {
      throw error(
        Message("a small minus without a power", zh: "上标负号后没有指数"),
        Message("write x^(-2), or x⁻²", zh: "写成 x^(-2) 或 x⁻²"), token)
    }
    return token
  }

  private func error(_ message: Message, _ mend: Message?, _ token: ExpressionToken) -> ExpressionError {
    ExpressionError(.other(message, mend: mend), in: text, at: token.columns)
  }

  /// Why a character cannot stand in a formula, and what says the same.
  private func refusal(of scalar: Unicode.Scalar, at place: Int) -> ExpressionError {
    let mend =
      switch scalar {
      case "‖": Message("write hypot(…, …) for the norm", zh: "范数写成 hypot(…, …)")
      case "∜": Message("write (…)^(1/4)", zh: "写成 (…)^(1/4)")
      case "⌊", "⌋": Message("write floor(…)", zh: "写成 floor(…)")
      case "⌈", "⌉": Message("write -floor(-(…))", zh: "写成 -floor(-(…))")
      case "[", "]", "{", "}": Message("write round parentheses ( )", zh: "用圆括号 ( )")
      case "=", "<", ">", "≤", "≥":
        Message("write only what stands at the right of f(x, y) =", zh: "只写 f(x, y) = 右边的部分")
      case ";", "、": Message("write a comma between the numbers of a function", zh: "函数的各个数之间用逗号隔开")
      case "²", "³": Message("write ^2", zh: "写成 ^2")
      case "!": Message("there is no factorial", zh: "没有阶乘")
      case "%": Message("write a fraction, as 0.05 for 5 %", zh: "写成小数，例如 5% 写 0.05")
      default:
        Message(
          "signs: + - * / ^ ( ) , and names: x, y, pi, e, functions", zh: "可用符号：+ - * / ^ ( ) ,；可用名称：x、y、pi、e 和函数")
      }
    return ExpressionError(
      .other(
        Message("'\(Character(scalar))' means nothing in a formula", zh: "“\(Character(scalar))”在公式中没有意义"), mend: mend),
      in: text, at: columns[place]..<columns[place + 1])
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    isLetter(scalar) || isDigit(scalar) || scalar == "_" || subscripts[scalar] != nil
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic && raised[scalar] == nil && subscripts[scalar] == nil
  }

  private static let signs: [Unicode.Scalar: ExpressionToken.Kind] = [
    "+": .operation(.add), "-": .operation(.subtract), "−": .operation(.subtract), "–": .operation(.subtract),
    "*": .operation(.multiply), "×": .operation(.multiply), "·": .operation(.multiply), "⋅": .operation(.multiply),
    "∙": .operation(.multiply), "∗": .operation(.multiply), "/": .operation(.divide), "÷": .operation(.divide),
    "∕": .operation(.divide), "^": .operation(.power), "(": .open, ")": .close, ",": .comma, "|": .bar, "∣": .bar,
    "√": .root(.sqrt), "∛": .root(.cbrt),
  ]

  private static let subscripts: [Unicode.Scalar: Unicode.Scalar] = [
    "₀": "0", "₁": "1", "₂": "2", "₃": "3", "₄": "4", "₅": "5", "₆": "6", "₇": "7", "₈": "8", "₉": "9",
  ]

  /// What is written small and high, and the same at its usual size.
  private static let raised = Dictionary(
    uniqueKeysWithValues: zip(
      "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ".unicodeScalars, "0123456789+-()abcdefghijklmnoprstuvwxyz".unicodeScalars
    ))

  private static let superscripts: [Unicode.Scalar: Int] = [
    "⁰": 0, "¹": 1, "²": 2, "³": 3, "⁴": 4, "⁵": 5, "⁶": 6, "⁷": 7, "⁸": 8, "⁹": 9,
  ]
}
