import LessonKit

/// Rules on Rastrigin's egg box, from many starts: from what share of them each ends in the deepest dip.
struct EggBoxStudy {
  /// A walk that ends lower than this is in the deepest dip: the next ones are at about 1.
  static let floor = 0.5
  static let box = Landscape.rastrigin

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
    _ starts: [Vector2], steps: Int, rates: [Double] = (1e-5...10).logSpaced(count: 25)
  ) -> Sweep {
    Sweep(rates: rates, starts: starts, steps: steps, window: 1, measuring: .height)
  }

  /// Share of the starts from which a rule ends in the deepest dip.
  func share(_ rule: Int) -> Double {
    Double(heights[rule].count { $0 < Self.floor }) / Double(starts.count)
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

  /// How many minima the axis has within the view: places where its slope turns from down to up.
  static var minimaPerAxis: Int {
    let slopes = box.view.x.evenlySpaced(count: 100_000).map { box.gradient(at: Vector2($0, 0)).x }
    return zip(slopes, slopes.dropFirst()).count { $0 < 0 && $1 >= 0 }
  }
}
