extension RuleKind {
  /// Every rule that is listed. A new one is one more entry here.
  public static let all: [RuleKind] = [
    sgd, momentum, nesterov, adagrad, adadelta, rmsprop, adam, adamw, adamax, nadam, radam, rprop, lamb, lion,
  ]

  /// Rules that a lesson refutes: known by name, and not offered.
  static let unlisted: [RuleKind] = [lambNotes]

  /// The rule of a name or an alias, if there is one.
  public static func named(_ name: String) -> RuleKind? {
    (all + unlisted).first { $0.name == name || $0.aliases.contains(name) }
  }
}
