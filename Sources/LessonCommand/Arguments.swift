import LessonKit

/// A command line taken apart: what stands alone, and options with their values.
///
/// An option given twice counts once, with its last value, except `--opt` and `--set`, which add up.
struct Arguments: Sendable {
  /// An option as given.
  struct Option: Sendable {
    /// The name without dashes.
    let name: String
    /// How the user wrote it.
    let spelled: String
    /// Nil for an option without a value.
    let value: String?
  }

  var words: [String] = []
  var options: [Option] = []

  /// Takes a command line apart; `unknown` says what to throw, or nil to skip an option.
  init(_ arguments: [String], switches: [Switch], unknown: (_ name: String, _ spelled: String) -> UsageError?)
    throws(UsageError)
  {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        words += rest
        return
      }
      try Self.refuseTypographicDash(argument)
      if argument.hasPrefix("--") {
        try take(long: argument, &rest, switches, unknown)
      } else if argument.hasPrefix("-") && argument.count > 1 && !Self.isNumber(argument) {
        try take(short: argument, &rest, switches, unknown)
      } else {
        words.append(argument)
      }
    }
  }

  /// The value that counts.
  subscript(name: String) -> Option? { options.last { $0.name == name } }

  /// Whether an option was given.
  func has(_ name: String) -> Bool { self[name] != nil }

  /// Leaves out the verb.
  mutating func dropFirstWord() { words.removeFirst() }

  private mutating func take(
    long argument: String, _ rest: inout ArraySlice<String>, _ switches: [Switch],
    _ unknown: (String, String) -> UsageError?
  ) throws(UsageError) {
    let halves = argument.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
      String.init)
    let (name, value) = (halves[0], halves.count == 2 ? halves[1] : nil)
    guard let known = switches.first(where: { $0.name == name }) else {
      if let error = unknown(name, "--\(name)") { throw error }
      return
    }
    try add(known, "--\(name)", value, &rest)
  }

  private mutating func take(
    short argument: String, _ rest: inout ArraySlice<String>, _ switches: [Switch],
    _ unknown: (String, String) -> UsageError?
  ) throws(UsageError) {
    var letters = argument.dropFirst()
    while let letter = letters.popFirst() {
      guard let known = switches.first(where: { $0.letter == letter }) else {
        if let error = unknown(String(letter), "-\(letter)") { throw error }
        return
      }
      let attached = letters.hasPrefix("=") ? letters.dropFirst() : letters
      if known.value == .none {
        try add(known, "-\(letter)", letters.hasPrefix("=") ? String(attached) : nil, &rest)
      } else {
        try add(known, "-\(letter)", letters.isEmpty ? nil : String(attached), &rest)
        return
      }
    }
  }

  private mutating func add(_ known: Switch, _ spelled: String, _ attached: String?, _ rest: inout ArraySlice<String>)
    throws(UsageError)
  {
    var value = attached
    switch known.value {
    case .none:
      if let attached, attached != "true" && attached != "false" {
        throw UsageError("\(spelled) takes no value, not '\(attached)'", zh: "\(spelled) 不带值，不能写“\(attached)”")
      }
    case .optional: break
    case .required:
      if value == nil, let next = rest.first, Self.isValue(next) { value = rest.removeFirst() }
      guard let value, !value.isEmpty || known.canBeEmpty else {
        var hints = known.choices.isEmpty ? [] : [Message.known(known.choices)]
        if value == nil, let next = rest.first, !next.hasPrefix("--") {
          hints.append(
            Message(
              "a value that begins with a dash is written --\(known.name)=\(next)",
              zh: "以连字符开头的值写成 --\(known.name)=\(next)"))
        }
        throw UsageError(
          "\(spelled) wants a value: \(known.usage)", zh: "\(spelled) 需要一个值：\(known.usage)", hints: hints)
      }
      try checkBlank(after: value, spelled, rest.first)
    }
    options.append(Option(name: known.name, spelled: spelled, value: value))
  }

  /// Throws where a blank behind a comma has cut a list in two.
  private func checkBlank(after value: String, _ spelled: String, _ next: String?) throws(UsageError) {
    guard value.count > 1, value.hasSuffix(",") || value.hasSuffix("，"), let next, Self.isValue(next) else { return }
    throw UsageError(
      "\(spelled) '\(value)' ends with a comma, and '\(next)' stands apart",
      zh: "\(spelled) “\(value)”以逗号结尾，而“\(next)”与它分开了",
      hints: [
        Message("leave out the blank: \(spelled) \(value)\(next)", zh: "去掉空格：\(spelled) \(value)\(next)"),
        Message("or put both in quotes: \(spelled) '\(value) \(next)'", zh: "或用引号括起来：\(spelled) '\(value) \(next)'"),
      ])
  }

  /// Throws where an option begins with a dash that a word processor has put in place of hyphens.
  private static func refuseTypographicDash(_ argument: String) throws(UsageError) {
    let dashes = argument.prefix { "-\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}\u{2212}".contains($0) }
    let name = argument.dropFirst(dashes.count).prefix { $0 != "=" }
    guard dashes.contains(where: { $0 != "-" }), let first = name.first, first.isLetter, first.isASCII else { return }
    guard name.allSatisfy({ $0.isASCII && $0.isLetter || $0 == "-" }) else { return }
    let mended = (name.count == 1 ? "-" : "--") + argument.dropFirst(dashes.count)
    throw UsageError(
      "'\(argument)' begins with a typographic dash; options begin with plain hyphens",
      zh: "“\(argument)”以排版用的破折号开头；选项以普通的连字符开头",
      hints: [
        Message("type it anew: \(mended)", zh: "请重新输入：\(mended)"),
        Message("a file of that name: ./\(argument)", zh: "若是同名的文件：./\(argument)"),
      ])
  }

  /// Whether an argument can be the value of the option before it: a word, a negative number, or a single dash.
  private static func isValue(_ argument: String) -> Bool {
    !argument.hasPrefix("-") || argument == "-" || isNumber(argument)
  }

  /// Whether an argument begins as a negative number does.
  private static func isNumber(_ argument: String) -> Bool {
    guard argument.hasPrefix("-"), let second = argument.dropFirst().first else { return false }
    return second.isASCII && second.isNumber || second == "."
  }
}
