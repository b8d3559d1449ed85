import Foundation
import LessonKit
import Testing

@testable import Lessons

@Suite("Figures of the reader’s own points") struct OwnPointsFiguresTests {
  /// A file of points, in a folder of its own.
  static func file(_ points: [(Double, Double)], header: String = "") throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "own-points-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let url = folder.appending(path: "mine.csv")
    let lines = points.map { "\($0.0),\($0.1)" }
    try ((header.isEmpty ? [] : [header]) + lines).joined(separator: "\n").write(
      to: url, atomically: true, encoding: .utf8)
    return url.path
  }

  /// Data of many kinds: a curve with little or much noise, a line without any, noise alone, steps, far-off units, many points, repeated x.
  enum Kind: String, CaseIterable, Sendable {
    case curve, noisy, line, noise, steps, years, huge, tiny, many, repeated

    func points() -> [(Double, Double)] {
      var generator = SeededGenerator(seed: 5)
      func noise() -> Double { (0..<12).reduce(-6) { sum, _ in sum + Double.random(in: 0...1, using: &generator) } }
      let places = (0..<45).map { Double($0) + 0.3 * noise() }
      return switch self {
      case .curve: places.map { (40 + $0, 200 + 80 * cos($0 / 8) + 6 * noise()) }
      case .noisy: places.map { ($0, cos($0 / 8) + noise()) }
      case .line: places.map { ($0, 2 * $0 + 1) }
      case .noise: places.map { ($0, noise()) }
      case .steps: places.map { ($0, $0 < 20 ? 0 : 1) }
      case .years: (0..<45).map { (1980 + Double($0), 1e9 + 1e7 * cos(Double($0) / 7) + 1e6 * noise()) }
      case .huge: places.map { (1e90 * $0, 1e95 * (cos($0 / 8) + 0.1 * noise())) }
      case .tiny: places.map { (1e-90 * $0, 1e-80 * (cos($0 / 8) + 0.1 * noise())) }
      case .many: (0..<600).map { (Double($0), cos(Double($0) / 100) + 0.1 * noise()) }
      case .repeated: (0..<200).map { (Double($0 % 40), cos(Double($0 % 40) / 8) + 0.1 * noise()) }
      }
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let lesson: any Lesson.Type
    let figure: String
    let kind: Kind
    var testDescription: String { "\(lesson.page.name) \(figure) \(kind)" }
  }

  private static let figures: [(any Lesson.Type, String)] = [
    (Overfitting.self, "fits"), (Overfitting.self, "error"), (Overfitting.self, "solver"), (BiasVariance.self, "fans"),
    (BiasVariance.self, "sum"), (CrossValidation.self, "choice"), (CrossValidation.self, "folds"),
    (CrossValidation.self, "sorted"), (RegularisationStrength.self, "strength"), (Capacity.self, "descent"),
    (Capacity.self, "norm"),
  ]
  static let cases: [Case] = figures.flatMap { lesson, figure in
    Kind.allCases.filter { figure != "folds" || $0.points().count <= 100 }.map {
      Case(lesson: lesson, figure: figure, kind: $0)
    }
  }

  private func recipe(_ lesson: any Lesson.Type, _ points: [(Double, Double)], header: String = "size (m²),price (k€)")
    throws -> Recipe
  { try Recipe(lesson, given: [.init("data", Self.file(points, header: header))]) }

  @Test("says whose they are, has no curve that nobody knows, and the reader’s x", arguments: cases) func figures(
    _ given: Case
  ) throws {
    let points = given.kind.points()
    let recipe = try recipe(given.lesson, points)
    let figure = try recipe.draw(recipe.figure(named: given.figure))
    for format in Pictures.slides {
      let texts = try figure.outline(format, with: Pictures.typesetter).record.texts.map(\.text)
      #expect(texts.contains { $0.contains("mine.csv") && $0.contains("\(points.count)") })
      #expect(!texts.contains { $0.contains("true function") || $0.contains("真实") || $0.contains("noisy") })
    }
    let told = [figure.talk, figure.protocol, figure.setting, figure.foot].map(\.english).joined()
    #expect(!told.contains("cos(") && !told.contains("deviation"))
    if given.figure != "folds" { #expect(figure.protocol.english.contains("mine.csv, \(points.count) points")) }
    let (low, high) = (points.map(\.0).min() ?? 0, points.map(\.0).max() ?? 0)
    for series in figure.series where ["x", "size (m²)"].contains(series.columns[0]) {
      #expect(!series.name.contains("true"))
      for row in series.rows { #expect(row[0] >= low && row[0] <= high, "\(series.name)") }
    }
    for series in figure.series { #expect(series.rows.allSatisfy { $0.allSatisfy(\.isFinite) }, "\(series.name)") }
  }

  @Test(
    "keeps the standard of a figure",
    arguments: cases.filter { [.curve, .line, .noise, .years, .many].contains($0.kind) }) func standard(_ given: Case)
    throws
  {
    let recipe = try recipe(given.lesson, given.kind.points())
    let formats = Pictures.slides + [Pictures.format(.notes, .light, .english)]
    let specimen = Specimen(
      given.lesson, recipe, try recipe.figure(named: given.figure), words: ["--data", "mine.csv"], formats: formats)
    let faults = Faults(try specimen.shown().sheets) { $0.violations }
    // Numbers with powers of ten are three words each.
    let isWordy = given.kind == .years
    // On a line without noise the norms end three powers of ten apart, and their numbers take a little of the plot.
    let isNarrow = given.figure == "norm" && given.kind == .line
    #expect(faults.sentences.filter { !(isWordy && $0.hasPrefix("37:")) && !(isNarrow && $0.hasPrefix("35:")) } == [])
  }

  @Test(
    "axes have the names of the header; without one they are x and y",
    arguments: [Overfitting.self, BiasVariance.self] as [any Lesson.Type]) func axes(lesson: any Lesson.Type) throws
  {
    let points = Kind.curve.points()
    let named = try recipe(lesson, points), plain = try recipe(lesson, points, header: "")
    let panels = (try named.draw(named.figures[0]).panels, try plain.draw(plain.figures[0]).panels)
    #expect(panels.0.allSatisfy { $0.x.name.english == "size (m²)" && $0.y.name.english == "price (k€)" })
    #expect(panels.1.allSatisfy { $0.x.name.english == "$x$" && $0.y.name.english == "$y$" })
  }

  @Test("the title of the three fits is true of their errors", arguments: Kind.allCases) func titles(kind: Kind) throws
  {
    let path = try Self.file(kind.points())
    let recipe = try Recipe(Overfitting.self, given: [.init("data", path)])
    let title = try recipe.draw(recipe.figures[0]).title.english
    let own = try OwnPoints(path: path)
    let (learned, held) = own.split(seed: 42)
    let errors = try [1, 4, 15].map { degree in max(held.trainingError(try learned.fit(degree)), own.rounding) }
    let level = learned.ys.mean
    let constant = held.ys.map { ($0 - level) * ($0 - level) }.mean
    switch title {
    case "Degree 15 fits its points best, new ones worst": #expect(errors[2] > errors[0] && errors[2] > errors[1])
    case "Even degree 15 foretells points held out": #expect(errors[2] < constant && errors[2] <= 1.5 * errors[1])
    case "No degree does better than a constant": #expect(errors.allSatisfy { $0 >= constant })
    default: #expect(title == "Polynomials of degree 1, 4 and 15 through the same points")
    }
    if kind == .line { #expect(title.hasPrefix("Even degree 15")) }
    if kind == .curve { #expect(title.hasPrefix("Degree 15 fits its points best")) }
  }

  @Test("points that the course made, read from a file, have the same cross-validation errors") func alike() throws {
    let samples = CosineSamples(seed: 0)
    let own = try OwnPoints(path: Self.file(Array(zip(samples.xs, samples.ys))))
    let folds = HeldOutErrors.contiguous(30, folds: 10)
    let (theirs, ours) = try (
      HeldOutErrors(xs: own.xs, ys: own.ys, degrees: [1, 3, 5]).means(folds),
      HeldOutErrors(xs: samples.xs, ys: samples.ys, degrees: [1, 3, 5]).means(folds)
    )
    for (a, b) in zip(theirs, ours) { #expect(abs(a - b) < 1e-9 * b) }
  }

  @Test("x in another unit gives the same errors", arguments: [(1.0, 0.0), (1e-6, 0), (365.25, 700_000), (1, 1e6)])
  func units(scale: Double, zero: Double) throws {
    func errors(_ points: [(Double, Double)]) throws -> [Double] {
      let recipe = try recipe(Overfitting.self, points)
      return try recipe.draw(recipe.figure(named: "error")).series.flatMap { $0.rows.map { $0[1] } }
    }
    let points = Kind.curve.points()
    for (a, b) in zip(try errors(points), try errors(points.map { (zero + scale * $0.0, $0.1) })) {
      #expect(abs(a - b) <= 1e-3 * a)
    }
  }

  @Test("too few points, and options that make points up, are refused with a remedy") func refusals() throws {
    let few = try Self.file(Array(Kind.curve.points().prefix(8))), many = try Self.file(Kind.curve.points())
    for lesson in [Overfitting.self, BiasVariance.self, RegularisationStrength.self] as [any Lesson.Type] {
      let short = #expect(throws: UnusableInput.self) { try Recipe(lesson, given: [.init("data", few)]) }
      #expect(short?.description.contains("a polynomial of degree 15 wants 16\n") == true)
    }
    for lesson in [Overfitting.self, BiasVariance.self, CrossValidation.self, RegularisationStrength.self]
      as [any Lesson.Type]
    {
      for option in ["points", "noise"] {
        let both = #expect(throws: UsageError.self) {
          try Recipe(lesson, given: [.init("data", many), .init(option, "7")])
        }
        #expect(both?.hints == ["leave out --points and --noise, or --data"])
      }
    }
    let folds = #expect(throws: UsageError.self) {
      try Recipe(CrossValidation.self, given: [.init("data", few), .init("folds", "9")])
    }
    #expect(folds?.hints == ["at most --folds 8"])
  }

  @Test("of so many points fitted by as many parameters the test error is that of a fit of their own") func fits()
    throws
  {
    let path = try Self.file(Kind.repeated.points())
    let own = try OwnPoints(path: path).atDifferentPlaces
    #expect(own.xs.count == 40)
    var lesson = Capacity()
    (lesson.own, lesson.points, lesson.seeds) = (try OwnPoints(path: path), 20, 1)
    let study = Capacity.Study(lesson, .plain, from: 7)
    let (learned, held) = own.parted(learning: 20, seed: 7)
    #expect(learned.xs.count == 20 && held.xs.count == 20 && Set(learned.xs).isDisjoint(with: held.xs))
    for count in [1, 5, 20, 200] {
      let fit = try LegendreFit(count, xs: learned.xs, ys: learned.ys, basis: .plain)
      let place = try #require(study.counts.firstIndex(of: count))
      #expect(abs(study.errors[place].median / fit.meanSquareError(xs: held.xs, ys: held.ys) - 1) < 1e-9)
    }
  }

  @Test(
    "so many points that none is left to test on are refused with a number that is taken", arguments: [8, 9, 20, 32])
  func left(count: Int) throws {
    let path = try Self.file(Array(Kind.curve.points().prefix(count)))
    let error = #expect(throws: UnusableInput.self) { try Recipe(Capacity.self, given: [.init("data", path)]) }
    let told = error?.description ?? ""
    guard count >= 9 else {
      #expect(told.hasSuffix("at least 9 are needed"))
      return
    }
    let points = try #require(told.firstMatch(of: /--points (\d+) or fewer/)).1
    _ = try Recipe(Capacity.self, given: [.init("data", path), .init("points", String(points))])
    let noise = #expect(throws: UsageError.self) {
      try Recipe(Capacity.self, given: [.init("data", path), .init("points", "6"), .init("noise", "0.1")])
    }
    #expect(noise?.hints == ["leave out --noise, or --data"])
  }

  @Test("what the course says is measured on the course’s points") func claims() throws {
    let given = [Options.Given("data", try Self.file(Kind.noise.points()))]
    let (own, course) = (try Recipe(CrossValidation.self, given: given), try Recipe(CrossValidation.self))
    func numbers(_ recipe: Recipe) throws -> [Double] { try recipe.findings().flatMap { $0.cases.map(\.value) } }
    #expect(try numbers(own) == numbers(course))
  }
}
