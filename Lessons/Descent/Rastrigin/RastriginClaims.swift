import LessonKit

extension Rastrigin {
  func findings(_ run: Run) throws -> [Finding] { [minima, basin] + stuckOrFree(run) }

  /// How many local minima there are.
  private var minima: Finding {
    let axis = Double(EggBox.minimaPerAxis)
    return Finding(
      "rastrigin.minima", states: 121, measured: axis * axis, within: .absolute(0),
      how:
        "places on the x axis where the slope turns from down to up, of 100,000; squared, since f is a sum of a function of x and the same of y",
      zh: "x 轴 100,000 个点上斜率由负变正的次数；因 f 是 x 与 y 的同一函数之和，再平方")
  }

  /// How large the lowest minimum's cell is: what an optimizer without any memory gets for nothing.
  ///
  /// 1 in 121 is 0.83 %, but the cells at the rim are cut off by it: the others are larger than that.
  private var basin: Finding {
    Finding(
      "rastrigin.basin", states: 0.01, measured: EggBox.shareInside, within: .absolute(0.001),
      how:
        "the square between the ridges next to the minimum, \(2 * EggBox.halfWidth, digits: 5) a side, against 10.24 a side",
      zh: "最小值点两侧山脊之间的正方形（边长 \(2 * EggBox.halfWidth, digits: 5)）与边长 10.24 的视野之比")
  }

  /// Who ends in the lowest minimum, each with the rate that suits it best on the very starts that are counted.
  private func stuckOrFree(_ run: Run) -> [Finding] {
    let count = 2000
    let sweep = EggBox.sweep(EggBox.starts(count, seed: run.seed), steps: 1000)
    func result(_ rule: Rule) -> SweepResult { sweep.run(rule, on: EggBox.box) }
    func share(_ result: SweepResult) -> Double { result.best(within: EggBox.floor).share }
    let balls = [0.9, 0.95, 0.99].map { ($0, result(.momentum.with("momentum", $0))) }
    let perStart = balls[0].1.endsTunedPerStart.count { $0 < EggBox.floor }
    let adagrad = share(result(.adagrad))
    let spread = 3 * (adagrad * (1 - adagrad) / Double(count)).squareRoot()
    let how = Phrase(
      "share of 2,000 starts, uniform in [−5.12, 5.12]², that end at f < 0.5 after 1,000 steps; each optimizer at the best of 25 rates from 1e-5 to 10",
      zh: "[−5.12, 5.12]² 内均匀抽取的 2,000 个起点，1,000 步后 f < 0.5 的比例；各优化器从 1e-5 到 10 的 25 档学习率取最佳")
    let stuck = Measurement(
      share(result(.rmsprop)), .less(than: 0.02), when: "share that ends in the lowest minimum", zh: "落入最低极小值的比例")
    let settles =
      balls.map { Measurement(share($0.1), .greater(than: 0.5), when: "β = \($0.0)") } + [
        Measurement(
          Double(perStart) / Double(count), .greater(than: 0.5), when: "β = 0.9, each start at its own best rate",
          zh: "β = 0.9，每个起点各取最佳学习率")
      ]
    return [
      Finding("rastrigin.rmsprop-stuck", [stuck], how: how), Finding("rastrigin.momentum-settles", settles, how: how),
      Finding("rastrigin.adagrad", states: 0.465, measured: adagrad, within: .absolute(max(0.03, spread)), how: how),
    ]
  }
}
