import LessonKit

extension Schedules {
  /// Everything is measured over 100 steps from a rate of 0.1.
  func findings(_ run: Run) throws -> [Finding] { [forms, order, sums, largest, squares, smoothing, rising] }

  private static let how = Phrase(
    "rates at steps 0, 1, …, 100 from 0.1; step: three levels, 0.1, 0.01 and 0.001; moving average of the last 9 rates",
    zh: "第 0、1、…、100 步的学习率，从 0.1 起；阶梯为 0.1、0.01、0.001 三级；移动平均取最近 9 个学习率")
  private static let names = (
    cosine: Phrase("cosine", zh: "余弦"), steps: Phrase("three levels", zh: "三级阶梯"), jump: Phrase("one jump", zh: "单次跳变"),
    line: Phrase("a line", zh: "直线")
  )

  private var five: [[Double]] { Self.courses(rate: 0.1, steps: 100).map(\.rates) }
  private func rates(_ schedule: Schedule) -> [Double] { ScheduleRates(schedule, rate: 0.1, steps: 100).rates }
  private var cosine: [Double] { rates(.cosine) }
  private var waves: [Double] { rates(Schedule("restarts").with("t0", 25).with("mult", 1)) }
  /// From 0.1 to 0 in equal parts.
  private var line: [Double] { rates(Schedule("polynomial")) }
  /// One jump to 0: at the middle of the run, as far as a factor of the rate can go.
  private var jump: [Double] { rates(Schedule("multistep").with("milestones", 50).with("gamma", 1e-300)) }
  /// Three levels, and 0 at the very end.
  private var stepsToZero: [Double] { Array(five[0].dropLast()) + [0] }

  private func finding(_ id: String, _ cases: [(name: Phrase, measured: Double, expected: Measurement.Expectation)])
    -> Finding
  { Finding(id, cases.map { Measurement($0.measured, $0.expected, when: $0.name) }, how: Self.how) }

  /// The five in closed form, each at a place that tells it from others.
  private var forms: Finding {
    func level(_ rate: Double) -> Measurement.Expectation { .equal(to: rate, within: .relative(1e-12)) }
    return finding(
      "schedules.forms",
      [
        (Phrase("step, after the first third", zh: "阶梯，三分之一处之后"), five[0][34], level(0.01)),
        (Phrase("exponential, half way to a hundredth", zh: "指数，衰减到百分之一的半程"), five[1][50], level(0.01)),
        (Phrase("cosine, half way", zh: "余弦，半程"), five[2][50], level(0.05)),
        (Phrase("plateau, 11 losses after the last fall", zh: "平台，损失不再下降后 11 次"), five[3][42], level(0.01)),
        (Phrase("warm-up, half way up", zh: "预热，半程"), five[4][5], level(0.05)),
      ])
  }

  /// Whether a sum of changes is clearly lower than another.
  private func isLower(than rates: [Double]) -> Measurement.Expectation { .less(than: 0.95 * rates.totalVariation) }

  /// Whether the sum of changes tells a cosine from steps.
  private var order: Finding {
    let sum = cosine.totalVariation
    return finding(
      "schedules.flatness",
      [
        (Phrase("cosine against three levels", zh: "余弦对三级阶梯"), sum, isLower(than: five[0])),
        (Phrase("cosine against steps that end at 0", zh: "余弦对降到 0 的阶梯"), sum, isLower(than: stepsToZero)),
      ])
  }

  /// The sums in numbers.
  private var sums: Finding {
    func sum(_ number: Double) -> Measurement.Expectation { .equal(to: number, within: .absolute(5e-5)) }
    return finding(
      "schedules.sums",
      [
        (Self.names.cosine, cosine.totalVariation, sum(0.1)),
        (Phrase("three levels, then 0", zh: "三级，最后到 0"), stepsToZero.totalVariation, sum(0.1)),
        (Self.names.jump, jump.totalVariation, sum(0.1)), (Self.names.line, line.totalVariation, sum(0.1)),
        (Phrase("three levels, ending at 0.001", zh: "三级，止于 0.001"), five[0].totalVariation, sum(0.099)),
      ])
  }

  /// What differs.
  private var largest: Finding {
    func jump(_ number: Double) -> Measurement.Expectation { .equal(to: number, within: .relative(0.02)) }
    return finding(
      "schedules.largest",
      [
        (Self.names.cosine, cosine.largestChange, jump(0.00157)), (Self.names.steps, five[0].largestChange, jump(0.09)),
        (Self.names.jump, self.jump.largestChange, jump(0.1)), (Self.names.line, line.largestChange, jump(0.001)),
      ])
  }

  /// The other measure that tells them apart.
  private var squares: Finding {
    func squares(_ number: Double) -> Measurement.Expectation { .equal(to: number, within: .relative(0.05)) }
    return finding(
      "schedules.squares",
      [
        (Self.names.cosine, cosine.squaredVariation, squares(1.2e-4)),
        (Self.names.steps, five[0].squaredVariation, squares(8.2e-3)),
      ])
  }

  /// Whether a moving average over nine rates lowers the sum.
  private var smoothing: Finding {
    let cases = [
      (Self.names.steps, five[0]), (Self.names.cosine, cosine), (Phrase("warm-up, then cosine", zh: "预热后余弦"), five[4]),
      (Phrase("cosine with restarts every 25 steps", zh: "每 25 步重启的余弦"), waves),
    ]
    return finding("schedules.smoothing", cases.map { ($0, $1.trailingMeans(of: 9).totalVariation, isLower(than: $1)) })
  }

  /// Schedules that rise too: there the sum means something.
  private var rising: Finding {
    func sum(_ number: Double) -> Measurement.Expectation { .equal(to: number, within: .absolute(5e-4)) }
    let early = Array(waves.dropLast()).totalVariation
    return finding(
      "schedules.rising",
      [
        (Phrase("warm-up, then cosine", zh: "预热后余弦"), five[4].totalVariation, sum(0.2)),
        (Phrase("restarts every 25 steps, steps 0 to 99", zh: "每 25 步重启，第 0 至 99 步"), early, sum(0.697)),
      ])
  }
}
