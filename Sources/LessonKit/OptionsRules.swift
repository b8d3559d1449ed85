extension Options {
  /// The most rules on one figure: as many as a theme has colours.
  public static let mostRules = 6

  /// Takes `--opt`, the rules to compare, and `--lr`, the rate of those that name none.
  ///
  /// A rule that names no rate gets `--lr`, or what `rate` says of it among all. `--opt` given twice adds rules.
  /// `rate` is not asked while options are only described.
  public mutating func takeRules(
    into rules: inout [Rule], help: Phrase? = nil, rate: (Rule, [Rule]) -> Double
  ) throws(UsageError) {
    let initial = rules
    let given = values(for: "opt")
    if !given.isEmpty { rules = try Self.read(given) }
    let asked = rules
    let common = try commonRate(for: rules)
    if !isDescribing {
      rules = rules.map { rule in
        rule.learningRate == nil ? rule.with(learningRate: common ?? rate(rule, asked)) : rule
      }
    }
    let spell = { (rules: [Rule]) in rules.map(\.spelling).joined(separator: ",") }
    record(
      Declaration(
        key: "opt", placeholder: "RULE[,RULE…]", range: "1 to \(Self.mostRules) rules", unit: "",
        help: Self.help("opt", help), choices: RuleKind.all.map(\.name), initial: spell(initial),
        value: spell(asked), json: .array(rules.map { .string($0.spelling) }),
        differs: asked != initial,
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
        hints: ["more than \(mostRules) colours are hard to tell apart: draw two figures"])
    }
    return rules
  }

  private func commonRate(for rules: [Rule]) throws(UsageError) -> Double? {
    guard let given = values(for: "lr").last else { return nil }
    let rate = try OptionReading.number(given.value, given.spelled, in: .positive)
    if rules.isEmpty {
      throw UsageError(
        "\(given.spelled) has nothing to do without --opt", hints: ["as in: --opt adam"])
    }
    if rules.allSatisfy({ $0.learningRate != nil }) {
      throw UsageError(
        "\(given.spelled) has nothing to do: every rule names its own rate",
        hints: ["leave out lr= in --opt, or \(given.spelled)"])
    }
    return rate
  }

  private mutating func recordRate(_ rate: Double?) {
    let value = rate.map { JSON.spelling(of: $0) } ?? ""
    record(
      Declaration(
        key: "lr", placeholder: "X", range: Interval.positive.words, unit: "",
        help: Self.help("lr", nil), choices: [], initial: "", value: value,
        json: rate.map { .number($0) } ?? .null, differs: rate != nil,
        filePart: FileName.part(of: "lr" + value)))
  }
}
