/// Settings that several rules have.
extension RuleKey {
  init(_ name: String, _ standard: Double, _ domain: Domain, _ meaning: Message) {
    (self.name, self.standard, self.domain, self.meaning) = (name, standard, domain, meaning)
  }

  static func rate(_ standard: Double) -> RuleKey {
    RuleKey("lr", standard, .positive, Message("learning rate: length of a step", zh: "学习率：步长"))
  }

  static func velocity(_ standard: Double) -> RuleKey {
    RuleKey("momentum", standard, .share, Message("share of the velocity that a step keeps", zh: "每步保留的速度比例"))
  }

  static func epsilon(_ standard: Double) -> RuleKey {
    RuleKey(
      "eps", standard, .nonNegative, Message("added to the root, so that the division stays finite", zh: "加在根号值上，避免除以零")
    )
  }

  static func weightDecay(_ standard: Double) -> RuleKey {
    RuleKey("weight_decay", standard, .nonNegative, Message("pull of the weights towards zero", zh: "把权重拉向零的强度"))
  }

  static func decoupledDecay(_ standard: Double) -> RuleKey {
    RuleKey(
      "weight_decay", standard, .nonNegative,
      Message("share of the weights, times lr, that a step takes away", zh: "每步减去的权重比例（再乘以 lr）"))
  }

  static let decoupled = RuleKey(
    "decoupled_weight_decay", 0, .flag,
    Message("take lr·weight_decay off the weights instead, past the gradient", zh: "改为直接从权重中减去 lr·weight_decay，不经过梯度"))

  static let maximize = RuleKey(
    "maximize", 0, .flag, Message("climb instead: every gradient with its sign turned", zh: "改为上升：梯度一律取反"))

  static let amsgrad = RuleKey(
    "amsgrad", 0, .flag, Message("divide by the largest mean square so far", zh: "除以迄今最大的均方值"))
}
