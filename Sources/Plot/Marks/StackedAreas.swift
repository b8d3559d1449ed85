import Raster

/// Parts of a sum over x, one upon the other, each named where it is thickest.
public struct StackedAreas: Mark {
  /// One part of the sum.
  public struct Layer: Sendable {
    /// How much it adds at each place, not below zero.
    public var heights: [Double]
    /// Whose it is, which chooses colour and name.
    public var identity: Identity

    /// A part.
    public init(_ heights: [Double], as identity: Identity) { (self.heights, self.identity) = (heights, identity) }
  }

  /// The places, ascending.
  public var places: [Double]
  /// The parts, from below.
  public var layers: [Layer]
  /// The name in the record.
  public var name: Phrase

  /// Parts with a height for each place, from below.
  public init(at places: [Double], _ layers: [Layer], name: Phrase) {
    require(
      layers.allSatisfy { $0.heights.count == places.count }, "parts over \(places.count) places need as many heights")
    (self.places, self.layers, self.name) = (places, layers, name)
  }

  /// The upper edges of the parts, the lowest first.
  public var edges: [[Double]] {
    var sum = [Double](repeating: 0, count: places.count)
    return layers.map { layer in
      sum = zip(sum, layer.heights).map(+)
      return sum
    }
  }

  /// Everything from zero to the sum.
  public var extent: Extent {
    Extent(places.map { Point($0, 0) } + zip(places, edges.last ?? []).map { Point($0, $1) })
  }

  /// One table: the places, and a column for each part.
  public func series(x: Axis, y: Axis) -> [Series] {
    let columns = [x.name.or("x")] + layers.map(\.identity.name)
    return [
      Series(
        of: name, columns, rows: places.indices.map { place in [places[place]] + layers.map { $0.heights[place] } })
    ]
  }

  /// Where each part begins and ends.
  public func told(x: Axis, y: Axis) -> [Phrase] {
    layers.compactMap { layer in
      guard let first = layer.heights.first, let last = layer.heights.last else { return nil }
      let (from, to) = (Digits.text(first), Digits.text(last))
      return layer.identity.name.plain + Phrase(" from \(from) to \(to)", zh: "从 \(from) 到 \(to)")
    }
  }

  /// A chart of stacked areas.
  public var kind: Phrase? { Phrase("stacked area chart", zh: "堆叠面积图") }

  /// Fills the parts, draws their upper edges, and asks for their names.
  public func place(in space: Space, on stage: inout Stage) throws {
    let (style, edges) = (space.style, edges)
    var below = places.map { space($0, 0) }
    for (layer, edge) in zip(layers, edges) {
      let above = zip(places, edge).map { space($0, $1) }
      let shape = (above + below.reversed()).filter(\.isFinite)
      stage.fill(.polygon(shape), style.color(layer.identity).opacity(0.3), layer: .area)
      stage.stroke(
        .polyline(above), Stroke(width: 0.6 * style.dataLine), style.color(layer.identity), layer: .reference)
      ask(for: layer.identity, between: below, and: above, space, &stage)
      record(layer, space, &stage)
      below = above
    }
  }

  /// Asks for a name where the part is thickest in view, by preference in the middle of it.
  private func ask(
    for identity: Identity, between below: [Point], and above: [Point], _ space: Space, _ stage: inout Stage
  ) {
    let style = space.style
    let spots = zip(below, above).flatMap { low, high -> [(point: Point, room: Double)] in
      guard low.isFinite, high.isFinite else { return [] }
      let top = max(high.y, space.frame.minY)
      // A name needs room to both sides, too.
      let side = min(low.x - space.frame.minX, space.frame.maxX - low.x)
      return [(Point(low.x, (low.y + top) / 2), min(low.y - top, 0.6 * side))]
    }
    let order = spots.sorted { $0.room > $1.room }.prefix(6)
    guard !order.isEmpty else { return }
    var request = LabelRequest(
      identity.name, bold: true, color: style.textColor(identity), at: order.map { .init($0.point, clearance: 0) },
      rank: .landmark)
    request.placement = .centered
    request.owner = identity
    stage.label(request)
  }

  private func record(_ layer: Layer, _ space: Space, _ stage: inout Stage) {
    guard let first = layer.heights.first, let last = layer.heights.last, let left = places.first,
      let right = places.last
    else { return }
    stage.record(
      SeriesRecord(
        name: layer.identity.name[space.style.language], color: space.style.color(layer.identity),
        width: 0.6 * space.style.dataLine, halo: nil, marker: layer.identity.marker, start: Point(left, first),
        end: Point(right, last), points: places.count, divergedAt: nil, milestones: []))
  }
}
