import Datasets
import Landscapes
import LessonKit
import Lessons
import PNGCodec

/// What a case tries.
enum FuzzKind: String, CaseIterable, Sendable {
  case formula, options, png, idx, csv, command

  /// The kind of a case: whole command lines take a thousand times as long as the others, and are few.
  static func of(_ random: inout FuzzRandom) -> FuzzKind {
    switch Int.random(in: 0..<1000, using: &random) {
    case ..<300: .formula
    case ..<550: .options
    case ..<700: .png
    case ..<850: .idx
    case ..<985: .csv
    default: .command
    }
  }
}

/// One case: what it tries, in words, and how.
struct FuzzCase {
  let kind: FuzzKind
  private var random: FuzzRandom

  init(_ number: Int, seed: UInt64, only kind: FuzzKind?) {
    random = FuzzRandom(seed: seed, case: number)
    let drawn = FuzzKind.of(&random)
    self.kind = kind ?? drawn
  }

  /// What is tried, for the reader of a report.
  var subject: String {
    var random = random
    switch kind {
    case .formula: return FuzzFormula.make(&random)
    case .options: return FuzzCommand.experiment(&random).map { "\($0.0) \($0.1.joined(separator: " "))" } ?? ""
    case .command: return FuzzCommand.line(&random).map { $0.debugDescription }.joined(separator: " ")
    case .png, .idx, .csv: return "a damaged \(kind.rawValue) file"
    }
  }

  /// Tries it in a folder of its own.
  func run(in folder: String) -> FuzzOutcome {
    var random = random
    switch kind {
    case .formula: return Self.read(formula: FuzzFormula.make(&random))
    case .options:
      guard let (lesson, words) = FuzzCommand.experiment(&random) else { return .refused }
      return Self.read(lesson, words)
    case .png:
      let bytes = FuzzFile.png(&random)
      _ = try? PNG.metadata(of: bytes)
      guard let bitmap = try? PNG.decode(bytes).bitmap else { return .refused }
      let isWhole = bitmap.pixels.count == 4 * bitmap.width * bitmap.height
      return isWhole ? .accepted : .fault("\(bitmap.pixels.count) bytes of pixels")
    case .idx:
      FuzzFile.writeDigits(to: folder, &random)
      return (try? MNIST(directory: folder, limit: 50)) == nil ? .refused : .accepted
    case .csv:
      FuzzFile.write(FuzzFile.csv(&random), to: folder + "/table.csv")
      _ = try? LabelledTable(path: folder + "/table.csv")
      guard let table = try? Table(path: folder + "/table.csv") else { return .refused }
      _ = try? table.dataset(predicting: table.columns.randomElement(using: &random))
      return .accepted
    case .command: return FuzzCommand.run(FuzzCommand.line(&random), in: folder, &random)
    }
  }

  private static func read(formula: String) -> FuzzOutcome {
    do {
      let landscape = Landscape(try Expression(parsing: formula))
      for x in [-2, 0, 0.5, 1e300] as [Double] {
        _ = landscape.slope(at: Vector2(x, 1))
        _ = landscape.hessian(at: Vector2(1, x))
      }
      _ = landscape.grid(over: landscape.view, columns: 8, rows: 8)
      return .accepted
    } catch {
      _ = error.excerpt()
      return .refused
    }
  }

  /// Reads a lesson's options; what is accepted must have a name for its file.
  private static func read(_ lesson: String, _ words: [String]) -> FuzzOutcome {
    guard let type = try? catalog.lesson(named: lesson) else { return .fault("no lesson '\(lesson)'") }
    let given = words.map { word in
      let halves = word.dropFirst(2).split(separator: "=", maxSplits: 1).map(String.init)
      return Options.Given(halves[0], halves.count == 2 ? halves[1] : "true")
    }
    guard let recipe = try? Recipe(type, given: given) else { return .refused }
    for figure in recipe.figures where FileName.joined(recipe.fileParts(for: figure)).contains("/") {
      return .fault("a slash in a file's name")
    }
    return .accepted
  }
}

/// What came of a case.
enum FuzzOutcome: Equatable {
  /// It was read, or drawn; or refused with an error, as it should be.
  case accepted, refused
  /// Something is wrong.
  case fault(String)
}
