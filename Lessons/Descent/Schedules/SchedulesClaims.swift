import LessonKit

extension Schedules {
  /// Everything is measured over 100 steps from a rate of 0.1.
  func findings(_ run: Run) throws -> [Finding] { [forms, order, sums, largest, squares, smoothing, rising] }

  private static let how = Phrase(
    "rates at steps 0, 1, …, 100 from 0.1; step: three levels, 0.1, 0.01 and 0.001; moving average of the last 9 rates",
    zh: "第 0、1、…、100 步的学习率，从 0.1 起；阶梯为 0.1、0.01、0.001 三级；移动平均取最近 9 个学习率")
  private static let window = 9
  private static let names = (
    cosine: Phrase("cosine", zh: "余弦"), steps: Phrase("three levels", zh: "三级阶梯"), jump: Phrase("one jump", zh: "单次跳变"),
    line: Phrase("a line", zh: "直线"), warm: Phrase("warm-up, then cosine", zh: "预热后余弦")
  )

  private func rates(_ schedule: Schedule) -> [Double] { Course(schedule, rate: 0.1, steps: 100).rates }
  private var five: [[Double]] { Self.courses(rate: 0.1, steps: 100).map(\.rates) }
  private var cosine: [Double] { rates(.cosine) }
  /// From 0.1 to 0 in equal parts.
  private var line: [Double] { rates(Schedule("polynomial")) }
  /// One jump to 0: at the middle of the run, as far as a factor of the rate can go.
  private var jump: [Double] { rates(Schedule("multistep").with("milestones", 50).with("gamma", 1e-300)) }
  /// Three levels, and 0 at the very end.
  private var stepsToZero: [Double] { Array(five[0].dropLast()) + [0] }
  private static let waves = Schedule("restarts").with("t0", 25).with("mult", 1)

  /// The five in closed form, each at a place that tells it from others.
  private var forms: Finding {
    let places: [(Int, Int, Double, Phrase)] = [
      (0, 34, 0.01, Phrase("step, after the first third", zh: "阶梯，三分之一处之后")),
      (1, 50, 0.01, Phrase("exponential, half way to a hundredth", zh: "指数，衰减到百分之一的半程")),
      (2, 50, 0.05, Phrase("cosine, half way", zh: "余弦，半程")),
      (3, 42, 0.01, Phrase("plateau, 11 losses after the last fall", zh: "平台，损失不再下降后 11 次")),
      (4, 5, 0.05, Phrase("warm-up, half way up", zh: "预热，半程")),
    ]
    return Finding(
      "schedules.forms",
      cases: places.map { index, step, wanted, name in
        Measurement(five[index][step], .equal(to: wanted, within: .relative(1e-12)), when: name)
      }, how: Self.how)
  }

  /// Whether the sum of changes tells a cosine from steps.
  private var order: Finding {
    Finding(
      "schedules.flatness",
      cases: [
        Measurement(
          cosine.totalVariation, .less(than: 0.95 * five[0].totalVariation),
          when: Phrase("cosine against three levels", zh: "余弦对三级阶梯")),
        Measurement(
          cosine.totalVariation, .less(than: 0.95 * stepsToZero.totalVariation),
          when: Phrase("cosine against steps that end at 0", zh: "余弦对降到 0 的阶梯")),
      ], how: Self.how)
  }

  private func measured(
    _ id: String, _ number: ([Double]) -> Double, within tolerance: Measurement.Tolerance,
    _ cases: [(rates: [Double], stated: Double, name: Phrase)]
  ) -> Finding {
    Finding(
      id, cases: cases.map { Measurement(number($0.rates), .equal(to: $0.stated, within: tolerance), when: $0.name) },
      how: Self.how)
  }

  /// The sums in numbers.
  private var sums: Finding {
    measured(
      "schedules.sums", \.totalVariation, within: .absolute(5e-5),
      [
        (cosine, 0.1, Self.names.cosine), (stepsToZero, 0.1, Phrase("three levels, then 0", zh: "三级，最后到 0")),
        (jump, 0.1, Self.names.jump), (line, 0.1, Self.names.line),
        (five[0], 0.099, Phrase("three levels, ending at 0.001", zh: "三级，止于 0.001")),
      ])
  }

  /// What differs.
  private var largest: Finding {
    measured(
      "schedules.largest", \.largestChange, within: .relative(0.02),
      [
        (cosine, 0.00157, Self.names.cosine), (five[0], 0.09, Self.names.steps), (jump, 0.1, Self.names.jump),
        (line, 0.001, Self.names.line),
      ])
  }

  /// The other measure that tells them apart.
  private var squares: Finding {
    measured(
      "schedules.squares", \.squaredVariation, within: .relative(0.05),
      [(cosine, 1.2e-4, Self.names.cosine), (five[0], 8.2e-3, Self.names.steps)])
  }

  /// Whether a moving average lowers the sum.
  private var smoothing: Finding {
    let cases = [
      (five[0], Self.names.steps), (cosine, Self.names.cosine), (five[4], Self.names.warm),
      (rates(Self.waves), Phrase("cosine with restarts every 25 steps", zh: "每 25 步重启的余弦")),
    ]
    return Finding(
      "schedules.smoothing",
      cases: cases.map { rates, name in
        Measurement(
          rates.trailingMeans(of: Self.window).totalVariation, .less(than: 0.95 * rates.totalVariation), when: name)
      }, how: Self.how)
  }

  /// Schedules that rise too: there the sum means something.
  private var rising: Finding {
    measured(
      "schedules.rising", \.totalVariation, within: .absolute(5e-4),
      [
        (five[4], 0.2, Self.names.warm),
        (
          Array(rates(Self.waves).dropLast()), 0.697,
          Phrase("restarts every 25 steps, steps 0 to 99", zh: "每 25 步重启，第 0 至 99 步")
        ),
      ])
  }
}
