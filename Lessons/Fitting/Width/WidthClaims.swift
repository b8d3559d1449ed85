import LessonKit

extension Width {
  /// The four networks at the course's own settings, at seed 42 and eleven others.
  func findings(_ run: Run) throws -> [Finding] {
    let seeds = [Self.page.seed] + Array(0..<11)
    let runs = seeds.concurrentMap { seed in
      CubicNetwork.all(Self.shapes, seed: seed).map { $0.trained(epochs: 300, rate: 0.01) }
    }
    return Comparison(runs: runs).findings
  }

  /// What is measured of the four networks.
  private struct Comparison {
    /// For each seed, the networks of 4, 32 and 128 units, and of 128 with dropout.
    let runs: [[CubicNetwork]]

    var findings: [Finding] { [overfits, order, wins, medians, heldOut, mode] }

    private func errors(_ kind: Int) -> [Double] { runs.map { $0[kind].error } }
    private func error(_ kind: Int) -> Double { errors(kind).median() }
    private var count: Int { runs.count }
    /// How many of the seeds lie below a median in 95 % of cases or more, as a share.
    private var chance: ClosedRange<Double> { MedianShare.range(of: count) }

    private let how = Phrase(
      "mean squared error against x³ − x² at 99 places between the samples, evaluation mode, after 300 epochs; double precision; seeds 42, 0 to 10",
      zh: "300 轮后在评估模式下，样本之间 99 个点对 x³ − x² 的均方误差；双精度；种子 42、0 到 10")
    private var median: Phrase { Phrase("median of \(count) seeds", zh: "\(count) 个种子的中位数") }
    private var beyondChance: Phrase { "\(chance.lowerBound, digits: 2)–\(chance.upperBound, digits: 2)" }

    /// In how many of the seeds the largest network's error is the larger one, or the smaller one, as a share.
    private func share(where isSo: (Double, Double) -> Bool) -> Double {
      Double(zip(errors(2), errors(1)).count(where: isSo)) / Double(count)
    }

    /// Whether the largest network predicts worse than that of 32 units.
    private var overfits: Finding {
      Finding(
        "width.overfits",
        [
          Measurement(error(2), .greater(than: 1.25 * error(1)), when: median),
          Measurement(
            share(where: >), .greater(than: 0.75), when: "share of seeds on which 128 is worse", zh: "128 个单元更差的种子比例"),
        ], how: how)
    }

    /// Whether the smallest network underfits, and dropout is as good as 32 units.
    private var order: Finding {
      Finding(
        "width.order",
        [
          Measurement(error(0), .greater(than: 5 * error(1)), when: "4 units against 32", zh: "4 个单元对 32 个"),
          Measurement(
            error(3), .less(than: 1.25 * error(1)), when: "128 with dropout against 32", zh: "128 个加 dropout 对 32 个"),
        ], how: how)
    }

    /// Whether the largest network predicts better than that of 32 units: it does on some seeds.
    private var wins: Finding {
      Finding(
        "width.wins",
        [
          Measurement(error(2), .less(than: error(1)), when: median),
          Measurement(
            share(where: <), .greater(than: chance.upperBound), when: "share of seeds, beyond chance", zh: "种子比例，超出偶然"),
        ], how: "\(how); a coin’s share of heads is \(beyondChance) in 95 % of cases or more",
        zh: "\(how)；掷硬币时正面的比例至少有 95% 的可能为 \(beyondChance)")
    }

    /// The median errors. They differ twentyfold from seed to seed, so what can be held against a stated median is how many
    /// seeds lie below it.
    private var medians: Finding {
      let names = [4, 32, 128].map { Phrase("\($0) units", zh: "\($0) 个单元") } + ["dropout"]
      return Finding(
        "width.medians",
        zip(names.indices, [6.8, 0.067, 0.058, 0.37]).map { kind, stated in
          Measurement(
            Double(errors(kind).count { $0 < stated }) / Double(count), .inside(chance),
            when: "\(names[kind]), median \(error(kind), digits: 2): share of seeds below \(stated)",
            zh: "\(names[kind])，中位数 \(error(kind), digits: 2)：低于 \(stated) 的种子比例")
        }, how: "\(how); of a true median, \(beyondChance) of the seeds lie below it in 95 % of cases or more",
        zh: "\(how)；若所述确为中位数，低于它的种子比例至少有 95% 的可能为 \(beyondChance)")
    }

    /// Whether training losses alone could show overfitting.
    private var heldOut: Finding {
      Finding(
        "width.shows",
        [
          Measurement(
            (runs[0][2].losses.last ?? .nan) / (runs[0][1].losses.last ?? .nan), .less(than: 0.75),
            when: "training loss of 128 units over that of 32", zh: "128 与 32 个单元的训练损失之比")
        ], how: "after 300 epochs, seed 42", zh: "300 轮后，种子 42")
    }

    /// What training mode does to the loss of the network with dropout.
    private var mode: Finding {
      let losses = runs.map { $0[3].losses(of: $0[3].passes(Width.passCount)) }
      let (first, training) = (losses[0], Phrase("training mode", zh: "训练模式"))
      let evaluation = losses.map(\.evaluation).median()
      return Finding(
        "width.mode",
        [
          Measurement(
            first.training, .less(than: 1.25 * first.evaluation), when: "seed 42: \(training)", zh: "种子 42：\(training)"),
          Measurement(
            losses.map(\.training).median(), .less(than: 1.25 * evaluation), when: "\(median): \(training)",
            zh: "\(median)：\(training)"),
        ],
        how:
          "loss on the samples, mean of \(Width.passCount) passes in training mode; in evaluation mode \(first.evaluation), median \(evaluation)",
        zh: "样本上的损失，训练模式下 \(Width.passCount) 次的平均；评估模式下为 \(first.evaluation)，中位数 \(evaluation)")
    }
  }
}
