/// Schedules on which the rate rises too.
extension ScheduleKind {
  static let restarts = ScheduleKind(
    "restarts", aliases: ["cosine-restarts"], displayName: "Cosine with restarts",
    summary: Message(
      "the rate falls along half a cosine wave, jumps back, and falls again, slower each time",
      zh: "学习率沿半个余弦波下降，跳回后再下降，一次比一次慢"),
    keys: [
      ScheduleKey(
        "t0", peer: "T_0", .length, default: .share(1 / 7.0, Message("a seventh of the run", zh: "总步数的七分之一")),
        Message("steps of the first wave", zh: "第一个周期的步数")),
      ScheduleKey(
        "mult", peer: "T_mult", .length, default: .number(2), Message("factor from a wave to the next", zh: "相邻周期长度之比")),
      .least,
    ],
    make: { settings in
      let (rate, least) = (settings.run.rate, settings["min"])
      let (first, factor) = (settings["t0"], settings["mult"])
      return .curve { step in
        let (since, length) = place(of: step, inWavesFrom: first, growingBy: factor)
        return HalfWave.from(rate, to: least, at: since / length)
      }
    })

  static let warmup = ScheduleKind(
    "warmup", displayName: "Warm-up", summary: Message("the rate rises along a line, and stays", zh: "学习率线性上升，然后保持不变"),
    keys: [.start, .warmupLength("steps")],
    make: { settings in
      let ramp = ramp(settings, length: settings["steps"])
      return .curve { step in ramp(Double(step)) }
    })

  static let warmupCosine = ScheduleKind(
    "warmup-cosine", displayName: "Warm-up, then cosine",
    summary: Message("the rate rises along a line, then falls along half a cosine wave", zh: "学习率线性上升，再沿半个余弦波下降"),
    keys: [
      .start, .warmupLength("warmup"),
      ScheduleKey(
        "tmax", peer: "T_max", .length,
        default: ScheduleKey.Standard(spelling: Message("the rest of the run", zh: "剩余的步数")) { _ in [] },
        Message("steps from the warm-up's end until the lowest rate", zh: "从预热结束到最低学习率的步数")), .least,
    ],
    make: { settings in
      let (rate, least, warmup) = (settings.run.rate, settings["min"], settings["warmup"])
      let rest = max(Double(settings.run.steps) - warmup, 1)
      let length = settings.list("tmax").first ?? rest
      let ramp = ramp(settings, length: warmup)
      return .curve { step in
        let since = Double(step) - warmup
        return since < 0 ? ramp(Double(step)) : HalfWave.from(rate, to: least, at: since / length)
      }
    })

  static let oneCycle = ScheduleKind(
    "onecycle", displayName: "One cycle",
    summary: Message(
      "the rate rises and falls once, along half cosine waves (Smith 2018)", zh: "学习率沿半个余弦波升降各一次（Smith 2018）"),
    keys: [
      ScheduleKey("max", peer: "max_lr", .positive, default: .rate, Message("the highest rate", zh: "最高学习率")),
      ScheduleKey("total", peer: "total_steps", .length, default: .run, Message("steps of the cycle", zh: "周期的步数")),
      ScheduleKey(
        "up", peer: "pct_start", .share, default: .number(0.3), Message("share of it that rises", zh: "其中上升部分的比例")),
      ScheduleKey(
        "div", peer: "div_factor", .positive, default: .number(25),
        Message("highest rate over the first", zh: "最高学习率与初始学习率之比")),
      ScheduleKey(
        "final", peer: "final_div_factor", .positive, default: .number(1e4),
        Message("first rate over the last", zh: "初始学习率与最终学习率之比")),
    ],
    make: { settings in
      let (highest, total) = (settings["max"], settings["total"])
      let first = highest / settings["div"]
      let last = first / settings["final"]
      let peak = settings["up"] * total - 1
      return .curve { step in
        let step = min(Double(step), total - 1)
        if step <= peak { return HalfWave.from(first, to: highest, at: step / max(peak, 1)) }
        return HalfWave.from(highest, to: last, at: (step - peak) / max(total - 1 - peak, 1))
      }
    })

  static let cyclic = ScheduleKind(
    "cyclic", displayName: "Cyclic",
    summary: Message("the rate rises and falls along lines, again and again (Smith 2017)", zh: "学习率反复线性升降（Smith 2017）"),
    keys: [
      ScheduleKey(
        "base", peer: "base_lr", .nonNegative,
        default: ScheduleKey.Standard(spelling: Message("a tenth of the optimizer's rate", zh: "优化器学习率的十分之一")) {
          [$0.rate / 10]
        }, Message("the lowest rate", zh: "最低学习率")),
      ScheduleKey("max", peer: "max_lr", .positive, default: .rate, Message("the highest rate", zh: "最高学习率")),
      ScheduleKey(
        "up", peer: "step_size_up", .length, default: .share(1 / 8.0, Message("an eighth of the run", zh: "总步数的八分之一")),
        Message("steps of a rise, and of a fall", zh: "一次上升（或下降）的步数")),
    ],
    make: { settings in
      let (lowest, highest, up) = (settings["base"], settings["max"], settings["up"])
      return .curve { step in
        let place = (Double(step) / (2 * up)).truncatingRemainder(dividingBy: 1)
        return lowest + (highest - lowest) * (1 - abs(2 * place - 1))
      }
    })

  /// How far into its wave a step is, and how long that wave is.
  private static func place(of step: Int, inWavesFrom first: Double, growingBy factor: Double) -> (
    since: Double, length: Double
  ) {
    var (since, length) = (Double(step), first)
    if factor == 1 { return (since.truncatingRemainder(dividingBy: length), length) }
    while since >= length { (since, length) = (since - length, length * factor) }
    return (since, length)
  }

  /// The rate on its way up, from a share of itself.
  private static func ramp(_ settings: Settings, length: Double) -> @Sendable (Double) -> Double {
    let (rate, start) = (settings.run.rate, settings["start"])
    return { step in rate * (start + (1 - start) * min(step / length, 1)) }
  }
}

extension ScheduleKey {
  /// Where a warm-up starts.
  fileprivate static let start = ScheduleKey(
    "start", peer: "start_factor", .share, default: .number(0.1),
    Message("share of the rate at first", zh: "开始时占学习率的比例"))

  /// How long a warm-up takes.
  fileprivate static func warmupLength(_ name: String) -> ScheduleKey {
    ScheduleKey(
      name, peer: "total_iters", .length, default: .share(0.1, Message("a tenth of the run", zh: "总步数的十分之一")),
      Message("steps until the full rate", zh: "升到完整学习率的步数"))
  }
}
