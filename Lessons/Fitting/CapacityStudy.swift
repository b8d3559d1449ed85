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
    Phrase("4: underfits", zh: "4：欠拟合"), Phrase("32: normal", zh: "32：正常"),
    Phrase("128: overfits", zh: "128：过拟合"), Phrase("dropout: normal", zh: "dropout：正常"),
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

  /// On how many seeds 128 units predict better than 32.
  var wins: Int { zip(errors(2), errors(1)).count { $0 < $1 } }

  /// The sentence for the title; at the notes' own settings in their words.
  func finding(isNotes: Bool) -> Phrase {
    let lost = diverged
    if let first = lost.min(by: { $0.epoch < $1.epoch }) {
      let (name, epoch) = (Self.names[first.kind], first.epoch)
      return lost.count == 4
        ? Phrase("All four networks diverge, from epoch \(epoch) on", zh: "四个网络从第 \(epoch) 轮起全部发散")
        : Phrase("\(name.english) diverges at epoch \(epoch)", zh: "\(name.chinese)在第 \(epoch) 轮发散")
    }
    if !(0..<4).contains(where: { error($0) < 0.25 * spreadOfTruth }) {
      return Phrase("No network has learned the curve yet", zh: "还没有网络学会这条曲线")
    }
    if isNotes, comparison != .worse {
      return Phrase("The “overfitting” network does not overfit", zh: "“过拟合”的网络并没有过拟合")
    }
    let numbers = [2, 1].map { Digits.text(error($0), digits: 2) }
    return comparison.words
      + Phrase(": \(numbers[0]) against \(numbers[1])", zh: "：\(numbers[0]) 对 \(numbers[1])")
  }

  /// How 128 units predict beside 32.
  private enum Comparison {
    case better, alike, worse

    var words: Phrase {
      switch self {
      case .better: Phrase("128 units predict better than 32", zh: "128 个单元比 32 个预测得准")
      case .alike: Phrase("128 units predict as well as 32", zh: "128 个单元与 32 个预测得一样好")
      case .worse: Phrase("128 units predict worse than 32", zh: "128 个单元不如 32 个预测得准")
      }
    }
  }

  /// By the medians over the seeds; a quarter more or less is alike.
  private var comparison: Comparison {
    let ratio = error(2) / error(1)
    return ratio > 1.25 ? .worse : ratio < 0.8 ? .better : .alike
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
          return "\(name) \(Digits.text(error(kind), digits: 2))"
        }
        return language == .english
          ? "\(name) diverges at epoch \(epoch)" : "\(name)在第 \(epoch) 轮发散"
      }
    }
    return Phrase(
      list(.english).joined(separator: ", "), zh: list(.chinese).joined(separator: "，"))
  }

  /// Loss and error of every epoch, a table a network of the notes' seed, and the last errors of all seeds.
  var tables: [Series] {
    let histories = zip(["4", "32", "128", "128-dropout"], 0..<4).map { name, kind in
      let run = own(kind)
      let rows = run.losses.indices.map { epoch in
        [
          Double(epoch), run.losses[epoch],
          epoch == 0 || epoch > run.errors.count ? Double.nan : run.errors[epoch - 1],
        ]
      }
      return Series(name, columns: ["epoch", "loss", "error"], rows: rows)
    }
    let ends = seeds.indices.map { index in
      [Double(seeds[index])] + (0..<4).map { errors($0)[index] }
    }
    return histories + [
      Series("errors", columns: ["seed", "4", "32", "128", "128-dropout"], rows: ends)
    ]
  }
}
