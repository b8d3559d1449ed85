import LessonKit

/// # Learned by heart
///
/// The same network, the same digits, once with their labels and once with the labels shuffled. It learns both to the
/// last example; only one of the two is of any use.
struct Memorisation: Lesson {
  static let page = Page(
    "memorisation", in: .fitting, title: Phrase("Learned by heart", zh: "死记硬背"),
    question: Phrase(
      "Can a network learn labels that mean nothing, and what is that worth on new digits?",
      zh: "标签毫无意义时网络也能学会吗？学会之后对新的数字有用吗？"),
    examples: [
      .init("", shows: Phrase("400 digits, true labels and shuffled", zh: "400 个数字，真实标签与打乱标签")),
      .init("--samples 1437 --epochs 60", shows: Phrase("all digits, trained longer", zh: "全部数字，训练更久")),
      .init("--width 16", shows: Phrase("too small to learn by heart", zh: "网络太小，背不下来")),
    ])

  @Option("epochs", in: 1...10_000, help: Phrase("how often all digits are seen", zh: "训练轮数")) var epochs = 35
  @Option("samples", in: 10...60_000, help: Phrase("how many digits to learn from", zh: "用于训练的数字个数"))
  var wantedSamples = 400
  @Option("width", in: 1...1000, unit: "units", help: Phrase("units of each hidden layer", zh: "每个隐藏层的单元数")) var width =
    96
  @Option("lr", in: .positive, help: Phrase("Adam’s learning rate", zh: "Adam 的学习率")) var rate = 0.003
  @Option("seeds", in: 1...1000) var seeds = 3
  @Option() var digits = LabelledData.carried

  var figures: [LessonFigure] {
    [
      LessonFigure("shuffled", "Learning true labels and shuffled ones", zh: "学习真实标签与打乱的标签", needsOpenBLAS: true) {
        shuffledFigure(try study(seeds: seeds, from: $0.seed))
      }
    ]
  }

  /// How many digits to learn from.
  var samples: Int { digits.affordable(wantedSamples, isGiven: $wantedSamples.isGiven) }

  /// The networks of so many seeds.
  func study(seeds: Int, from first: Int) throws -> MemoryRuns {
    try MemoryRuns(digits, samples: samples, width: width, rate: rate, epochs: epochs, seeds: seeds, from: first)
  }

  /// Refuses more digits than there are.
  func validate() throws { _ = try digits.taking(samples) }
}
