import Tensors

extension FloorDescent {
  /// Follows the floor of a valley down from where a descent got stuck in it: too narrow and bent for straight steps.
  ///
  /// On a circle about the place the floor is where heights are least; the lower of these places comes next. Where the ground is
  /// level nothing is done.
  mutating func following(_ start: End) -> End {
    var (end, radius, heading) = (start, 0.25 / Double(FloorSearch.cells), Double?.none)
    let limit = calls + Self.mostFollowed
    while radius > 1e-8, calls < limit, end.value.isFinite, !isFlat(end) {
      if let (next, angle) = lowest(around: end, radius, towards: heading), next.value < end.value {
        (end, heading) = (next, angle)
        radius = min(2 * radius, 0.05)
      } else {
        (radius, heading) = (radius / 3, nil)
      }
    }
    return end
  }

  /// How often a height is asked for on the way along a floor.
  private static let mostFollowed = 15_000

  /// The lowest place on a circle, or near a direction on it, its radius in shares of the window; with its direction.
  private mutating func lowest(around center: End, _ radius: Double, towards heading: Double?) -> (End, Double)? {
    let (count, spacing) = heading == nil ? (48, Double.pi / 24) : (13, 0.1)
    let first = heading.map { $0 - 6 * spacing } ?? 0.05
    let angles = (0..<count).map { first + Double($0) * spacing }
    let heights = angles.map { height(around: center, radius, $0) }
    func known(_ index: Int) -> Double {
      if heading == nil { return heights[(index + count) % count] }
      return heights.indices.contains(index) ? heights[index] : .infinity
    }
    let lows = heights.indices.filter { heights[$0] <= known($0 - 1) && heights[$0] <= known($0 + 1) }
    var best: (End, Double)?
    for low in lows.sorted(by: { heights[$0] < heights[$1] }).prefix(4) {
      let angle = narrowed(around: center, radius, angles[low] - spacing, angles[low] + spacing)
      let point = place(center.point, radius * cos(angle), radius * sin(angle))
      let end = End(point: point, value: landscape.value(at: point))
      if end.value.isFinite, end.value < best?.0.value ?? .infinity { best = (end, angle) }
    }
    return best
  }

  /// The direction between two in which a circle is lowest, by golden section.
  private mutating func narrowed(around center: End, _ radius: Double, _ from: Double, _ to: Double) -> Double {
    let share = 0.6180339887498949
    var (low, high) = (from, to)
    var (a, b) = (high - share * (high - low), low + share * (high - low))
    var (left, right) = (height(around: center, radius, a), height(around: center, radius, b))
    for _ in 0..<60 {
      if left < right {
        (high, b, right) = (b, a, left)
        a = high - share * (high - low)
        left = height(around: center, radius, a)
      } else {
        (low, a, left) = (a, b, right)
        b = low + share * (high - low)
        right = height(around: center, radius, b)
      }
    }
    return left < right ? a : b
  }

  /// The height on a circle in a direction; infinite where there is none.
  private mutating func height(around center: End, _ radius: Double, _ angle: Double) -> Double {
    calls += 1
    let value = landscape.value(at: place(center.point, radius * cos(angle), radius * sin(angle)))
    return value.isNaN ? .infinity : value
  }
}
