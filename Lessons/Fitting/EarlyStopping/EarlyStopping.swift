import LessonKit

/// # Early stopping
///
/// The training loss falls for as long as one trains. The loss on digits held back turns: from there on the network learns
/// its examples by heart. Where to stop, and what it does to a score to have chosen by it?
struct EarlyStopping: Lesson {
  static let page = Page(
    "early-stopping", in: .fitting, title: Phrase("Early stopping", zh: "提前终止"),
    question: Phrase(
      "When should training stop, and can the score that decided it be trusted?", zh: "训练该在何时停下？用来做决定的分数还可信吗？"),
    examples: [
      .init("--wrong 0", shows: Phrase("all labels right: a gentle turn", zh: "标签全对：平缓的回升")),
      .init("--patience 2", shows: Phrase("too little patience", zh: "耐心太小")),
      .init("--figure optimism", shows: Phrase("the best of many on a small validation set", zh: "小验证集上的多中选优")),
    ])

  @Option("epochs", in: 1...2000, help: Phrase("how often all digits are seen", zh: "训练轮数")) var epochs = 40
  @Option("patience", in: 1...2000, unit: "epochs", help: Phrase("epochs without a better loss", zh: "验证损失不再下降的轮数"))
  var patience = 10
  @Option("samples", in: 10...10_000, help: Phrase("how many digits to learn from", zh: "用于训练的数字个数"))
  var wantedSamples = 400
  @Option("wrong", in: 0...90, unit: "%", help: Phrase("share of wrong labels", zh: "错误标签的比例")) var wrong = 20
  @Option("lr", in: .positive, help: Phrase("Adam’s learning rate", zh: "Adam 的学习率")) var rate = 0.001
  @Option("looks", in: 2...500, help: Phrase("how many networks are tried", zh: "尝试的网络个数")) var looks = 100
  @Option("held", in: 5...500, help: Phrase("digits that the choice is made by", zh: "用来选择的数字个数")) var wantedHeld = 50
  @Option() var digits = LabelledData.carried

  var figures: [LessonFigure] {
    [
      LessonFigure(
        "turn", "Training and validation loss by epoch", zh: "训练损失与验证损失随轮数的变化",
        uses: [$epochs, $patience, $wantedSamples, $wrong, $rate, $digits], needsOpenBLAS: true
      ) { turnFigure(try course(seed: $0.seed)) },
      LessonFigure(
        "optimism", "The best of several networks on a validation set", zh: "验证集上多个网络中的最优者",
        uses: [$looks, $wantedHeld, $digits], needsOpenBLAS: true
      ) { optimismFigure(try looks($0)) },
    ]
  }

  /// Refuses more digits than the lesson carries; the reader's files are looked at by the figure that needs so many.
  func validate() throws { if digits.path == nil { try requireEnough(digits) } }

  /// Refuses digits of which none are left to validate on.
  func requireEnough(_ pictures: LabelledData) throws {
    let most = pictures.train.count - validationCount
    guard samples > most else { return }
    let fewer = Message.fewer("--samples \(most)")
    let (needed, all) = (validationCount + 10, pictures.train.count)
    let hint =
      digits.path.map { path in
        most >= 10
          ? fewer
          : Message(
            "at least \(needed) are needed to learn from; \(path) has \(all)",
            zh: "训练至少需要 \(needed) 个；\(path) 只有 \(all) 个")
      } ?? Message("\(fewer), or MNIST with --data DIR", zh: "\(fewer)，或用 --data DIR 给出 MNIST")
    throw UsageError(
      "--samples \(samples) leaves no \(validationCount) \(digits.isTable ? "rows" : "digits") to validate on",
      zh: "--samples \(samples) 没有留下 \(validationCount) \(digits.isTable ? "行" : "个数字")用于验证", hints: [hint])
  }

  /// How many digits to learn from.
  var samples: Int { digits.affordable(wantedSamples, besides: validationCount, isGiven: $wantedSamples.isGiven) }

  /// How many digits the choice is made by: of a small table half of those that nothing is learned from.
  var held: Int { digits.isTable && !$wantedHeld.isGiven ? min(wantedHeld, left(of: digits) / 2) : wantedHeld }

  /// How many digits the networks that are compared do not learn from.
  func left(of pictures: LabelledData) -> Int { pictures.train.count - Self.learned(of: pictures) }

  /// How many digits they learn from.
  static func learned(of pictures: LabelledData) -> Int { min(NetworkLooks.learned, pictures.train.count / 4) }

  /// How many digits decide when to stop; of a small table a quarter of what is not held out to test on.
  var validationCount: Int { digits.isTable ? min(360, digits.train.count / 4) : 360 }

  /// As many digits as are asked for, or more.
  func pictures() throws -> LabelledData { try digits.reading(train: samples + validationCount, test: 360) }
}
