import LessonKit

extension Diagnose {
  /// The two diseases under several seeds, and what a linear model cannot do.
  func findings(_ run: Run) throws -> [Finding] {
    var asked = Diagnose()
    // The gentler rate at which networks with skips catch up with a linear model.
    (asked.epochs, asked.rate, asked.few) = (12, 0.003, 25)
    let own = asked
    let runs = Repeated(5, from: 0) { Study(own, [.deep, .skips, .linear, .few, .many], seed: $0) }
    func ratio(_ a: Kind, _ b: Kind, _ part: Part) -> Spread { runs.spread { $0.end(a, part) / $0.end(b, part) } }
    let how = Phrase(
      "losses after \(own.epochs) epochs of \(Study.samples) digits, \(runs.count) seeds; \(own.conditions)",
      zh: "\(Study.samples) 个数字训练 \(own.epochs) 轮后的损失，\(runs.count) 个种子；\(own.conditions)")
    return [
      Finding(
        "diagnose.optimisation",
        [
          Measurement(
            ratio(.deep, .linear, .training).lowest, .greater(than: 1.5),
            when: "training loss of \(own.depth) layers over a linear model’s, least",
            zh: "\(own.depth) 层与线性模型训练损失之比，最小"),
          Measurement(
            ratio(.skips, .linear, .training).highest, .less(than: 1), when: "the same with skips, most",
            zh: "加残差连接后，最大"),
          Measurement(
            ratio(.deep, .linear, .test).lowest, .greater(than: 1.5),
            when: "test loss of \(own.depth) layers over a linear model’s, least", zh: "\(own.depth) 层与线性模型测试损失之比，最小"),
        ], how: how),
      Finding(
        "diagnose.overfitting",
        [
          Measurement(
            runs.spread { $0.end(.few, .training) }.highest, .less(than: 0.05),
            when: "training loss on \(own.few) digits, most", zh: "\(own.few) 个数字的训练损失，最大"),
          Measurement(
            ratio(.many, .few, .test).highest, .less(than: 0.75),
            when: "test loss with \(Study.samples / own.few) times the data over that without, most",
            zh: "数据增至 \(Study.samples / own.few) 倍前后测试损失之比，最大"),
        ], how: how), contains,
    ]
  }

  /// Four points that no line parts.
  private var contains: Finding {
    let data = Dataset(inputs: Tensor([0, 0, 0, 1, 1, 0, 1, 1], shape: [4, 2]), classes: [0, 1, 1, 0], of: 2)
    func right(_ layers: [any Layer]) -> Double {
      Repeated(10, from: 0) { seed in
        var random = SeededGenerator(seed: UInt64(seed))
        let network = Network(layers, using: &random)
        let run = LearningCurves(
          network, on: data, others: [data], by: Adam(learningRate: 0.05), epochs: 400, batch: 4, using: &random)
        return run.accuracies[0].last ?? .nan
      }.spread { $0 }.highest
    }
    let deep = right([Linear(2, 8), ReLU(), Linear(8, 8), ReLU(), Linear(8, 2)])
    return Finding(
      "diagnose.contains", states: deep, measured: right([Linear(2, 2)]), within: .absolute(0.01),
      how:
        "share of the four points of exclusive or that a linear model learns, the best of 10 seeds; two hidden layers of 8 learn \(deep)",
      zh: "线性模型学会的异或四点的比例，10 个种子中最好的；两个 8 单元的隐藏层学会 \(deep)")
  }
}
