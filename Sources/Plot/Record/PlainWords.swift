import Typography

extension Phrase {
  /// The text without the signs of inline math, in one line: for texts that are read aloud, and names in tables.
  public var plain: Phrase { map(Self.plain) }

  /// The plain English text in small letters: the name of a table or a column.
  var word: String { plain.english.lowercased() }

  /// The name of an axis in a table: its own, or else a letter.
  func or(_ letter: String) -> Phrase { self == "" ? Phrase(same: letter) : self }

  private static func plain(_ text: String) -> String {
    Markup.plain(text).split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }

  /// What is told of a curve: where it ends.
  static func ending(of name: Phrase, at value: Double) -> Phrase {
    let number = Digits.text(value)
    return name.plain + Phrase(" ends at \(number)", zh: "最终为 \(number)")
  }

  /// What is told of a run that left the finite numbers, or the places that have a value.
  static func loss(of name: Phrase, at step: Int, hasLeftDomain: Bool = false) -> Phrase {
    let number = Digits.count(step)
    return name.plain
      + (hasLeftDomain
        ? Phrase(" leaves the domain at step \(number)", zh: "在第 \(number) 步离开定义域")
        : Phrase(" diverges at step \(number)", zh: "在第 \(number) 步发散"))
  }
}
