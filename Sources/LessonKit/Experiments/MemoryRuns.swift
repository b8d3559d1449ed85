/// Networks that learn true labels and networks that learn shuffled ones, over several seeds.
public struct MemoryRuns: Sendable {
  /// Which labels a network learns.
  public typealias Labels = LabelMemory.Labels

  /// For each seed, a network on true labels and one on shuffled.
  public let runs: Repeated<[LabelMemory]>
  /// What they learn from, and what they are tested on, standardised.
  public let data: LabelledData
  /// After how many epochs accuracies are measured.
  public let epochs: [Int]
  /// The examples that they learn from, as they were.
  private let examples: Dataset

  /// Trains two networks of two hidden layers for every seed, on the first so many examples.
  ///
  /// Throws `UsageError` where there are fewer to learn from.
  public init(_ data: LabelledData, samples: Int, width: Int, rate: Double, epochs: Int, seeds: Int, from first: Int)
    throws
  {
    let all = try data.taking(samples)
    let scaled = all.standardized(train: samples)
    (self.data, examples, self.epochs) = (scaled, all.train, LabelMemory.measured(epochs))
    runs = Repeated(seeds, from: first) { seed in
      Labels.allCases.concurrentMap {
        LabelMemory($0, of: scaled, width: width, rate: rate, epochs: epochs, seed: seed)
      }
    }
  }

  /// Accuracies in percent after each measured number of epochs to which all seeds came.
  public func curve(_ labels: Labels, _ part: KeyPath<LabelMemory, [Double]>) -> [Spread] {
    runs.spreads { $0[labels.rawValue][keyPath: part] }
  }

  /// The accuracy in percent at the end.
  public func end(_ labels: Labels, _ part: KeyPath<LabelMemory, [Double]>) -> Spread {
    curve(labels, part).last ?? Spread([])
  }

  /// An accuracy in percent as it is written: with three digits above 99, where the last counts.
  public static func percent(_ accuracy: Double) -> Phrase {
    "\(percent: accuracy / 100, digits: accuracy > 99 ? 3 : 2)"
  }

  /// The medians by epoch with their range, as far as all seeds came before one diverged; named with the last median, or with
  /// the epoch in which a network diverged.
  public func fan(_ labels: Labels, _ part: KeyPath<LabelMemory, [Double]>, as name: Identity) -> Fan {
    let (curve, lostIn) = (curve(labels, part), divergedIn(labels))
    let loss = lostIn.map { Phrase("\(name.name): diverged in epoch \($0)", zh: "\(name.name)：第 \($0) 轮发散") }
    return Fan(curve, at: epochs.map { Double($0) }, as: name).with(\.line.divergedAt, lostIn).with(
      \.line.label, loss ?? "\(name.name) \(Self.percent(curve.last?.median ?? .nan))")
  }

  /// The earliest epoch in which a network on such labels diverged, counted from 1; nil if none did.
  public func divergedIn(_ labels: Labels) -> Int? { runs.values.compactMap { $0[labels.rawValue].divergedIn }.min() }
  /// The earliest epoch in which any network diverged; nil if none did.
  public var firstDivergedIn: Int? { Labels.allCases.compactMap { divergedIn($0) }.min() }
  /// How many networks diverged.
  public var lostCount: Int { runs.values.joined().count { $0.divergedIn != nil } }

  /// The largest accuracy in percent on so many examples that guessing explains: that of chance, and three standard errors.
  public func mostByChance(of count: Int) -> Double {
    let share = data.chance / 100
    return data.chance + 300 * (share * (1 - share) / Double(count)).squareRoot()
  }

  /// Six pictures at most, no two of a class, that the shuffle of the first seed gave a wrong label, with the labels learned.
  ///
  /// None where examples are not pictures.
  public func pictures(_ labels: Labels) -> [Thumbnail] {
    let truth = data.train.classes
    let learned = runs.values[0].map(\.labels)
    let shuffled = learned[Labels.shuffled.rawValue]
    guard let side = data.side else { return [] }
    let classes = data.isTable ? Array(0..<min(6, data.classCount)) : [7, 2, 4, 3, 0, 5]
    let chosen = classes.compactMap { digit in truth.indices.first { truth[$0] == digit && shuffled[$0] != digit } }
    return chosen.map { index in
      Thumbnail(
        examples.rows([index]).inputs.elements, columns: side, label: data.name(of: learned[labels.rawValue][index]),
        as: labels == .shuffled ? Self.wrong : nil)
    }
  }

  private static let wrong = Identity(Phrase("shuffled label", zh: "打乱的标签"), .series(3))
}
