import LessonKit

/// Two layers that differ in size alone, each on its way to a goal half its own length off, under three rules.
///
/// A draw is a layer W of 50 normal weights and a goal W* at the distance ‖W‖/2 in a random direction; the loss is
/// ½‖W − W*‖², its gradient exact. The large layer is a draw times 10, the small one the same draw times 0.1.
struct LambStudy: Sendable {
  /// What one layer did under one rule, over all draws.
  struct Track: Sendable {
    /// ‖ΔW‖/‖W‖ of the first step, a draw each.
    var steps: [Double]
    /// The share of the way that is left before each step and after the last, a draw each.
    var left: [[Double]]

    /// Median, 5 % and 95 % of the way left, by step.
    func spread() -> (median: [Point], low: [Point], high: [Point]) {
      func curve(_ share: Double) -> [Point] {
        left[0].indices.map { k in Point(Double(k), left.map { $0[k] }.quantile(share)) }
      }
      return (curve(0.5), curve(0.05), curve(0.95))
    }
  }

  static let weights = 50
  /// Factors on a draw: the layer of large weights, then that of small ones.
  static let sizes = [10, 0.1]
  static let standardRate = 0.01
  static let standardDraws = 500

  /// As the notes write it, without, and as published.
  static let names = [
    Phrase("the notes", zh: "讲义"), Phrase("Adam", zh: "Adam"), Phrase("LAMB", zh: "LAMB"),
  ]
  static let layers = [Phrase("large weights", zh: "权重大"), Phrase("small weights", zh: "权重小")]

  let rate: Double
  let draws: Int
  let steps: Int
  /// For each rule the large layer's track and the small one's.
  let tracks: [[Track]]

  init(rate: Double = standardRate, draws: Int = standardDraws, steps: Int, seed: Int) {
    (self.rate, self.draws, self.steps) = (rate, draws, steps)
    let rules = [Rule.lambNotes, .adam, .lamb].map { $0.with(learningRate: rate) }
    var stream = SeededGenerator(seed: UInt64(seed))
    let layers = (0..<draws).map { _ in
      (stream.normal(shape: [Self.weights]), stream.normal(shape: [Self.weights]))
    }
    let walks = layers.concurrentMap { layer, direction in
      rules.map { rule in
        Self.sizes.map { size in
          Self.walk(layer * size, towards: direction, by: rule.makeOptimizer(), steps: steps)
        }
      }
    }
    tracks = rules.indices.map { rule in
      Self.sizes.indices.map { size in
        let own = walks.map { $0[rule][size] }
        return Track(steps: own.map(\.step), left: own.map(\.left))
      }
    }
  }

  /// One layer's way: the relative length of its first step, and what is left of the way by step.
  private static func walk(
    _ layer: Tensor, towards direction: Tensor, by rule: some Optimizer, steps: Int
  ) -> (step: Double, left: [Double]) {
    let way = layer.norm() / 2
    let goal = layer + direction * (way / direction.norm())
    var (weights, state) = (layer, rule.initialState(for: layer.shape))
    var (first, left) = (0.0, [1.0])
    for step in 0..<steps {
      let before = weights
      rule.update(&weights, along: weights - goal, state: &state)
      if step == 0 { first = (weights - before).norm() / before.norm() }
      left.append((weights - goal).norm() / way)
    }
    return (first, left)
  }

  /// The median relative first step of a layer under a rule.
  func step(_ rule: Int, _ layer: Int) -> Double { tracks[rule][layer].steps.median() }
  /// The range from 5 to 95 % of the draws.
  func range(_ rule: Int, _ layer: Int) -> ClosedRange<Double> {
    let all = tracks[rule][layer].steps
    return all.quantile(0.05)...all.quantile(0.95)
  }
  /// The median share of the way left at the end.
  func left(_ rule: Int, _ layer: Int) -> Double {
    tracks[rule][layer].left.map { $0[steps] }.median()
  }
  /// The largest median of what was left, of both layers under any rule.
  var farthest: Double {
    tracks.joined().flatMap { $0.spread().median.map(\.y) }.max() ?? 1
  }
  /// How many times farther the small layer goes than the large one, each by its own size.
  func ratio(_ rule: Int) -> Double { step(rule, 1) / step(rule, 0) }

  /// The numbers behind the figure.
  var tables: [Series] {
    let words = [
      ["notes-large", "notes-small"], ["adam-large", "adam-small"], ["lamb-large", "lamb-small"],
    ]
    let first = Series(
      "first-step", columns: ["rule", "layer", "median", "p5", "p95"],
      rows: tracks.indices.flatMap { rule in
        Self.sizes.indices.map { layer in
          let range = range(rule, layer)
          return [
            Double(rule), Double(layer), step(rule, layer), range.lowerBound, range.upperBound,
          ]
        }
      })
    let ways = tracks.indices.flatMap { rule in
      Self.sizes.indices.map { layer in
        let (median, low, high) = tracks[rule][layer].spread()
        let rows = median.indices.map { k in [median[k].x, median[k].y, low[k].y, high[k].y] }
        return Series(words[rule][layer], columns: ["step", "left", "p5", "p95"], rows: rows)
      }
    }
    return [first] + ways
  }
}
