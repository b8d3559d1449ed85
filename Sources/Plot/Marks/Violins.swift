import Raster

/// How values of several groups are spread: for each group a shape that is widest where values are most frequent, with a bar
/// of one standard deviation on both sides of the mean.
///
/// The groups stand side by side at 0, 1, 2, … of an axis of categories. Every shape is equally wide at its widest, so that
/// its height tells the spread.
public struct Violins: Mark {
  /// The values of each group, from the left; what is not finite is left out.
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
      groups.enumerated().flatMap { place, values in
        [values.first, values.last].compactMap { $0 }.map { Point(Double(place), $0) }
      })
  }

  /// The mean, deviation, least and greatest value of each group.
  public func series(x: Axis, y: Axis) -> [Series] {
    let rows = groups.indices.map { place in
      [Double(place), means[place], deviations[place], groups[place].first ?? .nan, groups[place].last ?? .nan]
    }
    return [Series(of: name, [x.name.or("group"), "mean", "deviation", "least", "greatest"], rows: rows)]
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

  /// A violin plot.
  public var kind: Phrase? { Phrase("violin plot", zh: "小提琴图") }

  /// The half width of a shape at its widest, in groups.
  static let halfWidth = 0.42

  /// How frequent values are at evenly spaced heights between the least and the greatest, the most frequent as 1.
  ///
  /// A parabola of 2.2 times Silverman's width stands on every value. Sorted values; where all are alike a single height.
  static func density(of values: [Double], deviation: Double, count: Int = 96) -> [(height: Double, share: Double)] {
    guard let low = values.first, let high = values.last else { return [] }
    let reach = 2.2 * 1.06 * deviation * exponential(-0.2 * decimal(Double(values.count)))
    guard high > low, reach > 0 else { return [(low, 1)] }
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

  /// Fills each shape, and draws its bar and its mean.
  public func place(in space: Space, on stage: inout Stage) throws {
    for place in groups.indices where !groups[place].isEmpty { draw(place, space, &stage) }
    guard let first = groups.firstIndex(where: { !$0.isEmpty }), let last = groups.lastIndex(where: { !$0.isEmpty })
    else { return }
    let style = space.style
    stage.record(
      SeriesRecord(
        name: name[style.language], color: style.color(identity), width: style.dataLine, halo: nil,
        marker: identity.marker, start: Point(Double(first), means[first]), end: Point(Double(last), means[last]),
        points: groups.count, divergedAt: nil, milestones: []))
  }

  private func draw(_ place: Int, _ space: Space, _ stage: inout Stage) {
    let (style, x) = (space.style, Double(place))
    let color = style.color(identity)
    let shape = Self.density(of: groups[place], deviation: deviations[place])
    let right = shape.map { space(x + Self.halfWidth * $0.share, $0.height) }
    let left = shape.reversed().map { space(x - Self.halfWidth * $0.share, $0.height) }
    let outline = right + left
    guard outline.allSatisfy(\.isFinite) else { return }
    stage.fill(.polygon(outline), color.opacity(0.3), layer: .area)
    stage.stroke(.polygon(outline), Stroke(width: 0.6 * style.dataLine), color, layer: .line)
    stage.avoid(line: outline + [outline[0]], width: style.dataLine, owner: identity)
    let (mean, deviation) = (means[place], deviations[place])
    let bar = [space(x, mean - deviation), space(x, mean + deviation)]
    stage.stroke(
      .polyline(bar), Stroke(width: 0.9 * style.unit, cap: .butt), style.textColor(identity), layer: .landmark)
    stage.fill(.circle(space(x, mean), radius: 0.8 * style.unit), style.theme.background, layer: .landmark)
    stage.stroke(
      .circle(space(x, mean), radius: 0.8 * style.unit), Stroke(width: 0.3 * style.unit), style.textColor(identity),
      layer: .landmark)
  }
}
