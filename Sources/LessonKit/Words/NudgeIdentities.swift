extension Identity {
  /// Pixels nudged by coins.
  public static let randomNudge = Identity(Phrase("random nudge", zh: "随机扰动"), .muted, marker: .triangle)
  /// Pixels nudged against the network.
  public static let adversarialNudge = Identity(Phrase("adversarial nudge", zh: "对抗扰动"), .series(1), marker: .square)
}
