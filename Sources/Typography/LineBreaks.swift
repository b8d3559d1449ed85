/// Where a text may be broken into lines.
enum LineBreaks {
  /// For each place between two elements, counted by the element after it, whether a line may end
  /// before it.
  ///
  /// After a space, but not before the dot that parts items; and between Chinese characters, or one and something else, where neither a
  /// closing sign would begin the next line nor an opening one end this. Dashes and ellipses of two
  /// characters stay together.
  static func allowed(_ elements: [Element]) -> [Bool] {
    guard elements.count > 1 else { return Array(repeating: false, count: elements.count) }
    return [false] + (1..<elements.count).map { isAllowed(elements[$0 - 1], elements[$0]) }
  }

  private static func isAllowed(_ left: Element, _ right: Element) -> Bool {
    if right.character?.isBreakingSpace == true { return false }
    if left.character?.isBreakingSpace == true { return right.character != "·" }
    guard left.isChineseBeside || right.isChineseBeside else { return false }
    if let right = right.character {
      if right.isForbiddenAtStart || right.isWhitespace { return false }
      if right == left.character && right.isSharedPunctuation { return false }
    }
    guard let left = left.character else { return true }
    return !left.isForbiddenAtEnd && !left.isWhitespace
  }
}

extension Element {
  /// Whether it is a Chinese character or sign, which needs no space to be broken from its
  /// neighbour.
  fileprivate var isChineseBeside: Bool { character?.isChinese ?? false }
}

extension Character {
  /// A space at which a line may end; those of fixed width keep their neighbours together.
  var isBreakingSpace: Bool { self == " " || self == "\u{3000}" }
}
