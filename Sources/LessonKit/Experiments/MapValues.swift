/// What the values of a feature map are like, for experiments on statistics over maps of 16 × 16.
public enum MapValues: Int, Sendable, CaseIterable {
  /// Independent normal numbers.
  case independent
  /// The same, smeared over about a pixel, as neighbours of an image are.
  case correlated
  /// Independent normal numbers after ReLU.
  case rectified

  /// Rows and columns of a map.
  public static let side = 16

  /// What they are called.
  public var name: Phrase {
    switch self {
    case .independent: Phrase("independent", zh: "相互独立")
    case .correlated: Phrase("neighbours alike", zh: "相邻值相关")
    case .rectified: Phrase("after ReLU", zh: "ReLU 之后")
    }
  }

  /// Maps of this kind, a row each, made from as many independent normal numbers.
  public func maps(from noise: Tensor) -> Tensor {
    switch self {
    case .independent: noise
    case .correlated: noise.matmul(Self.blur)
    case .rectified: noise.map { max(0, $0) }
    }
  }

  /// A map smeared by a normal curve of deviation 1 pixel, out to four, its edges joined: what each value gives to each.
  private static let blur: Tensor = {
    let weights = (-4...4).map { exp(-0.5 * Double($0 * $0)) }
    let whole = weights.reduce(0, +)
    let count = side * side
    var blur = Tensor.zeros([count, count])
    for from in 0..<count {
      for (i, down) in weights.enumerated() {
        for (j, right) in weights.enumerated() {
          let row = (from / side + i - 4 + side) % side
          let column = (from % side + j - 4 + side) % side
          blur[from, row * side + column] = down * right / (whole * whole)
        }
      }
    }
    return blur
  }()
}
