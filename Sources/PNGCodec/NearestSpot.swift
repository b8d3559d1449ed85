/// The nearest of some points in space; of several as near, the one that comes first.
struct NearestSpot {
  /// Three coordinates, and 0.
  typealias Spot = SIMD4<Float>

  /// The points by their second coordinate.
  private let spots: [Spot]
  /// Where each of them stands among the points that were given.
  private let indices: [Int]

  /// A search among points.
  init(_ given: [Spot]) {
    indices = given.indices.sorted { given[$0].y < given[$1].y }
    spots = indices.map { given[$0] }
  }

  /// The index of the point nearest to a place; 0 if there are none.
  ///
  /// Points are looked at from the place up and down along one coordinate, as far as the difference
  /// in that alone is no more than the least distance so far.
  func index(to place: Spot) -> Int {
    var (low, high) = (0, spots.count)
    while low < high {
      let middle = (low + high) / 2
      if spots[middle].y < place.y { low = middle + 1 } else { high = middle }
    }
    var (best, least) = (0, Float.infinity)
    /// Whether points farther on may be nearer.
    func look(_ i: Int) -> Bool {
      let squares = (place - spots[i]) * (place - spots[i])
      guard squares.y <= least else { return false }
      let distance = squares.x + squares.y + squares.z
      if distance < least || distance == least && indices[i] < best { (best, least) = (indices[i], distance) }
      return true
    }
    var (down, up) = (low - 1, low)
    var (goesDown, goesUp) = (true, true)
    while goesDown || goesUp {
      goesDown = goesDown && down >= 0 && look(down)
      goesUp = goesUp && up < spots.count && look(up)
      (down, up) = (down - 1, up + 1)
    }
    return best
  }
}
