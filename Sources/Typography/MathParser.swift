/// Reads one formula: `^x _x ^{…} _{…}`, names after a backslash, letters, numbers and signs.
///
/// A single Latin letter is a variable and slants; two or more in a row are a word and stand
/// upright.
struct MathParser {
  /// How often a script may carry a script.
  private static let deepest = 2
  /// How many braces and commands may be open at once: far more than a formula needs.
  private static let mostOpen = 30

  /// Where the next unread character is.
  private(set) var place: Int
  private let start: Int
  private var open = 0
  private let markup: [Character]

  /// Begins at the opening dollar sign.
  init(_ markup: [Character], from place: Int) { (self.markup, self.place, start) = (markup, place, place) }

  /// Reads up to and with the closing dollar sign.
  mutating func formula() throws(TypesettingError) -> [MathNode] {
    place += 1
    let nodes = try list(until: "$", opened: start, depth: 0)
    guard !nodes.isEmpty else { throw error(Message("an empty formula", zh: "公式是空的"), at: start) }
    return nodes
  }

  private mutating func list(until end: Character, opened: Int, depth: Int) throws(TypesettingError) -> [MathNode] {
    try enter()
    defer { open -= 1 }
    var nodes: [MathNode] = []
    while place < markup.count {
      let character = markup[place]
      if character == end {
        place += 1
        return nodes
      }
      switch character {
      case "^", "_": try script(on: &nodes, depth: depth)
      case "}": throw error(Message("a } without its {", zh: "} 没有对应的 {"), at: place)
      case "$": throw error(Message("a { without its }", zh: "{ 没有对应的 }"), at: opened)
      case " ": place += 1
      default: nodes.append(try atom(depth: depth))
      }
    }
    throw error(
      end == "$"
        ? Message("a $ without its closing $ (a dollar sign is \\$)", zh: "$ 没有对应的 $（美元符号写成 \\$）")
        : Message("a { without its }", zh: "{ 没有对应的 }"), at: opened)
  }

  /// Counts what is open, so that no input exhausts the stack.
  private mutating func enter() throws(TypesettingError) {
    guard open < Self.mostOpen else {
      throw TypesettingError(
        "a formula with more than \(Self.mostOpen) things open at once", zh: "公式中同时未闭合的成分超过 \(Self.mostOpen) 个")
    }
    open += 1
  }

  /// One thing: a word, a number, a group, a command or a sign.
  private mutating func atom(depth: Int) throws(TypesettingError) -> MathNode {
    let character = markup[place]
    if character == "{" {
      let opened = place
      place += 1
      return .group(try list(until: "}", opened: opened, depth: depth))
    }
    if character == "\\" { return try command(depth: depth) }
    if character.isLatinLetter { return .symbol(Self.letters(run(while: \.isLatinLetter))) }
    if character.isDigit { return .symbol(MathSymbol(text: number())) }
    place += 1
    return .symbol(MathNames.symbol(for: character))
  }

  private static func letters(_ text: String) -> MathSymbol {
    MathSymbol(text: text, role: text.count > 1 ? .word : .ordinary, face: text.count > 1 ? .upright : .italic)
  }

  private mutating func run(while belongs: (Character) -> Bool) -> String {
    let rest = markup[place...].prefix(while: belongs)
    place = rest.endIndex
    return String(rest)
  }

  /// Digits with at most one point between them.
  private mutating func number() -> String {
    var text = run(while: \.isDigit)
    if place + 1 < markup.count && markup[place] == "." && markup[place + 1].isDigit {
      place += 1
      text += "." + run(while: \.isDigit)
    }
    return text
  }

  /// What a script or a command acts on: a group, a command, or one character.
  private mutating func argument(of name: String, depth: Int) throws(TypesettingError) -> [MathNode] {
    try enter()
    defer { open -= 1 }
    while place < markup.count && markup[place] == " " { place += 1 }
    guard place < markup.count, !"$}^_".contains(markup[place]) else {
      throw error(Message("\(name) without what it stands for", zh: "\(name) 缺少对象"), at: min(place, markup.count - 1))
    }
    let character = markup[place]
    if character == "{" {
      let opened = place
      place += 1
      let nodes = try list(until: "}", opened: opened, depth: depth)
      guard !nodes.isEmpty else { throw error(Message("\(name) of nothing", zh: "\(name) 的内容为空"), at: opened) }
      return nodes
    }
    if character == "\\" { return [try command(depth: depth)] }
    place += 1
    if character.isLatinLetter { return [.symbol(Self.letters(String(character)))] }
    return [.symbol(MathNames.symbol(for: character))]
  }

  private mutating func script(on nodes: inout [MathNode], depth: Int) throws(TypesettingError) {
    let (mark, at) = (markup[place], place)
    guard depth < Self.deepest else { throw error(Message("scripts nested too deep", zh: "上下标嵌套太深"), at: at) }
    place += 1
    let content = try argument(of: String(mark), depth: depth + 1)
    var (base, below, above): ([MathNode], [MathNode]?, [MathNode]?) = ([], nil, nil)
    switch nodes.last {
    case .scripts(let oldBase, let oldBelow, let oldAbove): (base, below, above) = (oldBase, oldBelow, oldAbove)
    case .space, nil: break
    case .some(let node): base = [node]
    }
    if !base.isEmpty || below != nil || above != nil { nodes.removeLast() }
    guard (mark == "^" ? above : below) == nil else {
      throw error(Message("a second \(mark)", zh: "第二个 \(mark)"), at: at)
    }
    if mark == "^" { above = content } else { below = content }
    nodes.append(.scripts(base, below: below, above: above))
  }

  private mutating func command(depth: Int) throws(TypesettingError) -> MathNode {
    let at = place
    place += 1
    guard place < markup.count else { throw error(Message("a \\ without a name", zh: "\\ 后没有名称"), at: at) }
    var name = run { $0.isASCII && $0.isLetter }
    if name.isEmpty {
      name = String(markup[place])
      place += 1
    }
    if let room = MathNames.spaces[name] { return .space(room) }
    if let symbol = MathNames.symbol(named: name) { return .symbol(symbol) }
    switch name {
    case "sqrt": return .root(try argument(of: "\\sqrt", depth: depth))
    case "text": return .symbol(MathSymbol(text: try words(after: at), role: .word))
    case "mathbb", "mathbf": return try letter(of: name, at: at, depth: depth)
    default: break
    }
    guard let accent = MathAccent(rawValue: name) else {
      throw error(Message("unknown command \\\(name)", zh: "未知的命令 \\\(name)"), at: at)
    }
    guard case .symbol(let symbol)? = try argument(of: "\\\(name)", depth: depth).only, symbol.text.count == 1 else {
      throw error(Message("\\\(name) of more than one letter", zh: "\\\(name) 只能用于一个字母"), at: at)
    }
    return .accent(symbol, accent)
  }

  /// A letter in another alphabet.
  private mutating func letter(of name: String, at: Int, depth: Int) throws(TypesettingError) -> MathNode {
    guard case .symbol(var symbol)? = try argument(of: "\\\(name)", depth: depth).only else {
      throw error(Message("\\\(name) of more than one letter", zh: "\\\(name) 只能用于一个字母"), at: at)
    }
    if name == "mathbf" {
      symbol.face = .bold
      return .symbol(symbol)
    }
    guard let letter = symbol.text.first.flatMap({ MathNames.blackboard[$0] }), symbol.text.count == 1 else {
      let known = MathNames.blackboard.keys.sorted().map(String.init).joined(separator: ", ")
      throw error(
        Message(
          "\\mathbb of \(symbol.text), which has none (known: \(known))", zh: "\\mathbb 没有 \(symbol.text)（可用：\(known)）"),
        at: at)
    }
    return .symbol(MathSymbol(text: String(letter)))
  }

  /// The text between the braces of `\text{…}`, as it is.
  private mutating func words(after at: Int) throws(TypesettingError) -> String {
    guard place < markup.count, markup[place] == "{" else {
      throw error(Message("\\text without its {", zh: "\\text 缺少 {"), at: at)
    }
    let opened = place
    place += 1
    let text = run { $0 != "}" && $0 != "$" }
    guard place < markup.count, markup[place] == "}" else {
      throw error(Message("a { without its }", zh: "{ 没有对应的 }"), at: opened)
    }
    place += 1
    guard !text.isEmpty else { throw error(Message("\\text of nothing", zh: "\\text 的内容为空"), at: opened) }
    return text
  }

  private func error(_ problem: Message, at place: Int) -> TypesettingError { .markup(problem, at: place, of: markup) }
}

extension [MathNode] {
  /// The node, if there is just one.
  fileprivate var only: MathNode? { count == 1 ? first : nil }
}

extension Character {
  /// A letter from a to z or A to Z, perhaps with marks on it.
  fileprivate var isLatinLetter: Bool {
    guard let base = unicodeScalars.first else { return false }
    return base.isASCII && base.properties.isAlphabetic
  }

  fileprivate var isDigit: Bool { isASCII && isNumber }
}
