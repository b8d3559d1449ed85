extension Option where Value == [Activation] {
  /// Activations to compare, `--act`: each once, at most as many as a theme has colours.
  public init(wrappedValue: [Activation]) {
    self.init(
      wrappedValue, "act", as: .activations, unit: "", help: Phrase("the activations to compare", zh: "要比较的激活函数"))
  }
}

extension Option where Value == WeightScheme {
  /// How weights start: `--init`.
  public init(wrappedValue: WeightScheme) {
    self.init(
      wrappedValue, "init", as: .weights, unit: "",
      help: Phrase(
        "how weights start; matched: Xavier for sigmoid and tanh, He for rectifiers",
        zh: "权重初始化；matched：sigmoid、tanh 用 Xavier，ReLU 系列用 He"))
  }
}

extension OptionForm<[Activation]> {
  static var activations: OptionForm {
    let known = Activation.allCases.map(\.rawValue)
    return OptionForm(
      placeholder: "NAME[,NAME…]",
      range: Message("1 to \(Options.mostRules) names", zh: "1 到 \(Options.mostRules) 个名称"), choices: known,
      read: { text, option throws(UsageError) in
        var found: [Activation] = []
        for part in Typed.list(text) {
          guard let activation = Activation(rawValue: part.lowercased()) else {
            throw .unknown(Message("activation", zh: "激活函数"), part, for: Message(same: option), known: known)
          }
          if found.contains(activation) {
            throw UsageError(
              "\(option) names '\(part)' twice", zh: "\(option) 中“\(part)”出现两次",
              hints: [Message("name each once", zh: "每个只写一次")])
          }
          found.append(activation)
        }
        if found.count > Options.mostRules {
          throw UsageError(
            "\(option) takes \(Options.mostRules) activations at most, not \(found.count)",
            zh: "\(option) 最多取 \(Options.mostRules) 个激活函数，这里有 \(found.count) 个")
        }
        return found
      }, spell: { $0.map(\.rawValue).joined(separator: ",") }, json: { .array($0.map { .string($0.rawValue) }) },
      filePart: { FileName.part(of: $0.map(\.rawValue).joined(separator: ",")) })
  }
}

extension OptionForm<WeightScheme> {
  /// The schemes that need no number, by their names; the first of two is the one that is written.
  private static let plain: [(name: String, scheme: WeightScheme)] = [
    ("matched", .matched), ("he", .he), ("xavier", .xavier), ("lecun", .lecun), ("pytorch", .pytorch),
    ("orthogonal", .orthogonal), ("kaiming", .he), ("glorot", .xavier), ("default", .pytorch),
  ]
  private static let deviations = Interval(1e-6...1e6)

  static var weights: OptionForm {
    let known = plain.prefix(6).map(\.name) + ["normal:std=0.01"]
    return OptionForm(
      placeholder: "NAME", choices: known,
      read: { text, option throws(UsageError) in
        let name = Typed.plain(text).lowercased().filter { !$0.isWhitespace }
        if let match = plain.first(where: { $0.name == name }) { return match.scheme }
        if name == "normal" || name.hasPrefix("normal:") { return try normal(name.dropFirst(6), text, option) }
        let aliases = plain.map(\.name) + ["normal"]
        throw .unknown(
          Message("initialisation", zh: "初始化方案"), text, for: Message(same: option), known: known, among: aliases)
      }, spell: spelling, json: { .string(spelling($0)) }, filePart: { FileName.part(of: spelling($0)) })
  }

  private static func spelling(_ scheme: WeightScheme) -> String {
    if case .normal(let deviation) = scheme { return "normal:std=\(JSON.spelling(of: deviation))" }
    return plain.first { $0.scheme == scheme }?.name ?? ""
  }

  private static func normal(_ settings: Substring, _ text: String, _ option: String) throws(UsageError) -> WeightScheme
  {
    guard settings.hasPrefix(":std=") else {
      throw UsageError(
        "\(option) \(text) lacks the standard deviation", zh: "\(option) \(text) 缺少标准差",
        hints: [Message("such as normal:std=0.01", zh: "例如 normal:std=0.01")])
    }
    let number = String(settings.dropFirst(5))
    return .normal(deviation: try OptionReading.number(number, "\(option) normal:std", in: deviations))
  }
}
