import Foundation
import LessonKit
import Testing

@Suite("JSON") struct JSONTests {
  /// What Foundation reads of a text.
  private func parsed(_ text: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
  }

  @Test(
    "a number reads back exactly",
    arguments: [
      0, 1, -1, 0.1, 1.0 / 3, 2508.01, 1e-300, .leastNonzeroMagnitude, 1.7976931348623157e308, 123_456_789_012_345,
      1e15, 1e16, 9_007_199_254_740_992, -2.5e-7, 1000, 0.02,
    ]) func numbers(_ value: Double) throws
  {
    for text in [JSON.number(value).compact, JSON.number(value).pretty] {
      let number = try #require(try parsed(text) as? NSNumber)
      #expect(number.doubleValue.bitPattern == value.bitPattern)
    }
  }

  @Test(
    "a number is written with as few digits as it needs",
    arguments: [(2, "2"), (0.02, "0.02"), (-1.5, "-1.5"), (1e-8, "1e-08"), (1e20, "1e+20"), (-0.0, "-0.0")])
  func shortest(_ value: Double, _ text: String) { #expect(JSON.number(value).compact == text) }

  @Test(
    "what JSON cannot write as a number is a string",
    arguments: [(Double.nan, "\"nan\""), (-Double.nan, "\"nan\""), (.infinity, "\"inf\""), (-.infinity, "\"-inf\"")])
  func notFinite(_ value: Double, _ text: String) { #expect(JSON.number(value).compact == text) }

  @Test(
    "a text reads back exactly",
    arguments: [
      "", "plain", "\"quoted\"", "back\\slash", "line\nbreak\r\ttab", "\u{0}\u{1}\u{1F}\u{7F}", "中文 ∇ 😀 e\u{301}",
      "\u{2028}", "/",
    ]) func texts(_ text: String) throws
  {
    #expect(try parsed(JSON.string(text).compact) as? String == text)
    let object = JSON.object([.init(text, .null)])
    #expect((try parsed(object.compact) as? [String: Any])?.keys.first == text)
  }

  @Test("compact and pretty say the same, and members keep their order") func structure() throws {
    let rows = (0..<60).map { JSON.numbers([Double($0), 0.5, .nan]) }
    let value: JSON = ["z": 1, "a": [true, nil, "x"], "empty": [:], "none": [], "deep": ["rows": .array(rows)]]
    let (compact, pretty) = (try parsed(value.compact), try parsed(value.pretty))
    #expect((compact as? NSDictionary) == (pretty as? NSDictionary))
    #expect(value.compact.hasPrefix("{\"z\": 1, \"a\": [true, null, \"x\"], \"empty\": {}, \"none\": []"))
    #expect(!value.compact.contains("\n"))
    #expect(value.pretty.hasSuffix("}\n"))
    #expect(value.pretty.contains("\n      [59, 0.5, \"nan\"]\n"))
    #expect(value.members.map(\.name) == ["z", "a", "empty", "none", "deep"])
  }

  @Test("no line of pretty JSON that can be broken is longer than 100 bytes") func lines() {
    let value: JSON = ["a": .numbers((0..<200).map(Double.init)), "b": ["c": ["d": "e"]]]
    #expect(value.pretty.split(separator: "\n").allSatisfy { $0.utf8.count <= 100 })
    #expect(value.pretty.contains("  \"b\": {\"c\": {\"d\": \"e\"}}\n"))
  }
}
