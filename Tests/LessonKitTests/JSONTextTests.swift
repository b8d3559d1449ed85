import ChineseTesting
import Foundation
import LessonKit
import Testing

@Suite("JSON that people write") struct JSONTextTests {
  @Test(
    "what is wrong is told with its place",
    arguments: [
      ("", "line 1, column 1", "a value is due, and here is the end"),
      ("{", "line 1, column 2", "a name in double quotation marks"),
      ("{\n  \"a\": 1,\n}", "line 3, column 1", "a comma stands before the closing '}'"),
      ("{\n  \"a\": 1\n  \"b\": 2\n}", "line 3, column 3", "',' or '}' is due, and here is '\"'"),
      ("{\"a\" 1}", "line 1, column 6", "':' is due behind \"a\""),
      ("{'a': 1}", "line 1, column 2", "double quotation marks"),
      ("{\"a\": 1, \"a\": 2}", "line 1, column 10", "\"a\" stands here twice"),
      ("[1, 2,]", "line 1, column 7", "before the closing ']'"), ("[\"a\n\"]", "line 1, column 4", "on its own line"),
      ("\"a", "line 1, column 3", "not closed"), ("[True]", "line 1, column 2", "a value is due"),
      ("[nul]", "line 1, column 2", "'nul' is no value"), ("01", "line 1, column 1", "'01' is no number"),
      ("1.", "line 1, column 1", "is no number"), ("1e999", "line 1, column 1", "is no number"),
      ("\"\\x\"", "line 1, column 3", "means nothing"), ("\"\\u12g4\"", "line 1, column 6", "four hexadecimal digits"),
      ("\"\\ud800\"", "line 1, column 8", "half of a pair"), ("1 2", "line 1, column 3", "nothing may follow"),
      (String(repeating: "[", count: 5000), "line 1, column 65", "deep"),
    ]) func wrong(_ text: String, _ place: String, _ reason: String)
  {
    do {
      _ = try JSONText(text)
      Issue.record("'\(text)' was read")
    } catch {
      #expect("\(error.place)" == place && error.description.contains(reason), "\(error.place): \(error)")
      #expect(error.isInChinese, "\(error.told.chinese)")
      #expect(
        error.place.told.chinese == place.replacing("line ", with: "第 ").replacing(", column ", with: " 行第 ") + " 列")
    }
  }

  /// The value in the other form, without places.
  private func plain(_ text: JSONText) -> JSON {
    switch text.value {
    case .null: .null
    case .bool(let value): .bool(value)
    case .number(let value): .number(value)
    case .string(let value): .string(value)
    case .array(let values): .array(values.map(plain))
    case .object(let members): .object(members.map { JSON.Member($0.name, plain($0.value)) })
    }
  }

  @Test("what our writer writes is read as it was, and what is right is right to Foundation too") func right() throws {
    let value: JSON = [
      "a": [1, -2.5e-7, 1e300, 0], "b": "quote \" backslash \\ tab \t line \n 梯度 😀", "c": nil, "d": [true, false],
      "e": [:], "f": [],
    ]
    for text in [value.compact, value.pretty, "\u{FEFF}" + value.pretty] { #expect(try plain(JSONText(text)) == value) }
    #expect(try plain(JSONText("\"\\u68af\\uD83D\\uDE00\\/\"")) == "梯😀/")
    for text in [" [1 , 2 ]\r\n", "{\"a\":{\"b\":[]}}", "-0.5E+3", "\"\\b\\f\""] {
      #expect(throws: Never.self) { _ = try JSONText(text) }
      #expect(throws: Never.self) {
        _ = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
      }
    }
  }
}
