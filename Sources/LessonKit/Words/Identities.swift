// Who has which colour, marker and dash, in every lesson. Palette: 0 blue, 1 orange, 2 teal, 3 wine, 4 olive, 5 lavender.

extension Rule {
  /// The optimizer in every figure.
  public var identity: Identity {
    let name = Phrase(same: displayName)
    return switch self.name {
    case "sgd": Identity(name, .series(0), marker: .circle)
    case "momentum": Identity(name, .series(3), marker: .square)
    case "nesterov": Identity(name, .series(5), marker: .hexagon)
    case "adagrad": Identity(name, .series(4), marker: .triangleDown)
    case "adadelta": Identity(name, .series(5), marker: .triangleDown, dash: .dashed)
    case "rmsprop": Identity(name, .series(2), marker: .triangle)
    case "adam": Identity(name, .series(1), marker: .diamond)
    case "adamw": Identity(name, .series(5), marker: .diamond, dash: .dashed)
    case "adamax": Identity(name, .series(4), marker: .diamond, dash: .dashed)
    case "nadam": Identity(name, .series(3), marker: .hexagon, dash: .dashed)
    case "radam": Identity(name, .series(2), marker: .hexagon, dash: .dashed)
    case "rprop": Identity(name, .series(0), marker: .triangleDown, dash: .dashed)
    case "lamb": Identity(name, .series(2), marker: .square, dash: .dashed)
    case "lamb-notes": Identity(Phrase("divided by the norm", zh: "除以范数"), .series(3), marker: .triangleDown)
    case "lion": Identity(name, .series(4), marker: .square, dash: .dashed)
    default: Identity(name, .muted)
    }
  }

  /// Gradient descent: the name that SGD has on a function without noise.
  public static let gradientDescent = Identity(Phrase("gradient descent", zh: "梯度下降"), .series(0), marker: .circle)
}

extension [Rule] {
  /// The identities of optimizers that stand in one figure: plain gradient descent by its own name where nothing is random,
  /// and twins told apart by the settings in which they differ, by marker and by dash.
  public func identities(isRandom: Bool) -> [Identity] {
    let names = distinctNames
    return indices.map { index in
      let rule = self[index]
      let isPlain = rule.identity.name == names[index]
      var identity = rule.name == "sgd" && !isRandom && isPlain ? Rule.gradientDescent : rule.identity
      if !isPlain { identity.name = names[index] }
      let twins = self[..<index].count { $0.name == rule.name }
      if twins > 0 {
        let (dashes, shapes) = (Identity.Dash.allCases, MarkerShape.allCases.filter { $0 != .ring })
        identity.dash = dashes.after(identity.dash, by: twins)
        identity.marker = shapes.after(identity.marker, by: twins)
      }
      return identity
    }
  }
}

extension Array where Element: Equatable {
  /// The element so many places after another, round and round.
  fileprivate func after(_ element: Element, by places: Int) -> Element {
    self[((firstIndex(of: element) ?? 0) + places) % count]
  }
}

extension Activation {
  /// The activation in every figure.
  public var identity: Identity {
    switch self {
    case .sigmoid: Identity(name, .series(1), marker: .circle)
    case .tanh: Identity(name, .series(5), marker: .square)
    case .relu: Identity(name, .series(0), marker: .triangle)
    case .leakyrelu: Identity(name, .series(2), marker: .diamond)
    case .elu: Identity(name, .series(4), marker: .hexagon)
    case .gelu: Identity(name, .series(3), marker: .triangleDown)
    case .silu: Identity(name, .muted, marker: .ring)
    }
  }
}

extension Identity {
  // Normalisations.

  /// Batch normalisation.
  public static let batchNorm = Identity(Phrase("batch norm", zh: "批归一化"), .series(1), marker: .circle)
  /// Layer normalisation.
  public static let layerNorm = Identity(Phrase("layer norm", zh: "层归一化"), .series(0), marker: .square)
  /// Group normalisation.
  public static let groupNorm = Identity(Phrase("group norm", zh: "组归一化"), .series(2), marker: .triangle)
  /// Without normalisation.
  public static let noNorm = Identity(Phrase("no normalisation", zh: "不归一化"), .muted, marker: .ring)

  // Penalties.

  /// The sum of absolute weights.
  public static let l1 = Identity("L1", .series(1), marker: .diamond)
  /// The sum of squared weights.
  public static let l2 = Identity("L2", .series(0), marker: .circle)
  /// Without a penalty.
  public static let noPenalty = Identity(Phrase("no penalty", zh: "无惩罚"), .muted, marker: .ring)

  // Roles.

  /// What the model learns from.
  public static let training = Identity(Phrase("training", zh: "训练集"), .series(0), marker: .circle)
  /// What decides between models.
  public static let validation = Identity(Phrase("validation", zh: "验证集"), .series(5), marker: .triangle)
  /// What the model has never seen.
  public static let test = Identity(Phrase("test", zh: "测试集"), .series(1), marker: .diamond)
  /// The curve behind the data.
  public static let truth = Identity(Phrase("true function", zh: "真实函数"), .muted, dash: .dashed)
  /// Points of data.
  public static let data = Identity(Phrase("data", zh: "数据"), .ink, marker: .ring)
  /// What guessing brings.
  public static let chance = Identity(Phrase("chance", zh: "随机猜测"), .muted, dash: .dotted)
  /// A law that the measurements follow or miss.
  public static let law = Identity(Phrase("law", zh: "理论"), .muted, dash: .dashed)
  /// A model that is too simple.
  public static let tooSimple = Identity(Phrase("too simple", zh: "过于简单"), .series(0), marker: .circle)
  /// A model that fits.
  public static let aboutRight = Identity(Phrase("about right", zh: "恰当"), .series(2), marker: .triangle)
  /// A model that is too flexible.
  public static let tooFlexible = Identity(Phrase("too flexible", zh: "过于灵活"), .series(1), marker: .diamond)
  /// As it was.
  public static let before = Identity(Phrase("before", zh: "之前"), .series(3), marker: .square)
  /// As it is now.
  public static let after = Identity(Phrase("after", zh: "之后"), .series(0), marker: .circle)
}
