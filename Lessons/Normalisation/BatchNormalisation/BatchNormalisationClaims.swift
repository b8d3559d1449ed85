import LessonKit

extension BatchNormalisation {
  /// Measured at its own setting, whatever the options are.
  func findings(_ run: Run) throws -> [Finding] { moments(run) + [saturation(run)] + scales(run) + rates(run) }

  /// Means and variances after normalisation, and with a scale and a shift.
  private func moments(_ run: Run) -> [Finding] {
    let units = Repeated(20, from: run.seed) { LayerUnits(layer: 6, batch: 256, seed: $0) }
    let off = units.spread { LayerUnits.means($0.normalised).magnitude().greatest() }
    let fromLaw = units.spread { units in
      let law = LayerUnits.variances(units.sums).map { 1 - 1e-5 / ($0 + 1e-5) }
      return (LayerUnits.variances(units.normalised) - law).magnitude().greatest()
    }
    let how = Phrase("16 units of the sixth layer over 256 digits, 20 networks", zh: "第六层的 16 个单元，256 张数字图片，20 个网络")
    return [
      Finding(
        "batch-norm.moments",
        [
          Measurement(off.highest, .less(than: 1e-7), when: "largest mean, the most of 20", zh: "最大的均值，20 个中的最大值"),
          Measurement(
            fromLaw.highest, .less(than: 1e-9), when: "how far variances are from 1 − ε/(σ² + ε)",
            zh: "方差与 1 − ε/(σ² + ε) 之差"),
        ], how: how)
    ]
  }

  /// How much of a unit lies where sigmoid is nearly flat, for scales γ and shifts β that training may choose.
  private func saturation(_ run: Run) -> Finding {
    let units = LayerUnits(layer: 6, batch: 256, seed: run.seed).normalised
    let cases = [(1.0, 0.0), (8, 0), (1, 8)].map { scale, shift in
      let slopes = Activation.sigmoid.response(to: units * scale + shift).slopes.elements
      let flat = Double(slopes.count { $0 < 0.025 }) / Double(slopes.count)
      return Measurement(flat, .less(than: 0.1), when: "γ = \(scale), β = \(shift)")
    }
    return Finding(
      "batch-norm.saturation", cases, how: "share of inputs where sigmoid’s slope is below a tenth of its largest",
      zh: "sigmoid 导数小于其最大值十分之一的输入所占比例")
  }

  /// Inputs in other units, against the list of claims.
  private func scales(_ run: Run) -> [Finding] {
    let (seeds, inputs) = (200, ScaledInputs.inputs)
    func change(_ count: Int, _ factor: Double) -> ScaledInputs {
      ScaledInputs(scaling: count, by: factor, seeds: seeds, from: run.seed)
    }
    let (one, all, small) = (change(1, 1000).runs, change(inputs, 1000).runs, change(inputs, 0.001).runs)
    let how = Phrase(
      "largest change of an output, batch of 64, 16 units of 3 normal inputs, median of \(seeds) draws",
      zh: "输出的最大变化；批量 64，16 个单元，3 个正态输入，\(seeds) 次抽样的中位数")
    let bound = 0.01
    return [
      Finding(
        "batch-norm.feature",
        [
          Measurement(
            one.spread(\.largest).median, .less(than: bound), when: "one of three inputs × 1000", zh: "三个输入之一 × 1000"),
          Measurement(all.spread(\.largest).median, .less(than: bound), when: "all inputs × 1000", zh: "全部输入 × 1000"),
          Measurement(
            small.spread(\.largest).median, .less(than: bound), when: "all inputs × 0.001", zh: "全部输入 × 0.001"),
        ], how: how),
      Finding(
        "batch-norm.sizes",
        [
          Measurement(all.spread(\.largest).median, .inside(3e-5...3e-3), when: "all inputs × 1000", zh: "全部输入 × 1000"),
          Measurement(
            one.spread(\.largest).median, .equal(to: 3.9, within: .absolute(0.2)), when: "one input × 1000",
            zh: "一个输入 × 1000"),
          Measurement(
            one.spread(\.typical).median, .equal(to: 0.99, within: .absolute(0.04)),
            when: "one input × 1000, root mean square", zh: "一个输入 × 1000，均方根"),
          Measurement(
            small.spread(\.largest).median, .equal(to: 2.5, within: .absolute(0.15)), when: "all inputs × 0.001",
            zh: "全部输入 × 0.001"),
        ], how: how),
    ]
  }

  private static let claimSeeds = 7

  /// The highest rate that trains, with batch norm against without.
  private func rates(_ run: Run) -> [Finding] {
    let cases = [1, 2, 3].flatMap { depth in
      let study = NormRates(depth: depth, seeds: Self.claimSeeds, from: run.seed)
      return [true, false].map { isHe in
        Measurement(
          study.gain(isHe: isHe) ?? .nan, .greater(than: 1.5),
          when: isHe
            ? Phrase("\(depth, "hidden layer"), He", zh: "\(depth) 个隐藏层，He")
            : Phrase("\(depth, "hidden layer"), PyTorch’s default", zh: "\(depth) 个隐藏层，PyTorch 默认"))
      }
    }
    return [
      Finding(
        "batch-norm.rates", cases,
        how:
          "highest of \(NormRates.rates.count) rates at which the loss after \(NormRates.steps) steps is below half of guessing, with over without batch norm; two moons, layers of \(NormRates.width), medians of \(Self.claimSeeds) seeds",
        zh:
          "\(NormRates.steps) 步后损失低于随机猜测一半的最大学习率（\(NormRates.rates.count) 档），有批归一化与没有之比；两个半月形，每层 \(NormRates.width) 个单元，\(Self.claimSeeds) 个种子的中位数"
      )
    ]
  }
}
