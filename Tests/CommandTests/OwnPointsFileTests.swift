import Foundation
import LessonKit
import Testing

@testable import LessonCommand

@Suite("A file of the reader’s own points") struct OwnPointsFileTests {
  private let shell: Shell
  init() throws { shell = try Shell() }

  private static let lessons = [
    "overfitting", "bias-variance", "cross-validation", "regularisation-strength", "capacity",
  ]
  /// A script that writes some lines of a curve.
  private static func curve(_ lines: Int, to file: String = "mine.csv") -> String {
    "(echo 'time (s),height'; seq 1 \(lines) | awk '{print $1 \",\" cos($1 / 8) + ($1 * 7919 % 13) / 40}') > '\(file)'"
  }

  @Test(
    "a wrong file ends with its name, its line and a remedy", arguments: lessons,
    [
      ("", 66, "mine.csv: no such file"), ("mkdir mine.csv", 1, "mine.csv: a folder"),
      ("touch mine.csv", 1, "mine.csv: an empty file"), ("mkfifo mine.csv", 1, "mine.csv: a pipe or a device"),
      ("printf '1\\n2\\n' > mine.csv", 1, "mine.csv: 1 column; two are due"),
      ("printf '1,2,3\\n' > mine.csv", 1, "mine.csv: 3 columns; two are due"),
      ("printf 'x,y\\n1,2\\n2,ten\\n' > mine.csv", 1, "mine.csv, line 3: column 2 ('y'): 'ten'"),
      ("printf 'x,y\\n1,NaN\\n' > mine.csv", 1, "mine.csv, line 2: column 2 ('y'): 'NaN'"),
      ("printf '1,2\\n2,-inf\\n' > mine.csv", 1, "mine.csv, line 2: column 2: '-inf'"),
      ("printf '3,1\\n3,2\\n' > mine.csv", 1, "mine.csv: every x is 3"),
      ("printf '1,4\\n2,4\\n' > mine.csv", 1, "mine.csv: every y is 4"),
      ("printf '1,2\\n2,1e300\\n' > mine.csv", 1, "mine.csv, line 2: column 2: 1e+300 is beyond 1e100"),
      ("printf 'x;y\\n1,5;2,5\\n' > mine.csv", 1, "mine.csv, line 2: cells are parted by semicolons"),
      ("printf '\\377\\376x' > mine.csv", 1, "mine.csv: no text"),
      ("head -c 5000 /dev/urandom > mine.csv", 1, "mine.csv"),
      ("seq 1 100000 | sed 's/.*/&,&/' > mine.csv", 1, "mine.csv: 100,000 points; at most 2000 are fitted"),
      ("printf '1,2\\n2,3\\n3,1\\n' > mine.csv", -1, "mine.csv"),
    ] as [(String, Int32, String)]) func wrong(lesson: String, file: (String, Int32, String)) throws
  {
    let (make, status, words) = file
    let result = try shell.bash(
      "\(make.isEmpty ? ":" : make); timeout 20 lesson \(lesson) --data mine.csv --preset thumb")
    #expect(status < 0 ? [1, 64].contains(result.status) : result.status == status, "\(result.errors)")
    #expect(result.errors.hasPrefix("error: ") && result.errors.contains(words), "\(result.errors)")
    #expect(result.errors.split(separator: "\n").count > 1, "and how to mend it: \(result.errors)")
    #expect(!result.errors.contains("stack trace") && !result.errors.contains("Fatal error"))
    #expect(!shell.files().contains("output"))
  }

  @Test(
    "a file in any of its dresses is drawn", arguments: lessons,
    ["cat", "sed 's/$/\\r/'", "sed '1s/^/\\xef\\xbb\\xbf/'", "sed 's/[^,]*/\"&\"/g'", "tail -n +2", "gzip"])
  func dresses(lesson: String, dress: String) throws {
    let result = try shell.bash(
      "\(Self.curve(48, to: "plain")); \(dress) < plain > mine.csv; lesson \(lesson) --figure all --data mine.csv --preset thumb -o a/ --sidecar"
    )
    #expect(result.status == 0, "\(result.errors)")
    let records = shell.files(in: "a").filter { $0.hasSuffix(".json") }
    #expect(!records.isEmpty)
    for record in records {
      let text = try String(contentsOf: shell.folder.appendingPathComponent("a/" + record), encoding: .utf8)
      #expect(text.contains("Your points: mine.csv, 48 points"), "\(record)")
    }
  }

  @Test(
    "the path stands as given in record and picture, and the picture is drawn again from there",
    arguments: ["mine.csv", "./my data/a $b.csv", "../HERE/mine.csv"]) func path(_ given: String) throws
  {
    let path = given.replacing("HERE", with: shell.folder.lastPathComponent)
    let draw =
      "mkdir -p 'my data'; \(Self.curve(48, to: path)); lesson overfitting --data '\(path)' --preset thumb -o a.png --json"
    let result = try shell.bash(draw)
    #expect(result.status == 0, "\(result.errors)")
    let record = try #require(try JSONSerialization.jsonObject(with: result.output) as? [String: Any])
    #expect((record["options"] as? [String: Any])?["data"] as? String == path)
    let command = try #require(record["command"] as? String)
    #expect(command.contains(path))
    let again = try shell.bash("\(command) --preset thumb -o b.png -q && cmp a.png b.png")
    #expect(again.status == 0, "\(command): \(again.errors)")
  }

  @Test("as many points as are taken are fitted in a few seconds", arguments: lessons) func most(lesson: String) throws
  {
    let result = try shell.bash(
      "\(Self.curve(OwnPoints.most)); timeout 30 lesson \(lesson) --data mine.csv --preset thumb")
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test("points of a file do not change what is measured") func claims() throws {
    let own = try shell.bash(
      "\(Self.curve(48)); lesson cross-validation --data mine.csv --claims --json -o a.png --preset thumb")
    let course = try shell.bash("lesson cross-validation --claims --json -o b.png --preset thumb")
    func claims(_ result: Shell.Result) throws -> NSArray? {
      (try JSONSerialization.jsonObject(with: result.output) as? [String: Any])?["claims"] as? NSArray
    }
    let (a, b) = (try claims(own), try claims(course))
    #expect(a != nil && a == b)
  }
}
