import LessonKit

/// The notes' four networks trained on several seeds, and what comes of them.
struct CapacityStudy: Sendable {
  /// The seeds, the notes' own first.
  let seeds: [Int]
  /// For each network the runs of all seeds.
  let runs: [[CapacityRun]]
  /// For each seed the outputs of the network with dropout in training mode, pass after pass; the notes draw the first.
  let passes: [[[Double]]]
  /// Epochs asked for.
  let epochs: Int

  /// Passes in training mode, wherever its loss is named.
  static let passCount = 200

  static let notesSeed = 42
  /// Numbers of the series of the four networks.
  static let series = [0, 2, 1, 3]
  static let names = [
    Phrase("4 units", zh: "4 单元"), Phrase("32 units", zh: "32 单元"),
    Phrase("128 units", zh: "128 单元"), Phrase("dropout", zh: "dropout"),
  ]
  /// What the notes call them.
  static let stated = [
    Phrase("4: “underfits”", zh: "4：“欠拟合”"), Phrase("32: “normal”", zh: "32：“正常”"),
    Phrase("128: “overfits”", zh: "128：“过拟合”"),
    Phrase("dropout: “normal”", zh: "dropout：“正常”"),
  ]

  /// Trains on a first seed and on 0, 1, …, up to a number of seeds, all at once.
  init(first: Int = notesSeed, count: Int, epochs: Int = 300, rate: Double = 0.01) {
    seeds = [first] + (0..<count).filter { $0 != first }.prefix(count - 1)
    let jobs = seeds.flatMap { CapacityRun.all(seed: $0) }
    let trained = jobs.concurrentMap { $0.trained(epochs: epochs, rate: rate) }
    let runs = (0..<4).map { kind in
      stride(from: kind, to: trained.count, by: 4).map { trained[$0] }
    }
    passes = runs[3].concurrentMap { $0.trainingPasses(Self.passCount) }
    (self.runs, self.epochs) = (runs, epochs)
  }

  /// The loss of the network with dropout on its samples: in training mode, mean of all passes, and in evaluation mode.
  func modes(seed index: Int) -> (training: Double, evaluation: Double) {
    let run = runs[3][index]
    return (passes[index].map(run.loss).mean, run.loss(run.evaluated))
  }

  /// The seeds in words: "42, 0 to 10".
  var seedList: Phrase {
    let rest = seeds.dropFirst()
    guard let low = rest.min(), let high = rest.max(), rest.count > 2 else {
      let words = seeds.map(String.init)
      return Phrase(words.joined(separator: ", "), zh: words.joined(separator: "、"))
    }
    return Phrase("\(seeds[0]), \(low) to \(high)", zh: "\(seeds[0])、\(low) 到 \(high)")
  }

  /// The errors of a network at its end, a seed each; NaN where it diverged.
  func errors(_ kind: Int) -> [Double] {
    runs[kind].map { $0.divergedAt == nil ? $0.errors.last ?? .nan : .nan }
  }
  /// The median over the seeds.
  func error(_ kind: Int) -> Double { errors(kind).median() }

  /// Over how many last epochs a seed's error is taken as a median, since it jumps from one to the next.
  var tail: Int { max(1, min(20, epochs / 10)) }

  /// The errors of a network towards its end, a seed each: medians over the last epochs, NaN where it diverged.
  func levels(_ kind: Int) -> [Double] {
    runs[kind].map { $0.divergedAt == nil ? Array($0.errors.suffix(tail)).median() : .nan }
  }
  /// Their median over the seeds.
  func level(_ kind: Int) -> Double { levels(kind).median() }

  /// The run of the notes' seed.
  func own(_ kind: Int) -> CapacityRun { runs[kind][0] }
  /// The networks of the notes' seed that diverged, with the epoch.
  var diverged: [(kind: Int, epoch: Int)] {
    (0..<4).compactMap { kind in own(kind).divergedAt.map { (kind, $0) } }
  }

  /// Median, least and greatest error of a network after every epoch that all its seeds came to.
  func spread(_ kind: Int) -> (median: [Point], low: [Point], high: [Point]) {
    let shortest = runs[kind].map(\.errors.count).min() ?? 0
    let columns = (0..<shortest).map { epoch in runs[kind].map { $0.errors[epoch] } }
    func curve(_ value: ([Double]) -> Double) -> [Point] {
      columns.enumerated().map { Point(Double($0.offset + 1), value($0.element)) }
    }
    return (
      curve { $0.median() }, curve { $0.min() ?? .nan }, curve { $0.max() ?? .nan }
    )
  }

  /// On how many seeds 128 units predict better than 32 at the end.
  var wins: Int { zip(errors(2), errors(1)).count { $0 < $1 } }
  /// The same over the last epochs.
  var tailWins: Int { zip(levels(2), levels(1)).count { $0 < $1 } }

  /// The sentence for the title; at the notes' own settings in their words.
  func finding(isNotes: Bool) -> Phrase {
    let lost = diverged
    if let first = lost.min(by: { $0.epoch < $1.epoch }) {
      let (name, epoch) = (Self.names[first.kind], first.epoch)
      return lost.count == 4
        ? Phrase("All four networks diverge, from epoch \(epoch) on", zh: "四个网络从第 \(epoch) 轮起全部发散")
        : Phrase("\(name.english) diverges at epoch \(epoch)", zh: "\(name.chinese)在第 \(epoch) 轮发散")
    }
    if !(0..<4).contains(where: { level($0) < 0.25 * spreadOfTruth }) {
      return Phrase("No network has learned the curve yet", zh: "还没有网络学会这条曲线")
    }
    if isNotes, comparison == .alike || comparison == .better {
      return Phrase("The “overfitting” network does not overfit", zh: "“过拟合”的网络没有过拟合") + place
    }
    if comparison == .open {
      return Phrase("No clear winner of 128 and 32 units", zh: "128 与 32 个单元难分高下") + place
    }
    let numbers = [2, 1].map { Digits.text(level($0), digits: 2) }
    return comparison.words + place
      + Phrase(": \(numbers[0]) against \(numbers[1])", zh: "：\(numbers[0]) 对 \(numbers[1])")
  }

  /// What the sentence holds for: " on 3 seeds".
  private var place: Phrase {
    let count = seeds.count
    return count == 1
      ? Phrase(" on seed \(seeds[0])", zh: "（种子 \(seeds[0])）")
      : Phrase(" on \(count) seeds", zh: "（\(count) 个种子）")
  }

  /// How 128 units predict beside 32.
  private enum Comparison {
    case better, alike, worse
    /// The medians differ, but the seeds do not agree.
    case open

    var words: Phrase {
      switch self {
      case .better: Phrase("128 units beat 32", zh: "128 个单元优于 32 个")
      case .worse: Phrase("128 units do worse than 32", zh: "128 个单元不如 32 个")
      case .alike, .open: Phrase("128 units do as well as 32", zh: "128 个单元与 32 个一样好")
      }
    }
  }

  /// By the medians over the seeds: a quarter more or less is alike, and for more than that the seeds must agree beyond
  /// chance; few of them all.
  private var comparison: Comparison {
    let (ratio, count) = (level(2) / level(1), Double(seeds.count))
    guard ratio > 1.25 || ratio < 0.8 else { return .alike }
    let chance = MedianShare.range(of: seeds.count).upperBound
    let agreeing = ratio < 0.8 ? Double(tailWins) : count - Double(tailWins)
    guard agreeing == count || agreeing / count > chance else { return .open }
    return ratio < 0.8 ? .better : .worse
  }

  /// The error of the best constant: what there is to learn.
  private var spreadOfTruth: Double {
    let heights = own(0).truth.numbers.elements
    let level = heights.mean
    return heights.map { ($0 - level) * ($0 - level) }.mean
  }

  /// The error of every network, in words.
  var results: Phrase {
    func list(_ language: Language) -> [String] {
      (0..<4).map { kind in
        let name = Self.names[kind][language]
        guard let epoch = own(kind).divergedAt else {
          return "\(name) \(Digits.text(level(kind), digits: 2))"
        }
        return language == .english
          ? "\(name) diverges at epoch \(epoch)" : "\(name)在第 \(epoch) 轮发散"
      }
    }
    return Phrase(
      list(.english).joined(separator: ", "), zh: list(.chinese).joined(separator: "，"))
  }
}
