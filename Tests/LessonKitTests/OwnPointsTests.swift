import ChineseTesting
import Foundation
import Testing

@testable import LessonKit

@Suite("Points of the reader’s own") final class OwnPointsTests {
  private let folder = NSTemporaryDirectory() + "points-\(UUID().uuidString)"

  init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func file(_ text: String, named name: String = "mine.csv") throws -> String {
    let path = "\(folder)/\(name)"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  private func points(_ xs: [Double], _ y: (Double) -> Double = { $0 * $0 }) throws -> OwnPoints {
    try OwnPoints(path: file(xs.map { "\($0),\(y($0))" }.joined(separator: "\n")))
  }

  @Test(
    "two columns are read, with a header or none, quoted, with CRLF or a byte order mark, and sorted by x",
    arguments: [
      ("x,y\n30,1\n10,2\n20,4\n", ["x", "y"]), ("30,1\n10,2\n20,4", []),
      ("\"time, s\",\"height\"\r\n\"30\", 1\r\n10, \"2\"\r\n20, 4\r\n\r\n", ["time, s", "height"]),
      ("\u{FEFF}t,h\n30,1\n1e1,2\n20,4\n", ["t", "h"]), ("\u{FEFF}30,1\n10,2\n20,4\n", []),
    ]) func read(text: String, columns: [String]) throws
  {
    let points = try OwnPoints(path: file(text))
    #expect(points.xs == [0, 0.5, 1] && points.ys == [2, 4, 1] && points.places == [10, 20, 30])
    #expect(points.columns == columns && points.isGiven && points.count == 3)
  }

  @Test("of a point x is the very number in the file, between points the line through the ends") func places() throws {
    let xs = (0..<200).map { 0.1 + 0.7 * Double($0) / 3 }
    let points = try points(xs)
    #expect(points.xs.map(points.x) == xs)
    #expect(abs(points.x(0.123456) - (xs[0] + 0.123456 * (xs[199] - xs[0]))) < 1e-12)
    #expect(OwnPoints.absent.x(0.3) == 0.3 && !OwnPoints.absent.isGiven && OwnPoints.absent.rounding == 0)
  }

  @Test(
    "a wrong file is told with its place and a remedy",
    arguments: [
      ("x,y\n1,2\n2,ten\n", ", line 3: column 2 ('y'): 'ten' is not a finite number"),
      ("1,2\n2\n", ", line 2: 1 cell; 2 are due"), ("1,2\n,3\n", ", line 2: column 1 is empty"),
      ("x,y\n1,nan\n", ", line 2: column 2 ('y'): 'nan' is not a finite number"),
      ("1,inf\n", ", line 1: column 2: 'inf' is not a finite number"),
      ("1,2,3\n4,5,6\n", ": 3 columns; two are due, x and y"),
      ("1,5,2,5\n2,5,3,5\n", ": 4 columns; two are due, x and y"), ("1\n2\n", ": 1 column; two are due, x and y"),
      ("", ": an empty file"), ("x,y\n", ", line 1: a header without a line"),
      ("x;y\n1,5;2,5\n", ", line 2: cells are parted by semicolons"),
      ("4,1\n4,2\n", ": every x is 4; points at different x are due"),
      ("1,7\n2,7\n", ": every y is 7; there is nothing to fit"), ("1,2\n", ": every x is 1"),
      ("x,height\n1,2\n2,1e300\n", ", line 3: column 2 ('height'): 1e+300 is beyond 1e100"),
      ("-1e101,2\n2,1\n", ", line 1: column 1: -1e+101 is beyond 1e100"),
      ("1000000000000000,2\n1000000000000001,1\n", ": x runs from 1000000000000000"),
      ("1,1e-200\n2,2e-200\n", ": y runs from 1e-200 to 2e-200, too little to be told from rounding"),
      ((0...OwnPoints.most).map { "\($0),\($0)" }.joined(separator: "\n"), ": 2001 points; at most 2000 are fitted"),
    ]) func wrong(text: String, problem: String) throws
  {
    let path = try file(text)
    let error = #expect(throws: UnusableInput.self) { try OwnPoints(path: path) }
    let told = error?.description ?? ""
    #expect(told.hasPrefix(path + problem), "\(told)")
    #expect(told.split(separator: "\n").count > 1, "and how to mend it")
    #expect(error?.isInChinese == true)
  }

  @Test("the remedy for too many points spares the header, where there is one") func many() throws {
    let lines = (0..<3000).map { "\($0),\($0)" }.joined(separator: "\n")
    let bare = #expect(throws: UnusableInput.self) { try OwnPoints(path: file(lines)) }
    #expect(bare?.description.contains("at random: shuf \(folder)/mine.csv -n 1000 > some.csv") == true)
    let headed = #expect(throws: UnusableInput.self) { try OwnPoints(path: file("x,y\n" + lines, named: "my own.csv")) }
    #expect(headed?.description.contains("tail -n +2 '\(folder)/my own.csv' | shuf -n 1000 > some.csv") == true)
  }

  @Test("a file that is not there is missing input; a folder is not a file") func missing() {
    let none = #expect(throws: MissingInput.self) { try OwnPoints(path: folder + "/none.csv") }
    #expect(none?.description.hasPrefix("input missing: \(folder)/none.csv: no such file\n") == true)
    let directory = #expect(throws: UnusableInput.self) { try OwnPoints(path: folder) }
    #expect(directory?.description.hasPrefix("\(folder): a folder, not a file with data\n") == true)
  }

  @Test("the option keeps the path as it was given", arguments: ["mine.csv", "other name.csv", "plain.txt"])
  func option(name: String) throws {
    let path = try file("1,2\n3,4\n", named: name)
    var (options, points) = (Options([.init("data", path)]), OwnPoints.absent)
    try options.takePoints(into: &points, help: nil)
    let recorded = try #require(options.declarations.first)
    #expect(recorded.words == ["--data", path] && recorded.json.compact == "\"\(path)\"" && recorded.differs)
    #expect(
      recorded.filePart.hasPrefix("data-") && !recorded.filePart.contains("/") && !recorded.filePart.contains(".csv"))
    var (none, absent) = (Options([]), OwnPoints.absent)
    try none.takePoints(into: &absent, help: nil)
    #expect(none.declarations.first?.differs == false && none.declarations.first?.json.compact == "null")
    var empty = Options([.init("data", "")])
    #expect(throws: UsageError.self) { try empty.takePoints(into: &absent, help: nil) }
  }

  @Test("how many x are sure to be left is the least over all that may be held out", arguments: 0...7) func left(
    held: Int
  ) throws {
    let xs: [Double] = [1, 1, 2, 3, 3, 3, 4]
    let points = try points(xs) { $0 + Double.random(in: 0...1) }
    let least = (0..<1 << 7).filter { $0.nonzeroBitCount == held }.map { mask in
      Set((0..<7).filter { mask >> $0 & 1 == 0 }.map { xs[$0] }).count
    }.min()
    #expect(points.left(without: held) == least)
  }

  @Test("the highest degree is one below the number of different x, if they are spread", arguments: 2...20)
  func degrees(count: Int) throws {
    #expect(try points((0..<count).map { Double($0) }).highestDegree == count - 1)
    #expect(try points((0..<3 * count).map { Double($0 % count) }).highestDegree == count - 1)
  }

  @Test("one point far away leaves the others too close together for high degrees", arguments: [1e4, 1e6, 1e8, 1e12])
  func outlier(far: Double) throws {
    let points = try points((0..<40).map { Double($0) / 40 } + [far])
    #expect(points.highestDegree < 15)
    let error = #expect(throws: UnusableInput.self) { try points.requireDegree(15, holding: 0) }
    #expect(error?.description.contains("no degree above \(points.highestDegree) is determined") == true)
    #expect(error?.description.contains("leave out the points far away") == true)
  }

  @Test("a degree that is offered in place of too high a one is taken", arguments: 3...40, [0, 3, 10]) func offers(
    count: Int, held: Int
  ) throws {
    guard held < count else { return }
    let points = try points((0..<count).map { Double($0 * $0) })
    do { try points.requireDegree(15, holding: held) } catch {
      let told = "\(error)"
      if let offer = told.firstMatch(of: /--degree (\d+)/), let degree = Int(offer.1) {
        #expect(throws: Never.self) { try points.requireDegree(degree, holding: held) }
        #expect(degree >= 5)
      } else {
        #expect(throws: UnusableInput.self) { try points.requireDegree(5, holding: held) }
      }
      #expect(told.contains("more points") || told.contains("far away"))
    }
  }

  @Test("a third is held out, the rest is learned from; four fifths are as many fits as asked") func parts() throws {
    let points = try points((0..<47).map { Double($0) })
    let (learned, held) = points.split(seed: 3)
    #expect(held.xs.count == 15 && learned.xs.count == 32 && (learned.xs + held.xs).sorted() == points.xs)
    #expect(points.split(seed: 4).held.xs != held.xs)
    let parts = points.fourFifths(7, seed: 1)
    #expect(parts.count == 7 && parts.allSatisfy { $0.xs.count == 38 } && Set(parts.map(\.xs)).count == 7)
  }

  @Test("training error and gap are those of fits of their own", arguments: [1, 2, 5]) func gaps(degree: Int) throws {
    let points = try points((0..<25).map { Double($0) }) { cos($0 / 4) + 0.1 * sin(9 * $0) }
    let errors = HeldOutErrors(xs: points.xs, ys: points.ys, degrees: [degree])
    let gap = try TrainingGap.all(errors, points: 25, folds: 5, shuffles: 3, from: 8)[0]
    var (own, heldOut) = ([Double](), [Double]())
    for seed in 8..<11 {
      for part in HeldOutErrors.shuffled(25, folds: 5, seed: seed) {
        let (others, held) = (points.samples.only { !part.contains($0) }, points.samples.only { part.contains($0) })
        let fit = try others.fit(degree)
        own.append(others.trainingError(fit))
        heldOut.append(held.trainingError(fit))
      }
    }
    #expect(abs(gap.training - own.mean) < 1e-9 * own.mean && abs(gap.heldOut - heldOut.mean) < 1e-9 * heldOut.mean)
    #expect(gap.degree == degree && gap.gap == gap.heldOut - gap.training)
  }

  @Test(
    "errors that are nothing but rounding are all the same: of a line’s points degree 1 is best",
    arguments: [1.0, 1e8, 1e-30]) func exact(unit: Double) throws
  {
    let points = try points((0..<40).map { Double($0) }) { unit * (2 * $0 + 1) }
    let errors = HeldOutErrors(xs: points.xs, ys: points.ys, degrees: Array(1...10), rounding: points.rounding)
    for seed in 0..<20 {
      #expect(errors.best(try errors.byFold(HeldOutErrors.shuffled(40, folds: 10, seed: seed))) == 1)
    }
  }

  @Test(
    "names from a file stand as they are, and not too long",
    arguments: [
      ("$a_b$", "\\$a_b\\$"), ("t", "$t$"), ("9", "9"), ("a\\b", "a\\\\b"),
      (String(repeating: "long ", count: 20), nil),
    ]) func names(header: String, markup: String?) throws
  {
    let points = try OwnPoints(
      path: file("\(header)x,y\n".replacing("\(header)x", with: header == "9" ? "n9" : header) + "1,2\n2,3\n"))
    if let markup, header != "9" {
      #expect(points.xName.english == markup)
    } else {
      #expect(points.xName.english.count <= 32)
    }
    #expect(points.source.english == "Your points: mine.csv, 2 points" && points.source.chinese.contains("mine.csv"))
  }
}
