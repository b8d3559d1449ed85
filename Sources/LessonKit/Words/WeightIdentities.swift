extension WeightScheme {
  /// The initialisation in every figure.
  public var identity: Identity {
    switch self {
    case .matched: Identity(name, .muted, marker: .ring)
    case .he: Identity("He", .series(2), marker: .triangle)
    case .xavier: Identity("Xavier", .series(0), marker: .circle)
    case .lecun: Identity("LeCun", .series(5), marker: .hexagon)
    case .pytorch: Identity(Phrase("PyTorch’s default", zh: "PyTorch 默认"), .series(1), marker: .diamond)
    case .orthogonal: Identity(Phrase("orthogonal", zh: "正交"), .series(4), marker: .triangleDown)
    case .normal(let deviation):
      // Small ones and large ones stand in one figure.
      deviation < 0.1
        ? Identity(Phrase(same: Digits.text(deviation)), .series(3), marker: .square)
        : Identity(Phrase(same: Digits.text(deviation)), .series(1), marker: .triangleDown)
    }
  }
}
