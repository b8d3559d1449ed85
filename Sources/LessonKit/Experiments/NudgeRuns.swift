/// Networks of several seeds, and what they make of nudged digits.
public struct NudgeRuns: Sendable {
  /// Sizes of the nudge, in percent of the way from paper to ink.
  public static let sizes = Array(0...20)
  private static let batch = 32

  /// What one network makes of the test digits.
  public struct Outcome: Sendable {
    /// The pictures and the network.
    public let nudged: NudgedDigits
    /// For each direction the accuracies in percent, by size.
    public let accuracies: [NudgedDigits.Direction: [Double]]
  }
  /// For each seed, its network.
  public let runs: Repeated<Outcome>
  /// What they learn from, and what they are tested on.
  public let digits: LabelledData

  /// Trains a network of one hidden layer under every seed, on 1,437 examples at most, and tests it on 360.
  public init(_ data: LabelledData, width: Int, rate: Double, epochs: Int, seeds: Int, from first: Int) throws {
    let digits = try data.reading(train: 1437, test: 360)
    self.digits = digits
    runs = Repeated(seeds, from: first) { seed in
      var random = SeededGenerator(seed: UInt64(seed))
      let (train, test) = (digits.train, digits.test)
      var network = Network(
        [Linear(digits.featureCount, width), ReLU(), Linear(width, digits.classCount)], using: &random)
      let plan = Training(loss: .crossEntropy(), epochs: epochs, batchSize: Self.batch)
      _ = plan.run(&network, on: train, by: Adam(learningRate: rate), using: &random)
      let nudged = NudgedDigits(network, test: test, using: &random)
      let all = NudgedDigits.Direction.allCases.map { direction in
        (direction, Self.sizes.map { 100 * nudged.accuracy(direction, by: Double($0) / 100) })
      }
      return Outcome(nudged: nudged, accuracies: Dictionary(uniqueKeysWithValues: all))
    }
  }

  /// The accuracies by size.
  public func curve(_ direction: NudgedDigits.Direction) -> [Spread] { runs.spreads { $0.accuracies[direction] ?? [] } }

  /// How many points a nudge of some percent costs.
  public func cost(_ direction: NudgedDigits.Direction, _ percent: Int) -> Double {
    let curve = curve(direction)
    return curve[0].median - curve[percent].median
  }

  /// An example that the first network answers rightly as it is and nudged at random, and wrongly nudged against it, that of which it
  /// was surest: as it is, and nudged against the network by some percent, each with the answer.
  ///
  /// Empty where there is none, or where examples are not pictures.
  public func example(_ percent: Int) -> [Thumbnail] {
    guard let side = digits.side else { return [] }
    let nudged = runs.values[0].nudged
    let all = [nudged.test] + NudgedDigits.Direction.allCases.map { nudged.nudged($0, by: Double(percent) / 100) }
    let (answers, truth) = (all.map { nudged.answers($0) }, nudged.test.classes)
    let deceived = truth.indices.filter {
      answers[0][$0] == truth[$0] && answers[1][$0] == truth[$0] && answers[2][$0] != truth[$0]
    }
    let leads = nudged.leads
    let found = deceived.max { leads[$0] < leads[$1] }
    guard let found else { return [] }
    let names = [(Phrase("clean", zh: "原图"), nil), (Phrase("nudged", zh: "扰动后"), Identity.adversarialNudge)]
    return zip([0, 2], names).map { place, name in
      Thumbnail(
        all[place].rows([found]).inputs.elements, columns: side,
        label: Phrase(
          "\(name.0): read as \(digits.name(of: answers[place][found]))",
          zh: "\(name.0)：识别为 \(digits.name(of: answers[place][found]))"), as: name.1)
    }
  }
}
