import LessonKit

/// What a normalisation takes its statistics over: cells of the table of samples and channels, each cell a map.
enum Pooling: Int, Sendable, CaseIterable {
  /// One channel of every sample.
  case batch
  /// Eight channels of one sample.
  case group
  /// Every channel of one sample.
  case layer

  /// Samples and channels whose maps share one mean and one variance.
  struct Pool: Sendable, Hashable {
    let samples: ClosedRange<Int>
    let channels: ClosedRange<Int>

    /// How many values it has.
    var count: Int { samples.count * channels.count * VarianceStudy.mapCount }
  }

  /// All pools of a batch, each cell in one of them.
  func pools(samples: Int) -> [Pool] {
    let channels = VarianceStudy.channels
    guard self != .batch else {
      return (0..<channels).map { Pool(samples: 0...(samples - 1), channels: $0...$0) }
    }
    let width = self == .group ? VarianceStudy.groupChannels : channels
    return (0..<samples).flatMap { sample in
      stride(from: 0, to: channels, by: width).map { first in
        Pool(samples: sample...sample, channels: first...(first + width - 1))
      }
    }
  }

  /// How many values stand behind one variance, for a batch of so many samples.
  func count(samples: Int) -> Int { pools(samples: samples)[0].count }

  /// A batch of samples normalised, pool by pool; a sample is its maps one after the other.
  func normalised(_ samples: [[Double]]) -> [[Double]] {
    var result = samples
    let map = VarianceStudy.mapCount
    for pool in pools(samples: samples.count) {
      let range = (pool.channels.lowerBound * map)..<((pool.channels.upperBound + 1) * map)
      let outputs = PairStudy.normalised(pool.samples.flatMap { samples[$0][range] })
      for (index, sample) in pool.samples.enumerated() {
        let start = index * range.count
        result[sample].replaceSubrange(range, with: outputs[start..<(start + range.count)])
      }
    }
    return result
  }

  /// How far the outputs of one sample move when the other sample of its batch is another one.
  func reach(seed: Int) -> Double {
    var stream = SeededGenerator(seed: UInt64(seed))
    let count = VarianceStudy.channels * VarianceStudy.mapCount
    let samples = (0..<3).map { _ in stream.normal(shape: [count]).elements }
    let (one, other) = (
      normalised([samples[0], samples[1]])[0], normalised([samples[0], samples[2]])[0]
    )
    return zip(one, other).map { abs($0 - $1) }.max() ?? .nan
  }
}
