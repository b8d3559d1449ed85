import LessonKit

/// # The vanishing gradient
///
/// A gradient on its way back through a deep network is multiplied by every layer: by the derivatives of the activation,
/// and by the weights. What is left of it at the first layer?
struct Vanishing: Lesson {
  static let page = Page(
    "vanishing", in: .gradientFlow, title: Phrase("The vanishing gradient", zh: "梯度消失"),
    question: Phrase(
      "What is left of a gradient after many layers, and is it the product of the derivatives?",
      zh: "梯度穿过许多层之后还剩多少？它等于各层导数之积吗？"),
    examples: [
      .init("--depth 50", shows: Phrase("fifty layers", zh: "五十层")),
      .init(
        "--act sigmoid,tanh,relu,gelu --init pytorch", shows: Phrase("PyTorch’s default weights", zh: "PyTorch 的默认初始化")),
      .init("--figure weights", shows: Phrase("which weights keep the gradient", zh: "哪种权重能保住梯度")),
    ])

  @Option("depth", in: 1...1000, unit: "layers", help: Phrase("how many layers the gradient passes", zh: "梯度穿过的层数"))
  var depth = 20
  @Option("width", in: 1...1024, unit: "units", help: Phrase("units of each layer", zh: "每层的单元数")) var width = 128
  @Option() var activations: [Activation] = [.sigmoid, .relu, .leakyrelu]
  @Option() var scheme = WeightScheme.matched
  @Option("seeds", in: 1...1000) var seeds = 10

  var figures: [LessonFigure] {
    [
      LessonFigure(
        "depth", "What \(depth, "layer") of a network leave of a gradient", zh: "穿过 \(depth) 层之后梯度还剩多少",
        needsOpenBLAS: true
      ) { depthFigure($0) },
      LessonFigure(
        "derivatives", "Derivatives alone, and the gradient that is measured", zh: "仅看导数，与实测的梯度", needsOpenBLAS: true
      ) { derivativesFigure($0) },
      LessonFigure(
        "weights", "What a layer does to a gradient, by its weights", zh: "权重大小如何决定每层对梯度的缩放",
        uses: [$depth, $activations]
      ) { _ in weightsFigure },
      LessonFigure(
        "optimizers", "Deep sigmoid networks under two optimizers", zh: "两种优化器训练深层 sigmoid 网络", uses: [],
        needsOpenBLAS: true
      ) { _ in optimizersFigure },
    ]
  }

  /// Refuses what would take minutes, or memory by gigabytes.
  func validate() throws {
    let weights = depth * width * width
    let (most, mostInAll) = (32_000_000, 800_000_000)
    if weights > most {
      let fitting = Int((Double(most) / Double(depth)).squareRoot())
      throw UsageError(
        "--depth \(depth) with --width \(width) is \(Numeral.grouped(weights)) weights, too many to hold",
        zh: "--depth \(depth) 与 --width \(width) 共 \(Numeral.grouped(weights)) 个权重，内存放不下",
        hint: "at most \(Numeral.grouped(most)): --width \(fitting) fits, or fewer layers",
        zh: "最多 \(Numeral.grouped(most)) 个：可用 --width \(fitting)，或减少层数")
    }
    if weights * seeds * activations.count > mostInAll {
      let fitting = max(1, mostInAll / (weights * activations.count))
      throw UsageError(
        "--depth \(depth) with --width \(width) and \(seeds, "seed") takes too long",
        zh: "--depth \(depth)、--width \(width) 与 \(seeds) 个种子耗时太长",
        hints: [.reach("--seeds \(fitting)", or: "a smaller --width", zh: "减小 --width")])
    }
  }
}
