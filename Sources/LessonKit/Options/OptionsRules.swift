extension Option where Value == [Rule] {
  /// Optimizers to compare, `--opt`, with `--lr`, the rate of those that name none.
  ///
  /// An optimizer that names no rate gets `--lr`, or what `rate` says of it; where that is nil it is left without one, for the
  /// lesson to tune. `rate` is told whether the optimizer is alone.
  public init(
    wrappedValue: [Rule], help: Phrase? = nil, rate: (_ rule: Rule, _ isAlone: Bool) -> Double? = { _, _ in nil }
  ) {
    self.init(wrappedValue, keys: ["opt", "lr"]) { options, rules in
      try options.takeRules(into: &rules, help: help, rate: rate)
    }
  }
}

extension Options {
  /// The most optimizers on one figure: as many as a theme has colours.
  public static let mostRules = 6

  /// Takes `--opt` and `--lr`. `--opt` given twice adds optimizers.
  mutating func takeRules(into rules: inout [Rule], help: Phrase?, rate: (Rule, Bool) -> Double?) throws(UsageError) {
    let initial = rules
    let given = values(for: "opt")
    if !given.isEmpty { rules = try Self.read(given) }
    let asked = rules
    let common = try commonRate(for: rules)
    rules = rules.map { rule in
      guard rule.learningRate == nil, let rate = common ?? rate(rule, asked.count == 1) else { return rule }
      return rule.with(learningRate: rate)
    }
    let spell = { (rules: [Rule]) in rules.map(\.spelling).joined(separator: ",") }
    record(
      Declaration(
        key: "opt", placeholder: "NAME[,NAME…]",
        range: Message("1 to \(Self.mostRules) optimizers", zh: "1 到 \(Self.mostRules) 个优化器"), unit: "",
        help: Self.help("opt", help), choices: RuleKind.all.map(\.name), initial: spell(initial), value: spell(asked),
        json: .array(rules.map { .string($0.spelling) }), differs: asked != initial,
        filePart: asked.map { FileName.part(of: $0.spelling) }.joined(separator: "-")))
    recordRate(common)
  }

  private static func read(_ given: [Given]) throws(UsageError) -> [Rule] {
    let option = given[0].spelled
    let rules: [Rule]
    do { rules = try Rule.list(parsing: given.map(\.value).joined(separator: ",")) } catch {
      throw UsageError(error, for: option)
    }
    if rules.count > mostRules {
      throw UsageError(
        "\(option) takes \(mostRules) optimizers at most, not \(rules.count)",
        zh: "\(option) 最多取 \(mostRules) 个优化器，这里有 \(rules.count) 个",
        hints: [
          Message(
            "more than \(mostRules) colours are hard to tell apart: draw two figures",
            zh: "颜色超过 \(mostRules) 种就难以分辨：请画成两幅图")
        ])
    }
    return rules
  }

  private func commonRate(for rules: [Rule]) throws(UsageError) -> Double? {
    guard let given = values(for: "lr").last else { return nil }
    let rate = try OptionReading.number(given.value, given.spelled, in: .positive)
    if rules.isEmpty {
      throw UsageError(
        "\(given.spelled) has nothing to do without --opt", zh: "没有 --opt，\(given.spelled) 不起作用",
        hints: [.example("--opt adam")])
    }
    if rules.allSatisfy({ $0.learningRate != nil }) {
      throw UsageError(
        "\(given.spelled) has nothing to do: every optimizer names its own rate",
        zh: "\(given.spelled) 不起作用：每个优化器都已写明自己的学习率",
        hints: [Message("leave out lr= in --opt, or \(given.spelled)", zh: "去掉 --opt 中的 lr=，或去掉 \(given.spelled)")])
    }
    return rate
  }

  private mutating func recordRate(_ rate: Double?) {
    let value = rate.map { JSON.spelling(of: $0) } ?? ""
    record(
      Declaration(
        key: "lr", placeholder: "X", range: Interval.positive.words, unit: "", help: Self.help("lr", nil), choices: [],
        initial: "", value: value, json: rate.map { .number($0) } ?? .null, differs: rate != nil,
        filePart: FileName.part(of: "lr" + value)))
  }
}
