import LessonKit

/// Networks that learn true labels and networks that learn shuffled ones, over several seeds.
struct MemorisationStudy: Sendable {
  /// Which labels a network learns.
  enum Labels: Int, CaseIterable {
    case asGiven, shuffled
  }

  let seeds: Range<Int>
  let plan: MemorisationRun.Plan
  /// Runs of all seeds, by labels.
  private let runs: [[MemorisationRun]]

  /// Trains all networks at once, on as many digits as the plan says.
  init(on digits: DigitPictures, seeds: Range<Int>, _ plan: MemorisationRun.Plan) {
    let pictures = digits.standardized(train: plan.samples)
    let jobs = Labels.allCases.flatMap { labels in seeds.map { (labels == .shuffled, $0) } }
    let all = jobs.concurrentMap {
      MemorisationRun(on: pictures, isShuffled: $0.0, seed: $0.1, plan)
    }
    (self.seeds, self.plan) = (seeds, plan)
    runs = [Array(all.prefix(seeds.count)), Array(all.dropFirst(seeds.count))]
  }

  /// The earliest epoch in which a network on such labels diverged; nil if none did.
  func divergedIn(_ labels: Labels) -> Int? { runs[labels.rawValue].compactMap(\.divergedIn).min() }

  /// The earliest epoch in which any network diverged.
  var divergedIn: Int? { Labels.allCases.compactMap { divergedIn($0) }.min() }

  /// Percentages of every seed after each number of epochs to which all came.
  func columns(_ labels: Labels, _ part: KeyPath<MemorisationRun, [Double]>) -> [[Double]] {
    let own = runs[labels.rawValue].map { $0[keyPath: part] }
    return (0..<(own.map(\.count).min() ?? 0)).map { epoch in own.map { $0[epoch] } }
  }

  /// The percentages of every seed at the end.
  func ends(_ labels: Labels, _ part: KeyPath<MemorisationRun, [Double]>) -> [Double] {
    columns(labels, part).last ?? []
  }

  /// The median over the seeds at the end.
  func end(_ labels: Labels, _ part: KeyPath<MemorisationRun, [Double]>) -> Double {
    ends(labels, part).median()
  }

  /// A percentage as sentences have it.
  static func text(_ share: Double) -> Phrase {
    let number = Digits.text(share)
    return Phrase("\(number)\u{2009}%", zh: "\(number)%")
  }

  /// The sentence for the title.
  var finding: Phrase {
    if let epoch = divergedIn {
      return Phrase("The training diverges in epoch \(epoch)", zh: "训练在第 \(epoch) 轮发散")
    }
    let (learned, test) = (end(.shuffled, \.train), end(.shuffled, \.test))
    let (share, guessed) = (Self.text(learned), Self.text(test))
    guard learned >= 99 else {
      let count = Digits.count(plan.epochs)
      return Phrase(
        "After \(count) epoch\(plan.epochs == 1 ? "" : "s") \(share.english) of the shuffled labels are learned",
        zh: "训练 \(count) 轮后，记住了 \(share.chinese) 的打乱标签")
    }
    return Phrase(
      "By heart: \(share.english) of shuffled labels, but \(guessed.english) on the test",
      zh: "打乱的标签也能背下来：训练 \(share.chinese)，测试 \(guessed.chinese)")
  }

  /// The percentages at the end, in words.
  var results: Phrase {
    func pair(_ labels: Labels) -> (train: Phrase, test: Phrase) {
      (Self.text(end(labels, \.train)), Self.text(end(labels, \.test)))
    }
    let (given, shuffled) = (pair(.asGiven), pair(.shuffled))
    return Phrase(
      "true labels: train \(given.train.english), test \(given.test.english); shuffled: train \(shuffled.train.english), test \(shuffled.test.english)",
      zh:
        "真实标签：训练 \(given.train.chinese)，测试 \(given.test.chinese)；打乱标签：训练 \(shuffled.train.chinese)，测试 \(shuffled.test.chinese)"
    )
  }

  /// Percentages after every epoch: median, least and largest of the seeds.
  var tables: [Series] {
    zip(Labels.allCases, ["true labels", "shuffled labels"]).map { labels, name in
      let (train, test) = (columns(labels, \.train), columns(labels, \.test))
      let rows = train.indices.map { epoch in
        [Double(epoch)] + Self.spread(train[epoch]) + Self.spread(test[epoch])
      }
      return Series(
        name,
        columns: [
          "epoch", "train", "train_least", "train_largest", "test", "test_least", "test_largest",
        ], rows: rows)
    }
  }

  private static func spread(_ values: [Double]) -> [Double] {
    [values.median(), values.min() ?? .nan, values.max() ?? .nan]
  }
}
