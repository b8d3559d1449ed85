/// Rastrigin's function: where its minima are, and how often a walk finds the lowest.
public enum EggBox {
  /// The function.
  public static let box = Landscape.rastrigin
  /// A walk that ends lower than this is in the lowest minimum: the next ones are at about 1.
  public static let floor = 0.5
  /// How many starts rates are tried on, and for how many steps at most.
  public static let tried = (starts: 1000, steps: 300)

  /// Points drawn evenly from the box.
  public static func starts(_ count: Int, seed: Int) -> [Vector2] {
    var generator = SeededGenerator(seed: UInt64(seed))
    return box.view.randomPoints(count, using: &generator)
  }

  /// Walks judged by the height at which they end.
  public static func sweep(_ starts: [Vector2], steps: Int, rates: [Double] = (1e-5...10).logSpaced(count: 25)) -> Sweep
  { Sweep(rates: rates, starts: starts, steps: steps, window: 1, measuring: .height) }

  /// An optimizer with its rate: the given one, or the one of 25 that most often finds the lowest minimum from starts that are
  /// not counted later.
  public static func tuned(_ rule: Rule, steps: Int) -> Rule {
    guard rule.learningRate == nil else { return rule }
    let sweep = sweep(starts(tried.starts, seed: 0x5EED), steps: min(steps, tried.steps))
    return rule.with(learningRate: sweep.run(rule, on: box).best(within: floor).rate)
  }

  /// From how many starts an optimizer with a rate ends in the lowest minimum.
  public static func odds(_ rule: Rule, from starts: [Vector2], steps: Int) -> Proportion {
    let ends = sweep(starts, steps: steps, rates: [rule["lr"] ?? .nan]).run(rule, on: box).ends(atRate: 0)
    return Proportion(ends.count { $0 < floor }, of: starts.count)
  }

  /// The lowest minimum, and all others.
  public static let minima: [[Vector2]] = {
    let all = (-5...5).flatMap { x in (-5...5).map { y in Vector2(Double(x), Double(y)) } }
    return [all.filter { $0.length == 0 }, all.filter { $0.length > 0 }]
  }()

  /// The middle of the cell whose minimum is next to a point, near which that minimum is.
  public static func cell(_ point: Vector2) -> Vector2 { Vector2(point.x.rounded(), point.y.rounded()) }

  /// A walk up to where it first meets the minimum of the cell that it stays in, or all of it if it is lost.
  public static func way(of walk: Walk) -> [Vector2] {
    let home = cell(walk.end)
    let arrival = (walk.points.lastIndex { cell($0) != home } ?? -1) + 1
    let near = (arrival...min(arrival + 10, walk.steps)).min {
      walk.points[$0].distance(to: home) < walk.points[$1].distance(to: home)
    }
    return walk.hasDiverged ? walk.points : Array(walk.points.prefix((near ?? walk.steps) + 1))
  }

  /// Half the width of the lowest minimum's cell: the first place right of 0 on the axis where the slope is 0, a ridge.
  public static let halfWidth: Double = {
    var (low, high) = (0.4, 0.6)
    for _ in 0..<48 {
      let middle = (low + high) / 2
      if box.gradient(at: Vector2(middle, 0)).x > 0 { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }()

  /// The share of the box from which downhill, in small steps, is the lowest minimum.
  public static var shareInside: Double {
    let share = 2 * halfWidth / (box.view.x.upperBound - box.view.x.lowerBound)
    return share * share
  }

  /// How many minima an axis has within the box: places where its slope turns from down to up.
  public static var minimaPerAxis: Int {
    let slopes = box.view.x.evenlySpaced(count: 100_000).map { box.gradient(at: Vector2($0, 0)).x }
    return zip(slopes, slopes.dropFirst()).count { $0 < 0 && $1 >= 0 }
  }
}
