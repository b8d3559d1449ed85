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
        console.error(failure)
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
      console.error(
        Message(
          "\(statement.id): stands on record, and the lesson does not measure it", zh: "\(statement.id)：记录在案，而课例没有实测它"))
      isSound = false
    }
    let different = claims.filter { !$0.isAsRecorded }
    for claim in different { console.error(Self.difference(claim)) }
    console.note(summary(claims, different))
    if whole.count < chosen.count {
      let rest = chosen.count - whole.count
      console.note(Message("\(rest, "claim") not measured", zh: "\(rest) 条论断未实测"))
    }
    try Stream.output.write(
      arguments.has("json")
        ? json(claims, different, language).pretty
        : ClaimTable(claims, console.language).lines.map { $0 + "\n" }.joined())
    return isSound && different.isEmpty ? ExitCode(of: failures) : .failed
  }

  /// What the words after the verb name, or everything that a lesson measures.
  private func statements() throws(UsageError) -> [Statement] {
    let words = arguments.words
    let named = words.isEmpty ? catalog.statements : try catalog.statements(named: words)
    let measurable = named.filter { !catalog.lessons(measuring: $0).isEmpty }
    if measurable.isEmpty, !named.isEmpty {
      throw UsageError(
        "no lesson measures \(words.joined(separator: ", "))", zh: "没有课例实测 \(words.joined(separator: ", "))")
    }
    return measurable
  }

  private func measure(_ recipes: [Recipe], jobs: Int) -> [Result<[Finding], Failure>] {
    let progress = Progress(Message("measuring claims", zh: "正在实测论断"), of: recipes.count, on: console)
    defer { progress.finish() }
    return Workers.map(recipes, jobs: jobs) { recipe in
      defer { progress.advance() }
      return Failure.catching(recipe.page.name) { try recipe.findings() }
    }
  }

  private static func difference(_ claim: Claim) -> Message {
    let (id, recorded, now) = (claim.statement.id, claim.statement.recorded.verdict, claim.verdict)
    return Message(
      "\(id): measured '\(now.words.english)', recorded '\(recorded.words.english)'",
      zh: "\(id)：实测“\(now.words.chinese)”，记录为“\(recorded.words.chinese)”")
  }

  private func summary(_ claims: [Claim], _ different: [Claim]) -> Message {
    let counts = Verdict.allCases.map { verdict in
      Message(verdict.words) + Message(same: " \(claims.count { $0.verdict == verdict })")
    }
    let all = Message.joined(counts, by: Message(", ", zh: "，"))
    let end =
      different.isEmpty
      ? Message("all as recorded", zh: "全部与记录一致")
      : Message("\(different.count) not as recorded", zh: "\(different.count) 条与记录不一致")
    return Message("\(claims.count, "claim"): \(all); \(end)", zh: "\(claims.count) 条论断：\(all)；\(end)")
  }

  private func json(_ claims: [Claim], _ different: [Claim], _ language: Language) -> JSON {
    [
      "schema": .string(Plumbline.schema), "claims": .array(claims.map { $0.json(language) }),
      "different": .array(different.map { .string($0.statement.id) }),
    ]
  }
}
