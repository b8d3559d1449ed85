/// Superscripts and subscripts that stand in plain text as characters of their own, as in `10⁻⁵` and `β₁`.
enum Scripts {
  /// The text with runs of them as scripts of a formula, so that they look like those of formulas.
  ///
  /// What stands between dollar signs is left alone.
  static func set(_ text: String) -> String {
    guard text.contains(where: { raised[$0] != nil || lowered[$0] != nil }) else { return text }
    var result = ""
    var isFormula = false
    var rest = Substring(text)
    while let first = rest.first {
      if first == "$" { isFormula.toggle() }
      let table = raised[first] != nil ? raised : lowered
      guard !isFormula, table[first] != nil else {
        result.append(first)
        rest.removeFirst()
        continue
      }
      let run = rest.prefix { table[$0] != nil }
      let sign = raised[first] != nil ? "^" : "_"
      result += "$\(sign){" + String(run.compactMap { table[$0] }) + "}$"
      rest = rest.dropFirst(run.count)
    }
    return result
  }

  private static let raised = table("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
  private static let lowered = table("₀₁₂₃₄₅₆₇₈₉", "0123456789")

  private static func table(_ from: String, _ to: String) -> [Character: Character] {
    Dictionary(uniqueKeysWithValues: zip(from, to))
  }
}
