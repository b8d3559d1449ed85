import Testing

/// What a lesson's source may not have, since the library has it.
struct HouseRule: Sendable, CustomTestStringConvertible {
  let name: String
  let pattern: String
  /// A line that breaks it.
  let example: String
  var testDescription: String { name }

  func isBroken(by line: Substring) -> Bool {
    guard let regex = try? Regex(pattern) else { return true }
    return line.contains(regex)
  }

  static let all: [HouseRule] = [
    HouseRule(
      name: "phrases stand inside phrases, not one of their languages", pattern: #"\.(english|chinese)\b"#,
      example: "let text = phrase.english"),
    HouseRule(
      name: "one import, LessonKit", pattern: #"^\s*(@\w+ )?import (?!LessonKit$)"#, example: "import Foundation"),
    HouseRule(
      name: "no mark of its own: marks stand in Plot", pattern: #"\b(struct|enum|class|extension) \w+: (.*, )?Mark\b"#,
      example: "struct Flag: Mark {"),
    HouseRule(
      name: "no loop over seeds, samples or pixels: the library has it", pattern: #"\bfor (seed|sample|pixel)s? in\b"#,
      example: "for seed in 0..<10 {"),
    HouseRule(
      name: "no files, clocks or threads, nothing printed",
      pattern: #"\b(print|fopen|DispatchQueue|Thread|ContinuousClock|FileManager)\b *[(.]"#, example: "print(loss)"),
    HouseRule(
      name: "no random stream of its own: seeds come from the run",
      pattern: #"SystemRandomNumberGenerator|\.random\(in: [^,)]*\)"#, example: "let x = Double.random(in: 0...1)"),
    HouseRule(
      name: "no question about the kind of a mark", pattern: #"\bas[?!] (Surface|Line|Trail)\b"#,
      example: "if let map = mark as? Surface {"),
    HouseRule(
      name: "colours come from the theme", pattern: #"\bColor\((hex|red):"#, example: "let red = Color(hex: 0xFF0000)"),
  ]
}

@Suite("House rules of lessons") struct HouseRuleTests {
  @Test("are kept", arguments: HouseRule.all) func kept(rule: HouseRule) {
    for file in Sources.lessons {
      for (number, line) in file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      where !line.drop(while: { $0 == " " }).hasPrefix("//") {
        #expect(!rule.isBroken(by: line), "\(file.path):\(number + 1): \(line)")
      }
    }
  }

  @Test("notice what breaks them", arguments: HouseRule.all) func notices(rule: HouseRule) {
    #expect(rule.isBroken(by: Substring(rule.example)))
  }
}
