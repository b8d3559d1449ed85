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
  func looks(_ run: Run) throws -> NetworkLooks {
    let all = try digits.reading(train: 1437, test: 1)
    let left = left(of: all)
    guard left > held else {
      let name = all.isTable ? Message("row", zh: "行") : Message("digit", zh: "数字")
      throw UsageError(
        "--held \(held) leaves no \(name) to test on", zh: "--held \(held) 没有留下用于测试的\(name)",
        hints: [
          left < 10
            ? Message(
              "at least 14 \(name)s are needed; here are \(all.train.count)",
              zh: "至少需要 14 \(all.isTable ? "行" : "个数字")，这里只有 \(all.train.count)")
            : Message("take --held \(left / 2)", zh: "可用 --held \(left / 2)")
        ])
    }
    return NetworkLooks(all, learned: Self.learned(of: all), tried: looks, held: held, from: run.seed)
  }
}
