/// How a kind of value is read, written, and named: the part of `Options` that differs between kinds.
struct OptionForm<Value: Equatable> {
  /// What stands for the value in help; empty for a flag.
  var placeholder: String
  /// Which values are allowed, in words.
  var range = Message(same: "")
  /// The values to choose from.
  var choices: [String] = []
  /// Reads a value; `option` is how the user spelled the option, for messages.
  var read: (_ text: String, _ option: String) throws(UsageError) -> Value
  /// Writes a value as `read` reads it.
  var spell: (Value) -> String
  /// The value as JSON.
  var json: (Value) -> JSON
  /// What a file name says of it; nil for the key and the value.
  var filePart: ((Value) -> String)?
}

extension OptionForm<Int> {
  static func integer(in range: ClosedRange<Int>) -> OptionForm {
    let bounds =
      range.upperBound == .max
      ? Message("from \(Numeral.grouped(range.lowerBound))", zh: "不小于 \(Numeral.grouped(range.lowerBound))")
      : Message(
        "\(Numeral.grouped(range.lowerBound)) to \(Numeral.grouped(range.upperBound))",
        zh: "\(Numeral.grouped(range.lowerBound)) 到 \(Numeral.grouped(range.upperBound))")
    return OptionForm(
      placeholder: "N", range: bounds,
      read: { text, option throws(UsageError) in
        guard let number = Typed.number(text), number == number.rounded(), !text.contains("x") else {
          throw UsageError(
            "\(option) wants a whole number, not '\(text)'", zh: "\(option) 应为整数，不能是“\(text)”",
            hints: [.allowed(bounds)])
        }
        guard let value = Int(exactly: number), range.contains(value) else {
          throw UsageError("\(option) \(text) is out of range", zh: "\(option) \(text) 超出范围", hints: [.allowed(bounds)])
        }
        return value
      }, spell: { String($0) }, json: { .integer($0) })
  }
}

extension OptionForm<Double> {
  static func decimal(in interval: Interval) -> OptionForm {
    OptionForm(
      placeholder: "X", range: interval.words,
      read: { text, option throws(UsageError) in try OptionReading.number(text, option, in: interval) },
      spell: { JSON.spelling(of: $0) }, json: { .number($0) })
  }
}

extension OptionForm<[Double]> {
  static func decimals(in interval: Interval, placeholder: String) -> OptionForm {
    OptionForm(
      placeholder: placeholder, range: interval.words,
      read: { text, option throws(UsageError) in
        var numbers: [Double] = []
        for part in Typed.list(text) { numbers.append(try OptionReading.number(part, option, in: interval)) }
        return numbers
      }, spell: { $0.map { JSON.spelling(of: $0) }.joined(separator: ",") }, json: { .numbers($0) })
  }
}

extension OptionForm<Bool> {
  static func flag(_ key: String) -> OptionForm {
    OptionForm(
      placeholder: "",
      read: { text, option throws(UsageError) in
        switch Typed.trimmed(text).lowercased() {
        case "true", "yes", "on", "1": return true
        case "false", "no", "off", "0": return false
        default:
          throw UsageError("\(option) wants true or false, not '\(text)'", zh: "\(option) 应为 true 或 false，不能是“\(text)”")
        }
      }, spell: { String($0) }, json: { .bool($0) }, filePart: { $0 ? key : "no-\(key)" })
  }
}

extension OptionForm<Point> {
  static func point(in interval: Interval) -> OptionForm {
    OptionForm(
      placeholder: "X,Y", range: interval.words,
      read: { text, option throws(UsageError) in
        let parts = Typed.list(text)
        guard parts.count == 2 else {
          throw UsageError(
            "\(option) wants two numbers X,Y such as -1.5,2, not '\(text)'",
            zh: "\(option) 应为两个数 X,Y，如 -1.5,2，不能是“\(text)”")
        }
        return Point(
          try OptionReading.number(parts[0], option, in: interval),
          try OptionReading.number(parts[1], option, in: interval))
      }, spell: { "\(JSON.spelling(of: $0.x)),\(JSON.spelling(of: $0.y))" }, json: { .numbers([$0.x, $0.y]) })
  }
}

extension OptionForm<ClosedRange<Double>> {
  static func span(in interval: Interval) -> OptionForm {
    OptionForm(
      placeholder: "A:B", range: interval.words,
      read: { text, option throws(UsageError) in try OptionReading.span(text, option, in: interval) },
      spell: { "\(JSON.spelling(of: $0.lowerBound)):\(JSON.spelling(of: $0.upperBound))" },
      json: { .numbers([$0.lowerBound, $0.upperBound]) })
  }
}

extension OptionForm<String> {
  static func text(_ placeholder: String) -> OptionForm {
    OptionForm(
      placeholder: placeholder,
      read: { text, option throws(UsageError) in
        if text.isEmpty { throw UsageError("\(option) wants a text", zh: "\(option) 需要一段文字") }
        return text
      }, spell: { $0 }, json: { .string($0) }, filePart: { FileName.part(of: $0) })
  }
}

extension OptionForm where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
  static var choice: OptionForm {
    let names = Value.allCases.map(\.rawValue)
    return OptionForm(
      placeholder: "NAME", choices: names,
      read: { text, option throws(UsageError) in
        if let value = Value(rawValue: text) ?? Value(rawValue: Typed.trimmed(text).lowercased()) { return value }
        throw .unknown(Message("value", zh: "取值"), text, for: Message(same: option), known: names)
      }, spell: { $0.rawValue }, json: { .string($0.rawValue) }, filePart: { $0.rawValue })
  }
}
