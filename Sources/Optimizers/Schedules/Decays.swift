/// Schedules on which the rate only falls.
extension ScheduleKind {
  static let step = ScheduleKind(
    "step", displayName: "Step", summary: "the rate falls by a factor, again and again",
    keys: [
      ScheduleKey(
        "size", peer: "step_size", .length, default: .share(1 / 3.0, "a third of the run"), "steps between two falls"),
      .factor,
    ],
    make: { settings in
      let (rate, size, factor) = (settings.run.rate, settings.count("size"), settings["gamma"])
      return .curve { step in rate * pow(factor, Double(step / size)) }
    })

  static let multistep = ScheduleKind(
    "multistep", displayName: "Multi-step", summary: "the rate falls by a factor at the steps listed",
    keys: [
      ScheduleKey(
        "milestones", .steps,
        default: ScheduleKey.Standard(spelling: "half and three quarters of the run") { run in
          [run.step(at: 0.5), run.step(at: 0.75)]
        }, "steps at which the rate falls, as in 10/30/45"), .factor,
    ],
    make: { settings in
      let (rate, factor) = (settings.run.rate, settings["gamma"])
      let milestones = settings.list("milestones")
      return .curve { step in rate * pow(factor, Double(milestones.count { $0 <= Double(step) })) }
    })

  static let exponential = ScheduleKind(
    "exponential", displayName: "Exponential", summary: "every rate is the same share of the one before",
    keys: [
      ScheduleKey(
        "gamma", .positive,
        default: ScheduleKey.Standard(spelling: "what leaves a hundredth at the end") { run in
          [pow(0.01, 1 / Double(run.steps))]
        }, "factor from one step to the next")
    ],
    make: { settings in
      let (rate, factor) = (settings.run.rate, settings["gamma"])
      return .curve { step in rate * pow(factor, Double(step)) }
    })

  static let polynomial = ScheduleKind(
    "polynomial", aliases: ["linear"], displayName: "Polynomial",
    summary: "the rate falls to zero along a power of the steps left, straight at power 1",
    keys: [
      ScheduleKey("total", peer: "total_iters", .length, default: .run, "steps until zero"),
      ScheduleKey("power", .positive, default: .number(1), "exponent of the share of steps left"),
    ],
    make: { settings in
      let (rate, total, power) = (settings.run.rate, settings["total"], settings["power"])
      return .curve { step in rate * pow(max(1 - Double(step) / total, 0), power) }
    })

  static let cosine = ScheduleKind(
    "cosine", displayName: "Cosine", summary: "the rate falls along half a cosine wave, and would rise again after it",
    keys: [ScheduleKey("tmax", peer: "T_max", .length, default: .run, "steps until the lowest rate"), .least],
    make: { settings in
      let (rate, least, length) = (settings.run.rate, settings["min"], settings["tmax"])
      return .curve { step in HalfWave.from(rate, to: least, at: Double(step) / length) }
    })
}

extension ScheduleKey {
  /// The factor of a fall.
  fileprivate static let factor = ScheduleKey("gamma", .positive, default: .number(0.1), "factor on the rate")

  /// The lowest rate of a wave.
  static let least = ScheduleKey("min", peer: "eta_min", .nonNegative, default: .number(0), "the lowest rate")
}
