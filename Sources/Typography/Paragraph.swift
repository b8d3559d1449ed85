/// Breaks a text into lines that fit a width.
extension Composer {
  /// The lines of a text, none wider than `width` em unless a single word or formula is.
  func paragraph(_ key: Key, width: Double) throws -> [(plain: String, box: Box)] {
    var lines: [(plain: String, box: Box)] = []
    for block in try MarkupParser.parse(key.markup).split(
      omittingEmptySubsequences: false, whereSeparator: { $0.character?.isNewline ?? false })
    {
      var rest = Array(block).trimmed
      repeat {
        let count = try fitting(rest, key.style, width: width)
        let line = Array(rest[..<count]).trimmed
        lines.append((PlainText.of(line), try box(line[...], key.style)))
        rest = Array(rest[count...]).trimmed
      } while !rest.isEmpty
    }
    return lines
  }

  /// How many elements the next line takes.
  private func fitting(_ elements: [Element], _ style: FaceStyle, width: Double) throws -> Int {
    let allowed = LineBreaks.allowed(elements)
    var count = 0
    for end in 1...max(elements.count, 1) where end >= elements.count || allowed[end] {
      let candidate = Array(elements[..<min(end, elements.count)]).trimmed
      if try count > 0 && box(candidate[...], style).advance > width { break }
      count = min(end, elements.count)
    }
    return count
  }
}

extension [Element] {
  /// Without the spaces at both ends.
  fileprivate var trimmed: [Element] {
    let isSpace = { (element: Element) in element.character?.isBreakingSpace ?? false }
    guard let last = lastIndex(where: { !isSpace($0) }) else { return [] }
    return Array(self[...last].drop(while: isSpace))
  }
}
