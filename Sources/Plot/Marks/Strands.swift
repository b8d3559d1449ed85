import Raster

/// Many thin curves of one kind, behind everything else that is drawn: one model fitted again and again.
public struct Strands: Mark {
  /// The places of every curve, ascending.
  public var places: [Double]
  /// The heights of each curve at the places.
  public var heights: [[Double]]
  /// The name in the record.
  public var name: Phrase
  /// Whose they are, which chooses the colour.
  public var identity: Identity
  /// Thickness against that of other such curves.
  public var weight = 1.0

  /// Curves with a height for each place.
  public init(at places: [Double], _ heights: [[Double]], as identity: Identity, name: Phrase) {
    require(heights.allSatisfy { $0.count == places.count }, "curves over \(places.count) places need as many heights")
    (self.places, self.heights, self.identity, self.name) = (places, heights, identity, name)
  }

  /// All points.
  public var extent: Extent { Extent(heights.flatMap { zip(places, $0).map { Point($0, $1) } }) }

  /// One table: the places, and a column for each curve.
  public func series(x: Axis, y: Axis) -> [Series] {
    let columns = [x.name.or("x")] + heights.indices.map { Phrase(same: "\($0 + 1)") }
    return [
      Series(of: name, columns, rows: places.indices.map { place in [places[place]] + heights.map { $0[place] } })
    ]
  }

  /// A line chart.
  public var kind: Phrase? { Phrase("line chart", zh: "折线图") }

  /// Draws the curves, the thinner and paler the more there are.
  public func place(in space: Space, on stage: inout Stage) throws {
    guard let first = heights.first, let left = places.first, let right = places.last else { return }
    let style = space.style
    let width = (heights.count > 8 ? 0.36 : 0.55) * weight * space.weight * style.dataLine
    let color = style.color(identity)
    for curve in heights {
      for run in zip(places, curve).map({ space($0, $1) }).split(whereSeparator: { !$0.isFinite }) {
        let line = Line.thinned(Array(run))
        stage.stroke(.polyline(line), Stroke(width: width), color.opacity(0.62), layer: .area)
        stage.avoid(line: line, width: width, owner: identity)
      }
    }
    stage.record(
      SeriesRecord(
        name: name[style.language], color: color, width: width, halo: nil, marker: identity.marker,
        start: Point(left, first[0]), end: Point(right, first[first.count - 1]), points: places.count, divergedAt: nil,
        milestones: []))
  }
}
