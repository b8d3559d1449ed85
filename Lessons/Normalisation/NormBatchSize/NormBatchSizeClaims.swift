import LessonKit

extension NormBatchSize {
  func findings(_ run: Run) throws -> [Finding] {
    let study = VarianceErrors(seeds: seeds, from: run.seed, maps: 8192)
    return errors(study) + [pair(run), within(run)]
  }

  /// How near medians of so many draws come to the truth.
  private static let tolerance = 0.04

  /// How far off the variance is: as stated, by the law, for other values, and in proportion.
  ///
  /// With joined edges the spectrum of the blur gives exactly 15.66 % and 7.83 %; the stated 15.5 % and 7.7 % name no edges.
  /// NumPy measures 15.4 % with zeros beyond the edge, 14.9 % where the map is cut out of a larger one, 14.5 % mirrored.
  private func errors(_ study: VarianceErrors) -> [Finding] {
    let how = Phrase(
      "standard deviation of unbiased variances over their mean; maps of 16 × 16; \(study.runs.condition) of \(study.maps) maps; neighbours alike: normal blur of 1 pixel, edges joined",
      zh: "无偏方差估计的标准差与其均值之比；16 × 16 的特征图；\(study.runs.condition)、各 \(study.maps) 张图；相邻值相关：1 像素高斯平滑，边缘相接")
    func about(_ stated: Double, _ times: Double = 1) -> Measurement.Expectation {
      .equal(to: stated, within: .relative(times * Self.tolerance))
    }
    func each(_ measure: (MapValues) -> [Measurement]) -> [Measurement] { MapValues.allCases.flatMap(measure) }
    func batch(_ kind: MapValues, _ size: Int) -> Double { study.batch(kind, size).median }
    func group(_ kind: MapValues) -> Double { study.group(kind).median }
    let layer = VarianceErrors.channels * MapValues.side * MapValues.side
    return [
      Finding(
        "norm-batch-size.stated",
        each { kind in
          [
            Measurement(batch(kind, 2), .inside(0.058...0.068), when: "BN, b = 2, \(kind.name)"),
            Measurement(group(kind), .inside(0.028...0.034), when: "GN, b = 1, \(kind.name)"),
          ]
        }, how: how),
      Finding(
        "norm-batch-size.law",
        [
          Measurement(batch(.independent, 2), about(0.06256), when: "n = 512"),
          Measurement(group(.independent), about(0.03126), when: "n = 2048"),
          Measurement(study.layer(.independent).median, about(VarianceErrors.law(layer), 2), when: "n = \(layer)"),
        ], how: how),
      Finding(
        "norm-batch-size.correlated",
        [
          Measurement(batch(.correlated, 2), about(0.155), when: "BN, b = 2, \(MapValues.correlated.name)"),
          Measurement(group(.correlated), about(0.077), when: "GN, \(MapValues.correlated.name)"),
          Measurement(batch(.rectified, 2), about(0.093), when: "BN, b = 2, \(MapValues.rectified.name)"),
        ], how: how),
      Finding(
        "norm-batch-size.ratio", each { [Measurement(batch($0, 2) / group($0), about(2, 1.5), when: $0.name)] },
        how: how),
      Finding(
        "norm-batch-size.match", each { [Measurement(batch($0, 8) / group($0), about(1, 2), when: $0.name)] }, how: how),
      Finding(
        "norm-batch-size.tiny",
        MapValues.allCases.map {
          Measurement(
            study.layer($0).median, .less(than: 0.5 * batch($0, 2)),
            when: "LN at b = 1 against BN at b = 2, \($0.name)", zh: "LN（b = 1）对 BN（b = 2），\($0.name)")
        }, how: how),
    ]
  }

  /// Outputs of batch norm where a channel has one value a sample: batches of a size, a row each, about 20,000 values.
  ///
  /// Over a row of its own, layer norm computes the same.
  static func outputs(batch: Int, deviation: Double, seed: Int) -> [Double] {
    var stream = SeededGenerator(seed: UInt64(seed) &+ UInt64(batch))
    let inputs = stream.normal(mean: 0, deviation: deviation, shape: [20_000 / batch, batch])
    return LayerNorm(batch).trainingOutput(for: inputs).elements
  }

  /// Batch norm without spatial dimensions at b = 2.
  private func pair(_ run: Run) -> Finding {
    func size(_ deviation: Double) -> Double {
      Self.outputs(batch: 2, deviation: deviation, seed: run.seed).map { abs($0) }.median()
    }
    return Finding(
      "norm-batch-size.pair",
      [
        Measurement(
          size(1), .equal(to: 0.99998, within: .absolute(1e-5)), when: "inputs of deviation 1", zh: "输入标准差 1"),
        Measurement(
          size(0.01), .equal(to: 0.83, within: .absolute(0.01)), when: "inputs of deviation 0.01", zh: "输入标准差 0.01"),
        Measurement(
          LayerNorm(2).trainingOutput(for: Tensor([0.7, 0.7], shape: [1, 2]))[0, 0], .exactly(0), when: "equal inputs",
          zh: "两个输入相等"),
      ], how: "median size of 20,000 outputs d/√(d² + ε), d half the difference, ε = 1e-5",
      zh: "20,000 个输出 d/√(d² + ε) 绝对值的中位数，d 为差的一半，ε = 1e-5")
  }

  /// Whether a sample's outputs hang on the other samples of its batch.
  private func within(_ run: Run) -> Finding {
    let (channels, side) = (VarianceErrors.channels, MapValues.side)
    var stream = SeededGenerator(seed: UInt64(run.seed))
    let samples = (0..<3).map { _ in stream.normal(shape: [1, channels, side, side]) }
    /// How far the outputs of one sample move when the other sample of its batch is another one.
    func reach(_ layer: any Layer) -> Double {
      let outputs = [1, 2].map { other in
        layer.trainingOutput(for: Tensor(concatenating: [samples[0], samples[other]])).rows(0..<1)
      }
      return (outputs[0] - outputs[1]).magnitude().greatest()
    }
    let group = GroupNorm(groups: channels / VarianceErrors.groupChannels, channels: channels)
    return Finding(
      "norm-batch-size.within",
      [
        Measurement(reach(group), .exactly(0), when: "GN"),
        Measurement(reach(GroupNorm(groups: 1, channels: channels)), .exactly(0), when: "LN"),
        Measurement(reach(BatchNorm(channels)), .greater(than: 0.1), when: "BN"),
      ],
      how:
        "largest change of one sample’s outputs when the other sample of the batch is drawn anew; 16 channels of 16 × 16",
      zh: "批内另一个样本重新抽取时，本样本输出的最大变化；16 个 16 × 16 的通道")
  }
}
