import LessonKit

extension Diagnose {
  /// A network, and how many digits it learns from.
  enum Kind: Sendable { case small, deep, skips, linear, few, many }

  /// Networks that learn the same digits in the same number of updates.
  struct Study: Sendable {
    static let (width, batch, samples) = (32, 32, 1000)
    static let wide = 96
    /// What became of each.
    private let curves: [Kind: LearningCurves]
    /// Updates of one epoch on the few digits, and on all.
    private let updates: (few: Int, all: Int)
    /// How many updates each network is given.
    let last: Int
    /// The share of digits that each reads wrongly in the end, in percent.
    private let errors: [Kind: (training: Double, test: Double)]

    /// Trains the networks; their losses on the test are followed on the way if a figure shows them.
    init(_ lesson: Diagnose, _ kinds: [Kind], seed: Int, followingTest follows: Bool = true) {
      let digits = LabelledData.carried.standardized(train: Self.samples)
      let runs = kinds.concurrentMap {
        Self.course(lesson, $0, on: digits, tests: follows ? [digits.test] : [], seed: seed)
      }
      curves = Dictionary(uniqueKeysWithValues: zip(kinds, runs))
      let errors = zip(kinds, runs).map { kind, run in
        let learned = digits.train.rows(0..<Self.count(lesson, kind))
        return (
          training: 100 * (1 - run.network.accuracy(on: learned)),
          test: 100 * (1 - run.network.accuracy(on: digits.test))
        )
      }
      self.errors = Dictionary(uniqueKeysWithValues: zip(kinds, errors))
      updates = (Self.updates(of: lesson.few), Self.updates(of: Self.samples))
      last = lesson.epochs * updates.all
    }

    private static func updates(of count: Int) -> Int { (count + batch - 1) / batch }

    /// How many digits a network learns from.
    private static func count(_ lesson: Diagnose, _ kind: Kind) -> Int { kind == .few ? lesson.few : samples }

    private static func course(_ lesson: Diagnose, _ kind: Kind, on digits: LabelledData, tests: [Dataset], seed: Int)
      -> LearningCurves
    {
      var random = SeededGenerator(seed: UInt64(seed))
      let network = Network(layers(lesson, kind), using: &random)
      let count = Self.count(lesson, kind)
      return LearningCurves(
        network, on: digits.train.rows(0..<count), others: tests, by: Adam(learningRate: lesson.rate),
        epochs: max(1, lesson.epochs * updates(of: samples) / updates(of: count)), batch: batch, using: &random)
    }

    private static func layers(_ lesson: Diagnose, _ kind: Kind) -> [any Layer] {
      switch kind {
      case .small: return [Linear(64, lesson.units), ReLU(), Linear(lesson.units, 10)]
      case .linear: return [Linear(64, 10)]
      case .few, .many: return [Linear(64, wide), ReLU(), Linear(wide, wide), ReLU(), Linear(wide, 10)]
      case .deep, .skips:
        let inner = (0..<lesson.depth - 2).flatMap { _ -> [any Layer] in
          let layer: [any Layer] = [Linear(width, width), ReLU()]
          return kind == .deep ? layer : [Residual(layer)]
        }
        return [Linear(64, width), ReLU()] + inner + [Linear(width, 10, weight: .zero, bias: .zero)]
      }
    }

    /// Losses against updates, on what it learns from or on the test.
    func points(_ kind: Kind, _ part: Part) -> [Point] {
      guard let run = curves[kind] else { return [] }
      let step = kind == .few ? updates.few : updates.all
      return losses(run, part).enumerated().map { Point(Double($0.offset * step), $0.element) }
    }

    /// The last loss; infinite for a run that diverged.
    func end(_ kind: Kind, _ part: Part) -> Double {
      guard let run = curves[kind], run.divergedIn == nil else { return .infinity }
      return losses(run, part).last ?? .nan
    }

    /// The share of digits that a network reads wrongly in the end, in percent; infinite for a run that diverged.
    func error(_ kind: Kind, _ part: Part) -> Double {
      guard let run = curves[kind], let error = errors[kind], run.divergedIn == nil else { return .infinity }
      return part == .training ? error.training : error.test
    }

    /// The update in which a run diverged; nil if in none.
    func divergedAt(_ kind: Kind) -> Int? {
      curves[kind]?.divergedIn.map { $0 * (kind == .few ? updates.few : updates.all) }
    }

    /// Whether any run diverged.
    var isLost: Bool { curves.values.contains { $0.divergedIn != nil } }

    private func losses(_ run: LearningCurves, _ part: Part) -> [Double] {
      part == .training ? run.training : run.others[0]
    }
  }

  /// What a loss or an error is measured on.
  enum Part: Sendable { case training, test }
}
