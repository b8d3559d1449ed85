import LessonKit

/// # Dropout
///
/// At every pass of training some units are left out at random. What does that train, what does it do to overfitting, and
/// what has to be turned off before predicting?
struct DroppedUnits: Lesson {
  static let page = Page(
    "dropout", in: .fitting, title: Phrase("Dropout", zh: "Dropout"),
    question: Phrase("Why does it help a network to leave out half of its units at random?", zh: "随机丢弃一半单元，为什么对网络有好处？"),
    examples: [
      .init("--drop 0.2", shows: Phrase("fewer units dropped", zh: "丢弃较少的单元")),
      .init("--figure training --drop 0.3", shows: Phrase("a gentler dropout in training", zh: "训练时丢弃较少")),
      .init("--figure rate --p 0.2", shows: Phrase("the two meanings of 0.2", zh: "0.2 的两种含义")),
    ], seed: 3)

  @Option("drop", in: 0...0.95, help: Phrase("the probability that a unit is dropped", zh: "单元被丢弃的概率")) var drop = 0.5
  @Option("p", in: 0.1...0.9, help: Phrase("the number that has two meanings, in tenths", zh: "有两种含义的数，取十分之几")) var p =
    0.3
  @Option("epochs", in: 1...1000, help: Phrase("how often all digits are seen", zh: "训练轮数")) var epochs = 60
  @Option("samples", in: 10...60_000, help: Phrase("how many digits to learn from", zh: "用于训练的数字个数"))
  var wantedSamples = 400
  @Option("wrong", in: 0...90, unit: "%", help: Phrase("share of wrong labels", zh: "错误标签的比例")) var wrong = 20
  @Option("lr", in: .positive, help: Phrase("Adam’s learning rate", zh: "Adam 的学习率")) var rate = 0.001
  @Option("seeds", in: 1...100) var seeds = 3
  @Option() var digits = LabelledData.carried

  var figures: [LessonFigure] {
    [
      LessonFigure("masks", "The units that two passes keep", zh: "两次前向传播保留的单元", uses: [$drop]) {
        masksFigure(UnitMasks(layers: Self.hidden, drop: drop, passes: 2, seed: $0.seed))
      },
      LessonFigure(
        "training", "Training and test loss with dropout and without", zh: "有无 dropout 时的训练损失与测试损失",
        uses: [$drop, $epochs, $wantedSamples, $wrong, $rate, $seeds, $digits], needsOpenBLAS: true
      ) { trainingFigure(try pairs(from: $0.seed)) },
      LessonFigure(
        "mode", "The accuracy in training mode and in evaluation mode", zh: "训练模式与评估模式下的准确率",
        uses: [$drop, $epochs, $wantedSamples, $wrong, $rate, $digits], needsOpenBLAS: true
      ) { run in modeFigure(try modes(seed: run.seed), seed: run.seed) },
      LessonFigure("rate", "The two meanings of a dropout rate", zh: "dropout 率的两种含义", uses: [$p]) { _ in rateFigure()
      },
    ]
  }

  /// How many digits to learn from.
  var samples: Int { digits.affordable(wantedSamples, isGiven: $wantedSamples.isGiven) }
  /// Units of the hidden layers of the small network that is drawn.
  static let hidden = [6, 6]
  /// Units of each hidden layer of the network that learns digits.
  static let width = 96
  /// How often it answers in training mode.
  static let passes = 40

  /// Refuses more digits than there are, and a share of ten units that is no number of units.
  func validate() throws {
    _ = try digits.taking(samples)
    guard abs(10 * p - (10 * p).rounded()) > 1e-9 else { return }
    let nearest = Numeral.short((10 * p).rounded() / 10)
    throw UsageError(
      "--p \(Numeral.short(p)) of the ten units that are drawn is no whole number",
      zh: "图中画十个单元，--p \(Numeral.short(p)) 不对应整数个", hint: "take --p \(nearest)", zh: "可用 --p \(nearest)")
  }
}

extension DroppedUnits {
  private var plan: DigitDropout { DigitDropout(width: Self.width, epochs: epochs, rate: rate) }
  private var share: Double { Double(wrong) / 100 }
  private var pictures: LabelledData { get throws { try digits.taking(samples).standardized(train: samples) } }

  /// The same networks without dropout and with it.
  func pairs(from first: Int) throws -> DropoutPairs {
    DropoutPairs(plan, on: try pictures, drop: drop, wrong: share, seeds: seeds, from: first)
  }

  /// What one network makes of the test digits in both modes.
  func modes(seed: Int) throws -> DropoutModes {
    DropoutModes(plan, on: try pictures, drop: drop, wrong: share, passes: Self.passes, seed: seed)
  }
}
