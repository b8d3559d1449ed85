import Raster

/// How values of several groups are spread: for each group a hill that is highest where values are most frequent, with a dot
/// at the mean.
///
/// The groups stand one below the other, the first one at the top, in rows of an axis of categories. Every hill is equally
/// high at its highest, so that its width tells the spread.
public struct Ridges: Mark {
  /// The values of each group, from the top; what is not finite is left out.
  public let groups: [[Double]]
  /// The name in the record.
  public var name: Phrase
  /// Whose they are, which chooses the colour.
  public var identity: Identity
  /// The mean of each group; NaN for an empty one.
  public let means: [Double]
  /// The standard deviation of each group, of all its values; NaN for an empty one.
  public let deviations: [Double]

  /// Shapes for groups of values.
  public init(_ groups: [[Double]], name: Phrase, as identity: Identity) {
    self.groups = groups.map { $0.filter(\.isFinite).sorted() }
    (self.name, self.identity) = (name, identity)
    means = self.groups.map { $0.reduce(0, +) / Double($0.count) }
    deviations = zip(self.groups, means).map { values, mean in
      (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)).squareRoot()
    }
  }

  /// Places of all groups, and their values.
  public var extent: Extent {
    Extent(
      groups.indices.flatMap { place in
        let shape = Self.density(of: groups[place], deviation: deviations[place])
        return [shape.first, shape.last].compactMap { $0 }.map { Point($0.value, Double(place)) }
      })
  }

  /// The foot of a group's hill, at the lower end of its row.
  static func foot(of place: Int) -> Double { Double(place) + 0.42 }

  /// The mean, deviation, least and greatest value of each group.
  public func series(x: Axis, y: Axis) -> [Series] {
    let rows = groups.indices.map { place in
      [Double(place + 1), means[place], deviations[place], groups[place].first ?? .nan, groups[place].last ?? .nan]
    }
    return [Series(of: name, [y.name.or("group"), "mean", "deviation", "least", "greatest"], rows: rows)]
  }

  /// The smallest and the largest deviation.
  public func told(x: Axis, y: Axis) -> [Phrase] {
    let sound = deviations.filter(\.isFinite)
    guard let least = sound.min(), let most = sound.max() else { return [] }
    return [
      name.plain
        + Phrase(
          ": standard deviations \(least, digits: 2) to \(most, digits: 2)",
          zh: "：标准差 \(least, digits: 2) 到 \(most, digits: 2)")
    ]
  }

  /// Yes: shapes are to be compared.
  public var standsWithoutGrid: Bool { true }

  /// A ridgeline plot.
  public var kind: Phrase? { Phrase("ridgeline plot", zh: "山脊图") }

  /// How high a hill is at its highest, in rows.
  static let rise = 0.86

  /// How frequent values are at evenly spaced places, from where it begins below the least to where it ends above the
  /// greatest, the most frequent as 1.
  ///
  /// A parabola of 2.2 times Silverman's width stands on every value. Sorted values; where all are alike a single place.
  static func density(of values: [Double], deviation: Double, count: Int = 96) -> [(value: Double, share: Double)] {
    guard let least = values.first, let greatest = values.last else { return [] }
    let reach = 2.2 * 1.06 * deviation * exponential(-0.2 * decimal(Double(values.count)))
    guard greatest > least, reach > 0 else { return [(least, 1)] }
    let (low, high) = (least - reach, greatest + reach)
    let heights = (0...count).map { low + (high - low) * Double($0) / Double(count) }
    let sums = heights.map { height in
      values.reduce(0.0) { sum, value in
        let away = (value - height) / reach
        return abs(away) < 1 ? sum + 1 - away * away : sum
      }
    }
    let most = sums.max() ?? 1
    return zip(heights, sums).map { ($0, $1 / most) }
  }

  /// Fills each hill, and draws its crest and its mean.
  public func place(in space: Space, on stage: inout Stage) throws {
    for place in groups.indices where !groups[place].isEmpty { draw(place, space, &stage) }
    guard let first = groups.firstIndex(where: { !$0.isEmpty }), let last = groups.lastIndex(where: { !$0.isEmpty })
    else { return }
    let style = space.style
    stage.record(
      SeriesRecord(
        name: name[style.language], color: style.color(identity), width: style.dataLine, halo: nil,
        marker: identity.marker, start: Point(means[first], Double(first)), end: Point(means[last], Double(last)),
        points: groups.count, divergedAt: nil, milestones: []))
  }

  private func draw(_ place: Int, _ space: Space, _ stage: inout Stage) {
    let (style, base) = (space.style, Self.foot(of: place))
    let color = style.color(identity)
    let shape = Self.density(of: groups[place], deviation: deviations[place])
    let crest = shape.map { space($0.value, base - Self.rise * $0.share) }
    guard let first = shape.first, let last = shape.last, crest.allSatisfy(\.isFinite) else { return }
    stage.fill(
      .polygon(crest + [space(last.value, base), space(first.value, base)]), color.opacity(0.55), layer: .area)
    stage.stroke(.polyline(crest), Stroke(width: 0.6 * style.dataLine), color, layer: .line)
    stage.avoid(line: crest, width: style.dataLine, owner: identity)
    let middle = space(means[place], base)
    stage.fill(.circle(middle, radius: 1.25 * style.unit), style.theme.background, layer: .landmark, clipped: false)
    stage.fill(.circle(middle, radius: 1.0 * style.unit), style.textColor(identity), layer: .landmark, clipped: false)
  }
}
