import Foundation
import Testing

@testable import lesson

@Suite("A file of the reader’s own examples") struct TableFileTests {
  private let shell: Shell
  init() throws { shell = try Shell() }

  private static let lessons = ["early-stopping", "dropout --figure training", "robustness", "memorisation"]
  /// Writes a table of sixty rows.
  private static let table = "(echo a,b,label; seq 60 | awk '{print $1 \",\" $1 * 7 % 11 \",\" $1 % 2}') > mine.csv"

  @Test(
    "a wrong one ends with its name, its line and a remedy", arguments: lessons,
    [
      ("true", 66, "there is no file or directory 'mine.csv'"), ("touch mine.csv", 1, "mine.csv: an empty file"),
      ("echo a,b,label > mine.csv", 1, "mine.csv, line 1: a header without a line"),
      ("mkfifo mine.csv", 1, "mine.csv: a pipe or a device"), ("mkdir mine.csv", 66, "mine.csv: no file train-images"),
      ("\(table); echo 1,2 >> mine.csv", 1, "mine.csv, line 62: 2 cells; 3 are due"),
      ("\(table); echo 1,NaN,1 >> mine.csv", 1, "mine.csv, line 62: column 2 ('b'): 'NaN'"),
      ("\(table); echo 1,red,1 >> mine.csv", 1, "mine.csv, line 62: column 2 ('b'): 'red'"),
      ("\(table); echo 1,2, >> mine.csv", 1, "mine.csv, line 62: column 3 ('label'): the label is empty"),
      ("echo 1,2 > mine.csv", 1, "mine.csv: every label in column 2 is '2'"),
      ("printf '1,2\\n2,3\\n' > mine.csv", 1, "mine.csv: 2 rows; at least 20 are due"),
      ("seq 1000000 | sed 's/.*/&,1/' > mine.csv", 1, "mine.csv: 1,000,000 rows of 2 cells; at most 100,000 rows"),
      ("head -c 5000 /dev/urandom > mine.csv", 1, "mine.csv"),
    ] as [(String, Int32, String)]) func wrong(lesson: String, file: (String, Int32, String)) throws
  {
    let (make, status, words) = file
    let result = try shell.bash("\(make); timeout 20 lesson \(lesson) --data mine.csv --preset thumb")
    #expect(result.status == status && result.errors.contains(words), "\(result.errors)")
    #expect(result.errors.hasPrefix("error: ") && result.errors.split(separator: "\n").count > 1, "\(result.errors)")
    #expect(!result.errors.contains("stack trace") && !result.errors.contains("Fatal error"))
    #expect(!shell.files().contains("output"))
  }

  @Test(
    "one in any of its dresses gives the same curves", arguments: lessons,
    ["sed 's/$/\\r/'", "sed '1s/^/\\xef\\xbb\\xbf/'", "sed 's/[^,]*/\"&\"/g'", "tail -n +2", "gzip", "tr '\\n' '\\r'"])
  func dresses(lesson: String, dress: String) throws {
    let quick = "--preset thumb --epochs 2" + (lesson == "robustness" ? "" : " --samples 20")
    let result = try shell.bash(
      """
      \(Self.table); lesson \(lesson) --data mine.csv \(quick) -q -o a.png --csv=a.csv &&
      mkdir dressed && (\(dress)) < mine.csv > dressed/mine.csv &&
      lesson \(lesson) --data dressed/mine.csv \(quick) -q -o b.png --csv=b.csv && cmp a.csv b.csv
      """)
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test("a small one is enough without options: defaults give way to it, and wishes do not", arguments: [20, 30])
  func small(rows: Int) throws {
    let table = "seq \(rows) | awk '{print $1 \",\" $1 * 7 % 11 \",\" $1 % 2}' > mine.csv"
    let lessons = Self.lessons.dropLast() + ["early-stopping --figure optimism --looks 5", "memorisation"]
    for lesson in lessons {
      let quick = lesson.contains("looks") ? "" : "--epochs 2"
      let result = try shell.bash("\(table); lesson \(lesson) --data mine.csv \(quick) --preset thumb -q -o a.png")
      #expect(result.status == 0, "\(lesson): \(result.errors)")
    }
    for wish in [
      "early-stopping --samples 400", "memorisation --samples 400", "early-stopping --figure optimism --held 50",
    ] {
      let result = try shell.bash("lesson \(wish) --data mine.csv --preset thumb -q -o b.png")
      #expect(result.status == 64 && result.errors.contains("take --"), "\(wish): \(result.errors)")
    }
  }

  @Test(
    "the help says which column is the label", arguments: ["early-stopping", "dropout", "robustness", "memorisation"])
  func help(lesson: String) throws {
    let text = try shell.lesson("show", lesson).text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("--data DIR|FILE.csv") && text.contains("the column called label, class or y in the header"))
  }
}
