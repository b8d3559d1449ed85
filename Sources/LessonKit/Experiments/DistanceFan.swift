/// How far walks from many starts are from the nearest minimum, step by step: the middle of the starts, and their middle half.
public struct DistanceFan: Sendable {
  /// The distances at every step, or at about two hundred of a long walk; as far as the middle start is not lost.
  public let samples: [Fan.Sample]
  /// The step at which the middle start is lost, nil where it is not.
  public let divergedAt: Int?
  /// Share of the starts that are lost by the last step.
  public let lostShare: Double

  /// Walks of an optimizer from every start, on all processors at once.
  ///
  /// The landscape needs a known minimum. A walk that is lost is infinitely far away from there on.
  public init(_ rule: Rule, on landscape: Landscape, from starts: [Vector2], steps: Int) {
    let stride = max(1, steps / 200)
    let rows = Array(Swift.stride(from: 0, to: steps, by: stride)) + [steps]
    let walks = starts.concurrentMap { start in
      let walk = descend(landscape, from: start, by: rule, steps: steps)
      return rows.map {
        $0 <= walk.steps ? landscape.distanceToMinimum(from: walk.points[$0]) : .infinity
      }
    }
    let all = rows.indices.map { row -> Fan.Sample in
      let distances = walks.map { $0[row] }
      // What is lost leaves every picture at the top, and what arrives exactly leaves it at the bottom.
      return Fan.Sample(
        x: Double(rows[row]), median: distances.median(),
        lower: max(distances.quantile(0.25), 1e-300), upper: min(distances.quantile(0.75), 1e300))
    }
    samples = Array(all.prefix { $0.median.isFinite })
    divergedAt = samples.count < rows.count ? rows[samples.count] : nil
    let ends = walks.compactMap(\.last)
    lostShare = Double(ends.count { !$0.isFinite }) / Double(max(1, ends.count))
  }

  /// How far the middle start is at the end; infinite where it is lost.
  public var end: Double { divergedAt == nil ? samples[samples.count - 1].median : .infinity }
}

extension Fan {
  /// The distances of many walks, with a second line under the name.
  public init(_ distances: DistanceFan, as identity: Identity, detail: Phrase? = nil) {
    self.init(distances.samples, as: identity, detail: detail)
    line.divergedAt = distances.divergedAt
  }
}
