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

  /// The words of which another is one slip away: a letter too many, too few, wrong, or two swapped.
  ///
  /// Words of one or two letters are too short to tell. Two letters swapped, or one typed twice, come before other slips.
  public static func slips(to word: String, among known: [String]) -> [String] {
    let word = word.lowercased()
    if word.count < 3 { return [] }
    let near = known.filter { $0.count > 1 && distance(word, $0.lowercased()) == 1 }
    let likely = near.filter { $0.sorted() == word.sorted() || withoutRepeats($0) == withoutRepeats(word) }
    return likely.isEmpty ? near : likely
  }

  private static func withoutRepeats(_ word: String) -> String {
    word.reduce(into: "") { if $0.last != $1 { $0.append($1) } }
  }

  /// The word that was probably meant, nil if none is near; of equally near ones the first.
  ///
  /// Near: a third of the letters edited at most (at least one where there are three letters, or two are swapped), or the beginning of exactly one word, or a part of exactly
  /// one of at least four letters.
  public static func nearest(to word: String, among known: [String]) -> String? {
    let word = word.lowercased()
    if word.isEmpty { return nil }
    let ranked = known.map { ($0, distance(word, $0.lowercased())) }
    let limit = max(1, word.count / 3)
    if let best = ranked.min(by: { $0.1 < $1.1 }), best.1 <= limit, isTelling(word, best.0, best.1) { return best.0 }
    let continuations = known.filter { $0.lowercased().hasPrefix(word) }
    if continuations.count == 1 && word.count >= 2 { return continuations[0] }
    let wholes = known.filter { holds($0.lowercased(), word) }
    return wholes.count == 1 && word.count >= 4 ? wholes[0] : nil
  }

  /// Whether a word is long enough for its edits: of two letters both must be there.
  private static func isTelling(_ word: String, _ known: String, _ edits: Int) -> Bool {
    edits == 0 || word.count > 2 || Set(word).isSubset(of: Set(known.lowercased()))
  }

  /// Whether a word stands somewhere in a longer one.
  private static func holds(_ long: String, _ word: String) -> Bool {
    let (long, word) = (Array(long), Array(word))
    guard word.count <= long.count else { return false }
    return (0...(long.count - word.count)).contains { long[$0...].starts(with: word) }
  }
}
