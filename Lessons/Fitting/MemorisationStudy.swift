import LessonKit

/// Networks that learn true labels and networks that learn shuffled ones, over several seeds.
struct MemorisationStudy: Sendable {
  /// Which labels a network learns.
  enum Labels: Int, CaseIterable {
    case asGiven, shuffled
  }

  let seeds: Range<Int>
  let plan: MemorisationRun.Plan
  /// How many pictures test them.
  let testCount: Int
  /// Runs of all seeds, by labels.
  private let runs: [[MemorisationRun]]

  /// Trains all networks at once, on as many digits as the plan says.
  init(on digits: DigitPictures, seeds: Range<Int>, _ plan: MemorisationRun.Plan) {
    let pictures = digits.standardized(train: plan.samples)
    let jobs = Labels.allCases.flatMap { labels in seeds.map { (labels == .shuffled, $0) } }
    let all = jobs.concurrentMap {
      MemorisationRun(on: pictures, isShuffled: $0.0, seed: $0.1, plan)
    }
    (self.seeds, self.plan, testCount) = (seeds, plan, digits.test.count)
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
    let number = Digits.text(share, digits: share < 10 ? 2 : 3)
    return Phrase("\(number)\u{2009}%", zh: "\(number)%")
  }

  /// The sentence for the title.
  var finding: Phrase {
    if let divergence { return divergence }
    let (learned, test) = (end(.shuffled, \.train), end(.shuffled, \.test))
    let share = Self.text(learned)
    guard learned > Self.mostByChance(of: plan.samples) else {
      return end(.asGiven, \.train) > Self.mostByChance(of: plan.samples)
        ? Phrase("Shuffled labels: no better than chance", zh: "打乱的标签：正确率与随机猜测无异")
        : Phrase("True labels or shuffled: no better than chance", zh: "无论标签真实还是打乱，正确率都与随机猜测无异")
    }
    guard learned >= 99 else {
      return Phrase(
        "Of the shuffled labels \(share.english) are right; chance is 10\u{2009}%",
        zh: "打乱的标签答对 \(share.chinese)，随机猜测为 10%")
    }
    let isGuessed = test <= Self.mostByChance(of: testCount)
    let worth = isGuessed ? Phrase("chance", zh: "与瞎猜无异") : Self.text(test)
    return Phrase(
      "By heart: \(share.english) of shuffled labels, but \(worth.english) on the test",
      zh: "打乱的标签也能背下来：训练 \(share.chinese)，测试\(isGuessed ? "" : " ")\(worth.chinese)")
  }

  /// How many of the networks diverged, and when; nil if none did.
  private var divergence: Phrase? {
    guard let epoch = divergedIn else { return nil }
    let (lost, all) = (runs.joined().count { $0.divergedIn != nil }, 2 * seeds.count)
    let number = Digits.count(epoch)
    return lost == all
      ? Phrase(
        "All \(all) networks diverge, the first in epoch\u{A0}\(number)",
        zh: "\(all) 个网络全部发散，最早在第 \(number) 轮")
      : Phrase(
        "\(lost) of \(all)\u{A0}networks diverge\(lost == 1 ? "s" : ""), the first in epoch\u{A0}\(number)",
        zh: "\(all) 个网络中有 \(lost) 个发散，最早在第 \(number) 轮")
  }

  /// The largest percentage of so many labels that guessing explains: a tenth, and three standard errors.
  static func mostByChance(of count: Int) -> Double {
    10 + 300 * (0.1 * 0.9 / Double(count)).squareRoot()
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
