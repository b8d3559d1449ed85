import LessonKit

/// # The first network
///
/// A hundred points around a line and ten hidden units: the simplest task there is, so that the training loop can be watched
/// at work. Predict, compare, differentiate, update: when does it learn what?
struct FirstNetwork: Lesson {
  static let page = Page(
    "first-network", in: .gradientFlow, title: Phrase("The first network", zh: "第一个网络"),
    question: Phrase("What does a network learn in its first steps?", zh: "网络在最初几步里学到了什么？"),
    examples: [
      .init("--steps 1000", shows: Phrase("ten times as long", zh: "训练时间延长到十倍")),
      .init("--figure loss --opt sgd,momentum,adam", shows: Phrase("three optimizers at one rate", zh: "三种优化器，同一学习率")),
      .init("--lr 0.1", shows: Phrase("a rate at which it diverges", zh: "会发散的学习率")),
    ], seed: 42)

  @Option("steps", in: 1...100_000, help: Phrase("how many steps, each over all points", zh: "更新步数，每步用全部数据点"))
  var steps = 100
  @Option("width", in: 1...1000, unit: "units", help: Phrase("units of the hidden layer", zh: "隐藏层的单元数")) var width = 10
  @Option() var schedule = Schedule.constant
  @Option(rate: { _, _ in FirstNetwork.rate }) var rules: [Rule] = [.sgd]

  /// The rate of an optimizer that names none.
  static let rate = 0.01

  var figures: [LessonFigure] {
    [
      LessonFigure("fit", "A network learns a line", zh: "网络学习一条直线", needsOpenBLAS: true) {
        fitFigure(Study(self, $0))
      },
      LessonFigure("loss", "The loss, step by step", zh: "损失随步数的变化", needsOpenBLAS: true) {
        lossFigure(Study(self, $0))
      },
    ]
  }
}

extension FirstNetwork {
  /// The points, and a run of every optimizer from the same weights.
  struct Study: Sendable {
    let data: Dataset
    let runs: [LearningRun]
    let names: [Identity]

    init(_ lesson: FirstNetwork, _ run: Run) {
      let (data, network) = Self.script(seed: run.seed, width: lesson.width)
      self.data = data
      runs = lesson.rules.concurrentMap {
        LearningRun(network, on: data, by: $0, schedule: lesson.schedule, epochs: lesson.steps)
      }
      names = lesson.rules.identities(isRandom: false)
    }

    /// The points first and then the weights, from one stream of PyTorch's.
    static func script(seed: Int, width: Int = 10) -> (data: Dataset, network: Network) {
      var stream = TorchGenerator(seed: UInt64(seed))
      let data = Dataset.line(using: &stream)
      return (data, Network([Linear(1, width), ReLU(), Linear(width, 1)], using: &stream))
    }

    /// The least loss of any straight line.
    var floor: Double { LineError(data).least }
  }
}
