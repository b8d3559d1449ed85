/// How near two words are, for "did you mean".
public enum Spelling {
  /// Fewest insertions, deletions, substitutions and swaps of neighbours that turn one word into the other.
  ///
  /// No part of a word is edited twice (optimal string alignment). Letter case counts.
  public static func distance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a), Array(b))
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var (beforeLast, last) = ([Int](), Array(0...b.count))
    for i in 1...a.count {
      var row = [i]
      for j in 1...b.count {
        let substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        var best = min(substitution, last[j] + 1, row[j - 1] + 1)
        let isSwap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]
        if isSwap { best = min(best, beforeLast[j - 2] + 1) }
        row.append(best)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }

  /// The word that was probably meant, nil if none is near; of equally near ones the first.
  ///
  /// Near: a third of the letters edited at most (at least one), or the beginning of exactly one word, or a part of exactly
  /// one of at least four letters.
  public static func nearest(to word: String, among known: [String]) -> String? {
    let word = word.lowercased()
    if word.isEmpty { return nil }
    let ranked = known.map { ($0, distance(word, $0.lowercased())) }
    let limit = max(1, word.count / 3)
    if let best = ranked.min(by: { $0.1 < $1.1 }), best.1 <= limit { return best.0 }
    let continuations = known.filter { $0.lowercased().hasPrefix(word) }
    if continuations.count == 1 && word.count >= 2 { return continuations[0] }
    let wholes = known.filter { holds($0.lowercased(), word) }
    return wholes.count == 1 && word.count >= 4 ? wholes[0] : nil
  }

  /// Whether a word stands somewhere in a longer one.
  private static func holds(_ long: String, _ word: String) -> Bool {
    let (long, word) = (Array(long), Array(word))
    guard word.count <= long.count else { return false }
    return (0...(long.count - word.count)).contains { long[$0...].starts(with: word) }
  }
}
