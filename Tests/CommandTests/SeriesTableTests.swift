import Foundation
import LessonKit
import Plot
import Testing

@testable import LessonCommand

@Suite("--csv") struct SeriesTableTests {
  private let shell: Shell
  init() throws { shell = try Shell() }

  /// What the JSON says of the series.
  private struct Record: Decodable {
    struct One: Decodable {
      let name: String
      let columns: [String]
      let rows: [[Double]]
    }
    let series: [One]
  }

  /// Rows of cells; nothing in the test's tables is quoted.
  private func rows(_ text: String) -> [[String]] {
    text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }

  @Test(
    "the table has the numbers of the JSON, digit for digit",
    arguments: ["rosenbrock --steps 20", "vanishing --figure weights", "overfitting"]) func numbers(_ lesson: String)
    throws
  {
    let table = rows(try shell.bash("lesson \(lesson) --preset thumb --csv -nq").text)
    let json = try shell.bash("lesson \(lesson) --preset thumb --json -nq").output
    let series = try JSONDecoder().decode(Record.self, from: json).series
    let expected = series.flatMap { one in
      one.rows.map { row in
        let cells = zip(one.columns, row.map { JSON.spelling(of: $0) })
        return Dictionary(uniqueKeysWithValues: cells).merging(["series": one.name]) { own, _ in own }
      }
    }
    let told = table.dropFirst().map { row in
      Dictionary(uniqueKeysWithValues: zip(table[0], row).filter { !$1.isEmpty })
    }
    #expect(table[0][0] == "series" && table.count > 5 && told == expected)
  }

  @Test("columns that only some series have stay empty in the others; names are quoted where they must be")
  func columns() {
    let table = SeriesTable([
      Series("a, \"b\"", columns: ["x", "y"], rows: [[1, .nan]]),
      Series("c", columns: ["x", "z, w"], rows: [[0.1, -.infinity]]),
    ])
    #expect(table.text == "series,x,y,\"z, w\"\n\"a, \"\"b\"\"\",1,nan,\nc,0.1,,-inf\n")
    #expect(SeriesTable.isOurs(Array(table.text.utf8)))
    for other in ["", "series,x\n", "series,x\na,b\n", "name,x\na,1\n", "series,x\na,1,2\n", "series,x\na,1"] {
      #expect(!SeriesTable.isOurs(Array(other.utf8)), "\(other)")
    }
  }

  @Test("--csv=FILE is written beside the picture, replaced by its like, and never over another file") func file()
    throws
  {
    let result = try shell.bash("lesson saddle --preset thumb -o a.png --csv=a.csv")
    #expect(result.text == "a.png\na.csv\n" && result.errors.contains("wrote a.csv"), "\(result.errors)")
    #expect(try shell.bash("lesson saddle --preset thumb -o a.png --csv=a.csv").errors.contains("unchanged a.csv"))
    #expect(try shell.bash("lesson vanishing --preset thumb -o a.png --csv=a.csv").errors.contains("updated a.csv"))
    try shell.write("series,mine\na,text\n", to: "a.csv")
    let refused = try shell.bash("lesson saddle --preset thumb -o b.png --csv=a.csv")
    #expect(
      refused.status == 73 && refused.errors.contains("--csv= with another name")
        && shell.files() == ["a.csv", "a.png"])
  }

  @Test(
    "what cannot be a table is refused",
    arguments: [
      ("saddle --figure all --csv", "--csv is the table of one figure"),
      ("saddle --csv --json", "--json and --csv both want standard output"),
      ("saddle --csv=a/", "--csv= wants a file name"), ("saddle -o a.png --csv=a.png", "cannot be the same file"),
    ]) func refused(_ arguments: String, _ message: String) throws
  {
    let result = try shell.bash("lesson \(arguments) --preset thumb")
    #expect(result.status == 64 && result.errors.contains(message) && shell.files().isEmpty, "\(result.errors)")
  }
}
