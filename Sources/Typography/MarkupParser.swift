/// Reads a text with formulas between dollar signs. `\$` is a dollar sign and `\\` a backslash.
struct MarkupParser {
  private let markup: [Character]
  private var place = 0

  private init(_ markup: String) { self.markup = Array(markup) }

  /// The pieces of a text.
  static func parse(_ markup: String) throws(TypesettingError) -> [Element] {
    var parser = MarkupParser(markup)
    return WidePunctuation.resolved(try parser.elements())
  }

  private mutating func elements() throws(TypesettingError) -> [Element] {
    var elements: [Element] = []
    while place < markup.count {
      let character = markup[place]
      let next = place + 1 < markup.count ? markup[place + 1] : nil
      if character == "\\", let next, next == "$" || next == "\\" {
        elements.append(.character(next, wide: false))
        place += 2
      } else if character == "$" {
        var formula = MathParser(markup, from: place)
        elements.append(.math(try formula.formula()))
        place = formula.place
      } else {
        let shown = character == "\t" ? " " : character
        elements.append(.character(shown, wide: shown.isChinese))
        place += 1
      }
    }
    return elements
  }
}
