import LessonKit

/// What the notes say of walks on Rosenbrock's function, measured.
struct RosenbrockClaims {
  let context: Context
  private let valley = Landscape.rosenbrock
  private let far = Vector2(-2, 2)

  init(context: Context) { self.context = context }

  var all: [Claim] { shape + [linearLevels] + race }

  /// The valley's shape at its minimum, and the slope at a common start: the notes call it a banana and give no number.
  private var shape: [Claim] {
    let curvature = valley.hessian(at: valley.minimum.point)
    let atMinimum = Phrase("from the Hessian at (1, 1)", zh: "由 (1, 1) 处的 Hessian 得出")
    return [
      Claim(
        "rosenbrock.condition", code: "C12", source: Claim.unstated,
        Phrase(
          "The banana-shaped valley is far longer than wide: its condition number is 2508",
          zh: "香蕉形山谷狭长：最小值处的条件数为 2508"),
        states: 2508, measured: curvature.conditionNumber, within: .absolute(0.01), how: atMinimum),
      Claim(
        "rosenbrock.rate-limit", code: "C12", source: Claim.unstated,
        Phrase(
          "Gradient descent is stable at the minimum up to a rate of 0.002",
          zh: "在最小值处，梯度下降的学习率上限为 0.002"),
        states: 2.0e-3, measured: 2 / curvature.eigenvalues.largest, within: .relative(0.01),
        how: atMinimum),
      Claim(
        "rosenbrock.slope", code: "C12", source: Claim.unstated,
        Phrase("At (−2, 2) the gradient is 1655 long", zh: "(−2, 2) 处梯度的长度为 1655"),
        states: 1655, measured: valley.gradient(at: far).length, within: .absolute(0.5),
        how: Phrase("from the gradient", zh: "由梯度得出")),
    ]
  }

  /// How much of the map linear levels leave empty.
  private var linearLevels: Claim {
    let view = Landscape.Window(x: -2...2, y: -1...3)
    let values = valley.grid(over: view, columns: 400, rows: 400)
    let first = (values.max() ?? 0) / 20
    let empty = Double(values.count { $0 < first }) / Double(values.count)
    return Claim(
      "rosenbrock.linear-levels", code: "C12", source: Claim.unstated,
      Phrase(
        "With 20 linear levels, 47 % of the map has no line", zh: "用 20 条线性等高线时，47% 的图面没有线"),
      states: 0.47, measured: empty, within: .absolute(0.01),
      how: Phrase(
        "share of 160,000 points of [−2, 2] × [−1, 3] below the first level, \(Digits.text(first))",
        zh: "[−2, 2] × [−1, 3] 上 160,000 个点中低于第一条等高线 \(Digits.text(first)) 的比例"))
  }

  /// Who gets how far in 1,000 steps: at one small rate, and each rule at its own best.
  private var race: [Claim] {
    let count = context.count(figure: 12, full: 500)
    var generator = SeededGenerator(seed: UInt64(context.seed))
    let starts = Landscape.Window(x: -2...2, y: -1...3).randomPoints(count, using: &generator)
    func median(_ rule: Rule) -> Double { Sweep(starts: starts).run(rule, on: valley).best.median }
    // RMSprop is chaotic there: one start is a lottery, a cloud of them is not.
    let few = context.count(figure: 9, full: 101)
    let around = Landscape.Window(
      x: (far.x - 1e-6)...(far.x + 1e-6), y: (far.y - 1e-6)...(far.y + 1e-6))
    let cloud = around.randomPoints(few, using: &generator)
    func fromFar(_ rule: Rule) -> Double { Sweep(starts: cloud).run(rule, on: valley).best.median }
    func slow(_ rule: Rule) -> Double {
      descend(valley, from: far, by: rule.with(learningRate: 0.01), steps: 1000)
        .distance(to: valley.minimum.point)
    }
    let (adagrad, rmsprop, adam) = (median(.adagrad), median(.rmsprop), median(.adam))
    let equal = Phrase("from (−2, 2), all rates 0.01", zh: "从 (−2, 2) 出发，学习率同为 0.01")
    let tuned = Phrase(
      "each at its best rate, median of \(count) starts", zh: "各取最佳学习率，\(count) 个起点的中位数")
    let tunedFar = Phrase(
      "around (−2, 2), each at its best rate, median of \(few) starts within 10⁻⁶",
      zh: "在 (−2, 2) 附近 10⁻⁶ 内的 \(few) 个起点，各取最佳学习率，取中位数")
    let how = Phrase(
      "distance to the minimum after 1,000 steps; tuned: best common rate of 25 from 1e-5 to 10, median over the last 100 steps, \(count) starts uniform in [−2, 2] × [−1, 3]",
      zh:
        "1,000 步后到最小值的距离；调优：1e-5 到 10 间 25 档共同学习率取最佳，最后 100 步的中位数，\(count) 个起点在 [−2, 2] × [−1, 3] 均匀抽取"
    )
    return [
      Claim(
        "rosenbrock.rmsprop-farther", code: "D8", source: "S2",
        Phrase(
          "In 1,000 steps RMSprop gets farther along the valley than Adagrad",
          zh: "1,000 步内 RMSprop 比 Adagrad 走得更远"),
        cases: [
          Measurement(rmsprop, .less(than: adagrad), when: tuned),
          Measurement(slow(.rmsprop), .less(than: slow(.adagrad)), when: equal),
          Measurement(fromFar(.rmsprop), .less(than: fromFar(.adagrad)), when: tunedFar),
        ], how: how,
        recorded: .depends(
          on: Phrase(
            "the start: true of most, reversed at (−2, 2) once both are tuned",
            zh: "起点：多数起点成立；在 (−2, 2) 两者都调优后则相反"))),
      Claim(
        "rosenbrock.adam-arrives", code: "D9", source: "S2",
        Phrase(
          "In 1,000 steps Adam reaches the minimum, RMSprop cannot",
          zh: "1,000 步内 Adam 能走到最小值，RMSprop 不能"),
        cases: [
          Measurement(adam, .less(than: Arrivals.reach), when: tuned),
          Measurement(rmsprop, .greater(than: Arrivals.reach), when: "RMSprop: " + tuned),
          Measurement(slow(.adam), .less(than: slow(.rmsprop)), when: equal),
        ], how: how,
        recorded: .depends(
          on: Phrase(
            "the rate: true when tuned (momentum arrives too), false at an equal small rate",
            zh: "学习率：调优后成立（动量法也能到达）；同用小学习率时不成立"))),
    ]
  }
}
