import LessonKit

extension FirstNetwork {
  /// The losses that the script prints once NumPy is imported, every 20 epochs, with four decimals.
  static let printed: [(epoch: Int, loss: Double)] = [
    (20, 1.2027), (40, 1.0303), (60, 0.9236), (80, 0.8581), (100, 0.8179),
  ]

  /// Measured on the script's own setting, whatever the options are.
  func findings(_ run: Run) throws -> [Finding] {
    let (data, network) = Study.script(seed: Self.page.seed)
    let run = LearningRun(network, on: data, by: .sgd.with(learningRate: Self.rate), epochs: 100)
    let losses = run.lossesByStep
    let falls = zip(losses, losses.dropFirst()).count { $0 > $1 }
    return [
      Finding(
        "first-network.losses",
        Self.printed.map { epoch, loss in
          Measurement(
            losses[epoch - 1], .equal(to: loss, within: .absolute(1e-4)), when: "epoch \(epoch)", zh: "第 \(epoch) 轮")
        },
        how:
          "at the notes’ setting: the script’s numbers from PyTorch’s stream of seed 42, in double precision; the listing itself stops at its first line of NumPy, which it does not import",
        zh: "按讲义的设定：用 PyTorch 种子 42 的随机数流，以双精度重算；脚本原文没有导入 NumPy，运行到第一行 np 就会中断"),
      Finding(
        "first-network.loop",
        [
          Measurement(losses[1], .less(than: losses[0]), when: "after one update", zh: "更新一次之后"),
          Measurement(Double(falls), .exactly(100), when: "updates of 100 that lower it", zh: "100 次更新中使损失下降的次数"),
        ], how: "at the notes’ setting: all 100 points in every update, SGD, learning rate 0.01",
        zh: "按讲义的设定：每次更新用全部 100 个点，SGD，学习率 0.01"),
    ]
  }
}
