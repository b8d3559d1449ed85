import LessonKit

extension Rosenbrock {
  func findings(_ run: Run) throws -> [Finding] { shape + [linearLevels] + race(run) }

  /// The valley's shape at its minimum, and the slope at a common start.
  private var shape: [Finding] {
    let curvature = valley.hessian(at: valley.minimum.point)
    let (condition, limit) = (curvature.conditionNumber, 2 / curvature.eigenvalues.largest)
    let how = Phrase("from the Hessian at (1, 1)", zh: "由 (1, 1) 处的 Hessian 得出")
    return [
      Finding("rosenbrock.condition", states: 2508, measured: condition, within: .absolute(0.01), how: how),
      Finding("rosenbrock.rate-limit", states: 2.0e-3, measured: limit, within: .relative(0.01), how: how),
      Finding(
        "rosenbrock.slope", states: 1655, measured: valley.gradient(at: Self.far).length, within: .absolute(0.5),
        how: "from the gradient", zh: "由梯度得出"),
    ]
  }

  /// How much of the map linear levels leave empty.
  private var linearLevels: Finding {
    let view = Landscape.Window(x: -2...2, y: -1...3)
    let values = valley.grid(over: view, columns: 400, rows: 400)
    let first = (values.max() ?? 0) / 20
    let empty = Double(values.count { $0 < first }) / Double(values.count)
    return Finding(
      "rosenbrock.linear-levels", states: 0.47, measured: empty, within: .absolute(0.01),
      how: "share of 160,000 points of [−2, 2] × [−1, 3] below the first level, \(first)",
      zh: "[−2, 2] × [−1, 3] 上 160,000 个点中低于第一条等高线 \(first) 的比例")
  }

  private static let far = Vector2(-2, 2)

  /// Who gets how far in 1,000 steps: at one small rate, and each rule at its own best.
  private func race(_ run: Run) -> [Finding] {
    let (count, few) = (500, 101)
    var generator = SeededGenerator(seed: UInt64(run.seed))
    let starts = Landscape.Window(x: -2...2, y: -1...3).randomPoints(count, using: &generator)
    // RMSprop is chaotic at (−2, 2): one start is a lottery, a cloud of them is not.
    let reach = 1e-6
    let around = Landscape.Window(
      x: Self.far.x - reach...Self.far.x + reach, y: Self.far.y - reach...Self.far.y + reach)
    let cloud = around.randomPoints(few, using: &generator)
    func median(_ rule: Rule, from starts: [Vector2]) -> Double {
      Sweep(starts: starts).run(rule, on: valley).best.median
    }
    func slow(_ rule: Rule) -> Double {
      descend(valley, from: Self.far, by: rule.with(learningRate: 0.01), steps: 1000).distance(to: valley.minimum.point)
    }
    let (adagrad, rmsprop) = (median(.adagrad, from: starts), median(.rmsprop, from: starts))
    let equal = Phrase("from (−2, 2), all rates 0.01", zh: "从 (−2, 2) 出发，学习率同为 0.01")
    let tuned = Phrase("each at its best rate, median of \(count) starts", zh: "各取最佳学习率，\(count) 个起点的中位数")
    let tunedFar = Phrase(
      "around (−2, 2), each at its best rate, median of \(few) starts within 10⁻⁶",
      zh: "在 (−2, 2) 附近 10⁻⁶ 内的 \(few) 个起点，各取最佳学习率，取中位数")
    let how = Phrase(
      "distance to the minimum after 1,000 steps; tuned: best common rate of 25 from 1e-5 to 10, median over the last 100 steps, \(count) starts uniform in [−2, 2] × [−1, 3]",
      zh: "1,000 步后到最小值的距离；调优：1e-5 到 10 间 25 档共同学习率取最佳，最后 100 步的中位数，\(count) 个起点在 [−2, 2] × [−1, 3] 均匀抽取")
    return [
      Finding(
        "rosenbrock.rmsprop-farther",
        [
          Measurement(rmsprop, .less(than: adagrad), when: tuned),
          Measurement(slow(.rmsprop), .less(than: slow(.adagrad)), when: equal),
          Measurement(median(.rmsprop, from: cloud), .less(than: median(.adagrad, from: cloud)), when: tunedFar),
        ], how: how),
      Finding(
        "rosenbrock.adam-arrives",
        [
          Measurement(median(.adam, from: starts), .less(than: Self.reach), when: tuned),
          Measurement(rmsprop, .greater(than: Self.reach), when: "RMSprop: \(tuned)"),
          Measurement(slow(.adam), .less(than: slow(.rmsprop)), when: equal),
        ], how: how),
    ]
  }
}
