import Foundation
import LessonKit
import Testing

@testable import Lessons

/// What NumPy, scikit-learn and PyTorch computed for the notes' scripts on fitting.
struct FittingReference: Decodable {
  struct Polynomial: Decodable {
    struct Fit: Decodable {
      let train: Double
      let test: Double
      let cutTrain: Double
      let cutTest: Double

      private enum CodingKeys: String, CodingKey {
        case train = "train_mse"
        case test = "test_mse_100_points"
        case cutTrain = "sklearn_train_mse"
        case cutTest = "sklearn_test_mse"
      }
    }
    let x: [Double]
    let y: [Double]
    let fits: [String: Fit]
  }

  struct Capacity: Decodable {
    let epochs: [Int]
    let loss: [String: [Double]]
  }

  let polynomial: Polynomial
  let capacity: Capacity

  static let shared: FittingReference = {
    let url = Bundle.module.url(forResource: "Reference/fitting", withExtension: "json")!
    return try! JSONDecoder().decode(FittingReference.self, from: Data(contentsOf: url))
  }()
}

@Suite("Overfitting")
struct OverfittingTests {
  private static let samples = CosineSamples(seed: 0)

  private func isNear(_ value: Double, _ expected: Double, within share: Double) -> Bool {
    abs(value - expected) <= share * abs(expected)
  }

  @Test("the points are those of the notes")
  func points() {
    let reference = FittingReference.shared.polynomial
    #expect(Self.samples.xs == reference.x)
    #expect(Self.samples.ys.count == reference.y.count)
    for (y, expected) in zip(Self.samples.ys, reference.y) {
      #expect(abs(y - expected) <= 1e-14)
    }
  }

  @Test("the errors of a degree are those of exact least squares in NumPy", arguments: [1, 4, 15])
  func exact(degree: Int) throws {
    let expected = try #require(FittingReference.shared.polynomial.fits["\(degree)"])
    let fit = try Self.samples.fit(degree)
    #expect(isNear(Self.samples.trainingError(fit), expected.train, within: 1e-6))
    #expect(isNear(CosineSamples.testError(fit), expected.test, within: 1e-6))
  }

  @Test("cut off at 1e-6, the errors are those of scikit-learn", arguments: [1, 4, 15])
  func cut(degree: Int) throws {
    let expected = try #require(FittingReference.shared.polynomial.fits["\(degree)"])
    let fit = try Self.samples.fit(degree, cutoff: 1e-6)
    #expect(isNear(Self.samples.trainingError(fit), expected.cutTrain, within: 1e-6))
    #expect(isNear(CosineSamples.testError(fit), expected.cutTest, within: 1e-6))
    #expect((fit.rank < degree + 1) == (degree == 15))
  }

  @Test("as many coefficients as points pass every point, one fewer do not")
  func interpolant() throws {
    let few = CosineSamples(seed: 3, count: 8)
    #expect(few.trainingError(try few.fit(7)) < 1e-20)
    #expect(few.trainingError(try few.fit(6)) > 1e-8)
  }

  @Test("a polynomial is found again from its values", arguments: [1, 2, 7])
  func recovered(degree: Int) throws {
    func value(_ x: Double) -> Double { (1...degree).reduce(1) { $0 * x - Double($1) } }
    let xs = (-2.0...5).evenlySpaced(count: 20)
    let exact = try PolynomialFit(degree: degree, xs: xs, ys: xs.map(value), over: -2...5)
    let cut = try PolynomialFit(degree: degree, xs: xs, ys: xs.map(value), cutoff: 1e-14)
    for x in [-2, -0.3, 1, 4.9] {
      let tolerance = 1e-9 * max(1, abs(value(x)))
      #expect(abs(exact(x) - value(x)) <= tolerance)
      #expect(abs(cut(x) - value(x)) <= 1e3 * tolerance)
    }
  }

  @Test("every claim is as recorded, at either budget", arguments: [Context.Budget.figure, .full])
  func claims(budget: Context.Budget) throws {
    for claim in try Recipe(Overfitting.self).run(budget).claims {
      #expect(claim.isAsRecorded, "\(claim.id): \(claim.numbers(.english))")
    }
  }

  private static let variants = [
    [], [("cutoff", "0")], [("degree", "12"), ("noise", "0.3")], [("noise", "0")],
    [("noise", "10")], [("points", "25"), ("degree", "20")],
    [("points", "1000"), ("degree", "20")], [("degree", "5"), ("noise", "10"), ("seed", "7")],
  ].map { Variant(lesson: Overfitting.self, options: $0) }

  @Test("every way to draw it keeps the standard", arguments: variants)
  func standard(variant: Variant) throws {
    let outcome = try variant.recipe.run(.figure)
    let formats = Pictures.formats([.slide, .slide43, .notes, .half])
    try Pictures.hold(outcome, in: formats) { drawing, _, way in
      let words = ["cut: ", "test, cut", "截断"]
      let isCut = drawing.record.texts.contains { text in words.contains { text.text.contains($0) }
      }
      // Below degree 10 nothing is small enough to be left out.
      let keepsAll = [("cutoff", "0"), ("degree", "5")]
      let expected = !variant.options.contains { option in keepsAll.contains { $0 == option } }
      #expect(isCut == expected, "\(way)")
    }
  }

  @Test("the texts name the errors of the run", arguments: variants)
  func numbers(variant: Variant) throws {
    let outcome = try variant.recipe.run(.figure)
    let errors = try #require(outcome.series.first { $0.name == "errors" })
    let last = errors.rows[errors.rows.count - 1]
    for row in [errors.rows[0], errors.rows[3], last] {
      let words = "degree \(Int(row[0])) train \(Digits.text(row[1])), test \(Digits.text(row[2]))"
      #expect(outcome.alt.english.contains(words), "\(outcome.alt.english)")
      #expect(outcome.caption.english.contains(words))
    }
    let tests = errors.rows.map { $0[2] }
    let saysWorst = outcome.figure.title.english.contains("the curve worst")
    let isHopeless = outcome.figure.title.english.contains("too flexible")
    #expect(isHopeless == ((tests.min() ?? 0) > 0.5), "a constant comes as near as 0.5")
    #expect(
      saysWorst == (tests.max() == last[2] && !isHopeless), "\(outcome.figure.title.english)")
  }

  @Test("the misses that are written at the ends are those of the run", arguments: [0, 3])
  func misses(seed: Int) throws {
    let variant = Variant(lesson: Overfitting.self, options: [("seed", "\(seed)")])
    let record = try variant.recipe.run(.figure).figure.draw(Format(), with: Pictures.typesetter)
      .record
    let samples = CosineSamples(seed: seed)
    let (exact, cut) = (try samples.fit(15), try samples.fit(15, cutoff: 1e-6))
    func off(_ fit: PolynomialFit, at x: Double) -> String {
      "off by " + Digits.text(CosineSamples.miss(fit, at: x), digits: 2)
    }
    let words = [
      "at 0: " + off(exact, at: 0), "at 1: " + off(exact, at: 1), "cut: " + off(cut, at: 1),
    ]
    for word in words { #expect(record.texts.contains { $0.text == word }, "\(word)") }
    let shade = record.texts.contains { $0.text.contains("Grey") }
    #expect(shade == (seed == 0))
  }

  @Test("where there is room for the errors only, notes and words speak of nothing else")
  func alone() throws {
    let outcome = try Recipe(Overfitting.self).run(.figure)
    for preset in [Preset.slide, .half, .print, .thumb] {
      var format = Format()
      format.preset = preset
      let record = try outcome.figure.draw(format, with: Pictures.typesetter).record
      let isWhole = record.axes.count == 4
      #expect(isWhole || record.axes.count == 1)
      #expect(isWhole == (preset == .slide))
      #expect(record.texts.contains { $0.text.contains("Grey") } == isWhole)
      #expect(outcome.alt(of: record).english.contains("Three plots") == isWhole)
      #expect((40...250).contains(outcome.alt(of: record).english.count))
    }
  }

  @Test("the highlighted degrees have ticks, and the title names no other degree")
  func degrees() throws {
    for points in ["30", "1000"] {
      let variant = Variant(
        lesson: Overfitting.self, options: [("points", points), ("noise", "0.3")])
      let figure = try variant.recipe.run(.figure).figure
      let record = try figure.draw(Format(), with: Pictures.typesetter).record
      let axis = try #require(record.axes.last).x
      #expect(axis.ticks == [1, 4, 10, 15] && axis.labels == ["1", "4", "10", "15"])
      let named = figure.title.english.matches(of: /[0-9]+/).compactMap { Int($0.output) }
      #expect(named.allSatisfy { [1, 4, 15].contains($0) }, "\(figure.title.english)")
    }
  }

  @Test("the table of fits has the solver's, as it is drawn")
  func cutTable() throws {
    let outcome = try Recipe(Overfitting.self).run(.figure)
    let fits = try #require(outcome.series.first { $0.name == "fits" })
    let column = try #require(fits.columns.firstIndex(of: "degree_15_cut"))
    let cut = try Self.samples.fit(15, cutoff: 1e-6)
    for row in fits.rows { #expect(row[column] == cut(row[0])) }
  }
}
