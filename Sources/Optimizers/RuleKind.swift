/// One rule that can be asked for by name: its names, its settings, and what it makes of them.
public struct RuleKind: Sendable {
  /// What a user writes: `adam`.
  public let name: String
  /// Other names for the same.
  public let aliases: [String]
  /// What a figure shows: "Adam".
  public let displayName: String
  /// What the rule does, in one line.
  public let summary: Message
  /// Its settings, the learning rate first.
  public let keys: [RuleKey]
  /// Rules of one family with the same settings take the same steps.
  let family: String
  /// What is wrong with a combination of settings, if anything.
  let objection: @Sendable (Settings) -> Message?
  /// The recipe.
  let make: @Sendable (Settings) -> any Optimizer

  init(
    _ name: String, aliases: [String] = [], displayName: String, family: String? = nil, summary: Message,
    keys: [RuleKey], objection: @escaping @Sendable (Settings) -> Message? = { _ in nil },
    make: @escaping @Sendable (Settings) -> any Optimizer
  ) {
    (self.name, self.aliases, self.displayName) = (name, aliases, displayName)
    (self.family, self.summary, self.keys) = (family ?? name, summary, keys + [.maximize])
    self.objection = objection
    self.make = { make($0).maximizing($0.isSet(RuleKey.maximize.name)) }
  }

  /// The setting of a name, if the rule has it.
  func key(_ name: String) -> RuleKey? { keys.first { $0.name == name } }

  /// The value of every setting of a rule.
  struct Settings: Sendable {
    let values: [String: Double]

    /// The value of a setting that the rule has.
    subscript(name: String) -> Double {
      guard let value = values[name] else { fatalError("no setting named \(name)") }
      return value
    }

    /// Whether a flag that the rule has is set.
    func isSet(_ name: String) -> Bool { self[name] != 0 }
  }
}
