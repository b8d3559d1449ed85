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
        "--act sigmoid,tanh,relu,gelu --init pytorch",
        shows: Phrase("PyTorch’s default weights", zh: "PyTorch 的默认初始化")),
      .init(
        "--depth 600 --act sigmoid --seeds 3",
        shows: Phrase("a gradient too small for a number", zh: "小到无法表示的梯度")),
    ], map: .colors)

  var depth = 20
  var width = 128
  var activations: [Activation] = [.sigmoid, .tanh, .relu, .leakyrelu]
  var scheme = WeightScheme.matched
  var seeds = 10

  mutating func configure(_ options: inout Options) throws {
    try options.take(
      "depth", into: &depth, in: 1...1000, unit: "layers",
      help: Phrase("how many layers the gradient passes", zh: "梯度穿过的层数"))
    try options.take(
      "width", into: &width, in: 1...1024, unit: "units",
      help: Phrase("units of each layer", zh: "每层的单元数"))
    try options.takeActivations(into: &activations)
    try options.takeWeights(into: &scheme)
    try options.take("seeds", into: &seeds, in: 1...1000)
    try Self.checkSize(depth: depth, width: width, runs: seeds * activations.count, seeds: seeds)
  }

  /// Refuses what would take minutes, or memory by gigabytes.
  private static func checkSize(depth: Int, width: Int, runs: Int, seeds: Int) throws {
    let (weights, most, mostInAll) = (depth * width * width, 32_000_000, 800_000_000)
    if weights > most {
      let fitting = Int((Double(most) / Double(depth)).squareRoot())
      throw UsageError(
        "--depth \(depth) with --width \(width) is \(Numeral.grouped(weights)) weights, too many to hold",
        hints: [
          "at most \(Numeral.grouped(most)): --width \(fitting) fits, or fewer layers"
        ])
    }
    if weights * runs > mostInAll {
      let fitting = max(1, mostInAll / (weights * (runs / seeds)))
      throw UsageError(
        "--depth \(depth) with --width \(width) and \(Digits.count(seeds, of: "seed")) takes too long",
        hints: ["--seeds \(fitting) is within reach, or a smaller --width"])
    }
  }

  func run(_ context: Context) throws -> Outcome {
    let stack = DeepStack(depth: depth, width: width, scheme: scheme)
    let study = VanishingStudy(activations, stack: stack, first: context.seed, seeds: seeds)
    let isFull = context.budget == .full
    let five = FiveLayers(
      width: isFull ? 256 : 128, first: context.seed, networks: isFull ? 100 : 10)
    let words = VanishingWords(study: study, five: five)
    let panels = VanishingPanels(study: study, five: five)
    let figure = Figure(
      words.finding, subtitle: words.subtitle, notes: words.notes,
      arrangement: panels.arrangement, panels: panels.all)
    return Outcome(
      figure: figure, claims: VanishingClaims(five: five, context: context).all,
      series: study.tables, caption: words.caption, alt: words.alt)
  }
}
