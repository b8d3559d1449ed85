/// Decides in which font punctuation is set that Chinese and Latin text share: “ ” ‘ ’ … — ·
enum WidePunctuation {
  /// The elements with shared punctuation made wide where it touches Chinese; of two quotes in a
  /// pair, both or none.
  static func resolved(_ elements: [Element]) -> [Element] {
    guard elements.contains(where: { $0.isWide }) else { return elements }
    var wide = elements.map(\.isWide)
    touch(elements, &wide)
    pair(elements, &wide)
    return elements.indices.map { i in elements[i].character.map { .character($0, wide: wide[i]) } ?? elements[i] }
  }

  private static func touch(_ elements: [Element], _ wide: inout [Bool]) {
    let shared = elements.map { $0.character?.isSharedPunctuation ?? false }
    for i in elements.indices where shared[i] {
      let before = elements[..<i].indices.last { !shared[$0] }
      let after = elements[i...].indices.first { !shared[$0] }
      wide[i] = [before, after].contains { $0.map { elements[$0].isWide } ?? false }
    }
  }

  private static func pair(_ elements: [Element], _ wide: inout [Bool]) {
    for (open, close) in [("“", "”"), ("‘", "’")] as [(Character, Character)] {
      var opened: Int?
      for i in elements.indices {
        if elements[i].character == open { opened = i }
        guard elements[i].character == close, let start = opened else { continue }
        let both = wide[start] || wide[i]
        (wide[start], wide[i], opened) = (both, both, nil)
      }
    }
  }
}

extension Element { fileprivate var isWide: Bool { if case .character(_, wide: true) = self { true } else { false } } }
