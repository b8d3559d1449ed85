/// A sentence of the notes, or one that should stand beside theirs, held against measurements.
///
/// The verdict is computed: the claim holds if every measurement agrees with it, fails if none does, and depends on the
/// conditions if some do. The lesson also records the verdict that it expects; `lesson check` compares the two.
public struct Claim: Sendable {
  /// A name that stays: the lesson's, a dot, a word, as in "rosenbrock.condition".
  public let id: String
  /// The row of the list of claims, as in "C12".
  public let code: String
  /// Where it stands in the notes, as in "S2", or ``unstated``.
  public let source: String
  /// The sentence, in words of our own that say what the notes say. Plain text, no inline math.
  public let statement: Phrase
  /// The measurements, at least one; the first is the one that is quoted.
  public let cases: [Measurement]
  /// How it was measured: starts, steps, rates, seeds.
  public let how: Phrase
  /// The verdict that the lesson expects.
  public let recorded: Ruling

  /// The source of a sentence that the notes do not have: a number beside theirs, from the list of claims.
  public static let unstated = "not in the notes"

  /// A claim with one or several measurements.
  public init(
    _ id: String, code: String, source: String, _ statement: Phrase, cases: [Measurement],
    how: Phrase, recorded: Ruling
  ) {
    precondition(!cases.isEmpty, "claim '\(id)' without a measurement")
    (self.id, self.code, self.source, self.statement) = (id, code, source, statement)
    (self.cases, self.how, self.recorded) = (cases, how, recorded)
  }

  /// A claim that states a number.
  public init(
    _ id: String, code: String, source: String, _ statement: Phrase, states stated: Double,
    measured: Double, within tolerance: Measurement.Tolerance, how: Phrase,
    recorded: Ruling = .holds
  ) {
    self.init(
      id, code: code, source: source, statement,
      cases: [Measurement(measured, .equal(to: stated, within: tolerance))], how: how,
      recorded: recorded)
  }

  /// What the measurements say.
  public var verdict: Verdict {
    let agreeing = cases.count { $0.agrees }
    return agreeing == cases.count ? .holds : agreeing == 0 ? .fails : .depends
  }

  /// Whether the measurements say what the lesson records.
  public var isAsRecorded: Bool { verdict == recorded.verdict }

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
    switch (language, source != Self.unstated && item.stated != nil) {
    case (.english, true): "stated \(item.expected), measured "
    case (.english, false): "expected \(item.expected), measured "
    case (.chinese, true): "讲义 \(item.expected)，实测 "
    case (.chinese, false): "应为 \(item.expected)，实测 "
    }
  }

  /// The claim as the command prints it.
  public func json(_ language: Language) -> JSON {
    let first = cases[0]
    var members: [JSON.Member] = [
      .init("id", .string(id)), .init("code", .string(code)),
      .init("statement", .string(statement[language])), .init("source", .string(source)),
      .init("stated", first.stated.map { .number($0) } ?? .null),
      .init("measured", .number(first.value)),
    ]
    if case .equal(let stated, let tolerance) = first.expectation {
      members.append(.init("tolerance", .number(tolerance.width(around: stated))))
    } else {
      members.append(.init("tolerance", .null))
    }
    members.append(.init("verdict", .string(verdict.rawValue)))
    members.append(.init("recorded", .string(recorded.verdict.rawValue)))
    members.append(.init("how", .string(how[language])))
    switch recorded {
    case .holds: break
    case .fails(let correct, let source):
      members.append(.init("correct", .string(correct[language])))
      members.append(.init("correct_source", .string(source)))
    case .depends(let condition):
      members.append(.init("depends_on", .string(condition[language])))
    }
    members.append(.init("cases", .array(cases.map { $0.json(language) })))
    return .object(members)
  }
}
