import LessonKit

/// # Batch normalisation
///
/// Batch normalisation takes each unit's mean and deviation over the batch away. What does that even out, which changes of
/// the inputs does it cancel, and which learning rates does it allow?
struct BatchNormalisation: Lesson {
  static let page = Page(
    "batch-norm", in: .normalisation, title: Phrase("Batch normalisation", zh: "批归一化"),
    question: Phrase("What does batch normalisation even out, and what does that allow?", zh: "批归一化消除了什么差别，又带来什么好处？"),
    examples: [
      .init("--layer 4", shows: Phrase("units of a deeper layer", zh: "更深一层的单元")),
      .init("--figure scale --factor 10", shows: Phrase("inputs in a unit ten times smaller", zh: "输入的单位缩小为十分之一")),
      .init("--figure rates --depth 1", shows: Phrase("a network with one hidden layer", zh: "只有一个隐藏层的网络")),
    ])

  @Option("layer", in: 1...100, help: Phrase("which hidden layer is looked at", zh: "看第几个隐藏层")) var layer = 1
  @Option("steps", in: 0...1000) var steps = 20
  @Option("batch", in: 2...LayerUnits.mostExamples, unit: "pictures", help: Phrase("pictures of the batch", zh: "批量大小"))
  var batch = 256
  @Option("factor", in: 2.0...1e6, help: Phrase("what inputs are multiplied by", zh: "输入乘以的倍数")) var factor = 1000.0
  @Option(
    "depth", in: 1...20, unit: "layers", help: Phrase("hidden layers of the networks that learn", zh: "所训练网络的隐藏层数"))
  var depth = 3
  @Option("seeds", in: 1...20) var seeds = 3

  var figures: [LessonFigure] {
    [
      LessonFigure(
        "layer", "A layer’s units before and after batch norm", zh: "批归一化前后一层的各个单元", uses: [$layer, $batch, $steps],
        needsOpenBLAS: true
      ) { layerFigure($0) },
      LessonFigure(
        "scale", "How far scaled inputs move the outputs of batch norm", zh: "缩放输入时批归一化的输出变化多少", uses: [$factor],
        needsOpenBLAS: true
      ) { scaleFigure($0) },
      LessonFigure(
        "rates", "Loss by learning rate, with and without batch norm", zh: "有无批归一化时的损失与学习率", uses: [$depth, $seeds],
        needsOpenBLAS: true
      ) { ratesFigure(NormRates(depth: depth, seeds: seeds, from: $0.seed)) },
    ]
  }

  /// Refuses what would take minutes.
  func validate() throws {
    let (work, mostWork) = (layer * batch * steps, 10_000_000)
    guard work <= mostWork else {
      throw UsageError(
        "--steps \(steps) with --layer \(layer) and \(batch, "picture") takes too long",
        zh: "--steps \(steps)、--layer \(layer) 与 \(batch) 幅图片耗时太长",
        hints: [.reach("--steps \(mostWork / (layer * batch))", or: "fewer pictures", zh: "减少图片")])
    }
    let most = 120
    guard depth * seeds > most else { return }
    throw UsageError(
      "--depth \(depth) with --seeds \(seeds) takes too long", zh: "--depth \(depth) 与 --seeds \(seeds) 耗时太长",
      hints: [.reach("--seeds \(most / depth)", or: "fewer layers", zh: "减少层数")])
  }
}
