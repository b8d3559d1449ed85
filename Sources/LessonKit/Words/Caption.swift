/// The texts beside a figure, put together from what it and its marks say: caption, alternative text, numbers.
public struct Caption: Sendable {
  /// One or two sentences under the figure in a document. Plain text.
  public let text: Phrase
  /// What a reader who cannot see the figure should know: kind of chart, observation, ends of curves. Plain text, 40 to 250
  /// characters.
  public let alternative: Phrase

  init(text: Phrase, alternative: Phrase) { (self.text, self.alternative) = (text, alternative) }

  /// The most characters of an alternative text.
  static let longest = 250

  /// The texts beside a figure under the title that it is drawn with; how heights in space are spread is known of a drawing alone.
  public init(_ figure: Figure, drawn record: FigureRecord? = nil) {
    let title = figure.title.plain
    let sentences = [title, Self.begun(figure.setting), Self.begun(figure.foot)].filter { !$0.isEmpty }
    text = Phrase.joined(sentences, by: Phrase(". ", zh: "。")) + Phrase(".", zh: "。")
    let spreads = record?.axes.compactMap { $0.z?.height?.remark }.filter { $0 != "" } ?? []
    var told = spreads.prefix(1).map { Phrase("Heights on a \($0)", zh: "高度为\($0)") }
    for panel in figure.panels {
      let facts = panel.marks.flatMap { $0.told(x: panel.x, y: panel.y) }.map(\.plain).filter { !$0.isEmpty }
      let heading = panel.heading?.plain
      for (index, fact) in facts.enumerated() {
        let name = heading ?? ""
        told.append(index == 0 && heading != nil ? Phrase("\(name): \(fact)", zh: "\(name)：\(fact)") : fact)
      }
    }
    if let first = told.first { told[0] = Self.begun(first) }
    alternative = Self.fitted(
      Phrase("\(Self.kind(of: figure)): \(title). ", zh: "\(Self.kind(of: figure))：\(title)。"),
      Self.begun(figure.setting), told)
  }

  /// "Line chart", "Two contour maps": what the figure is.
  private static func kind(of figure: Figure) -> Phrase {
    let kinds = figure.panels.compactMap(\.kind)
    guard let first = kinds.first else { return Phrase("Diagram", zh: "示意图") }
    let count = kinds.count { $0 == first }
    guard count > 1 else {
      return Phrase(english: first.english.prefix(1).uppercased() + first.english.dropFirst(), chinese: first.chinese)
    }
    let words = ["Two", "Three", "Four", "Five", "Six"]
    let number = count <= 6 ? words[count - 2] : Digits.count(count)
    let plural =
      first.english.contains(" in ") ? first.english.replacingFirst("surface", with: "surfaces") : first.english + "s"
    return Phrase(english: "\(number) \(plural)", chinese: "\(count) 幅\(first.chinese)")
  }

  /// A text as a sentence, in plain words: the first one begins with a capital letter, unless it is a letter or a formula.
  static func begun(_ text: Phrase) -> Phrase {
    let (plain, word) = (text.plain, text.plain.english.prefix { $0.isLetter })
    let isFormula = text.english.hasPrefix("$") || ["(", "=", "-"].contains(plain.english.dropFirst(word.count).first)
    guard word.count > 1 || word == "a", word.allSatisfy(\.isLowercase), !isFormula else { return plain }
    return Phrase(english: word.prefix(1).uppercased() + plain.english.dropFirst(), chinese: plain.chinese)
  }

  /// As many of the facts as there is room for behind the head, in each language.
  private static func fitted(_ head: Phrase, _ setting: Phrase, _ facts: [Phrase]) -> Phrase {
    func text(_ language: Language, _ end: String, _ separator: String) -> String {
      var text = head[language]
      var isFirst = true
      let all = facts.map { $0[language] } + (facts.isEmpty ? [setting[language]] : [])
      for fact in all where !fact.isEmpty {
        let next = (isFirst ? "" : separator) + fact
        guard text.count + next.count + end.count <= longest else { break }
        (text, isFirst) = (text + next, false)
      }
      return isFirst ? text.trimmingTrailingSpaces : text + end
    }
    return Phrase(english: text(.english, ".", "; "), chinese: text(.chinese, "。", "；"))
  }
}

extension String {
  fileprivate func replacingFirst(_ word: String, with other: String) -> String {
    guard hasPrefix(word) else { return self }
    return other + dropFirst(word.count)
  }

  fileprivate var trimmingTrailingSpaces: String {
    var text = Substring(self)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
