/// A text of the form `NAME[:KEY=VALUE…]`, taken apart, spaces around each part left out.
struct NamedSettings {
  /// What stands before the first colon.
  let name: String
  /// What stands between the colons after it.
  let pairs: [Pair]

  /// One setting.
  struct Pair {
    /// The whole of it.
    let text: String
    /// What stands before the first equals sign.
    let key: String
    /// What stands after it; nil where there is none.
    let value: String?

    fileprivate init(_ text: String) {
      self.text = text
      let halves = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map {
        Typed.trimmed(String($0))
      }
      key = halves[0]
      value = halves.count == 2 ? halves[1] : nil
    }
  }

  init(_ text: String) {
    let parts = Typed.list(text, separator: ":")
    name = parts[0]
    pairs = parts.dropFirst().map(Pair.init)
  }
}
