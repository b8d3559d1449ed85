/// Gradient descent and what adds a velocity to it, and the rules that follow signs.
extension RuleKind {
  static let sgd = descent(
    "sgd", aliases: ["gd"], displayName: "SGD",
    summary: Message(
      "plain gradient descent: a step along the gradient, as long as it is steep", zh: "普通梯度下降：沿梯度走，坡度越陡步长越大"))

  static let momentum = descent(
    "momentum", displayName: "Momentum", momentum: 0.9,
    summary: Message("sgd with a velocity that sums up past gradients (heavy ball)", zh: "带速度的 sgd，速度累加过去的梯度（重球法）"))

  static let nesterov = descent(
    "nesterov", displayName: "Nesterov", momentum: 0.9, isNesterov: true,
    summary: Message("sgd with a velocity, and the gradient counted once more on top of it", zh: "带速度的 sgd，并把当前梯度再计一次"))

  private static func descent(
    _ name: String, aliases: [String] = [], displayName: String, momentum: Double = 0, isNesterov: Bool = false,
    summary: Message
  ) -> RuleKind {
    RuleKind(
      name, aliases: aliases, displayName: displayName, family: "sgd", summary: summary,
      keys: [
        .rate(1e-3), .velocity(momentum),
        RuleKey(
          "dampening", 0, .share, Message("share of the gradient that the velocity leaves out", zh: "速度不计入的梯度比例")),
        RuleKey("nesterov", isNesterov ? 1 : 0, .flag, Message("count the gradient once more", zh: "把梯度再计一次")),
        RuleKey(
          "ema", 0, .flag,
          Message(
            "average the gradients, (1 - momentum) of each, instead of summing", zh: "对梯度取平均（各占 1 - momentum），而不是累加")),
        .weightDecay(0),
      ],
      objection: { settings in
        let isPossible = settings["momentum"] > 0 && settings["dampening"] == 0
        switch (settings.isSet("nesterov"), settings.isSet("ema")) {
        case (true, true): return Message("nesterov and ema do not go together", zh: "nesterov 与 ema 不能同时使用")
        case (true, false) where !isPossible:
          return Message(
            "nesterov needs a momentum above 0 and a dampening of 0", zh: "nesterov 要求 momentum 大于 0 且 dampening 为 0")
        case (false, true) where !isPossible:
          return Message(
            "ema needs a momentum above 0 and a dampening of 0", zh: "ema 要求 momentum 大于 0 且 dampening 为 0")
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
    summary: Message(
      "only signs count: steps grow while the sign stays, and shrink when it turns", zh: "只看符号：符号不变则步长增大，符号翻转则步长减小"),
    keys: [
      RuleKey("lr", 1e-2, .positive, Message("length of the first step", zh: "第一步的步长")),
      RuleKey("etaminus", 0.5, .decay, Message("factor on a step whose sign turned", zh: "符号翻转时步长乘的因子")),
      RuleKey("etaplus", 1.2, .growth, Message("factor on a step whose sign stayed", zh: "符号不变时步长乘的因子")),
      RuleKey("step_min", 1e-6, .positive, Message("the shortest step", zh: "最短步长")),
      RuleKey("step_max", 50, .positive, Message("the longest step", zh: "最长步长")),
    ],
    objection: { settings in
      settings["step_min"] <= settings["step_max"]
        ? nil : Message("step_min is above step_max", zh: "step_min 大于 step_max")
    },
    make: {
      Rprop(
        learningRate: $0["lr"], shrinkage: $0["etaminus"], growth: $0["etaplus"], shortest: $0["step_min"],
        longest: $0["step_max"])
    })

  static let lion = RuleKind(
    "lion", displayName: "Lion",
    summary: Message(
      "every coordinate moves by lr, along the sign of a mean that leans to the new gradient",
      zh: "每个坐标移动 lr，方向取偏向新梯度的均值的符号"),
    keys: [
      .rate(1e-4),
      RuleKey("beta1", 0.9, .share, Message("share of the mean in what a step follows", zh: "每步所依据的方向中均值所占比例")),
      RuleKey("beta2", 0.99, .decay, Message("share of the mean gradient that a step keeps", zh: "每步保留的梯度均值比例")),
      .decoupledDecay(0),
    ],
    make: {
      Lion(learningRate: $0["lr"], meanShare: $0["beta1"], meanDecay: $0["beta2"], weightDecay: $0["weight_decay"])
    })
}
