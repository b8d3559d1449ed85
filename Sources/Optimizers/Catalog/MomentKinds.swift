/// Adam and its relatives.
extension RuleKind {
  static let adam = RuleKind(
    "adam", displayName: "Adam", summary: "momentum and rmsprop together, both corrected for starting at zero",
    keys: momentKeys(rate: 1e-3) + [.weightDecay(0), .amsgrad, .decoupled],
    make: {
      let rule = Adam(
        learningRate: $0["lr"], meanDecay: $0["beta1"], squareDecay: $0["beta2"], epsilon: $0["eps"],
        weightDecay: $0["weight_decay"], isAMSGrad: $0.isSet("amsgrad"))
      return $0.isSet("decoupled_weight_decay") ? AdamW(rule) : rule
    })

  static let adamw = RuleKind(
    "adamw", displayName: "AdamW", summary: "adam whose weight decay does not pass through the scaling of the gradient",
    keys: momentKeys(rate: 1e-3) + [.decoupledDecay(0.01), .amsgrad],
    make: {
      AdamW(
        learningRate: $0["lr"], meanDecay: $0["beta1"], squareDecay: $0["beta2"], epsilon: $0["eps"],
        weightDecay: $0["weight_decay"], isAMSGrad: $0.isSet("amsgrad"))
    })

  static let adamax = RuleKind(
    "adamax", displayName: "Adamax",
    summary: "adam with the largest of the fading gradients in place of their mean square",
    keys: momentKeys(rate: 2e-3) + [.weightDecay(0)],
    make: {
      Adamax(
        learningRate: $0["lr"], meanDecay: $0["beta1"], sizeDecay: $0["beta2"], epsilon: $0["eps"],
        weightDecay: $0["weight_decay"])
    })

  static let nadam = RuleKind(
    "nadam", displayName: "NAdam", summary: "adam with Nesterov's momentum, which warms up to beta1",
    keys: momentKeys(rate: 2e-3) + [
      .weightDecay(0), RuleKey("momentum_decay", 4e-3, .nonNegative, "how fast the momentum warms up"), .decoupled,
    ],
    make: {
      let decay = $0.decay
      let rule = NAdam(
        learningRate: $0["lr"], meanDecay: $0["beta1"], squareDecay: $0["beta2"], epsilon: $0["eps"],
        weightDecay: decay.coupled, momentumDecay: $0["momentum_decay"])
      return decay.decoupled > 0 ? DecoupledDecay(rule, weightDecay: decay.decoupled) : rule
    })

  static let radam = RuleKind(
    "radam", displayName: "RAdam", summary: "adam that does not scale its first steps, while it has seen too little",
    keys: momentKeys(rate: 1e-3) + [.weightDecay(0), .decoupled],
    make: {
      let decay = $0.decay
      let rule = RAdam(
        learningRate: $0["lr"], meanDecay: $0["beta1"], squareDecay: $0["beta2"], epsilon: $0["eps"],
        weightDecay: decay.coupled)
      return decay.decoupled > 0 ? DecoupledDecay(rule, weightDecay: decay.decoupled) : rule
    })

  static let lamb = lamb(
    "lamb", displayName: "LAMB", isInverted: false,
    summary: "adam's step for a whole layer, stretched to lr times the layer's norm")

  /// The notes' formula, which divides by the layer's norm instead.
  static let lambNotes = lamb(
    "lamb-notes", displayName: "LAMB (as in the notes)", isInverted: true,
    summary: "adam's step divided by the layer's norm: wrong, kept to show it")

  private static func lamb(_ name: String, displayName: String, isInverted: Bool, summary: String) -> RuleKind {
    RuleKind(
      name, displayName: displayName, summary: summary,
      keys: momentKeys(rate: 1e-3, epsilon: 1e-6) + [
        RuleKey("weight_decay", 0, .nonNegative, "share of the weights added to the step")
      ],
      make: {
        LAMB(
          learningRate: $0["lr"], meanDecay: $0["beta1"], squareDecay: $0["beta2"], epsilon: $0["eps"],
          weightDecay: $0["weight_decay"], isInverted: isInverted)
      })
  }

  private static func momentKeys(rate: Double, epsilon: Double = 1e-8) -> [RuleKey] {
    [
      .rate(rate), RuleKey("beta1", 0.9, .decay, "share of the mean gradient that a step keeps"),
      RuleKey("beta2", 0.999, .decay, "share of the mean square that a step keeps"), .epsilon(epsilon),
    ]
  }
}

extension RuleKind.Settings {
  /// The weight decay, as far as it passes through the gradient, and as far as it does not.
  fileprivate var decay: (coupled: Double, decoupled: Double) {
    isSet("decoupled_weight_decay") ? (0, self["weight_decay"]) : (self["weight_decay"], 0)
  }
}
