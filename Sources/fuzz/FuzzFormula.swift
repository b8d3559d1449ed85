import Landscapes

/// Formulas from a grammar, some of them with mistakes.
enum FuzzFormula {
  static func make(_ random: inout FuzzRandom) -> String {
    var text = expression(&random, depth: Int.random(in: 0...6, using: &random))
    if random.happens(0.02) {
      let count = random.one(of: [50, 300, 5000, 100_000])
      text = String(repeating: random.one(of: ["(", "-", "sin(", "x^", "1/", "|", "2"]), count: count) + text
    }
    return random.happens(0.15) ? damaged(text, &random) : text
  }

  private static func expression(_ random: inout FuzzRandom, depth: Int) -> String {
    if depth == 0 { return random.one(of: ["x", "y", "pi", "e", number(&random), "x", "y"]) }
    func inner(_ random: inout FuzzRandom) -> String { expression(&random, depth: depth - 1) }
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return "(\(inner(&random)))"
    case 1: return "-" + inner(&random)
    case 2: return "\(random.one(of: Expression.names))(\(random.several(1...2, inner).joined(separator: ",")))"
    case 3: return "\(inner(&random))^\(random.one(of: ["2", "0.5", "-1", "(1/3)", inner(&random)]))"
    default: return inner(&random) + random.one(of: ["+", "-", "*", "/", " + ", "", " "]) + inner(&random)
    }
  }

  /// Numbers that a reader might type, and those that nobody should.
  static func number(_ random: inout FuzzRandom) -> String {
    if random.happens(0.8) { return random.one(of: ["0", "1", "2", "3", "10", "0.1", "0.5", "-1", "1e-3"]) }
    return random.one(of: [
      "0", "1", "2", "3", "10", "0.1", "0.5", "-1", "1e-3", "1e9", "1e308", "1e-320", "1e999", "-0", ".5", "5.", "nan",
      "inf", "9223372036854775808", "-9223372036854775809", "1_000", "٣", "−2", "0x10", "1e", "", " 7", "1,5",
    ])
  }

  /// A text with a few characters lost, doubled or replaced.
  static func damaged(_ text: String, _ random: inout FuzzRandom) -> String {
    var characters = Array(text)
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let place = Int.random(in: 0...characters.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0 where place < characters.count: characters.remove(at: place)
      case 1 where place < characters.count: characters.insert(characters[place], at: place)
      default:
        characters.insert(random.one(of: Array("()^*/,.:=-+|$\\%'\" \t\n×𝑥π√²½é中🙂\u{202E}\u{0301}\u{FEFF}")), at: place)
      }
    }
    return String(characters)
  }
}
