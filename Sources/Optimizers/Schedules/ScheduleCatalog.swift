extension ScheduleKind {
  /// Every schedule that has a name. A new one is one more entry here.
  public static let all: [ScheduleKind] = [
    constant, step, multistep, exponential, polynomial, cosine, restarts, warmup, warmupCosine, oneCycle, cyclic,
    plateau,
  ]

  /// The schedule of a name or an alias, if there is one.
  public static func named(_ name: String) -> ScheduleKind? {
    all.first { $0.name == name || $0.aliases.contains(name) }
  }

  private static let constant = ScheduleKind(
    "constant", displayName: "Constant", summary: "one rate throughout", keys: [], make: { _ in .constant })

  private static let plateau = ScheduleKind(
    "plateau", aliases: ["reduce-on-plateau"], displayName: "Reduce on plateau",
    summary: "the rate falls when the loss has stopped falling",
    keys: [
      ScheduleKey("factor", .share, default: .number(0.1), "factor on the rate"),
      ScheduleKey("patience", .count, default: .number(10), "losses in a row that may fail to be lower"),
      ScheduleKey("threshold", .share, default: .number(1e-4), "share by which a lower loss must be lower"),
      ScheduleKey("cooldown", .count, default: .number(0), "losses after a fall that do not count"),
      ScheduleKey("min", peer: "min_lr", .nonNegative, default: .number(0), "the lowest rate"),
    ],
    make: { settings in
      let plateau = Plateau(
        factor: settings["factor"], patience: settings.count("patience"), threshold: settings["threshold"],
        cooldown: settings.count("cooldown"), least: settings["min"])
      return .plateau(plateau, Plateau.State())
    })
}
