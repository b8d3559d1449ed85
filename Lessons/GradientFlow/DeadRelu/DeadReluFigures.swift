import LessonKit

extension DeadRelu {
  /// The share of dead units against the learning rate, a curve for each activation.
  func deadFigure(_ study: Study) -> Figure {
    let (relu, leaky) = (study.atHighest(.relu), study.atHighest(.leakyrelu))
    return Figure(
      headline: [
        .init(
          "At rate \(highest), \(percent: relu ?? 0) of ReLU units die, but no Leaky ReLU unit",
          zh: "学习率 \(highest) 时 \(percent: relu ?? 0) 的 ReLU 单元已死，Leaky ReLU 没有", if: relu ?? 0 > 0.05 && leaky == 0),
        .init(
          "At rate \(highest), \(percent: relu ?? 0) of the ReLU units are dead",
          zh: "学习率 \(highest) 时 \(percent: relu ?? 0) 的 ReLU 单元已死亡", if: relu ?? 0 > 0.05),
        .init("At these rates no ReLU unit dies", zh: "在这些学习率下没有 ReLU 单元死亡", if: relu == 0),
      ], setting: Phrase("Dead: slope 0 throughout", zh: "死亡：对所有数字图片导数都为 0"),
      foot: Phrase(
        "raw pixels, momentum 0.9; \(percent: study.bestAtHighest) accurate at \(highest)",
        zh: "像素未标准化，动量 0.9；学习率 \(highest) 时准确率 \(percent: study.bestAtHighest)"),
      talk: Phrase(
        "The pixels are not standardised: up to 16 and none below 0, so gradients are large and push all weights of a unit the same way. One such step can push its input below 0 for every example. From then on ReLU’s slope is 0, no gradient comes in, and nothing brings the unit back. Leaky ReLU goes below 0 too, but there it still has a slope: its units live even at rates at which its loss grows without end.",
        zh:
          "像素没有标准化：最大为 16，没有负值，梯度很大，又把一个单元的所有权重推向同一方向。这样的一步就会把它对所有样本的输入都推到 0 以下。此后 ReLU 的导数为 0，没有梯度传入，这个单元再也回不来。Leaky ReLU 的输入也会小于 0，但在那里它仍有斜率：即使学习率大到损失不断增大，它的单元也还活着。"
      ),
      ask: Phrase(
        "A unit outputs 0 for every example. What gradient will its weights get?", zh: "某个单元对每个样本都输出 0，它的权重会得到什么梯度？"),
      protocol: Phrase(
        "The first \(Study.pictures) digits of 8×8 pixels, from 0 for paper to 16 for ink, one hidden layer, PyTorch’s initialisation, \(epochs, "epoch") of gradient descent with momentum 0.9 on batches of \(HiddenUnits.batch), cross-entropy. Leaky ReLU’s slope below 0 is \(Activation.leak). \(study.runs.condition).",
        zh:
          "前 \(Study.pictures) 张 8×8 的数字图片，像素值从 0（纸）到 16（墨）；一个隐藏层，PyTorch 的初始化，带动量（0.9）的梯度下降 \(epochs) 轮，批大小 \(HiddenUnits.batch)，交叉熵。Leaky ReLU 在 0 以下的斜率为 \(Activation.leak)。\(study.runs.condition)。"
      )
    ) {
      Panel(
        x: Axis(Phrase("learning rate", zh: "学习率"), .log),
        y: Axis(Phrase("dead units (%)", zh: "死亡的单元（%）"), domain: -2...104), frame: .open
      ) { for fan in study.fans { fan } }
    }
  }
}
