import LessonKit

/// Rules on Rastrigin's egg box, from many starts: from what share of them each ends in the deepest dip.
struct EggBoxStudy {
  /// A walk that ends lower than this is in the deepest dip: the next ones are at about 1.
  static let floor = 0.5
  static let box = Landscape.rastrigin
  /// The rates that are tried.
  static let rates = (1e-5...10).logSpaced(count: 25)

  /// The points that every rule starts from.
  let starts: [Vector2]
  /// Rule by rule, the height at which the walk from every start ends; infinite where it was lost.
  let heights: [[Double]]

  init(_ rules: [Rule], starts: [Vector2], steps: Int) {
    self.starts = starts
    heights = rules.map { rule in
      let rate = rule["lr"] ?? .nan
      return Self.sweep(starts, steps: steps, rates: [rate]).run(rule, on: Self.box).ends(atRate: 0)
    }
  }

  /// Points drawn evenly from the view.
  static func starts(_ count: Int, seed: Int) -> [Vector2] {
    var generator = SeededGenerator(seed: UInt64(seed))
    return box.view.randomPoints(count, using: &generator)
  }

  /// Walks judged by the height at which they end.
  static func sweep(
    _ starts: [Vector2], steps: Int, rates: [Double] = Self.rates
  ) -> Sweep {
    Sweep(rates: rates, starts: starts, steps: steps, window: 1, measuring: .height)
  }

  /// The rate at which a rule most often ends in the deepest dip, of 25, from 1000 starts that are not counted later.
  static func bestRate(_ rule: Rule, steps: Int) -> Double {
    let others = starts(tried, seed: 0x5EED)
    return sweep(others, steps: steps).run(rule, on: box).best(within: floor).rate
  }

  /// How many starts rates are tried on.
  static let tried = 1000

  /// Share of the starts from which a rule ends in the deepest dip.
  func share(_ rule: Int) -> Double {
    Double(heights[rule].count { $0 < Self.floor }) / Double(starts.count)
  }

  /// Whether a rule loses every start.
  func isLost(_ rule: Int) -> Bool { heights[rule].allSatisfy { !$0.isFinite } }

  /// A square of the box that holds the walks and the deepest dip, with a dip's width around them.
  static func around(_ walks: [Walk]) -> Landscape.Window {
    let points = (walks.flatMap(\.points) + [box.minimum.point]).filter { box.view.contains($0) }
    func middle(_ values: [Double]) -> (center: Double, half: Double) {
      let (low, high) = (values.min() ?? 0, values.max() ?? 0)
      return ((low + high) / 2, (high - low) / 2)
    }
    let (x, y) = (middle(points.map(\.x)), middle(points.map(\.y)))
    let half = min(max(x.half, y.half) + 1, box.view.x.upperBound)
    let room = box.view.x.upperBound - half
    let (a, b) = (min(max(x.center, -room), room), min(max(y.center, -room), room))
    return Landscape.Window(x: a - half...a + half, y: b - half...b + half)
  }

  /// Share of the starts that lie in the deepest dip already.
  var shareInside: Double {
    Double(starts.count(where: Self.isInside)) / Double(starts.count)
  }

  /// The first start outside the deepest dip from which a rule ends in it, counted from 0.
  func firstArrival(of rule: Int) -> Int? {
    starts.indices.first { heights[rule][$0] < Self.floor && !Self.isInside(starts[$0]) }
  }

  /// Half the width of the deepest dip: the first place right of 0 on the axis where the slope is 0, a ridge.
  static let halfWidth: Double = {
    var (low, high) = (0.4, 0.6)
    while high - low > 1e-15 {
      let middle = (low + high) / 2
      guard middle > low, middle < high else { break }
      if box.gradient(at: Vector2(middle, 0)).x > 0 { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }()

  /// Whether a point lies in the deepest dip: downhill from there, in small steps, is the minimum.
  static func isInside(_ point: Vector2) -> Bool {
    abs(point.x) < halfWidth && abs(point.y) < halfWidth
  }

  /// The steps of a walk that lead from one dip into another: from the row before to the row of the number.
  static func hops(_ walk: Walk) -> [Int] {
    func dip(_ p: Vector2) -> Vector2 { Vector2(p.x.rounded(), p.y.rounded()) }
    return walk.points.indices.dropFirst().filter {
      dip(walk.points[$0]) != dip(walk.points[$0 - 1])
    }
  }

  /// The range that a share of so many starts speaks for, 95 times of 100 (Wilson's interval).
  static func range(of share: Double, count: Int) -> ClosedRange<Double> {
    let (z, n) = (1.959964, Double(count))
    let middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    let variance = share * (1 - share) / n + z * z / (4 * n * n)
    let half = z * variance.squareRoot() / (1 + z * z / n)
    return max(0, middle - half)...min(1, middle + half)
  }

  /// How many minima the axis has within the view: places where its slope turns from down to up.
  static var minimaPerAxis: Int {
    let slopes = box.view.x.evenlySpaced(count: 100_000).map { box.gradient(at: Vector2($0, 0)).x }
    return zip(slopes, slopes.dropFirst()).count { $0 < 0 && $1 >= 0 }
  }
}
