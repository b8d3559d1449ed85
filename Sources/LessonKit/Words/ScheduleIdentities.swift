extension Schedule {
  /// The schedule in every figure.
  public var identity: Identity {
    switch name {
    case "constant": Identity(Phrase("Constant", zh: "恒定"), .muted, marker: .ring)
    case "step": Identity(Phrase("Step decay", zh: "阶梯衰减"), .series(0), marker: .square)
    case "multistep": Identity(Phrase("Multi-step", zh: "多级阶梯"), .series(0), marker: .square, dash: .dashed)
    case "exponential": Identity(Phrase("Exponential", zh: "指数衰减"), .series(1), marker: .diamond)
    case "polynomial": Identity(Phrase("Linear decay", zh: "线性衰减"), .series(1), marker: .diamond, dash: .dashed)
    case "cosine": Identity(Phrase("Cosine", zh: "余弦退火"), .series(2), marker: .circle)
    case "restarts": Identity(Phrase("Cosine with restarts", zh: "带重启的余弦"), .series(2), marker: .circle, dash: .dashed)
    case "plateau": Identity(Phrase("On plateau", zh: "平台期衰减"), .series(3), marker: .triangleDown)
    case "warmup": Identity(Phrase("Warm-up alone", zh: "仅预热"), .series(4), marker: .triangle, dash: .dashed)
    case "warmup-cosine": Identity(Phrase("Warm-up", zh: "预热后余弦"), .series(4), marker: .triangle)
    default: Identity(Phrase(same: displayName), .series(5), marker: .hexagon)
    }
  }
}
