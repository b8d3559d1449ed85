import LessonKit

extension EarlyStopping {
  static let (width, batch) = (96, 32)

  /// A network as it learns; some labels are wrong, in validation too, and none in the test.
  func course(seed: Int) throws -> LearningCurves {
    let pictures = try pictures()
    try requireEnough(pictures)
    let parts = DigitParts(pictures, train: samples, validation: validationCount)
    return Self.course(self, on: parts, seed: seed)
  }

  /// The same on digits that are there already; the seed draws labels, weights and batches.
  static func course(_ lesson: EarlyStopping, on parts: DigitParts, seed: Int) -> LearningCurves {
    var random = SeededGenerator(seed: UInt64(seed))
    func labelled(_ data: Dataset) -> Dataset {
      data.mislabelled(Int((Double(data.count * lesson.wrong) / 100).rounded()), using: &random)
    }
    let (data, validation) = (labelled(parts.train), labelled(parts.validation))
    let pixels = data.inputs.shape[1]
    let network = Network(
      [
        Linear(pixels, width, weight: .kaimingNormal()), ReLU(), Linear(width, width, weight: .kaimingNormal()), ReLU(),
        Linear(width, data.classCount),
      ], using: &random)
    return LearningCurves(
      network, on: data, others: [validation, parts.test], by: Adam(learningRate: lesson.rate), epochs: lesson.epochs,
      batch: batch, using: &random)
  }

  /// Many networks that differ in nothing but their seed, and what the best of them on a few digits is worth.
  struct Looks: Sendable {
    /// What was found.
    let found: ValidationLooks
    /// How many digits each network learned from, how many are left to choose by and be tested on.
    let (learned, pool): (Int, Int)
    static let (learned, width, epochs, splits, rate) = (100, 24, 12, 200, 0.01)

    init(_ lesson: EarlyStopping, _ run: Run) throws {
      let all = try lesson.digits.reading(train: 1437, test: 1)
      let count = min(Self.learned, all.train.count / 4)
      let left = all.train.count - count
      guard left > lesson.held else {
        throw UsageError(
          "--held \(lesson.held) leaves no \(all.isTable ? "row" : "digit") to test on",
          hints: [
            left < 10
              ? "at least 14 \(all.isTable ? "rows" : "digits") are needed; here are \(all.train.count)"
              : "take --held \(left / 2)"
          ])
      }
      self.init(all, learned: count, lesson, from: run.seed)
    }

    init(_ pictures: LabelledData, learned: Int, _ lesson: EarlyStopping, from first: Int) {
      let parts = DigitParts(pictures, train: learned, validation: pictures.train.count - learned)
      let answers = Repeated(lesson.looks, from: first) { seed in
        var random = SeededGenerator(seed: UInt64(seed))
        let pixels = parts.train.inputs.shape[1]
        var network = Network(
          [Linear(pixels, Self.width), ReLU(), Linear(Self.width, pictures.classCount)], using: &random)
        let plan = Training(loss: .crossEntropy(), epochs: Self.epochs, batchSize: EarlyStopping.batch)
        _ = plan.run(&network, on: parts.train, by: Adam(learningRate: Self.rate), using: &random)
        return network.isRight(on: parts.validation)
      }
      var random = SeededGenerator(seed: UInt64(first))
      (self.learned, pool) = (learned, parts.validation.count)
      found = ValidationLooks(
        answers.values, validation: lesson.held, counts: ValidationLooks.counts(upTo: lesson.looks),
        splits: Self.splits, using: &random)
    }

    /// By how many points the best of all looks better than it is.
    var optimism: Double { 100 * ((found.promised.last ?? .nan) - (found.kept.last ?? .nan)) }
  }
}
