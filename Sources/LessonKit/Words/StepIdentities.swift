extension Identity {
  /// Steps against the gradient of loss and penalty.
  public static let gradientSteps = Identity(Phrase("subgradient steps", zh: "次梯度步"), .series(1), marker: .diamond)
  /// Steps against the gradient of the loss alone, each followed by the penalty's own.
  public static let proximalSteps = Identity(Phrase("proximal steps", zh: "近端步"), .series(0), marker: .circle)
}
