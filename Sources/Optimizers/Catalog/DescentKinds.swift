/// Gradient descent and what adds a velocity to it, and the rules that follow signs.
extension RuleKind {
  static let sgd = descent(
    "sgd", aliases: ["gd"], displayName: "SGD",
    summary: "plain gradient descent: a step along the gradient, as long as it is steep")

  static let momentum = descent(
    "momentum", displayName: "Momentum", momentum: 0.9,
    summary: "sgd with a velocity that sums up past gradients (heavy ball)")

  static let nesterov = descent(
    "nesterov", displayName: "Nesterov", momentum: 0.9, isNesterov: true,
    summary: "sgd with a velocity, and the gradient counted once more on top of it")

  private static func descent(
    _ name: String, aliases: [String] = [], displayName: String, momentum: Double = 0, isNesterov: Bool = false,
    summary: String
  ) -> RuleKind {
    RuleKind(
      name, aliases: aliases, displayName: displayName, family: "sgd", summary: summary,
      keys: [
        .rate(1e-3), .velocity(momentum),
        RuleKey("dampening", 0, .share, "share of the gradient that the velocity leaves out"),
        RuleKey("nesterov", isNesterov ? 1 : 0, .flag, "count the gradient once more"),
        RuleKey("ema", 0, .flag, "average the gradients, (1 - momentum) of each, instead of summing"), .weightDecay(0),
      ],
      objection: { settings in
        let isPossible = settings["momentum"] > 0 && settings["dampening"] == 0
        switch (settings.isSet("nesterov"), settings.isSet("ema")) {
        case (true, true): return "nesterov and ema do not go together"
        case (true, false) where !isPossible: return "nesterov needs a momentum above 0 and a dampening of 0"
        case (false, true) where !isPossible: return "ema needs a momentum above 0 and a dampening of 0"
        default: return nil
        }
      },
      make: {
        SGD(
          learningRate: $0["lr"], momentum: $0["momentum"], dampening: $0["dampening"], weightDecay: $0["weight_decay"],
          isNesterov: $0.isSet("nesterov"), isAveraged: $0.isSet("ema"))
      })
  }

  static let rprop = RuleKind(
    "rprop", displayName: "Rprop",
    summary: "only signs count: steps grow while the sign stays, and shrink when it turns",
    keys: [
      RuleKey("lr", 1e-2, .positive, "length of the first step"),
      RuleKey("etaminus", 0.5, .decay, "factor on a step whose sign turned"),
      RuleKey("etaplus", 1.2, .growth, "factor on a step whose sign stayed"),
      RuleKey("step_min", 1e-6, .positive, "the shortest step"), RuleKey("step_max", 50, .positive, "the longest step"),
    ], objection: { settings in settings["step_min"] <= settings["step_max"] ? nil : "step_min is above step_max" },
    make: {
      Rprop(
        learningRate: $0["lr"], shrinkage: $0["etaminus"], growth: $0["etaplus"], shortest: $0["step_min"],
        longest: $0["step_max"])
    })

  static let lion = RuleKind(
    "lion", displayName: "Lion",
    summary: "every coordinate moves by lr, along the sign of a mean that leans to the new gradient",
    keys: [
      .rate(1e-4), RuleKey("beta1", 0.9, .share, "share of the mean in what a step follows"),
      RuleKey("beta2", 0.99, .decay, "share of the mean gradient that a step keeps"), .decoupledDecay(0),
    ],
    make: {
      Lion(learningRate: $0["lr"], meanShare: $0["beta1"], meanDecay: $0["beta2"], weightDecay: $0["weight_decay"])
    })
}
