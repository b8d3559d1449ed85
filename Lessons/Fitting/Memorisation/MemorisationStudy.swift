import LessonKit

extension Memorisation {
  typealias Labels = LabelMemory.Labels

  /// Networks that learn true labels and networks that learn shuffled ones, over several seeds.
  struct Study: Sendable {
    /// For each seed, a network on true labels and one on shuffled.
    let runs: Repeated<[LabelMemory]>
    /// What they learn from, and what they are tested on.
    let digits: LabelledData
    /// The pictures that they learn from.
    private let pictures: Dataset

    init(_ lesson: Memorisation, seeds: Int, from first: Int) throws {
      let all = try lesson.digits.taking(lesson.samples)
      let digits = all.standardized(train: lesson.samples)
      (self.digits, pictures) = (digits, all.train)
      runs = Repeated(seeds, from: first) { seed in
        Labels.allCases.concurrentMap {
          LabelMemory($0, of: digits, width: lesson.width, rate: lesson.rate, epochs: lesson.epochs, seed: seed)
        }
      }
    }

    /// Accuracies after each measured number of epochs to which all seeds came.
    func curve(_ labels: Labels, _ part: KeyPath<LabelMemory, [Double]>) -> [Spread] {
      runs.spreads { $0[labels.rawValue][keyPath: part] }
    }
    /// The accuracy at the end.
    func end(_ labels: Labels, _ part: KeyPath<LabelMemory, [Double]>) -> Spread {
      curve(labels, part).last ?? Spread([])
    }

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
