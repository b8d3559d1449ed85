/// Rules that scale each coordinate by the size of its gradients so far.
extension RuleKind {
  static let adagrad = RuleKind(
    "adagrad", displayName: "Adagrad",
    summary: "steps shrink with the sum of squared gradients, for each coordinate by itself",
    keys: [
      .rate(1e-2), RuleKey("lr_decay", 0, .nonNegative, "how fast the rate falls by itself"), .epsilon(1e-10),
      .weightDecay(0),
      RuleKey("initial_accumulator_value", 0, .nonNegative, "what the sum of squared gradients starts from"),
    ],
    make: {
      Adagrad(
        learningRate: $0["lr"], rateDecay: $0["lr_decay"], weightDecay: $0["weight_decay"], epsilon: $0["eps"],
        initialSum: $0["initial_accumulator_value"])
    })

  static let adadelta = RuleKind(
    "adadelta", displayName: "Adadelta",
    summary: "steps as long as those before, times the gradient over its usual size",
    keys: [
      RuleKey("lr", 1, .positive, "factor on the step"),
      RuleKey("rho", 0.9, .decay, "share of the mean squares that a step keeps"),
      RuleKey("eps", 1e-6, .nonNegative, "added under both roots, and what the first step grows from"), .weightDecay(0),
    ],
    make: {
      Adadelta(learningRate: $0["lr"], squareDecay: $0["rho"], epsilon: $0["eps"], weightDecay: $0["weight_decay"])
    })

  static let rmsprop = RuleKind(
    "rmsprop", displayName: "RMSprop",
    summary: "steps are divided by the root of the running mean of squared gradients",
    keys: [
      .rate(1e-2), RuleKey("alpha", 0.99, .decay, "share of the mean square that a step keeps"), .epsilon(1e-8),
      RuleKey("centered", 0, .flag, "divide by the spread around the mean instead"), .velocity(0), .weightDecay(0),
    ],
    make: {
      RMSprop(
        learningRate: $0["lr"], squareDecay: $0["alpha"], epsilon: $0["eps"], momentum: $0["momentum"],
        weightDecay: $0["weight_decay"], isCentered: $0.isSet("centered"))
    })
}
