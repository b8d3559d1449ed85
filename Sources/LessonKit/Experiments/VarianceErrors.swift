/// How far the variance that a normalisation estimates lies from the true one: by Monte Carlo, over maps of 16 × 16 values.
///
/// The error is the standard deviation of the unbiased estimates over their mean. Batch norm takes one channel of all
/// samples, group norm eight channels of one sample, layer norm all sixteen.
public struct VarianceErrors: Sendable {
  /// Channels of a sample.
  public static let channels = 16
  /// Channels that group norm takes together.
  public static let groupChannels = 8
  /// The batches that batch norm is tried on.
  public static let batchSizes = [1, 2, 4, 8, 16, 32]

  /// How many maps each seed draws for batch norm, and again for group and layer norm.
  public let maps: Int
  /// By seed: batch norm's errors by batch size, group norm's, layer norm's, for each kind of values.
  public let runs: Repeated<[MapValues: [Double]]>

  /// Draws maps of some kinds of values under so many seeds.
  public init(of kinds: [MapValues] = MapValues.allCases, seeds: Int, from first: Int, maps: Int) {
    self.maps = maps
    runs = Repeated(seeds, from: first) { seed in
      var stream = SeededGenerator(seed: UInt64(seed))
      let pools = (0..<2).map { _ in stream.normal(shape: [maps, MapValues.side * MapValues.side]) }
      let errors = kinds.map { kind in
        let sums = pools.map { Sums(kind.maps(from: $0)) }
        return Self.batchSizes.map { sums[0].error(maps: $0) }
          + [Self.groupChannels, Self.channels].map { sums[1].error(maps: $0) }
      }
      return Dictionary(uniqueKeysWithValues: zip(kinds, errors))
    }
  }

  /// The law for independent normal values: √(2/(n − 1)).
  public static func law(_ count: Int) -> Double { (2 / Double(count - 1)).squareRoot() }

  /// Batch norm's error at each batch size.
  public func batch(_ kind: MapValues) -> [Spread] { Array(all(kind).prefix(Self.batchSizes.count)) }
  /// Group norm's error.
  public func group(_ kind: MapValues) -> Spread { all(kind)[Self.batchSizes.count] }
  /// Layer norm's error.
  public func layer(_ kind: MapValues) -> Spread { all(kind)[Self.batchSizes.count + 1] }

  /// Batch norm's error at one of the batch sizes.
  public func batch(_ kind: MapValues, _ size: Int) -> Spread {
    guard let index = Self.batchSizes.firstIndex(of: size) else { fatalError("no batch of \(size) was measured") }
    return all(kind)[index]
  }

  private func all(_ kind: MapValues) -> [Spread] { runs.spreads { $0[kind] ?? [] } }

  /// Sum and sum of squares of every map.
  private struct Sums {
    let sums: Tensor
    let squares: Tensor

    init(_ maps: Tensor) { (sums, squares) = (maps.sum(along: [1]), (maps * maps).sum(along: [1])) }

    /// The spread of the variances of so many maps together, over their mean.
    func error(maps: Int) -> Double {
      let (rows, count) = (sums.count / maps, Double(maps * MapValues.side * MapValues.side))
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
