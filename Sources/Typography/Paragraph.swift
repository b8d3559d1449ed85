/// Breaks a text into lines that fit a width.
extension Composer {
  /// The lines of a text, none wider than `width` em unless a single word or formula is.
  func paragraph(_ key: Key, width: Double) throws -> [(plain: String, box: Box)] {
    var lines: [(plain: String, box: Box)] = []
    let blocks = try MarkupParser.parse(key.markup).split(omittingEmptySubsequences: false) {
      $0.character?.isNewline ?? false
    }
    for block in blocks {
      let block = Array(block.trimmed)
      let bidi = Bidi(block)
      var rest = block[...]
      repeat {
        let count = try fitting(Array(rest), key.style, width: width)
        let line = rest.prefix(count).trimmed
        let set = try bidi.map { try box(block, line.indices, $0, key.style) } ?? straightBox(line, key.style)
        lines.append((PlainText.of(line), set))
        rest = rest.dropFirst(count).trimmed
      } while !rest.isEmpty
    }
    return lines
  }

  /// How many elements the next line takes: at least those before the first place to break.
  private func fitting(_ elements: [Element], _ style: FaceStyle, width: Double) throws -> Int {
    let allowed = LineBreaks.allowed(elements)
    let ends = elements.indices.filter { allowed[$0] } + [elements.count]
    func fits(_ count: Int) throws -> Bool { try !(box(elements[..<ends[count]].trimmed, style).advance > width) }
    // The pieces one by one tell nearly where the line ends; their kerning and their edges are left
    // out.
    var (count, total, start) = (0, 0.0, 0)
    while count < ends.count {
      total += try box(elements[start..<ends[count]], style).advance
      if total > width { break }
      (start, count) = (ends[count], count + 1)
    }
    count = min(max(count - 1, 0), ends.count - 1)
    while try count > 0 && !fits(count) { count -= 1 }
    while try count + 1 < ends.count && fits(count + 1) { count += 1 }
    return ends[count]
  }
}

extension ArraySlice<Element> {
  /// Without the spaces at both ends.
  fileprivate var trimmed: Self {
    let isSpace = { (element: Element) in element.character?.isBreakingSpace ?? false }
    guard let last = lastIndex(where: { !isSpace($0) }) else { return [] }
    return self[...last].drop(while: isSpace)
  }
}
