import Raster

/// How often values fall between edges: touching bars whose heights are shares of all values.
public struct Histogram: Mark {
  /// Share of the values in each bin; what is not finite or beyond the edges counts in no bin.
  public let shares: [Double]
  /// Boundaries of the bins, one more than there are bins.
  public let edges: [Double]
  /// The name in the record.
  public var name: Phrase
  /// Whose it is, which chooses the colour.
  public var identity: Identity

  /// A histogram of values over bins between ascending edges, each with its lower edge, the last with both.
  public init(_ values: [Double], edges: [Double], name: Phrase, as identity: Identity) {
    require(
      edges.count > 1 && zip(edges, edges.dropFirst()).allSatisfy { $0 < $1 },
      "edges of a histogram must ascend: \(edges)")
    var counts = [Int](repeating: 0, count: edges.count - 1)
    for value in values where value >= edges[0] && value <= edges[edges.count - 1] {
      counts[max(0, min(edges.count { $0 <= value }, counts.count) - 1)] += 1
    }
    shares = counts.map { values.isEmpty ? 0 : Double($0) / Double(values.count) }
    (self.edges, self.name, self.identity) = (edges, name, identity)
  }

  /// All bins, from 0.
  public var extent: Extent { Extent([Point(edges[0], 0), Point(edges[edges.count - 1], shares.max() ?? 0)]) }

  /// Edges and share of each bin.
  public func series(x: Axis, y: Axis) -> [Series] {
    let rows = shares.indices.map { [edges[$0], edges[$0 + 1], shares[$0]] }
    let value = x.name.or("value")
    return [
      Series(of: name, ["from \(value.english)", "to \(value.english)", "share"].map { Phrase(same: $0) }, rows: rows)
    ]
  }

  /// A histogram.
  public var kind: Phrase? { Phrase("histogram", zh: "直方图") }

  /// Fills the bins, pale, under a line along their tops.
  public func place(in space: Space, on stage: inout Stage) throws {
    let style = space.style
    var outline = [space(edges[0], 0)]
    for (i, share) in shares.enumerated() { outline += [space(edges[i], share), space(edges[i + 1], share)] }
    outline.append(space(edges[edges.count - 1], 0))
    let color = style.color(identity)
    stage.fill(.polygon(outline), color.opacity(0.28), layer: .area)
    stage.stroke(.polyline(outline), Stroke(width: 0.7 * style.dataLine, join: .miter), color, layer: .line)
    stage.avoid(line: outline, width: style.dataLine, owner: identity)
    stage.record(
      SeriesRecord(
        name: name[style.language], color: color, width: 0.7 * style.dataLine, halo: nil, marker: identity.marker,
        start: Point(edges[0], shares[0]), end: Point(edges[edges.count - 1], shares[shares.count - 1]),
        points: shares.count, divergedAt: nil, milestones: []))
  }
}
