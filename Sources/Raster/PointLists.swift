/// Lines as lists of points.
extension [Point] {
  /// Distance from a place to the nearest of the points; infinite where there are none.
  package func leastDistance(to place: Point) -> Double {
    var least = Double.infinity
    for point in self { least = Swift.min(least, point.distance(to: place)) }
    return least
  }

  /// Whether the line through the points comes so near to a place.
  package func passes(_ place: Point, within reach: Double) -> Bool {
    indices.dropFirst().contains { Segment(self[$0 - 1], self[$0]).distance(to: place) <= reach }
  }

  /// Whether each point lies so near to that of another line, of which there are as many.
  package func coincides(with other: [Point], within reach: Double) -> Bool {
    count == other.count && indices.allSatisfy { self[$0].distance(to: other[$0]) <= reach }
  }
}
