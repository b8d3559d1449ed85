import Foundation
import LessonKit
import Lessons
import Testing

@testable import LessonCommand

@Suite("Faults end with a word and a code") struct FaultTests {
  private let shell: Shell
  init() throws { shell = try Shell() }

  /// Runs a script that must end with a code and an error that says so much.
  private func ends(_ script: String, _ code: ExitCode, _ words: [String]) throws {
    let result = try shell.bash(script)
    #expect(result.status == code.rawValue, "\(script): \(result.errors)")
    #expect(result.errors.contains("error: "))
    #expect(!result.errors.contains("stack trace") && !result.errors.contains("Fatal error"), "no trace")
    for word in words { #expect(result.errors.contains(word), "\(result.errors)") }
  }

  @Test(
    "what an option may say ends in a figure, not in a trap",
    arguments: [
      "surface --fn easom --view=-2.5:-2.4,-0.3:-0.1", "surface --3d --fn easom --view=-2.5:-2.4,-0.3:-0.1",
      "surface --3d --fn '1e-320*x'", "surface --3d --fn '1e-320*x' --view=-1e9:1e9,-1e9:1e9",
      "surface --fn '-1-1e-19*x^2' --3d", "surface --fn '1e17+x'", "surface --fn '1e308*x' --3d",
      "saddle --size 8000x64", "surface --3d --size 64x8000", "surface --3d --size 8000x64", "rosenbrock --size 64x64",
    ]) func traps(_ arguments: String) throws
  {
    let preset = arguments.contains("--size") ? "" : "--preset thumb"
    let result = try shell.bash("lesson \(arguments) \(preset) -q")
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test("thin pictures of every figure are drawn", arguments: catalog.names, ["64x3000", "3000x64", "64x64"]) func thin(
    _ name: String, _ size: String
  ) throws {
    let result = try shell.bash("lesson \(name) --figure all --size \(size) -q")
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test("a data folder with a pipe in it is refused at once") func pipes() throws {
    let make = "mkdir d; for p in train t10k; do mkfifo d/$p-images-idx3-ubyte d/$p-labels-idx1-ubyte; done"
    try ends("\(make); timeout 10 lesson memorisation --data d", .missingInput, ["no file train-images-idx3-ubyte"])
  }

  @Test(
    "digits of absurd sizes are refused",
    arguments: [[10, 0, 0], [0, 0xFFFF_FFFF, 0xFFFF_FFFF], [10, 0, 0xFFFF_FFFF]]) func digits(_ shape: [Int]) throws
  {
    let lengths = { (shape: [Int]) in
      shape.flatMap { length in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: length >> $0) } }
    }
    try FileManager.default.createDirectory(
      at: shell.folder.appendingPathComponent("d"), withIntermediateDirectories: true)
    for part in ["train", "t10k"] {
      let folder = shell.folder.appendingPathComponent("d")
      try Data([0, 0, 8, 3] + lengths(shape)).write(to: folder.appendingPathComponent("\(part)-images-idx3-ubyte"))
      try Data([0, 0, 8, 1] + lengths([shape[0]]) + [UInt8](repeating: 0, count: shape[0])).write(
        to: folder.appendingPathComponent("\(part)-labels-idx1-ubyte"))
    }
    let result = try shell.bash("lesson memorisation --data d")
    #expect([1, 64].contains(result.status), "\(result.errors)")
    #expect(result.errors.contains("error: ") && result.errors.split(separator: "\n").count > 1, "and how to mend it")
  }

  // MARK: OpenBLAS

  /// A script that finds, in place of OpenBLAS, files that are none.
  private let hidden = "mkdir -p lib; touch lib/libopenblas.so.0 lib/libopenblas.so; export LD_LIBRARY_PATH=$PWD/lib"

  /// The lessons of which some figures need OpenBLAS, and what they need it for.
  private static let recipes = catalog.lessons.map { Recipe.standard(of: $0) }

  @Test("a figure that needs OpenBLAS says so where there is none; all others are drawn", arguments: catalog.names)
  func withoutLibrary(_ name: String) throws {
    for figure in Recipe.standard(of: try catalog.lesson(named: name)).figures {
      let script = "\(hidden); lesson \(name) --figure \(figure.name) --preset thumb -q"
      if figure.needsOpenBLAS {
        try ends(script, .missingInput, ["OpenBLAS", "libopenblas0"])
      } else {
        #expect(try shell.bash(script).status == 0, "\(name) --figure \(figure.name)")
      }
    }
  }

  @Test("without OpenBLAS 'all' draws the other lessons, and 'check' measures them") func othersGoOn() throws {
    try ends("\(hidden); lesson all --preset thumb -o all/", .missingInput, ["libopenblas0", "wrote all/rosenbrock"])
    let drawn = Self.recipes.filter { !$0.figures[0].needsOpenBLAS }.map(\.page.name)
    let files = shell.files(in: "all")
    #expect(files.count == drawn.count + 1 && files.contains("index.html"))
    for name in drawn { #expect(files.contains { $0.hasPrefix(name) }) }
    let result = try shell.bash("\(hidden); lesson check rosenbrock.slope memorisation fair-rates")
    #expect(result.status == 66 && result.text.contains("rosenbrock.slope"), "\(result.errors)")
    #expect(result.errors.contains("not measured") && !result.text.contains("memorisation."))
  }

  // MARK: Memory and descriptors

  @Test(
    "too little memory is 71 and a word", .disabled(if: isSanitized),
    arguments: [
      ("1000000", "rosenbrock --size 16000x16000"), ("160000", "rosenbrock --scale 5"), ("200000", "first-network"),
      ("200000", "overfitting"),
    ]) func memory(_ limit: String, _ arguments: String) throws
  { try ends("ulimit -v \(limit); timeout 60 lesson \(arguments)", .noResources, ["memory", "ulimit -v"]) }

  @Test("too few descriptors are 71 and a word", .disabled(if: isSanitized), arguments: [4, 5, 6]) func descriptors(
    _ limit: Int
  ) throws {
    let result = try shell.bash("ulimit -n \(limit); exec lesson rosenbrock --preset thumb")
    #expect(result.status == 71 && result.errors.contains("ulimit -n"), "\(result.errors)")
  }

  @Test("every code that a signal or a fault ends with is in the help") func documented() throws {
    let help = try shell.lesson("help", "exit-codes").text
    for code in ExitCode.allCases {
      #expect(help.contains("\n  \(code.rawValue) ") || help.hasPrefix("  \(code.rawValue) "))
    }
    for code in [71, 129, 143] as [Int32] { #expect(ExitCode(rawValue: code) != nil) }
  }

  // MARK: Remedies

  @Test(
    "every refusal of a file says what would be right",
    arguments: [
      ("-o /dev/null", "choose another name, or -o -"), ("-o dangling.png", "a link to 'nowhere', where nothing is"),
      ("-o x.png --json=d", "--json=d/FILE.json"), ("-o /proc/a.png", "choose"),
      ("-o file/a.png", "choose another place"),
    ]) func remedies(_ outputs: String, _ remedy: String) throws
  {
    _ = try shell.bash("mkdir d; touch file; ln -s nowhere dangling.png")
    try ends("lesson rosenbrock --preset thumb \(outputs)", .cannotCreate, [remedy])
  }
}
