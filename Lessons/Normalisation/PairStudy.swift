import LessonKit

/// What batch norm puts out where a channel has one value a sample, so that a batch of b is all that it sees.
struct PairStudy: Sendable {
  /// The usual ε.
  static let epsilon = 1e-5
  static let count = 20_000

  /// Outputs for normal inputs of a deviation, in batches of a size: about `count` of them.
  static func outputs(batch: Int, deviation: Double, seed: Int) -> [Double] {
    var stream = SeededGenerator(seed: UInt64(seed) &+ UInt64(batch))
    let inputs = stream.normal(mean: 0, deviation: deviation, shape: [count / batch, batch])
    return (0..<(count / batch)).flatMap { row in
      normalised(Array(inputs.elements[(row * batch)..<((row + 1) * batch)]))
    }
  }

  /// A batch minus its mean, over the root of its variance and ε, as PyTorch trains: (x − m)/√(v + ε).
  static func normalised(_ batch: [Double]) -> [Double] {
    let count = Double(batch.count)
    let mean = batch.reduce(0, +) / count
    let variance = batch.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / count
    let scale = 1 / (variance + epsilon).squareRoot()
    return batch.map { ($0 - mean) * scale }
  }

  /// The median size of outputs.
  static func medianSize(_ outputs: [Double]) -> Double { outputs.map { abs($0) }.median() }
}
