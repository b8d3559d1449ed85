extension Identity {
  /// A network in training mode: units are dropped at every pass.
  public static let dropoutOn = Identity(Phrase("Dropout on", zh: "dropout 开启"), .series(3), marker: .square)
  /// The same network in evaluation mode: all units answer.
  public static let dropoutOff = Identity(Phrase("Dropout off", zh: "dropout 关闭"), .series(2), marker: .circle)
}
