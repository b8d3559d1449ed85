import LessonKit

/// What the notes say of schedules, measured over 100 steps from a rate of 0.1.
struct SchedulesClaims {
  private let study = ScheduleStudy(rate: 0.1, steps: 100)

  var all: [Claim] { [forms, order, sums, largest, squares, smoothing, rising] }

  private let how = Phrase(
    "rates at steps 0, 1, …, 100 from 0.1; step: three levels, 0.1, 0.01 and 0.001; moving average of the last 9 rates",
    zh: "第 0、1、…、100 步的学习率，从 0.1 起；阶梯为 0.1、0.01、0.001 三级；移动平均取最近 9 个学习率")

  private func course(_ schedule: Schedule) -> ScheduleStudy.Course {
    ScheduleStudy.course(schedule, named: "", rate: 0.1, steps: 100, window: study.window)
  }

  /// The line: from 0.1 to 0 in equal parts.
  private var line: [Double] { course(Schedule("polynomial")).rates }
  /// One jump to 0: at the middle of the run, as far as a factor of the rate can go.
  private var jump: [Double] {
    course(Schedule("multistep").with("milestones", 50).with("gamma", 1e-300)).rates
  }
  /// Three levels, and 0 at the very end.
  private var stepsToZero: [Double] { Array(study.courses[0].rates.dropLast()) + [0] }
  private var cosine: [Double] { study.courses[2].rates }

  /// The five in closed form, each at a place that tells it from others.
  private var forms: Claim {
    let rates = study.courses.map(\.rates)
    let places: [(Int, Int, Double, Phrase)] = [
      (0, 34, 0.01, Phrase("step, after the first third", zh: "阶梯，三分之一处之后")),
      (1, 50, 0.01, Phrase("exponential, half way to a hundredth", zh: "指数，衰减到百分之一的半程")),
      (2, 50, 0.05, Phrase("cosine, half way", zh: "余弦，半程")),
      (3, 42, 0.01, Phrase("plateau, 11 losses after the last fall", zh: "平台，损失不再下降后 11 次")),
      (4, 5, 0.05, Phrase("warm-up, half way up", zh: "预热，半程")),
    ]
    return Claim(
      "schedules.forms", code: "SC1", source: "S3",
      Phrase(
        "Step, exponential, cosine, reduce on plateau and warm-up are the common schedules",
        zh: "阶梯、指数、余弦、指标不降时衰减与预热是常见的调度器"),
      cases: places.map { index, step, wanted, name in
        Measurement(
          rates[index][step], .equal(to: wanted, within: .relative(1e-12)), when: name)
      }, how: how, recorded: .holds)
  }

  /// Whether the sum of changes tells a cosine from steps.
  private var order: Claim {
    Claim(
      "schedules.flatness", code: "SC3", source: "S4",
      Phrase(
        "Σ|Δη| is low for a smooth schedule such as the cosine, high for steps",
        zh: "Σ|Δη| 对余弦等平滑调度低，对阶梯调度高"),
      cases: [
        Measurement(
          cosine.totalVariation, .less(than: 0.95 * study.courses[0].rates.totalVariation),
          when: Phrase("cosine against three levels", zh: "余弦对三级阶梯")),
        Measurement(
          cosine.totalVariation, .less(than: 0.95 * stepsToZero.totalVariation),
          when: Phrase("cosine against steps that end at 0", zh: "余弦对降到 0 的阶梯")),
      ], how: how,
      recorded: .fails(
        correct: Phrase(
          "the changes of a rate that only falls add up to η₀ − η_T, whatever its shape; max|Δη| tells them apart",
          zh: "只降不升的学习率，变化之和恒为 η₀ − η_T，与形状无关；能区分的是 max|Δη|"),
        source: "the sum telescopes; measured here"))
  }

  /// The sums in numbers.
  private var sums: Claim {
    func total(_ rates: [Double], _ stated: Double, _ name: Phrase) -> Measurement {
      Measurement(rates.totalVariation, .equal(to: stated, within: .absolute(5e-5)), when: name)
    }
    return Claim(
      "schedules.sums", code: "E5", source: "S4",
      Phrase(
        "From 0.1 to 0 the sum Σ|Δη| is 0.1 for a cosine, steps, one jump and a line",
        zh: "从 0.1 到 0，余弦、阶梯、单次跳变与直线的 Σ|Δη| 均为 0.1"),
      cases: [
        total(cosine, 0.1, Phrase("cosine", zh: "余弦")),
        total(stepsToZero, 0.1, Phrase("three levels, then 0", zh: "三级，最后到 0")),
        total(jump, 0.1, Phrase("one jump", zh: "单次跳变")),
        total(line, 0.1, Phrase("a line", zh: "直线")),
        total(
          study.courses[0].rates, 0.099, Phrase("three levels, ending at 0.001", zh: "三级，止于 0.001")),
      ], how: how, recorded: .holds)
  }

  /// What differs.
  private var largest: Claim {
    func most(_ rates: [Double], _ stated: Double, _ name: Phrase) -> Measurement {
      Measurement(rates.largestChange, .equal(to: stated, within: .relative(0.02)), when: name)
    }
    return Claim(
      "schedules.largest", code: "SC3", source: "S4",
      Phrase(
        "What differs is max|Δη|: 0.0016 for a cosine, 0.09 for steps, 0.1 for one jump, 0.001 for a line",
        zh: "不同的是 max|Δη|：余弦 0.0016，阶梯 0.09，单次跳变 0.1，直线 0.001"),
      cases: [
        most(cosine, 0.00157, Phrase("cosine", zh: "余弦")),
        most(study.courses[0].rates, 0.09, Phrase("three levels", zh: "三级阶梯")),
        most(jump, 0.1, Phrase("one jump", zh: "单次跳变")),
        most(line, 0.001, Phrase("a line", zh: "直线")),
      ], how: how, recorded: .holds)
  }

  /// The other measure that tells them apart.
  private var squares: Claim {
    Claim(
      "schedules.squares", code: "SC3", source: "S4",
      Phrase(
        "Σ(Δη)² is 1.2e-4 for a cosine and 8.2e-3 for steps", zh: "Σ(Δη)²：余弦 1.2e-4，阶梯 8.2e-3"),
      cases: [
        Measurement(
          cosine.squaredVariation, .equal(to: 1.2e-4, within: .relative(0.05)),
          when: Phrase("cosine", zh: "余弦")),
        Measurement(
          study.courses[0].rates.squaredVariation, .equal(to: 8.2e-3, within: .relative(0.05)),
          when: Phrase("three levels", zh: "三级阶梯")),
      ], how: how, recorded: .holds)
  }

  /// Whether a moving average lowers the sum.
  private var smoothing: Claim {
    func lowered(_ schedule: Schedule, _ name: Phrase) -> Measurement {
      let course = course(schedule)
      return Measurement(
        course.smoothed.totalVariation, .less(than: 0.95 * course.rates.totalVariation), when: name)
    }
    let cold = Schedule("warmup-cosine").with("start", 0)
    let waves = Schedule("restarts").with("t0", 25).with("mult", 1)
    return Claim(
      "schedules.smoothing", code: "SC4", source: "S4",
      Phrase("A moving average over the rates lowers Σ|Δη|", zh: "对学习率做移动平均可降低 Σ|Δη|"),
      cases: [
        lowered(study.courses[0].schedule, Phrase("three levels", zh: "三级阶梯")),
        lowered(.cosine, Phrase("cosine", zh: "余弦")),
        lowered(cold, Phrase("warm-up, then cosine", zh: "预热后余弦")),
        lowered(waves, Phrase("cosine with restarts every 25 steps", zh: "每 25 步重启的余弦")),
      ], how: how,
      recorded: .depends(
        on: Phrase(
          "whether the rate ever rises: where it only falls the sum stays, 0.0990 before and after for steps",
          zh: "学习率是否上升过：只降不升时总和不变，阶梯前后均为 0.0990")))
  }

  /// Schedules that rise too: there the sum means something.
  private var rising: Claim {
    let restarts = Schedule("restarts").with("t0", 25).with("mult", 1)
    let waves = Array(course(restarts).rates.dropLast())
    return Claim(
      "schedules.rising", code: "SC4", source: "S4",
      Phrase(
        "Warm-up and cosine change the rate by 0.200 in all, four waves with restarts by 0.697",
        zh: "预热加余弦的总变化为 0.200，四个余弦波带重启为 0.697"),
      cases: [
        Measurement(
          study.courses[4].rates.totalVariation, .equal(to: 0.2, within: .absolute(5e-4)),
          when: Phrase("warm-up, then cosine", zh: "预热后余弦")),
        Measurement(
          waves.totalVariation, .equal(to: 0.697, within: .absolute(5e-4)),
          when: Phrase("restarts every 25 steps, steps 0 to 99", zh: "每 25 步重启，第 0 至 99 步")),
      ], how: how, recorded: .holds)
  }
}
