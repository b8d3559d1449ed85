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
        deadFigure(Study(self, $0))
      }
    ]
  }

  /// Refuses what would take minutes.
  func validate() throws {
    let (work, most) = (activations.count * width * epochs * seeds, 100_000)
    guard work > most else { return }
    throw UsageError(
      "--epochs \(epochs) with --width \(width) and \(Digits.count(seeds, of: "seed")) takes too long",
      hints: ["--epochs \(max(1, most / (activations.count * width * seeds))) is within reach, or fewer seeds"])
  }
}

extension DeadRelu {
  /// The shares of dead units at every learning rate.
  struct Study: Sendable {
    /// Digits that the networks learn from.
    static let pictures = 1000
    let activations: [Activation]
    let rates: [Double]
    /// For each seed, activation and rate, what became of the units; nil where the run diverged.
    let runs: Repeated<[[HiddenUnits.Census?]]>

    init(_ lesson: DeadRelu, _ run: Run) {
      let rates = (lesson.highest / 100...lesson.highest).logSpaced(count: 9)
      (activations, self.rates) = (lesson.activations, rates)
      let layers = lesson.activations.map {
        HiddenUnits($0, width: lesson.width, by: .momentum, on: .rawDigits(Self.pictures))
      }
      let epochs = lesson.epochs
      runs = Repeated(lesson.seeds, from: run.seed) { seed in
        layers.map { layer in rates.map { layer.census(after: [epochs], rate: $0, seed: seed)[0] } }
      }
    }

    /// The share of dead units at every rate.
    func shares(_ index: Int) -> [Spread] { runs.spreads { $0[index].map { $0?.dead ?? .nan } } }

    /// The share at the highest rate, median of the seeds; nil for an activation that is not there or diverged.
    func atHighest(_ activation: Activation) -> Double? {
      guard let index = activations.firstIndex(of: activation) else { return nil }
      let median = shares(index)[rates.count - 1].median
      return median.isNaN ? nil : median
    }

    /// The best accuracy that any of the activations has at the highest rate, each the median of the seeds.
    var bestAtHighest: Double {
      let accuracies = activations.indices.map { index in
        runs.spread { $0[index][rates.count - 1]?.accuracy ?? 0 }.median
      }
      return accuracies.max() ?? 0
    }
  }
}
