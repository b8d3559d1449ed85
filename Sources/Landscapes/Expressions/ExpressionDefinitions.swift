/// Names for parts of a formula, told behind it: `s^2 + s, s = x + y`.
enum ExpressionDefinitions {
  /// The longest text that is put together from a formula and its definitions.
  private static let longest = 20_000

  /// The formula with what its names stand for in their place; the text itself where it defines nothing.
  ///
  /// A definition speaks of x and y, not of other definitions, and takes no name that means something already.
  static func expanded(_ text: String) -> String {
    let parts = Self.parts(of: text)
    guard parts.count > 1 else { return text }
    var meanings: [String: Substring] = [:]
    for part in parts.dropFirst() {
      let sides = part.split(separator: "=", omittingEmptySubsequences: false)
      let name = Typed.trimmed(String(sides[0]))
      guard sides.count == 2, !name.isEmpty, name.allSatisfy(\.isLetter), ExpressionName(name) == nil,
        meanings[name] == nil, sides[1].contains(where: { !$0.isWhitespace })
      else { return text }
      meanings[name] = sides[1]
    }
    var (whole, word) = ("", "")
    func meaning(_ word: String) -> String { meanings[word].map { "(\($0))" } ?? word }
    for character in parts[0] {
      // π is a name by itself: 2πv.
      if character.isLetter, character != "π" {
        word.append(character)
      } else {
        whole += meaning(word) + String(character)
        word = ""
      }
      if whole.utf8.count > longest { return text }
    }
    return whole + meaning(word)
  }

  /// What stands between the commas that are in no parentheses.
  private static func parts(of text: String) -> [Substring] {
    var depth = 0
    return text.split(omittingEmptySubsequences: false) { character in
      if character == "(" { depth += 1 } else if character == ")" { depth -= 1 }
      return character == "," && depth == 0
    }
  }
}
