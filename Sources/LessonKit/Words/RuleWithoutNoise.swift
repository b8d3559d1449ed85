extension Rule {
  /// The optimizer with its settings on a function without noise, where plain SGD is gradient descent.
  public var describedWithoutNoise: Phrase {
    guard self == Rule.sgd.with(learningRate: self["lr"] ?? 1) else { return described }
    let (name, length) = (Self.gradientDescent.name, displayName.count)
    return name + described.map { String($0.dropFirst(length)) }
  }
}
