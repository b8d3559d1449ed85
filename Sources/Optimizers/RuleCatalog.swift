extension RuleKind {
  /// Every rule that has a name. A new one is one more entry here.
  public static let all: [RuleKind] = [sgd, momentum, nesterov, adagrad, rmsprop, adam, adamw]

  /// The rule of a name or an alias, if there is one.
  public static func named(_ name: String) -> RuleKind? {
    all.first { $0.name == name || $0.aliases.contains(name) }
  }

  private static let sgd = descent(
    "sgd", aliases: ["gd"], displayName: "SGD",
    summary: "plain gradient descent: a step along the gradient, as long as it is steep")

  private static let momentum = descent(
    "momentum", displayName: "Momentum", momentum: 0.9,
    summary: "sgd with a velocity that sums up past gradients (heavy ball)")

  private static let nesterov = descent(
    "nesterov", displayName: "Nesterov", momentum: 0.9, isNesterov: true,
    summary: "sgd with a velocity, and the gradient counted once more on top of it")

  private static func descent(
    _ name: String, aliases: [String] = [], displayName: String, momentum: Double = 0,
    isNesterov: Bool = false, summary: String
  ) -> RuleKind {
    RuleKind(
      name, aliases: aliases, displayName: displayName, family: "sgd", summary: summary,
      keys: [
        .rate(1e-3), .velocity(momentum),
        RuleKey("dampening", 0, .share, "share of the gradient that the velocity leaves out"),
        RuleKey("nesterov", isNesterov ? 1 : 0, .flag, "count the gradient once more"),
        .weightDecay(0),
      ],
      objection: { settings in
        guard settings.isSet("nesterov") else { return nil }
        let isPossible = settings["momentum"] > 0 && settings["dampening"] == 0
        return isPossible ? nil : "nesterov needs a momentum above 0 and a dampening of 0"
      },
      make: {
        SGD(
          learningRate: $0["lr"], momentum: $0["momentum"], dampening: $0["dampening"],
          weightDecay: $0["weight_decay"], isNesterov: $0.isSet("nesterov"))
      })
  }

  private static let adagrad = RuleKind(
    "adagrad", displayName: "Adagrad",
    summary: "steps shrink with the sum of squared gradients, for each coordinate by itself",
    keys: [
      .rate(1e-2), RuleKey("lr_decay", 0, .nonNegative, "how fast the rate falls by itself"),
      .epsilon(1e-10), .weightDecay(0),
    ],
    make: {
      Adagrad(
        learningRate: $0["lr"], rateDecay: $0["lr_decay"], weightDecay: $0["weight_decay"],
        epsilon: $0["eps"])
    })

  private static let rmsprop = RuleKind(
    "rmsprop", displayName: "RMSprop",
    summary: "steps are divided by the root of the running mean of squared gradients",
    keys: [
      .rate(1e-2), RuleKey("alpha", 0.99, .decay, "share of the mean square that a step keeps"),
      .epsilon(1e-8), RuleKey("centered", 0, .flag, "divide by the spread around the mean instead"),
      .velocity(0), .weightDecay(0),
    ],
    make: {
      RMSprop(
        learningRate: $0["lr"], squareDecay: $0["alpha"], epsilon: $0["eps"],
        momentum: $0["momentum"], weightDecay: $0["weight_decay"],
        isCentered: $0.isSet("centered"))
    })

  private static let adam = RuleKind(
    "adam", displayName: "Adam",
    summary: "momentum and rmsprop together, both corrected for starting at zero",
    keys: momentKeys(weightDecay: .weightDecay(0)),
    make: {
      Adam(
        learningRate: $0["lr"], meanDecay: $0["beta1"], squareDecay: $0["beta2"],
        epsilon: $0["eps"], weightDecay: $0["weight_decay"], isAMSGrad: $0.isSet("amsgrad"))
    })

  private static let adamw = RuleKind(
    "adamw", displayName: "AdamW",
    summary: "adam whose weight decay does not pass through the scaling of the gradient",
    keys: momentKeys(
      weightDecay: RuleKey(
        "weight_decay", 0.01, .nonNegative, "share of the weights, times lr, that a step takes away"
      )),
    make: {
      AdamW(
        learningRate: $0["lr"], meanDecay: $0["beta1"], squareDecay: $0["beta2"],
        epsilon: $0["eps"], weightDecay: $0["weight_decay"], isAMSGrad: $0.isSet("amsgrad"))
    })

  private static func momentKeys(weightDecay: RuleKey) -> [RuleKey] {
    [
      .rate(1e-3), RuleKey("beta1", 0.9, .decay, "share of the mean gradient that a step keeps"),
      RuleKey("beta2", 0.999, .decay, "share of the mean square that a step keeps"),
      .epsilon(1e-8), weightDecay,
      RuleKey("amsgrad", 0, .flag, "divide by the largest mean square so far"),
    ]
  }
}

extension RuleKey {
  fileprivate init(_ name: String, _ standard: Double, _ domain: Domain, _ meaning: String) {
    (self.name, self.standard, self.domain, self.meaning) = (name, standard, domain, meaning)
  }

  fileprivate static func rate(_ standard: Double) -> RuleKey {
    RuleKey("lr", standard, .positive, "learning rate: length of a step")
  }

  fileprivate static func velocity(_ standard: Double) -> RuleKey {
    RuleKey("momentum", standard, .share, "share of the velocity that a step keeps")
  }

  fileprivate static func epsilon(_ standard: Double) -> RuleKey {
    RuleKey("eps", standard, .nonNegative, "added to the root, so that the division stays finite")
  }

  fileprivate static func weightDecay(_ standard: Double) -> RuleKey {
    RuleKey("weight_decay", standard, .nonNegative, "pull of the weights towards zero")
  }
}
