/// A statement of the course, held against measurements.
///
/// The verdict is computed: the claim holds if every measurement agrees with it, fails if none does, and depends on the
/// conditions if some do. `lesson check` compares it with the verdict on record.
public struct Claim: Sendable {
  /// The sentence, with the verdict on record.
  public let statement: Statement
  /// The measurements, at least one; the first is the one that is quoted.
  public let cases: [Measurement]
  /// How it was measured: starts, steps, rates, seeds.
  public let how: Phrase

  /// A statement with what one lesson or several found of it.
  public init(_ statement: Statement, _ findings: [Finding]) {
    require(!findings.isEmpty, "claim '\(statement.id)' without a finding")
    (self.statement, cases) = (statement, findings.flatMap(\.cases))
    var ways: [Phrase] = []
    for finding in findings where !ways.contains(finding.how) { ways.append(finding.how) }
    how = Phrase.joined(ways, by: Phrase("; ", zh: "；"))
  }

  /// What the measurements say.
  public var verdict: Verdict {
    let agreeing = cases.count { $0.agrees }
    return agreeing == cases.count ? .holds : agreeing == 0 ? .fails : .depends
  }

  /// Whether the measurements say what the record says.
  public var isAsRecorded: Bool { verdict == statement.recorded.verdict }

  /// Stated and measured numbers in a few words: `stated 2508, measured 2508.01`.
  public func numbers(_ language: Language) -> String {
    let pieces = cases.map { item in
      let condition = item.condition[language]
      let label = condition.isEmpty ? "" : "\(condition): "
      return label + wanted(item, language) + Numeral.short(item.value, digits: 6)
    }
    return pieces.joined(separator: language == .chinese ? "；" : "; ")
  }

  private func wanted(_ item: Measurement, _ language: Language) -> String {
    switch (language, statement.source != Statement.unstated && item.stated != nil) {
    case (.english, true): "stated \(item.expected), measured "
    case (.english, false): "expected \(item.expected), measured "
    case (.chinese, true): "声称 \(item.expected)，实测 "
    case (.chinese, false): "应为 \(item.expected)，实测 "
    }
  }

  /// The claim as the command prints it.
  public func json(_ language: Language) -> JSON {
    let first = cases[0]
    var members = statement.head(language)
    members.append(.init("stated", first.stated.map { .number($0) } ?? .null))
    members.append(.init("measured", .number(first.value)))
    if case .equal(let stated, let tolerance) = first.expectation {
      members.append(.init("tolerance", .number(tolerance.width(around: stated))))
    } else {
      members.append(.init("tolerance", .null))
    }
    members.append(.init("verdict", .string(verdict.rawValue)))
    members += statement.ruling(language)
    members.append(.init("how", .string(how[language])))
    members.append(.init("cases", .array(cases.map { $0.json(language) })))
    return .object(members)
  }
}
