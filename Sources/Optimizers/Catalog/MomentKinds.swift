/// Adam and its relatives.
extension RuleKind {
  static let adam = RuleKind(
    "adam", displayName: "Adam",
    summary: Message(
      "momentum and rmsprop together, both corrected for starting at zero", zh: "momentum 与 rmsprop 的结合，两者都修正了从零开始的偏差"),
    keys: momentKeys(rate: 1e-3) + [.weightDecay(0), .amsgrad, .decoupled],
    make: {
      let rule = Adam(
        learningRate: $0["lr"], meanDecay: $0["beta1"], squareDecay: $0["beta2"], epsilon: $0["eps"],
        weightDecay: $0["weight_decay"], isAMSGrad: $0.isSet("amsgrad"))
      return $0.isSet("decoupled_weight_decay") ? AdamW(rule) : rule
    })

  static let adamw = RuleKind(
    "adamw", displayName: "AdamW",
    summary: Message(
      "adam whose weight decay does not pass through the scaling of the gradient", zh: "权重衰减不经过梯度缩放的 adam"),
    keys: momentKeys(rate: 1e-3) + [.decoupledDecay(0.01), .amsgrad],
    make: {
      AdamW(
        learningRate: $0["lr"], meanDecay: $0["beta1"], squareDecay: $0["beta2"], epsilon: $0["eps"],
        weightDecay: $0["weight_decay"], isAMSGrad: $0.isSet("amsgrad"))
    })

  static let adamax = RuleKind(
    "adamax", displayName: "Adamax",
    summary: Message(
      "adam with the largest of the fading gradients in place of their mean square", zh: "以衰减梯度的最大值代替均方值的 adam"),
    keys: momentKeys(rate: 2e-3) + [.weightDecay(0)],
    make: {
      Adamax(
        learningRate: $0["lr"], meanDecay: $0["beta1"], sizeDecay: $0["beta2"], epsilon: $0["eps"],
        weightDecay: $0["weight_decay"])
    })

  static let nadam = RuleKind(
    "nadam", displayName: "NAdam",
    summary: Message("adam with Nesterov's momentum, which warms up to beta1", zh: "带 Nesterov 动量的 adam，动量逐步升至 beta1"),
    keys: momentKeys(rate: 2e-3) + [
      .weightDecay(0),
      RuleKey("momentum_decay", 4e-3, .nonNegative, Message("how fast the momentum warms up", zh: "动量上升的快慢")),
      .decoupled,
    ],
    make: {
      let decay = $0.decay
      let rule = NAdam(
        learningRate: $0["lr"], meanDecay: $0["beta1"], squareDecay: $0["beta2"], epsilon: $0["eps"],
        weightDecay: decay.coupled, momentumDecay: $0["momentum_decay"])
      return decay.decoupled > 0 ? DecoupledDecay(rule, weightDecay: decay.decoupled) : rule
    })

  static let radam = RuleKind(
    "radam", displayName: "RAdam",
    summary: Message(
      "adam that does not scale its first steps, while it has seen too little", zh: "最初样本太少时不缩放步长的 adam"),
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
    summary: Message(
      "adam's step for a whole layer, stretched to lr times the layer's norm", zh: "整层使用 adam 的步子，长度调为 lr 乘以该层的范数"))

  /// The notes' formula, which divides by the layer's norm instead.
  static let lambNotes = lamb(
    "lamb-notes", displayName: "LAMB (as in the notes)", isInverted: true,
    summary: Message("adam's step divided by the layer's norm: wrong, kept to show it", zh: "adam 的步子除以该层的范数：错误写法，留作演示")
  )

  private static func lamb(_ name: String, displayName: String, isInverted: Bool, summary: Message) -> RuleKind {
    RuleKind(
      name, displayName: displayName, summary: summary,
      keys: momentKeys(rate: 1e-3, epsilon: 1e-6) + [
        RuleKey("weight_decay", 0, .nonNegative, Message("share of the weights added to the step", zh: "加到步子上的权重比例"))
      ],
      make: {
        LAMB(
          learningRate: $0["lr"], meanDecay: $0["beta1"], squareDecay: $0["beta2"], epsilon: $0["eps"],
          weightDecay: $0["weight_decay"], isInverted: isInverted)
      })
  }

  private static func momentKeys(rate: Double, epsilon: Double = 1e-8) -> [RuleKey] {
    [
      .rate(rate),
      RuleKey("beta1", 0.9, .decay, Message("share of the mean gradient that a step keeps", zh: "每步保留的梯度均值比例")),
      RuleKey("beta2", 0.999, .decay, Message("share of the mean square that a step keeps", zh: "每步保留的均方值比例")),
      .epsilon(epsilon),
    ]
  }
}

extension RuleKind.Settings {
  /// The weight decay, as far as it passes through the gradient, and as far as it does not.
  fileprivate var decay: (coupled: Double, decoupled: Double) {
    isSet("decoupled_weight_decay") ? (0, self["weight_decay"]) : (self["weight_decay"], 0)
  }
}
