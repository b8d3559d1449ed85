/// What it does to a score to have chosen by it: the best of several models on a validation set, and the same model on
/// new examples.
public struct ValidationLooks: Sendable {
  /// How many models were tried, ascending.
  public let counts: [Int]
  /// The share of right answers of the best on the validation set, the mean over splits, for each count.
  public let promised: [Double]
  /// The share of right answers of that same model on all other examples.
  public let kept: [Double]

  /// Measures models whose answers are known.
  ///
  /// The examples are split many times; every choice of `count` of the models counts the same, which needs no draws: with N
  /// models in the order of their scores, the r-th of them is the best of k with the probability C(N−1−r, k−1)/C(N, k).
  ///
  /// - Parameters:
  ///   - isRight: For each model, which of the examples it answers rightly; a row a model.
  ///   - validation: How many examples the models are chosen by.
  ///   - counts: How many models are tried, at most as many as there are.
  ///   - splits: How often the examples are split.
  ///   - random: Draws the splits.
  public init(_ isRight: [[Bool]], validation: Int, counts: [Int], splits: Int, using random: inout some RandomStream) {
    let size = isRight.first?.count ?? 0
    require(validation > 0 && validation < size && splits > 0, "\(splits) splits of \(size) examples at \(validation)")
    require(counts.allSatisfy { (1...isRight.count).contains($0) }, "the best of \(counts) of \(isRight.count) models")
    var sums = counts.map { _ in (promised: 0.0, kept: 0.0) }
    for _ in 0..<splits {
      let rows = random.permutation(size)
      let scores = isRight.map { answers in
        let right = rows.prefix(validation).count { answers[$0] }
        let all = answers.count { $0 }
        return (on: Double(right) / Double(validation), off: Double(all - right) / Double(size - validation))
      }.sorted { $0.on > $1.on }
      for (place, count) in counts.enumerated() {
        let chosen = Self.best(of: count, among: scores)
        sums[place].promised += chosen.on
        sums[place].kept += chosen.off
      }
    }
    self.counts = counts
    promised = sums.map { $0.promised / Double(splits) }
    kept = sums.map { $0.kept / Double(splits) }
  }

  /// The mean scores of the best of `count`, over all choices of as many.
  private static func best(of count: Int, among scores: [(on: Double, off: Double)]) -> (on: Double, off: Double) {
    let all = scores.count
    var (weight, sum) = (Double(count) / Double(all), (on: 0.0, off: 0.0))
    for rank in 0...(all - count) {
      sum.on += weight * scores[rank].on
      sum.off += weight * scores[rank].off
      if rank < all - 1 { weight *= Double(all - count - rank) / Double(all - 1 - rank) }
    }
    return sum
  }

  /// 1, 2, 5, 10, 20, … up to a count, and that count.
  public static func counts(upTo most: Int) -> [Int] {
    var counts: [Int] = []
    var power = 1
    while power <= most {
      counts += [1, 2, 5].map { $0 * power }.filter { $0 < most }
      power *= 10
    }
    return counts + [most]
  }
}
