import LessonKit

/// # Backpropagation
///
/// A network computes its loss from front to back. On the way back every operation multiplies the gradient by its own slope,
/// so that one pass gives the gradient of every weight. Is it right, and what does it save?
struct Backprop: Lesson {
  static let page = Page(
    "backprop", in: .gradientFlow, title: Phrase("Backpropagation", zh: "反向传播"),
    question: Phrase("How does a gradient get from the loss to a weight?", zh: "梯度怎样从损失传到权重？"),
    examples: [
      .init("--act sigmoid --weight 2", shows: Phrase("a slope near 0 on the way", zh: "途中有一个接近 0 的导数")),
      .init("--weight=-3", shows: Phrase("a slope of 0: the gradient ends there", zh: "导数为 0：梯度到此为止")),
      .init("--figure cost --weights 6", shows: Phrase("a small grid", zh: "较小的网格")),
    ])

  @Option("weight", in: -100...100, help: Phrase("the weight", zh: "权重")) var weight = 4.0
  @Option("input", in: -100...100, help: Phrase("the input", zh: "输入")) var input = 2.0
  @Option("target", in: -100...100, help: Phrase("what the output should be", zh: "目标输出")) var target = 3.0
  @Option() var activations: [Activation] = [.relu]
  @Option("units", in: 1...64, unit: "units", help: Phrase("hidden units of the network", zh: "网络的隐藏单元数")) var units = 8
  @Option("weights", in: 2...15, unit: "weights", help: Phrase("the most weights to search for", zh: "最多搜索多少个权重"))
  var weights = 10
  @Option("values", in: 2...1000, help: Phrase("values of each weight on the grid", zh: "网格上每个权重取多少个值")) var values = 10
  @Option("seeds", in: 1...100) var seeds = 20

  var figures: [LessonFigure] {
    [
      LessonFigure(
        "graph", "A weight, its loss and its gradient", zh: "权重、损失与梯度", uses: [$weight, $input, $target, $activations]
      ) { _ in graphFigure(trace) },
      LessonFigure(
        "check", "Backpropagation against finite differences", zh: "反向传播与有限差分", uses: [$units], needsOpenBLAS: true
      ) { run in checkFigure(TanhNetwork(units: units, seed: run.seed)) },
      LessonFigure(
        "cost", "Evaluations of the loss by the number of weights", zh: "损失的计算次数随权重个数的变化",
        uses: [$weights, $values, $seeds]
      ) { costFigure(Costs(self, $0)) },
    ]
  }

  /// The weight on its way to the loss and back.
  var trace: WeightTrace { WeightTrace(weight: weight, input: input, activation: activations[0], target: target) }

  /// Refuses more than one activation: there is one unit.
  func validate() throws {
    guard activations.count == 1 else {
      throw UsageError(
        "--act names \(activations.count) activations for one unit",
        zh: "一个神经元只有一个激活函数，--act 却写了 \(activations.count) 个", hint: "name one: --act tanh", zh: "只写一个：--act tanh")
    }
  }
}

extension Backprop {
  /// What a grid and the gradient cost for 1, 2, 3, … weights.
  struct Costs: Sendable {
    /// Evaluations of a grid.
    let grid: [Double]
    /// Evaluations of gradient descent under every seed.
    let runs: Repeated<[Double]>

    /// Gradient descent by the number of weights.
    var descent: [Spread] { runs.spreads { $0 } }

    init(_ lesson: Backprop, _ run: Run) { self.init(lesson.weights, lesson.values, lesson.seeds, run) }

    init(_ most: Int, _ values: Int, _ seeds: Int, _ run: Run) {
      grid = (1...most).map { SearchCost(weights: $0, values: values, seed: run.seed).trials }
      runs = Repeated(seeds, from: run.seed) { seed in
        (1...most).map { SearchCost(weights: $0, values: values, seed: seed).descent }
      }
    }
  }
}
