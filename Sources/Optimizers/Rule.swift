import Tensors

/// An update rule as a user names it, `adam:lr=0.02:beta1=0.8`, and what is left at its default.
///
/// Names, keys and defaults are PyTorch's. Two rules are equal where they take the same name and the
/// same settings; a learning rate that the user wrote counts, even if it is the default.
public struct Rule: Sendable, Hashable {
  /// What the rule is called, `adam`; never an alias.
  public let name: String
  /// The learning rate that was asked for, or nil where the choice is left to the lesson.
  public private(set) var learningRate: Double?
  /// Settings, apart from the rate, that differ from their default.
  private var changes: [String: Double] = [:]

  /// A rule at its defaults, by a name or an alias that is in the catalog; what a user typed goes through `init(parsing:)`.
  package init(known name: String) {
    guard let kind = RuleKind.named(name) else { fatalError("no rule is named \(name)") }
    self.name = kind.name
  }

  /// Plain gradient descent.
  public static let sgd = Rule(known: "sgd")
  /// Gradient descent with a heavy ball, 0.9.
  public static let momentum = Rule(known: "momentum")
  /// Gradient descent with Nesterov's momentum, 0.9.
  public static let nesterov = Rule(known: "nesterov")
  /// Adaptive gradient.
  public static let adagrad = Rule(known: "adagrad")
  /// Root mean square propagation.
  public static let rmsprop = Rule(known: "rmsprop")
  /// Adaptive moment estimation.
  public static let adam = Rule(known: "adam")
  /// Adam with decoupled weight decay.
  public static let adamw = Rule(known: "adamw")
  /// Steps as long as those before.
  public static let adadelta = Rule(known: "adadelta")
  /// Adam by the largest gradient.
  public static let adamax = Rule(known: "adamax")
  /// Adam with Nesterov's momentum.
  public static let nadam = Rule(known: "nadam")
  /// Adam with a rectified start.
  public static let radam = Rule(known: "radam")
  /// Resilient propagation, by signs.
  public static let rprop = Rule(known: "rprop")
  /// Adam's step as a share of a layer's norm.
  public static let lamb = Rule(known: "lamb")
  /// The notes' inverted LAMB, which is wrong.
  public static let lambNotes = Rule(known: "lamb-notes")
  /// Steps of one length along a sign.
  public static let lion = Rule(known: "lion")

  /// The catalog's entry for the rule.
  public var kind: RuleKind { RuleKind.named(name)! }

  /// What a figure shows: "Adam".
  public var displayName: String { kind.displayName }

  /// The rule with another learning rate, which must be finite and above 0.
  public func with(learningRate: Double) -> Rule { with("lr", learningRate) }

  /// The rule with one setting changed, by PyTorch's key; a flag is 0 or 1.
  public func with(_ key: String, _ value: Double) -> Rule {
    guard let key = kind.key(key) else { fatalError("\(name) has no setting \(key)") }
    require(key.accepts(value), "\(name): \(key.name) must be \(key.range.english), not \(value)")
    var rule = self
    rule.set(key, to: value)
    return rule
  }

  /// The value of a setting, by PyTorch's key; nil where the rule has no such setting.
  public subscript(key: String) -> Double? {
    guard let key = kind.key(key) else { return nil }
    if key.name == "lr" { return learningRate ?? key.standard }
    return changes[key.name] ?? key.standard
  }

  /// Settings other than the defaults, and the rate if it was named, in the catalog's order.
  public var settings: [(key: String, value: String)] {
    kind.keys.compactMap { key in
      let value = key.name == "lr" ? learningRate : changes[key.name]
      return value.map { (key.name, key.spell($0)) }
    }
  }

  /// The shortest text that reads back as this rule: `sgd:lr=0.001:momentum=0.9`.
  public var spelling: String { ([name] + settings.map { "\($0.key)=\($0.value)" }).joined(separator: ":") }

  /// The recipe; PyTorch's default rate where none was named.
  public func makeOptimizer() -> any Optimizer { kind.make(resolved) }

  /// Whether both take the same steps, under whatever names.
  public func takesSameSteps(as other: Rule) -> Bool {
    guard learningRate == other.learningRate else { return false }
    let (own, others) = (essence, other.essence)
    return own.family == others.family && own.values == others.values
  }

  /// What the steps hang on: AdamW is Adam with its decay decoupled, and without decay there is nothing to decouple.
  private var essence: (family: String, values: [String: Double]) {
    var (family, values) = (kind.family, resolved.values)
    let isDecoupled = values.removeValue(forKey: RuleKey.decoupled.name) == 1 || family == "adamw"
    if family == "adamw" { family = "adam" }
    if isDecoupled && values["weight_decay"] != 0 { family += ", decoupled" }
    return (family, values)
  }

  /// Every setting, the defaults filled in.
  var resolved: RuleKind.Settings {
    let values = kind.keys.map { key in
      (key.name, (key.name == "lr" ? learningRate : changes[key.name]) ?? key.standard)
    }
    return RuleKind.Settings(values: Dictionary(uniqueKeysWithValues: values))
  }

  /// Changes a setting to a value that its domain holds.
  mutating func set(_ key: RuleKey, to value: Double) {
    if key.name == "lr" { learningRate = value } else { changes[key.name] = value == key.standard ? nil : value }
  }
}
