import LessonKit

/// # Residual connections
///
/// A block that adds what it computes to its input lets the gradient pass beside it. Do deep stacks train for it, and is a
/// gradient guaranteed?
struct Skips: Lesson {
  static let page = Page(
    "residual", in: .gradientFlow, title: Phrase("Residual connections", zh: "残差连接"),
    question: Phrase(
      "What do skips do for the training of a deep network, and for its gradient, with normalisation and without?",
      zh: "有无归一化时，残差连接对深层网络的训练和梯度各有什么作用？"),
    examples: [
      .init("--depth 16", shows: Phrase("sixteen blocks", zh: "十六个残差块")),
      .init("--figure gradient", shows: Phrase("what comes back of a gradient", zh: "梯度还剩多少")),
      .init("--figure variance", shows: Phrase("how the signal grows", zh: "信号如何增长")),
      .init("--figure floor", shows: Phrase("where a skip lets nothing through", zh: "残差连接何时什么也传不过")),
    ])

  @Option("depth", in: 2...64, unit: "blocks", help: Phrase("how many blocks at most", zh: "最多多少个残差块")) var depth = 32
  @Option("width", in: 2...256, unit: "units", help: Phrase("units of each layer", zh: "每层的单元数")) var width = 64
  @Option("steps", in: 1...1000) var steps = 40
  @Option("seeds", in: 1...20) var seeds = 3

  var figures: [LessonFigure] {
    [
      LessonFigure(
        "training", "What stacks of blocks learn, by depth", zh: "不同深度的网络学到多少", uses: [$depth, $steps, $seeds],
        needsOpenBLAS: true
      ) { trainingFigure(ResidualLearning(depths: doublings, steps: steps, seeds: seeds, from: $0.seed)) },
      LessonFigure(
        "gradient", "The gradient at the first block, by depth", zh: "第一个残差块的梯度与深度", uses: [$depth, $width, $seeds],
        needsOpenBLAS: true
      ) {
        gradientFigure(
          Study(
            Study.kinds, depths: depths, width: width, batch: width, weights: .standard, seeds: seeds, from: $0.seed))
      },
      LessonFigure(
        "variance", "The variance of the signal, block by block", zh: "信号的方差，逐块变化", uses: [$depth, $width, $seeds],
        needsOpenBLAS: true
      ) {
        varianceFigure(
          Study([Study.skip, Study.both], depths: [depth], width: width, batch: width, seeds: seeds, from: $0.seed))
      },
      LessonFigure(
        "floor", "What one block lets through of a gradient", zh: "一个残差块让多少梯度通过", uses: [], needsOpenBLAS: true
      ) { _ in floorFigure },
    ]
  }

  /// Refuses what would take minutes.
  func validate() throws {
    let (work, most) = (depth * steps * seeds, 200_000)
    guard work > most else { return }
    throw UsageError(
      "--steps \(steps) with \(depth, "block") and \(seeds, "seed") takes too long",
      zh: "--steps \(steps)、\(depth) 个残差块与 \(seeds) 个种子耗时太长", hints: [.reach("--steps \(most / (depth * seeds))")])
  }

  /// Powers of two from an eighth of the depth that was asked for, and that depth.
  private var doublings: [Int] { [1, 2, 4, 8, 16, 32].filter { $0 < depth && 8 * $0 >= depth } + [depth] }

  /// A few of the first depths, then quarters of the one that was asked for.
  private var depths: [Int] {
    let quarters = [1, 2, 3, 4].map { $0 * depth / 4 }.filter { $0 > 4 }
    return ([1, 2, 4].filter { $0 < depth } + quarters + [depth]).reduce(into: []) { depths, next in
      if depths.last != next { depths.append(next) }
    }
  }
}
