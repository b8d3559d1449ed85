import Raster

extension Stage {
  /// A line in parts that follow one another, each with whether it runs along a line of another owner that was drawn before.
  ///
  /// What is too short to be seen counts with the part before it.
  func parts(of points: [Point], owner: Identity, within reach: Double) -> [(range: ClosedRange<Int>, isShared: Bool)] {
    let others = obstacles.lines.filter { $0.owner != nil && $0.owner != owner && $0.points.count > 1 }
    guard points.count > 1, !others.isEmpty else { return points.isEmpty ? [] : [(0...(points.count - 1), false)] }
    let isShared = points.map { p in others.contains { $0.points.passes(p, within: reach) } }
    var parts: [(range: ClosedRange<Int>, isShared: Bool)] = []
    for index in points.indices.dropFirst() {
      let both = isShared[index - 1] && isShared[index]
      if let last = parts.last, last.isShared == both {
        parts[parts.count - 1].range = last.range.lowerBound...index
      } else {
        parts.append((index - 1...index, both))
      }
    }
    func length(_ range: ClosedRange<Int>) -> Double {
      zip(points[range], points[range].dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
    }
    return parts.reduce(into: []) { kept, part in
      let isShort = length(part.range) < 12 * reach
      guard let last = kept.last, isShort || last.isShared == part.isShared else {
        return kept.append((part.range, part.isShared && !isShort))
      }
      kept[kept.count - 1].range = last.range.lowerBound...part.range.upperBound
    }
  }
}
