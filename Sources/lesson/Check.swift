import LessonKit
import Plot

/// `lesson check`: measures every claim at full budget and compares the verdicts with the recorded ones.
struct Check {
  let catalog: Catalog
  let arguments: Arguments
  let console: Console

  static let switches = [Switch.json, .jobs] + Switch.language + Switch.general

  func run() throws -> ExitCode {
    var types: [any Lesson.Type] = []
    for (index, name) in arguments.words.enumerated() {
      // A lesson named twice is measured once.
      if arguments.words[..<index].contains(name) { continue }
      types.append(try catalog.lesson(named: name))
    }
    if types.isEmpty { types = catalog.lessons }
    let language = try arguments.language
    let recipes = try types.map { try Recipe($0) }
    let results = measure(recipes, jobs: try arguments.jobs)

    var (claims, isSound) = ([Claim](), true)
    for result in results {
      switch result {
      case .success(let measured): claims += measured
      case .failure(let failure):
        console.error(failure.description)
        isSound = false
      }
    }
    let different = claims.filter { !$0.isAsRecorded }
    for claim in different {
      console.error(
        "\(claim.id): measured '\(claim.verdict.rawValue)', recorded '\(claim.recorded.verdict.rawValue)'"
      )
    }
    console.note(summary(claims, different))
    try Stream.output.write(
      arguments.has("json") ? json(claims, different, language).pretty : text(claims, language))
    return isSound && different.isEmpty ? .done : .failed
  }

  private func measure(_ recipes: [Recipe], jobs: Int) -> [Result<[Claim], Failure>] {
    let progress = Progress("measuring claims", of: recipes.count, on: console)
    defer { progress.finish() }
    return Workers.map(recipes, jobs: jobs) { recipe in
      defer { progress.advance() }
      return Failure.catching(recipe.page.name) { try recipe.run(.full).claims }
    }
  }

  private func text(_ claims: [Claim], _ language: Language) -> String {
    var rows = [["", "claim", "stated", "measured", "verdict", "notes", "what the notes say"]]
    for claim in claims {
      for (index, item) in claim.cases.enumerated() {
        let isFirst = index == 0
        let condition = item.condition[language]
        let statement = isFirst ? claim.statement[language] : ""
        rows.append([
          isFirst ? claim.verdict.symbol : "", isFirst ? claim.id : "", item.expected,
          Numeral.short(item.value, digits: 6), isFirst ? claim.verdict.rawValue : "",
          isFirst ? "\(claim.source) \(claim.code)" : "",
          condition.isEmpty ? statement : statement + (isFirst ? " " : "") + "[\(condition)]",
        ])
      }
    }
    return Columns.table(rows).map { $0 + "\n" }.joined()
  }

  private func summary(_ claims: [Claim], _ different: [Claim]) -> String {
    let counts = Verdict.allCases.map { verdict in
      "\(verdict.rawValue) \(claims.count { $0.verdict == verdict })"
    }
    let end = different.isEmpty ? "all as recorded" : "\(different.count) not as recorded"
    return
      "\(claims.count) \(claims.count == 1 ? "claim" : "claims"): \(counts.joined(separator: ", ")); \(end)"
  }

  private func json(_ claims: [Claim], _ different: [Claim], _ language: Language) -> JSON {
    [
      "schema": .string(Plumbline.schema), "claims": .array(claims.map { $0.json(language) }),
      "different": .array(different.map { .string($0.id) }),
    ]
  }
}
