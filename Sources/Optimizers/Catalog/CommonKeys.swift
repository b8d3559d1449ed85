/// Settings that several rules have.
extension RuleKey {
  init(_ name: String, _ standard: Double, _ domain: Domain, _ meaning: String) {
    (self.name, self.standard, self.domain, self.meaning) = (name, standard, domain, meaning)
  }

  static func rate(_ standard: Double) -> RuleKey {
    RuleKey("lr", standard, .positive, "learning rate: length of a step")
  }

  static func velocity(_ standard: Double) -> RuleKey {
    RuleKey("momentum", standard, .share, "share of the velocity that a step keeps")
  }

  static func epsilon(_ standard: Double) -> RuleKey {
    RuleKey("eps", standard, .nonNegative, "added to the root, so that the division stays finite")
  }

  static func weightDecay(_ standard: Double) -> RuleKey {
    RuleKey("weight_decay", standard, .nonNegative, "pull of the weights towards zero")
  }

  static func decoupledDecay(_ standard: Double) -> RuleKey {
    RuleKey("weight_decay", standard, .nonNegative, "share of the weights, times lr, that a step takes away")
  }

  static let decoupled = RuleKey(
    "decoupled_weight_decay", 0, .flag, "take lr·weight_decay off the weights instead, past the gradient")

  static let maximize = RuleKey("maximize", 0, .flag, "climb instead: every gradient with its sign turned")

  static let amsgrad = RuleKey("amsgrad", 0, .flag, "divide by the largest mean square so far")
}
