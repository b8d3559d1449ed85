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
    "constant", displayName: "Constant", summary: Message("one rate throughout", zh: "学习率始终不变"), keys: [],
    make: { _ in .constant })

  private static let plateau = ScheduleKind(
    "plateau", aliases: ["reduce-on-plateau"], displayName: "Reduce on plateau",
    summary: Message("the rate falls when the loss has stopped falling", zh: "损失不再下降时学习率降低"),
    keys: [
      ScheduleKey("factor", .share, default: .number(0.1), Message("factor on the rate", zh: "学习率乘的因子")),
      ScheduleKey(
        "patience", .count, default: .number(10),
        Message("losses in a row that may fail to be lower", zh: "允许损失连续多少次不下降")),
      ScheduleKey(
        "threshold", .share, default: .number(1e-4),
        Message("share by which a lower loss must be lower", zh: "损失至少下降多少比例才算下降")),
      ScheduleKey(
        "cooldown", .count, default: .number(0), Message("losses after a fall that do not count", zh: "降低之后多少次损失不计")),
      ScheduleKey("min", peer: "min_lr", .nonNegative, default: .number(0), Message("the lowest rate", zh: "最低学习率")),
    ],
    make: { settings in
      let plateau = Plateau(
        factor: settings["factor"], patience: settings.count("patience"), threshold: settings["threshold"],
        cooldown: settings.count("cooldown"), least: settings["min"])
      return .plateau(plateau, Plateau.State())
    })
}
