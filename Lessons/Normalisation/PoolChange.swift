import LessonKit

/// How far the outputs of one sample move when the other sample of its batch is another one.
struct PoolChange: Sendable {
  let batch: Double
  let group: Double
  let layer: Double

  /// Two batches of two samples with one in common, 16 channels of 16 × 16 normal values.
  init(seed: Int) {
    var stream = SeededGenerator(seed: UInt64(seed))
    let (channels, map) = (VarianceStudy.channels, VarianceStudy.mapCount)
    let samples = (0..<3).map { _ in stream.normal(shape: [channels * map]).elements }
    // What each normalisation of the first sample takes in, besides it one of the others or nothing.
    func change(_ outputs: ([Double]) -> [Double]) -> Double {
      zip(outputs(samples[1]), outputs(samples[2])).map { abs($0 - $1) }.max() ?? 0
    }
    func channel(_ sample: [Double], _ range: Range<Int>) -> [Double] {
      Array(sample[(range.lowerBound * map)..<(range.upperBound * map)])
    }
    func own(by count: Int) -> [Double] {
      stride(from: 0, to: channels, by: count).flatMap { first in
        PairStudy.normalised(channel(samples[0], first..<(first + count)))
      }
    }
    batch = change { other in
      (0..<channels).flatMap { index in
        let range = index..<(index + 1)
        return PairStudy.normalised(channel(samples[0], range) + channel(other, range)).prefix(map)
      }
    }
    group = change { _ in own(by: VarianceStudy.groupChannels) }
    layer = change { _ in own(by: channels) }
  }
}
