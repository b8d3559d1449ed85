/// Reads JSON sign by sign, counting lines.
struct JSONReader {
  private let signs: [Unicode.Scalar]
  private var next = 0
  private var place = JSONText.Place(line: 1, column: 1)
  private var depth = 0
  /// Values within values, so that no text uses up the stack.
  private static let deepest = 64

  init(_ text: String) {
    signs = Array(text.unicodeScalars)
    // A mark of the order of bytes is no part of the text.
    if signs.first == "\u{FEFF}" { next = 1 }
  }

  mutating func whole() throws(JSONText.Problem) -> JSONText {
    skipBlanks()
    let value = try value()
    skipBlanks()
    if let sign = current {
      throw problem(
        Message("nothing may follow the value, and here is \(shown(sign))", zh: "值之后不应再有内容，这里是\(shown(sign))"))
    }
    return value
  }

  private var current: Unicode.Scalar? { next < signs.count ? signs[next] : nil }

  private func problem(_ told: Message) -> JSONText.Problem { JSONText.Problem(place: place, told: told) }

  private func shown(_ sign: Unicode.Scalar?) -> Message {
    guard let sign else { return Message("the end", zh: "结尾") }
    if sign == "\n" || sign == "\r" { return Message("the end of the line", zh: "行尾") }
    return Message("'\(Character(sign))'", zh: "“\(Character(sign))”")
  }

  private mutating func advance() {
    if current == "\n" { place = JSONText.Place(line: place.line + 1, column: 1) } else { place.column += 1 }
    next += 1
  }

  private mutating func skipBlanks() { while let sign = current, " \t\n\r".unicodeScalars.contains(sign) { advance() } }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard current == sign else { return false }
    advance()
    return true
  }

  private mutating func value() throws(JSONText.Problem) -> JSONText {
    let start = place
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      throw problem(
        Message("values stand more than \(Self.deepest) deep within each other", zh: "值的嵌套超过 \(Self.deepest) 层"))
    }
    switch current {
    case "{": return JSONText(.object(try members()), at: start)
    case "[": return JSONText(.array(try elements()), at: start)
    case "\"": return JSONText(.string(try string()), at: start)
    case .some(let sign) where sign == "-" || ("0"..."9").contains(sign):
      return JSONText(.number(try number()), at: start)
    case .some(let sign) where ("a"..."z").contains(sign): return JSONText(try word(), at: start)
    case "'": throw problem(Message("a text stands between double quotation marks", zh: "文字要放在双引号中"))
    default: throw problem(Message("a value is due, and here is \(shown(current))", zh: "应为一个值，这里是\(shown(current))"))
    }
  }

  private mutating func members() throws(JSONText.Problem) -> [(name: String, place: JSONText.Place, value: JSONText)] {
    advance()
    var members: [(name: String, place: JSONText.Place, value: JSONText)] = []
    skipBlanks()
    if take("}") { return [] }
    while true {
      let start = place
      guard current == "\"" else {
        throw problem(
          members.isEmpty || current != "}"
            ? Message(
              "a name in double quotation marks is due, and here is \(shown(current))",
              zh: "应为双引号中的名称，这里是\(shown(current))")
            : Message("a comma stands before the closing '}'", zh: "“}”之前多了一个逗号"))
      }
      let name = try string()
      if members.contains(where: { $0.name == name }) {
        throw JSONText.Problem(place: start, told: Message("\"\(name)\" stands here twice", zh: "“\(name)”出现了两次"))
      }
      skipBlanks()
      guard take(":") else {
        throw problem(
          Message(
            "':' is due behind \"\(name)\", and here is \(shown(current))", zh: "“\(name)”之后应为“:”，这里是\(shown(current))")
        )
      }
      skipBlanks()
      members.append((name, start, try value()))
      skipBlanks()
      if take("}") { return members }
      guard take(",") else {
        throw problem(Message("',' or '}' is due, and here is \(shown(current))", zh: "应为“,”或“}”，这里是\(shown(current))"))
      }
      skipBlanks()
    }
  }

  private mutating func elements() throws(JSONText.Problem) -> [JSONText] {
    advance()
    var elements: [JSONText] = []
    skipBlanks()
    if take("]") { return [] }
    while true {
      if current == "]" { throw problem(Message("a comma stands before the closing ']'", zh: "“]”之前多了一个逗号")) }
      elements.append(try value())
      skipBlanks()
      if take("]") { return elements }
      guard take(",") else {
        throw problem(Message("',' or ']' is due, and here is \(shown(current))", zh: "应为“,”或“]”，这里是\(shown(current))"))
      }
      skipBlanks()
    }
  }

  private mutating func word() throws(JSONText.Problem) -> JSONText.Value {
    let start = place
    var word = ""
    while let sign = current, ("a"..."z").contains(sign) || ("A"..."Z").contains(sign) {
      word.unicodeScalars.append(sign)
      advance()
    }
    switch word {
    case "null": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    default:
      throw JSONText.Problem(
        place: start,
        told: Message(
          "'\(word)' is no value: a text stands between double quotation marks", zh: "“\(word)”不是值：文字要放在双引号中"))
    }
  }

  private mutating func number() throws(JSONText.Problem) -> Double {
    let start = place
    var text = ""
    while let sign = current, "+-.eE0123456789".unicodeScalars.contains(sign) {
      text.unicodeScalars.append(sign)
      advance()
    }
    let digits = text.drop { $0 == "-" }
    let isPlain = !(digits.count > 1 && digits.hasPrefix("0") && digits.dropFirst().first?.isNumber == true)
    guard let number = Double(text), number.isFinite, isPlain, !text.hasSuffix("."), digits.first?.isNumber == true
    else { throw JSONText.Problem(place: start, told: Message("'\(text)' is no number", zh: "“\(text)”不是数")) }
    return number
  }

  private mutating func string() throws(JSONText.Problem) -> String {
    advance()
    var text = ""
    while let sign = current {
      if take("\"") { return text }
      guard sign.value >= 0x20 else {
        throw problem(Message("a text ends with '\"' on its own line", zh: "文字要在同一行以双引号结束"))
      }
      advance()
      if sign == "\\" { text.unicodeScalars.append(try escaped()) } else { text.unicodeScalars.append(sign) }
    }
    throw problem(Message("a text is not closed: '\"' is due", zh: "文字没有结束：缺少双引号"))
  }

  /// The sign behind a backslash.
  private mutating func escaped() throws(JSONText.Problem) -> Unicode.Scalar {
    guard let sign = current else { throw problem(Message("a text is not closed: '\"' is due", zh: "文字没有结束：缺少双引号")) }
    let known: [Unicode.Scalar: Unicode.Scalar] = [
      "\"": "\"", "\\": "\\", "/": "/", "b": "\u{8}", "f": "\u{C}", "n": "\n", "r": "\r", "t": "\t",
    ]
    if let meant = known[sign] {
      advance()
      return meant
    }
    guard sign == "u" else {
      throw problem(
        Message(
          "'\\\(Character(sign))' means nothing in JSON; a backslash is written \\\\",
          zh: "“\\\(Character(sign))”在 JSON 中没有意义；反斜杠写成 \\\\"))
    }
    advance()
    let first = try unit()
    guard (0xD800..<0xDC00).contains(first), take("\\"), take("u") else {
      guard let scalar = Unicode.Scalar(first) else {
        throw problem(Message("half of a pair of \\u signs", zh: "\\u 代理对只有一半"))
      }
      return scalar
    }
    let second = try unit()
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw problem(Message("half of a pair of \\u signs", zh: "\\u 代理对只有一半")) }
    return scalar
  }

  private mutating func unit() throws(JSONText.Problem) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let sign = current, let digit = UInt32(String(sign), radix: 16) else {
        throw problem(Message("four hexadecimal digits are due behind \\u", zh: "\\u 之后应为四位十六进制数字"))
      }
      value = value << 4 | digit
      advance()
    }
    return value
  }
}
