import LessonKit

extension DroppedUnits {
  /// Masks and scales of the library's own layer.
  func findings(_ run: Run) throws -> [Finding] { [half, rate, scaling, networks, meaning] }

  private var half: Finding {
    let counts = UnitMasks(layers: [1000], drop: 0.5, passes: 20_000, seed: 0).counts.map(Double.init)
    let mean = counts.mean
    let deviation = counts.map { ($0 - mean) * ($0 - mean) }.mean.squareRoot()
    return Finding(
      "dropout.half",
      [
        Measurement(mean, .equal(to: 500, within: .absolute(0.5)), when: "mean of the active units", zh: "激活单元数的平均"),
        Measurement(
          deviation, .equal(to: 15.81, within: .absolute(0.25)), when: "their standard deviation", zh: "其标准差"),
      ], how: "1000 units, 20,000 masks", zh: "1000 个单元，20 000 个掩码")
  }

  /// The share of units that a layer of a dropout rate keeps.
  private static func kept(at rate: Double) -> Double {
    let masks = UnitMasks(layers: [1000], drop: rate, passes: 1000, seed: 1)
    return masks.counts.map(Double.init).mean / 1000
  }

  private var rate: Finding {
    Finding(
      "dropout.rate",
      [0.5, 0.3].map { p in
        Measurement(
          Self.kept(at: p), .equal(to: p, within: .absolute(0.005)), when: "share kept by Dropout(\(p))",
          zh: "Dropout(\(p)) 保留的比例")
      }, how: "1000 units, 1000 masks", zh: "1000 个单元，1000 个掩码")
  }

  private var meaning: Finding {
    Finding(
      "dropout.drop",
      [0.5, 0.3, 0.1].map { p in
        Measurement(
          1 - Self.kept(at: p), .equal(to: p, within: .absolute(0.005)), when: "share dropped by Dropout(\(p))",
          zh: "Dropout(\(p)) 丢弃的比例")
      }, how: "1000 units, 1000 masks", zh: "1000 个单元，1000 个掩码")
  }

  private var scaling: Finding {
    let cases = [0.8, 0.5, 0.3].flatMap { keep in
      let scales = Repeated(10, from: 0) { DropoutScale(keep: keep, inputs: 100, seed: $0) }
      return [
        Measurement(
          scales.spread(\.beforeReLU).median, .equal(to: 1, within: .absolute(0.02)),
          when: "keep \(keep), before the ReLU", zh: "保留 \(keep)，ReLU 之前"),
        Measurement(
          scales.spread(\.afterReLU).median, .equal(to: 1, within: .absolute(0.02)),
          when: "keep \(keep), after the ReLU", zh: "保留 \(keep)，ReLU 之后"),
      ]
    }
    return Finding(
      "dropout.scaling", cases,
      how: "training over evaluation mode; 200 units of 100 normal inputs at 200 places, median of 10 seeds",
      zh: "训练模式与评估模式之比；200 个单元，100 个正态输入，200 个位置，10 个种子的中位数")
  }

  private var networks: Finding {
    Finding(
      "dropout.networks",
      [4, 8, 10].map { units in
        let masks = UnitMasks(layers: [units], drop: 0.5, passes: 30_000, seed: 2)
        return Measurement(
          Double(masks.differentCount), .exactly(UnitMasks.networks(of: units)),
          when: "different masks of \(units) units", zh: "\(units) 个单元的不同掩码数")
      }, how: "30,000 masks at 0.5", zh: "丢弃率 0.5 时的 30 000 个掩码")
  }
}
