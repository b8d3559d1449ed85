/// Rules that scale each coordinate by the size of its gradients so far.
extension RuleKind {
  static let adagrad = RuleKind(
    "adagrad", displayName: "Adagrad",
    summary: Message(
      "steps shrink with the sum of squared gradients, for each coordinate by itself", zh: "各坐标的步长随自身梯度平方和增大而减小"),
    keys: [
      .rate(1e-2), RuleKey("lr_decay", 0, .nonNegative, Message("how fast the rate falls by itself", zh: "学习率自行下降的快慢")),
      .epsilon(1e-10), .weightDecay(0),
      RuleKey(
        "initial_accumulator_value", 0, .nonNegative,
        Message("what the sum of squared gradients starts from", zh: "梯度平方和的初值")),
    ],
    make: {
      Adagrad(
        learningRate: $0["lr"], rateDecay: $0["lr_decay"], weightDecay: $0["weight_decay"], epsilon: $0["eps"],
        initialSum: $0["initial_accumulator_value"])
    })

  static let adadelta = RuleKind(
    "adadelta", displayName: "Adadelta",
    summary: Message(
      "steps as long as those before, times the gradient over its usual size", zh: "步长与此前的步长相当，再乘以梯度与其常见大小之比"),
    keys: [
      RuleKey("lr", 1, .positive, Message("factor on the step", zh: "步长乘的因子")),
      RuleKey("rho", 0.9, .decay, Message("share of the mean squares that a step keeps", zh: "每步保留的均方值比例")),
      RuleKey(
        "eps", 1e-6, .nonNegative,
        Message("added under both roots, and what the first step grows from", zh: "加在两个根号之下，也是第一步的来源")),
      .weightDecay(0),
    ],
    make: {
      Adadelta(learningRate: $0["lr"], squareDecay: $0["rho"], epsilon: $0["eps"], weightDecay: $0["weight_decay"])
    })

  static let rmsprop = RuleKind(
    "rmsprop", displayName: "RMSprop",
    summary: Message("steps are divided by the root of the running mean of squared gradients", zh: "步长除以梯度平方滑动平均的平方根"),
    keys: [
      .rate(1e-2),
      RuleKey("alpha", 0.99, .decay, Message("share of the mean square that a step keeps", zh: "每步保留的均方值比例")),
      .epsilon(1e-8),
      RuleKey("centered", 0, .flag, Message("divide by the spread around the mean instead", zh: "改为除以相对均值的离散程度")),
      .velocity(0), .weightDecay(0),
    ],
    make: {
      RMSprop(
        learningRate: $0["lr"], squareDecay: $0["alpha"], epsilon: $0["eps"], momentum: $0["momentum"],
        weightDecay: $0["weight_decay"], isCentered: $0.isSet("centered"))
    })
}
