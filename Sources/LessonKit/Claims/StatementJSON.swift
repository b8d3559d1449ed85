extension Statement {
  /// The statement as the command prints it, with the verdict on record.
  public func json(_ language: Language) -> JSON { .object(head(language) + ruling(language)) }

  /// What names it, and what it says.
  func head(_ language: Language) -> [JSON.Member] {
    [
      .init("id", .string(id)), .init("code", .string(code)), .init("statement", .string(text[language])),
      .init("source", .string(source)),
    ]
  }

  /// The verdict on record, with its reason.
  func ruling(_ language: Language) -> [JSON.Member] {
    let verdict = JSON.Member("recorded", .string(recorded.verdict.rawValue))
    switch recorded {
    case .holds: return [verdict]
    case .fails(let correct, let source):
      return [verdict, .init("correct", .string(correct[language])), .init("correct_source", .string(source))]
    case .depends(let condition): return [verdict, .init("depends_on", .string(condition[language]))]
    }
  }
}
