/// What many walks do step by step, as a fan: the middle of them, and a range around it.
public struct WalkFan: Sendable {
  /// The values at every step, or at about two hundred of a long walk; as far as the middle walk is not lost.
  public let samples: [Fan.Sample]
  /// The step at which the middle walk is lost, nil where it is not.
  public let divergedAt: Int?
  /// Share of the walks that are lost by the last step.
  public let lostShare: Double

  /// A number of each walk at every step; from where a walk is lost it counts as infinite.
  ///
  /// - Parameters:
  ///   - walks: The walks, of so many steps if they are not lost.
  ///   - shares: Which of the walks the band begins and ends at: `0...1` for all, `0.25...0.75` for the middle half.
  ///   - values: The numbers of a walk, its start first.
  public init(_ walks: [Walk], steps: Int, shares: ClosedRange<Double> = 0...1, values: @Sendable (Walk) -> [Double]) {
    let rows = Array(stride(from: 0, to: steps, by: max(1, steps / 200))) + [steps]
    let numbers = walks.concurrentMap { walk in
      let own = values(walk)
      return rows.map { $0 < own.count ? own[$0] : .infinity }
    }
    let all = rows.indices.map { row -> Fan.Sample in
      let here = numbers.map { $0[row] }
      return Fan.Sample(
        x: Double(rows[row]), median: here.median(), lower: here.quantile(shares.lowerBound),
        upper: here.quantile(shares.upperBound))
    }
    samples = Array(all.prefix { $0.median.isFinite })
    divergedAt = samples.count < rows.count ? rows[samples.count] : nil
    let ends = numbers.compactMap(\.last)
    lostShare = Double(ends.count { !$0.isFinite }) / Double(max(1, ends.count))
  }

  /// How far walks from many starts are from the nearest minimum, with the middle half of the starts.
  ///
  /// The landscape needs a known minimum.
  public init(_ rule: Rule, on landscape: Landscape, from starts: [Vector2], steps: Int) {
    let walks = starts.concurrentMap { descend(landscape, from: $0, by: rule, steps: steps) }
    self.init(walks, steps: steps, shares: 0.25...0.75) { walk in walk.points.map(landscape.distanceToMinimum) }
  }

  /// Where the middle walk is at a step, or at the last sample before it.
  public func height(at step: Double) -> Double { samples.last { $0.x <= step }?.median ?? end }

  /// Where the middle walk ends; infinite where it is lost.
  public var end: Double { divergedAt == nil ? samples[samples.count - 1].median : .infinity }

  /// The step from which on the middle walk is below a height; infinite where it never is.
  public func settles(below height: Double) -> Double {
    guard end < height else { return .infinity }
    return samples.last { $0.median >= height }.map { $0.x + 1 } ?? 0
  }
}

extension Fan {
  /// What many walks do, with a second line under the name; an arrowhead stands where the middle walk leaves the picture.
  public init(_ walks: WalkFan, as identity: Identity, detail: Phrase? = nil) {
    self.init(walks.samples, as: identity, detail: detail)
    (line.divergedAt, line.hasExits) = (walks.divergedAt, walks.divergedAt != nil)
  }
}
