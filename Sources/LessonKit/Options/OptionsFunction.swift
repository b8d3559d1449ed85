extension Option where Value == Landscape {
  /// A test function by its name or a formula in x and y: `--fn`.
  ///
  /// It shows the user's view, else its own; a formula's is −2 to 2 both ways, and its minima are not known.
  public init(wrappedValue: Landscape, help: Phrase? = nil) {
    self.init(wrappedValue, keys: ["fn"]) { options, landscape in try options.takeFunction(into: &landscape, help: help)
    }
  }
}

extension Options {
  /// Takes `--fn`, a test function by its name or a formula in x and y.
  ///
  /// It shows the user's view, else its own; a formula's is −2 to 2 both ways, and its minima are not known.
  mutating func takeFunction(into landscape: inout Landscape, help: Phrase?) throws(UsageError) {
    let initial = landscape.name
    if let given = values(for: "fn").last { landscape = try Self.function(given.value, given.spelled, view: view) }
    if let view { landscape = landscape.with(view: .init(x: view.x, y: view.y)) }
    let name = landscape.name
    record(
      Declaration(
        key: "fn", placeholder: "NAME|FORMULA", range: Message(same: ""), unit: "",
        help: help ?? Phrase("the function: a name, or a formula in x and y", zh: "函数：名称，或含 x 和 y 的公式"),
        choices: Landscape.all.map(\.name), initial: initial, value: name, json: .string(name),
        differs: name != initial, filePart: FileName.part(of: name)))
  }

  private static func function(_ text: String, _ option: String, view: View?) throws(UsageError) -> Landscape {
    let plain = Typed.trimmed(Typed.plain(text))
    let name = String(plain.lowercased().map { $0 == "_" || $0 == " " ? "-" : $0 })
    if let landscape = Landscape.named(name) { return landscape }
    do {
      let expression = try Expression(parsing: text)
      return Landscape(expression, view: view.map { Landscape.Window(x: $0.x, y: $0.y) } ?? .init(reach: 2))
    } catch {
      // A hint on the formula comes first: sin2x, xy.
      guard case .unknownName = error.reason, looksLikeName(name) else { throw UsageError(error, for: option) }
      throw UsageError.unknown(
        Message("function", zh: "函数"), text, for: Message(same: option), known: Landscape.all.map(\.name),
        try: Message("or write a formula, as in \(option) \"x^2 + 3*y^2\"", zh: "或写一个公式，例如 \(option) \"x^2 + 3*y^2\""))
    }
  }

  /// Whether a text that is no formula was meant as a name: words of letters, joined by hyphens.
  private static func looksLikeName(_ text: String) -> Bool {
    let words = text.split(separator: "-")
    let isPlain = text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
    let isLong = words.contains { $0.count > 3 && $0.first?.isLetter == true }
    return isPlain && isLong && !words.contains { Expression.names.contains(String($0)) }
  }
}

extension UsageError {
  /// A formula that could not be read: the place under the formula, and how to mend it.
  init(_ error: ExpressionError, for option: String) {
    let (text, carets) = error.excerpt()
    var hints = [Message(same: text), Message(same: carets)]
    switch error.reason {
    case .unknownName(let name, let known):
      let near = Spelling.slips(to: name, among: known)
      hints.append(
        near.isEmpty
          ? .known(known)
          : Message(
            "did you mean \(near.map { "'\($0)'" }.joined(separator: " or "))?",
            zh: "是否要写\(near.map { "“\($0)”" }.joined(separator: "或"))？"))
    case .other(_, let mend): if let mend { hints.append(mend) }
    }
    self.init("\(option): \(error.told)", zh: "\(option)：\(error.told)", hints: hints)
  }
}
