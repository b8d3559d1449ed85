import LessonKit

/// # Dead ReLUs
///
/// A ReLU unit whose input is negative for every example passes no gradient, so that nothing can bring it back. How many
/// units die, and at which learning rate? And what does a small slope below 0 change?
struct DeadRelu: Lesson {
  static let page = Page(
    "dead-relu", in: .gradientFlow, title: Phrase("Dead ReLUs", zh: "死亡的 ReLU"),
    question: Phrase("At which learning rates do ReLU units die?", zh: "学习率多大时 ReLU 单元会死亡？"),
    examples: [
      .init("--width 8", shows: Phrase("a narrow layer", zh: "较窄的层")),
      .init("--act relu,elu,gelu", shows: Phrase("other activations", zh: "其他激活函数")),
      .init("--highest 3", shows: Phrase("rates at which all units die", zh: "让所有单元死亡的学习率")),
    ])

  @Option() var activations: [Activation] = [.relu, .leakyrelu]
  @Option("highest", in: 0.001...1e6, help: Phrase("the highest learning rate", zh: "最大的学习率")) var highest = 0.1
  @Option("width", in: 1...1024, unit: "units", help: Phrase("units of the hidden layer", zh: "隐藏层的单元数")) var width =
    100
  @Option("epochs", in: 1...1000, help: Phrase("how often all digits are seen", zh: "训练轮数")) var epochs = 4
  @Option("seeds", in: 1...100) var seeds = 3

  var figures: [LessonFigure] {
    [
      LessonFigure("dead", "Dead units after training, by learning rate", zh: "训练后死亡的单元随学习率的变化", needsOpenBLAS: true) {
        deadFigure(
          Study(
            activations, width: width, rates: (highest / 100...highest).logSpaced(count: 9), epochs: epochs,
            seeds: seeds, from: $0.seed))
      }
    ]
  }

  typealias Study = DeadUnits

  /// Refuses what would take minutes.
  func validate() throws {
    let (work, most) = (activations.count * width * epochs * seeds, 100_000)
    guard work > most else { return }
    throw UsageError(
      "--epochs \(epochs) with --width \(width) and \(seeds, "seed") takes too long",
      zh: "--epochs \(epochs)、--width \(width) 与 \(seeds) 个种子耗时太长",
      hints: [.reach("--epochs \(max(1, most / (activations.count * width * seeds)))")])
  }
}
