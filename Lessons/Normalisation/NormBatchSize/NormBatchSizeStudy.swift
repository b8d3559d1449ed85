import LessonKit

extension NormBatchSize {
  /// What the values of a map are like.
  enum Values: Int, Sendable, CaseIterable {
    /// Independent normal numbers: what the law asks for.
    case independent
    /// The same, smeared over about a pixel, as neighbours of an image are.
    case correlated
    /// Independent normal numbers after ReLU.
    case rectified

    /// What they are called.
    var name: Phrase {
      switch self {
      case .independent: Phrase("independent", zh: "相互独立")
      case .correlated: Phrase("neighbours alike", zh: "相邻值相关")
      case .rectified: Phrase("after ReLU", zh: "ReLU 之后")
      }
    }

    /// Maps of this kind, a row each, made from independent normal numbers.
    func maps(from noise: Tensor) -> Tensor {
      switch self {
      case .independent: noise
      case .correlated: noise.matmul(Study.blur)
      case .rectified: noise.map { max(0, $0) }
      }
    }
  }

  /// How far the variance that a normalisation estimates lies from the true one: by Monte Carlo, over maps of 16 × 16 values.
  ///
  /// The error is the standard deviation of the unbiased estimates over their mean. Batch norm takes one channel of all
  /// samples, group norm eight channels of one sample, layer norm all sixteen.
  struct Study: Sendable {
    static let side = 16
    static let mapCount = side * side
    static let groupChannels = 8
    static let channels = 16
    static let batchSizes = [1, 2, 4, 8, 16, 32]

    /// How many maps each seed draws for batch norm, and again for group and layer norm.
    let maps: Int
    /// By seed and kind of values: batch norm's errors by batch size, then group norm's and layer norm's.
    let runs: Repeated<[[Double]]>

    init(of kinds: [Values] = Values.allCases, seeds: Int, from first: Int, maps: Int) {
      self.maps = maps
      runs = Repeated(seeds, from: first) { seed in
        var stream = SeededGenerator(seed: UInt64(seed))
        let pools = (0..<2).map { _ in stream.normal(shape: [maps, Self.mapCount]) }
        return Values.allCases.map { kind in
          guard kinds.contains(kind) else { return [] }
          let sums = pools.map { Sums(kind.maps(from: $0)) }
          return Self.batchSizes.map { sums[0].error(maps: $0) }
            + [Self.groupChannels, Self.channels].map { sums[1].error(maps: $0) }
        }
      }
    }

    /// The law for independent normal values: √(2/(n − 1)).
    static func law(_ count: Int) -> Double { (2 / Double(count - 1)).squareRoot() }

    /// Batch norm's error at each batch size.
    func batch(_ kind: Values) -> [Spread] { Array(runs.spreads { $0[kind.rawValue] }.prefix(Self.batchSizes.count)) }
    /// Batch norm's error at a batch size that was measured.
    func batch(_ kind: Values, _ size: Int) -> Spread {
      guard let index = Self.batchSizes.firstIndex(of: size) else { fatalError("no batch of \(size) was measured") }
      return batch(kind)[index]
    }
    func group(_ kind: Values) -> Spread { runs.spread { $0[kind.rawValue][Self.batchSizes.count] } }
    func layer(_ kind: Values) -> Spread { runs.spread { $0[kind.rawValue][Self.batchSizes.count + 1] } }

    /// A map smeared by a normal curve of deviation 1 pixel, out to four, its edges joined: what each value gives to each.
    static let blur: Tensor = {
      let weights = (-4...4).map { exp(-0.5 * Double($0 * $0)) }
      let whole = weights.reduce(0, +)
      var blur = Tensor.zeros([mapCount, mapCount])
      for from in 0..<mapCount {
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

  /// Sum and sum of squares of every map.
  private struct Sums {
    let sums: Tensor
    let squares: Tensor

    init(_ maps: Tensor) { (sums, squares) = (maps.sum(along: [1]), (maps * maps).sum(along: [1])) }

    /// The spread of the variances of so many maps together, over their mean.
    func error(maps: Int) -> Double {
      let (rows, count) = (sums.count / maps, Double(maps * Study.mapCount))
      func together(_ tensor: Tensor) -> Tensor {
        tensor.rows(0..<rows * maps).reshaped(to: [rows, maps]).sum(along: [1])
      }
      let total = together(sums)
      let variances = (together(squares) - total * total / count) / (count - 1)
      let mean = variances.mean()
      return (variances - mean).norm() / Double(rows - 1).squareRoot() / mean
    }
  }
}
