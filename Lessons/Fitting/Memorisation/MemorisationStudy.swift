import LessonKit

extension Memorisation {
  /// Which labels a network learns.
  enum Labels: Int, Sendable, CaseIterable { case asGiven, shuffled }

  /// One network as it learns digits by their labels, true or shuffled.
  struct Course: Sendable {
    /// The labels that it learns.
    let labels: [Int]
    /// Accuracies in percent on what it learns from, after each number of epochs that is measured.
    private(set) var training: [Double] = []
    /// The same on the test digits, whose labels are true.
    private(set) var test: [Double] = []
    /// The epoch in which the numbers went beyond all bounds, counted from 1; nil if in none.
    private(set) var divergedIn: Int?

    static let batch = 32

    /// After which of so many epochs the accuracies are measured: all of the first, then every fifth.
    static func measured(_ epochs: Int) -> [Int] {
      (0...epochs).filter { $0 <= 5 || $0.isMultiple(of: 5) || $0 == epochs }
    }

    /// Learns; the seed draws the weights, then the shuffle, then the batches, alike for true labels and for shuffled.
    init(_ lesson: Memorisation, on digits: LabelledData, _ kind: Labels, seed: Int) {
      var stream = SeededGenerator(seed: UInt64(seed))
      let (pixels, width) = (digits.train.inputs.shape[1], lesson.width)
      var network = Network(
        [
          Linear(pixels, width, weight: .kaimingNormal()), ReLU(), Linear(width, width, weight: .kaimingNormal()),
          ReLU(), Linear(width, digits.classCount),
        ], using: &stream)
      let order = stream.permutation(digits.train.count)
      let given = digits.train.classes
      labels = kind == .shuffled ? order.map { given[$0] } : given
      let data = Dataset(inputs: digits.train.inputs, classes: labels, of: digits.classCount)
      func measure(_ network: Network) -> (Double, Double) {
        (100 * network.accuracy(on: data), 100 * network.accuracy(on: digits.test))
      }
      var (epoch, all) = (0, [measure(network)])
      let measured = Set(Self.measured(lesson.epochs))
      let training = Training(loss: .crossEntropy(), epochs: lesson.epochs, batchSize: Self.batch)
      let history = training.run(&network, on: data, by: Adam(learningRate: lesson.rate), using: &stream) { network in
        epoch += 1
        if measured.contains(epoch) { all.append(measure(network)) }
      }
      (self.training, test) = (all.map(\.0), all.map(\.1))
      if case .diverged = history.outcome { divergedIn = epoch + 1 }
    }
  }

  /// Networks that learn true labels and networks that learn shuffled ones, over several seeds.
  struct Study: Sendable {
    /// For each seed, a network on true labels and one on shuffled.
    let runs: Repeated<[Course]>
    /// What they learn from, and what they are tested on.
    let digits: LabelledData
    /// The pictures that they learn from.
    private let pictures: Dataset

    init(_ lesson: Memorisation, seeds: Int, from first: Int) throws {
      let all = try lesson.digits.taking(lesson.samples)
      let digits = all.standardized(train: lesson.samples)
      (self.digits, pictures) = (digits, all.train)
      runs = Repeated(seeds, from: first) { seed in
        Labels.allCases.concurrentMap { Course(lesson, on: digits, $0, seed: seed) }
      }
    }

    /// Accuracies after each measured number of epochs to which all seeds came.
    func curve(_ labels: Labels, _ part: KeyPath<Course, [Double]>) -> [Spread] {
      runs.spreads { $0[labels.rawValue][keyPath: part] }
    }
    /// The accuracy at the end.
    func end(_ labels: Labels, _ part: KeyPath<Course, [Double]>) -> Spread { curve(labels, part).last ?? Spread([]) }

    /// The earliest epoch in which a network on such labels diverged; nil if none did.
    func divergedIn(_ labels: Labels) -> Int? { runs.values.compactMap { $0[labels.rawValue].divergedIn }.min() }
    /// How many networks diverged.
    var lostCount: Int { runs.values.joined().count { $0.divergedIn != nil } }

    /// The largest accuracy on so many examples that guessing explains: that of chance, and three standard errors.
    func mostByChance(of count: Int) -> Double {
      let share = digits.chance / 100
      return digits.chance + 300 * (share * (1 - share) / Double(count)).squareRoot()
    }

    /// Six digits at most, no two of a class, that the shuffle of the first seed gave a wrong label, with the labels learned.
    func examples(_ labels: Labels) -> [Thumbnail] {
      let truth = digits.train.classes
      let learned = runs.values[0].map(\.labels)
      let shuffled = learned[Labels.shuffled.rawValue]
      guard let side = digits.side else { return [] }
      let classes = digits.isTable ? Array(0..<min(6, digits.classCount)) : [7, 2, 4, 3, 0, 5]
      let chosen = classes.compactMap { digit in truth.indices.first { truth[$0] == digit && shuffled[$0] != digit } }
      return chosen.map { index in
        Thumbnail(
          pictures.rows([index]).inputs.elements, columns: side,
          label: digits.name(of: learned[labels.rawValue][index]), as: labels == .shuffled ? Self.wrong : nil)
      }
    }

    private static let wrong = Identity(Phrase("shuffled label", zh: "打乱的标签"), .series(3))
  }
}
