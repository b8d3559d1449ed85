import LessonKit
import Plot

/// `lesson check`: measures claims at full length and compares the verdicts with the recorded ones. Draws nothing.
struct Check {
  let catalog: Catalog
  let arguments: Arguments
  let console: Console

  func run() throws -> ExitCode {
    let language = try arguments.language
    let jobs = try arguments.jobs
    let chosen = try statements()
    let types = catalog.lessons.filter { type in
      chosen.contains { statement in catalog.lessons(measuring: statement).contains { $0.page.name == type.page.name } }
    }
    let results = measure(types.map { Recipe.standard(of: $0) }, jobs: jobs)

    var (findings, failures, failed) = ([Finding](), [Failure](), Set<String>())
    for (type, result) in zip(types, results) {
      switch result {
      case .success(let found): findings += found
      case .failure(let failure):
        console.error(failure.description, hints: failure.hints)
        failures.append(failure)
        failed.insert(type.page.name)
      }
    }
    var isSound = true
    // What only some of its lessons have measured has no verdict.
    let whole = chosen.filter { !catalog.lessons(measuring: $0).contains { failed.contains($0.page.name) } }
    let wanted = Set(whole.map(\.id))
    let claims = catalog.claims(findings.filter { wanted.contains($0.id) })
    let measured = Set(claims.map(\.statement.id))
    for statement in whole where !measured.contains(statement.id) {
      console.error("\(statement.id): stands on record, and the lesson does not measure it")
      isSound = false
    }
    let different = claims.filter { !$0.isAsRecorded }
    for claim in different { console.error(Self.difference(claim)) }
    console.note(summary(claims, different))
    if whole.count < chosen.count {
      console.note("\(Digits.count(chosen.count - whole.count, of: "claim")) not measured")
    }
    try Stream.output.write(
      arguments.has("json")
        ? json(claims, different, language).pretty : ClaimTable(claims, language).lines.map { $0 + "\n" }.joined())
    return isSound && different.isEmpty ? ExitCode(of: failures) : .failed
  }

  /// What the words after the verb name, or everything that a lesson measures.
  private func statements() throws(UsageError) -> [Statement] {
    let words = arguments.words
    let named = words.isEmpty ? catalog.statements : try catalog.statements(named: words)
    let measurable = named.filter { !catalog.lessons(measuring: $0).isEmpty }
    if measurable.isEmpty, !named.isEmpty { throw UsageError("no lesson measures \(words.joined(separator: ", "))") }
    return measurable
  }

  private func measure(_ recipes: [Recipe], jobs: Int) -> [Result<[Finding], Failure>] {
    let progress = Progress("measuring claims", of: recipes.count, on: console)
    defer { progress.finish() }
    return Workers.map(recipes, jobs: jobs) { recipe in
      defer { progress.advance() }
      return Failure.catching(recipe.page.name) { try recipe.findings() }
    }
  }

  private static func difference(_ claim: Claim) -> String {
    let recorded = claim.statement.recorded.verdict.rawValue
    return "\(claim.statement.id): measured '\(claim.verdict.rawValue)', recorded '\(recorded)'"
  }

  private func summary(_ claims: [Claim], _ different: [Claim]) -> String {
    let counts = Verdict.allCases.map { verdict in "\(verdict.rawValue) \(claims.count { $0.verdict == verdict })" }
    let end = different.isEmpty ? "all as recorded" : "\(different.count) not as recorded"
    let number = Digits.count(claims.count, of: "claim")
    return "\(number): \(counts.joined(separator: ", ")); \(end)"
  }

  private func json(_ claims: [Claim], _ different: [Claim], _ language: Language) -> JSON {
    [
      "schema": .string(Plumbline.schema), "claims": .array(claims.map { $0.json(language) }),
      "different": .array(different.map { .string($0.statement.id) }),
    ]
  }
}
