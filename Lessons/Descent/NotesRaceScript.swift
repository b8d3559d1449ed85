import LessonKit

/// The notes' optimizer script under one seed: the points, and for each rule in turn a line of its own to start from.
///
/// As printed: 200 points around y = 2x + 1, then a fresh `nn.Linear(1, 1)` for every rule, without reseeding.
struct NotesRaceScript {
  let data: Dataset
  let starts: [Network]

  init(seed: Int, rules: Int) {
    var stream = TorchGenerator(seed: UInt64(seed))
    data = .line(count: 200, using: &stream)
    starts = (0..<rules).map { _ in Network([Linear(1, 1)], using: &stream) }
  }

  init(data: Dataset, starts: [Network]) { (self.data, self.starts) = (data, starts) }

  /// The whole race, as a network trains.
  func runs(_ rules: [Rule], _ schedule: Schedule = .constant, epochs: Int) -> [LearningRun] {
    zip(rules, starts).map {
      LearningRun($1, on: data, by: $0, schedule: schedule, epochs: epochs)
    }
  }

  /// The last epoch's loss of one rule; infinite where the run diverged. A line's error is a bowl, so no network is needed.
  func finalLoss(
    of rule: Rule, _ schedule: Schedule = .constant, number: Int, epochs: Int
  ) -> Double {
    let optimizer = rule.makeOptimizer()
    let pace = schedule.pace(from: optimizer.learningRate, over: epochs)
    return end(LineError(data), starts[number], optimizer, pace, updates: epochs - 1)
  }

  private func end<O: Optimizer>(
    _ error: LineError, _ start: Network, _ rule: O, _ pace: Pace, updates: Int
  ) -> Double {
    var (rule, pace) = (rule, pace)
    var slope = start.parameters[0].value.reshaped(to: [1])
    var intercept = start.parameters[1].value
    var (bySlope, byIntercept) = (Tensor.zeros([1]), Tensor.zeros([1]))
    var states = (rule.initialState(for: [1]), rule.initialState(for: [1]))
    for _ in 0..<updates {
      let (a, b) = (slope[0], intercept[0])
      let gradient = error.gradient(slope: a, intercept: b)
      (bySlope[0], byIntercept[0]) = (gradient.slope, gradient.intercept)
      if !pace.isConstant { rule.learningRate = pace.rate }
      rule.update(&slope, along: bySlope, state: &states.0)
      rule.update(&intercept, along: byIntercept, state: &states.1)
      if !pace.isConstant { pace.advance(after: error.value(slope: a, intercept: b)) }
    }
    let loss = error.value(slope: slope[0], intercept: intercept[0])
    return loss.isFinite ? loss : .infinity
  }
}

/// The race run again under many seeds and at many rates: where each rule ends.
struct NotesRaceSweep {
  let rates: [Double]
  /// Rule by rule, rate by rate, the final loss of every seed.
  let losses: [[[Double]]]
  /// The least loss of any straight line, for every seed.
  let floors: [Double]

  init(
    _ rules: [Rule], _ schedule: Schedule = .constant, epochs: Int, seeds: Range<Int>,
    rates: [Double] = (1e-3...1).logSpaced(count: 25)
  ) {
    let scripts = seeds.map { NotesRaceScript(seed: $0, rules: rules.count) }
    self.rates = rates
    floors = scripts.map { LineError($0.data).least }
    losses = rules.enumerated().map { number, rule in
      rates.map { rate in
        scripts.map {
          $0.finalLoss(
            of: rule.with(learningRate: rate), schedule, number: number, epochs: epochs)
        }
      }
    }
  }

  /// The median over seeds at every rate.
  func medians(_ rule: Int) -> [Double] { losses[rule].map { $0.median() } }

  /// Points of a curve or an edge over the rates; what is infinite stands at the largest number, far above any picture.
  func points(_ values: [Double]) -> [Point] {
    zip(rates, values).map { Point($0, min($1, .greatestFiniteMagnitude)) }
  }

  /// The range over seeds at every rate.
  func band(_ rule: Int, series: Int) -> Band {
    Band(
      lower: points(losses[rule].map { $0.min() ?? .nan }),
      upper: points(losses[rule].map { $0.max() ?? .nan }), series: series)
  }

  /// The rules in groups whose medians differ by less than a fifth at every rate.
  var twins: [[Int]] {
    losses.indices.reduce(into: []) { groups, rule in
      let own = medians(rule)
      func isTwin(_ other: Int) -> Bool {
        zip(own, medians(other)).allSatisfy { $0 == $1 || ($0 < 1.2 * $1 && $1 < 1.2 * $0) }
      }
      if let place = groups.firstIndex(where: { isTwin($0[0]) }) {
        groups[place].append(rule)
      } else {
        groups.append([rule])
      }
    }
  }

  /// Whether a rule's median is above a height at any rate.
  func isAbove(_ height: Double, rule: Int) -> Bool { medians(rule).contains { $0 > height } }

  /// The least of a rule's medians: what it comes to at the best of the rates.
  func best(_ rule: Int) -> Double { medians(rule).min() ?? .nan }
}
