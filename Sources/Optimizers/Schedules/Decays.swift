/// Schedules on which the rate only falls.
extension ScheduleKind {
  static let step = ScheduleKind(
    "step", displayName: "Step", summary: Message("the rate falls by a factor, again and again", zh: "学习率每隔一段时间乘以一个因子"),
    keys: [
      ScheduleKey(
        "size", peer: "step_size", .length, default: .share(1 / 3.0, Message("a third of the run", zh: "总步数的三分之一")),
        Message("steps between two falls", zh: "两次下降之间的步数")), .factor,
    ],
    make: { settings in
      let (rate, size, factor) = (settings.run.rate, settings.count("size"), settings["gamma"])
      return .curve { step in rate * pow(factor, Double(step / size)) }
    })

  static let multistep = ScheduleKind(
    "multistep", displayName: "Multi-step",
    summary: Message("the rate falls by a factor at the steps listed", zh: "学习率在列出的步数处乘以一个因子"),
    keys: [
      ScheduleKey(
        "milestones", .steps,
        default: ScheduleKey.Standard(spelling: Message("half and three quarters of the run", zh: "总步数的一半和四分之三")) {
          run in [run.step(at: 0.5), run.step(at: 0.75)]
        }, Message("steps at which the rate falls, as in 10/30/45", zh: "学习率下降的步数，例如 10/30/45")), .factor,
    ],
    make: { settings in
      let (rate, factor) = (settings.run.rate, settings["gamma"])
      let milestones = settings.list("milestones")
      return .curve { step in rate * pow(factor, Double(milestones.count { $0 <= Double(step) })) }
    })

  static let exponential = ScheduleKind(
    "exponential", displayName: "Exponential",
    summary: Message("every rate is the same share of the one before", zh: "每步的学习率与前一步之比不变"),
    keys: [
      ScheduleKey(
        "gamma", .positive,
        default: ScheduleKey.Standard(spelling: Message("what leaves a hundredth at the end", zh: "使结束时剩百分之一的因子")) {
          run in [pow(0.01, 1 / Double(run.steps))]
        }, Message("factor from one step to the next", zh: "相邻两步学习率之比"))
    ],
    make: { settings in
      let (rate, factor) = (settings.run.rate, settings["gamma"])
      return .curve { step in rate * pow(factor, Double(step)) }
    })

  static let polynomial = ScheduleKind(
    "polynomial", aliases: ["linear"], displayName: "Polynomial",
    summary: Message(
      "the rate falls to zero along a power of the steps left, straight at power 1", zh: "学习率按剩余步数的幂降到零，幂为 1 时是直线"),
    keys: [
      ScheduleKey("total", peer: "total_iters", .length, default: .run, Message("steps until zero", zh: "降到零的步数")),
      ScheduleKey(
        "power", .positive, default: .number(1), Message("exponent of the share of steps left", zh: "剩余步数比例的指数")),
    ],
    make: { settings in
      let (rate, total, power) = (settings.run.rate, settings["total"], settings["power"])
      return .curve { step in rate * pow(max(1 - Double(step) / total, 0), power) }
    })

  static let cosine = ScheduleKind(
    "cosine", displayName: "Cosine",
    summary: Message(
      "the rate falls along half a cosine wave, and would rise again after it", zh: "学习率沿半个余弦波下降，之后会再上升"),
    keys: [
      ScheduleKey(
        "tmax", peer: "T_max", .length, default: .run, Message("steps until the lowest rate", zh: "降到最低学习率的步数")),
      .least,
    ],
    make: { settings in
      let (rate, least, length) = (settings.run.rate, settings["min"], settings["tmax"])
      return .curve { step in HalfWave.from(rate, to: least, at: Double(step) / length) }
    })
}

extension ScheduleKey {
  /// The factor of a fall.
  fileprivate static let factor = ScheduleKey(
    "gamma", .positive, default: .number(0.1), Message("factor on the rate", zh: "学习率乘的因子"))

  /// The lowest rate of a wave.
  static let least = ScheduleKey(
    "min", peer: "eta_min", .nonNegative, default: .number(0), Message("the lowest rate", zh: "最低学习率"))
}
