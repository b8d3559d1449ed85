/// A mark over a letter.
enum MathAccent: String, CaseIterable, Sendable {
  case hat, tilde, bar, dot

  /// The mark by itself, which is placed over the letter.
  var mark: Character {
    switch self {
    case .hat: "ˆ"
    case .tilde: "˜"
    case .bar: "¯"
    case .dot: "˙"
    }
  }

  /// The mark as it is typed after a letter.
  var combining: Character {
    switch self {
    case .hat: "\u{302}"
    case .tilde: "\u{303}"
    case .bar: "\u{304}"
    case .dot: "\u{307}"
    }
  }
}
