import LessonKit

/// What the notes' first script prints, and what they say of its loop, measured on the script's own setting.
struct FirstNetworkClaims {
  /// The losses that the script prints once NumPy is imported, every 20 epochs, with four decimals.
  static let printed: [(epoch: Int, loss: Double)] = [
    (20, 1.2027), (40, 1.0303), (60, 0.9236), (80, 0.8581), (100, 0.8179),
  ]

  private let run: LearningRun

  init() {
    let (data, network) = FirstNetwork.script(seed: FirstNetwork.page.seed)
    run = LearningRun(network, on: data, by: .sgd.with(learningRate: 0.01), epochs: 100)
  }

  var all: [Claim] { [losses, loop] }

  /// The printed numbers.
  private var losses: Claim {
    Claim(
      "first-network.losses", code: "O4", source: "S3",
      Phrase(
        "The first network’s loss after 20, 40, 60, 80 and 100 epochs is 1.2027, 1.0303, 0.9236, 0.8581 and 0.8179",
        zh: "第一个网络训练 20、40、60、80、100 轮时，损失依次为 1.2027、1.0303、0.9236、0.8581、0.8179"),
      cases: Self.printed.map { epoch, loss in
        Measurement(
          run.losses[epoch - 1], .equal(to: loss, within: .absolute(1e-4)),
          when: Phrase("epoch \(epoch)", zh: "第 \(epoch) 轮"))
      },
      how: Phrase(
        "at the notes’ setting: the script’s numbers from PyTorch’s stream of seed 42, in double precision; the listing itself stops at its first line of NumPy, which it does not import",
        zh: "按讲义的设定：用 PyTorch 种子 42 的随机数流，以双精度重算；脚本原文没有导入 NumPy，运行到第一行 np 就会中断"), recorded: .holds)
  }

  /// Forward, loss, backward, update: what one round of it does, and what a hundred do.
  private var loop: Claim {
    let falls = zip(run.losses, run.losses.dropFirst() + [run.lossAfter ?? .infinity])
      .count { $0 > $1 }
    return Claim(
      "first-network.loop", code: "O3", source: "S3",
      Phrase(
        "Each round of the training loop (predict, compare, differentiate, update) lowers the loss",
        zh: "训练循环每走一遍（预测、比较、求梯度、更新），损失就下降"),
      cases: [
        Measurement(
          run.losses[1], .less(than: run.losses[0]),
          when: Phrase("after one update", zh: "更新一次之后")),
        Measurement(
          Double(falls), .equal(to: 100, within: .absolute(0)),
          when: Phrase("updates of 100 that lower it", zh: "100 次更新中使损失下降的次数")),
      ],
      how: Phrase(
        "at the notes’ setting: all 100 points in every update, SGD, learning rate 0.01",
        zh: "按讲义的设定：每次更新用全部 100 个点，SGD，学习率 0.01"
      ),
      recorded: .holds)
  }
}
