import LessonKit

/// Claims as people read them: one line a measurement.
struct ClaimTable {
  private let rows: [[String]]

  init(_ claims: [Claim], _ language: Language) {
    let head = Phrase.columns.map { $0[language] }
    rows = [head] + claims.flatMap { Self.rows(of: $0, language) }
  }

  /// The lines, the first with the names of the columns.
  var lines: [String] { Columns.table(rows) }

  private static func rows(of claim: Claim, _ language: Language) -> [[String]] {
    let statement = claim.statement
    return claim.cases.enumerated().map { index, item in
      let condition = item.condition[language]
      let when = condition.isEmpty ? "" : "[\(condition)]"
      let measured = Numeral.short(item.value, digits: 6)
      if index > 0 { return ["", "", "", item.expected, measured, "", "", when] }
      let said = statement.text[language] + (when.isEmpty ? "" : " " + when)
      return [
        claim.verdict.symbol, statement.code, statement.id, item.expected, measured, claim.verdict.words[language],
        Sheet.sources[statement.source]?[language] ?? statement.source, said,
      ]
    }
  }
}

extension Phrase {
  /// The names of the columns.
  fileprivate static let columns: [Phrase] = [
    "", Phrase("code", zh: "编号"), Phrase("claim", zh: "论断"), Phrase("expected", zh: "应为"), Phrase("measured", zh: "实测"),
    Phrase("verdict", zh: "结论"), Phrase("source", zh: "出处"), Phrase("statement", zh: "内容"),
  ]
}
