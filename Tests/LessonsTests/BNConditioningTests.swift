import LessonKit
import Testing

@testable import Lessons

@Suite("Normalisation and conditioning")
struct BNConditioningTests {
  private static let pair = BowlPair(correlation: 0.5, start: Vector2(-0.4, 0.5))

  @Test("eigenvalues are those of LAPACK", arguments: [1, 2, 3, 5, 10])
  func eigenvalues(size: Int) throws {
    var generator = SeededGenerator(seed: 7)
    for way in Standardising.Way.allCases {
      for _ in 0..<20 {
        let matrix = Standardising.draw(way, size, using: &generator)
        let rows = Tensor(matrix.elements).reshaped(to: [size, size])
        let expected = try rows.symmetricSpectrum().values
        let largest = expected.last ?? 0
        for (value, other) in zip(matrix.eigenvalues, expected) {
          #expect(abs(value - other) <= 1e-13 * largest)
        }
      }
    }
  }

  @Test("standardised features have variance one, whatever their units")
  func standardised() {
    let matrix = Covariance(3, [4, 1, 0, 1, 9, -2, 0, -2, 16])
    let even = matrix.standardised
    #expect((0..<3).allSatisfy { abs(even[$0, $0] - 1) < 1e-15 })
    #expect(abs(even[0, 1] - 1.0 / 6) < 1e-15 && abs(even[1, 2] + 2.0 / 12) < 1e-15)
    let scaled = matrix.divided(by: [0.01, 3, 700]).standardised
    #expect(zip(even.elements, scaled.elements).allSatisfy { abs($0 - $1) < 1e-14 })
  }

  @Test("the numbers of the notes: 17.2 and 2.8 become 1.5 and 0.5, 42.3 steps become 19.9")
  func numbers() {
    let (raw, even) = (Self.pair.raw, Self.pair.even)
    #expect(abs(raw.hessian.eigenvalues.largest - (10 + 52.0.squareRoot())) < 1e-12)
    #expect(abs(raw.hessian.eigenvalues.smallest - (10 - 52.0.squareRoot())) < 1e-12)
    #expect(abs(raw.conditionNumber - 6.1713) < 1e-4 && abs(even.conditionNumber - 3) < 1e-12)
    #expect(abs(raw.lawfulSteps - 42.254) < 1e-3 && abs(even.lawfulSteps - 19.932) < 1e-3)
    #expect(Self.pair.steps == [43, 20])
  }

  @Test(
    "from any start the distance shrinks by (κ − 1)/(κ + 1) a step",
    arguments: [Vector2(-0.4, 0.5), Vector2(1, 0), Vector2(0.01, -2)])
  func law(start: Vector2) {
    let pair = BowlPair(correlation: 0.5, start: start)
    for (bowl, walk) in zip(pair.bowls, pair.walks) {
      let distances = walk.distances(to: Vector2(0, 0)).prefix(15)
      for (near, far) in zip(distances.dropFirst(), distances) {
        #expect(abs(near / far - bowl.shrinking) < 1e-9)
      }
    }
  }

  @Test("both descents start with the same loss, at rates that no other beats")
  func fair() {
    let (raw, even) = (Self.pair.walks[0], Self.pair.walks[1])
    #expect(abs(raw.losses[0] - even.losses[0]) < 1e-12)
    for (bowl, walk) in zip(Self.pair.bowls, Self.pair.walks) {
      let own = Bowl.arrival(walk) ?? .max
      for factor in [0.9, 0.97, 1.03, 1.1] {
        let rule = Rule.sgd.with(learningRate: factor * bowl.bestRate)
        let other = descend(
          bowl.landscape(reach: 1, start: walk.points[0]), from: walk.points[0], by: rule,
          steps: own - 1)
        #expect(Bowl.arrival(other) == nil)
      }
    }
  }

  @Test("two features never get worse; of three and more some do, by less than their number")
  func trials() {
    let trials = Standardising(draws: 1000, seed: 3)
    for way in Standardising.Way.allCases {
      #expect(trials.share(way, 2).worse == 0)
      for size in [3, 5, 10] { #expect(trials.share(way, size).worst < Double(size)) }
    }
    #expect(trials.share(.spectrum, 3).worse > 40 && trials.share(.samples, 3).worse > 20)
    #expect(trials.share(.units, 10).worse < trials.share(.units, 3).worse)
    #expect(!trials.isAlwaysRounder)
  }

  @Test("an interval holds its share, and stays above zero")
  func interval() {
    let none = Standardising.Share(draws: 100, worse: 0, worst: 1)
    #expect(none.interval.lowerBound == 0 && abs(none.interval.upperBound - 0.037) < 1e-3)
    let half = Standardising.Share(draws: 100, worse: 50, worst: 1)
    #expect(abs(half.interval.lowerBound - 0.4038) < 1e-3)
  }

  @Test("the same seed gives the same shares, another seed others")
  func seeds() {
    let (a, b) = (Standardising(draws: 300, seed: 1), Standardising(draws: 300, seed: 1))
    #expect(a.table == b.table && a.table != Standardising(draws: 300, seed: 2).table)
  }

  @Test("every claim is as recorded, at either budget", arguments: [Context.Budget.figure, .full])
  func claims(budget: Context.Budget) throws {
    for claim in try Recipe(BNConditioning.self).run(budget).claims {
      #expect(claim.isAsRecorded, "\(claim.id): \(claim.numbers(.english))")
    }
  }

  private static let variants = [
    [], [("rho", "0")], [("rho", "0.99")], [("rho", "-0.9")], [("start", "2,-2")],
    [("start", "0.001,0"), ("seed", "4")],
  ].map { Variant(lesson: BNConditioning.self, options: $0) }

  @Test("every way to draw it keeps the standard", arguments: variants)
  func standard(variant: Variant) throws {
    try Pictures.hold(variant.recipe.run(.figure), minima: [.zero], omitsNothing: true) {
      drawing, _, way in
      let maps = drawing.record.axes.prefix(2).map(\.box)
      #expect(maps[0].width == maps[1].width && maps[0].height == maps[1].height, "\(way)")
    }
  }

  @Test(
    "a view of raw weights holds for both maps, in frames of one size",
    arguments: [View(x: -0.1...0.1, y: -0.1...0.1), View(x: 0...0.2, y: -0.1...0.3)])
  func view(view: View) throws {
    let outcome = try Recipe(BNConditioning.self, given: [], view: view).run(.figure)
    for format in Pictures.formats([.slide, .slide43, .notes], view: view) {
      let maps = try outcome.figure.draw(format, with: Pictures.typesetter).record.axes.prefix(2)
      #expect(maps[0].x.min == view.x.lowerBound && maps[0].x.max == view.x.upperBound)
      // The deviations are 4 and 2: the models in view on the left are in view on the right.
      let near = 1e-9
      #expect(maps[1].x.min <= 4 * view.x.lowerBound + near)
      #expect(maps[1].x.max >= 4 * view.x.upperBound - near)
      #expect(maps[1].y.min <= 2 * view.y.lowerBound + near)
      #expect(maps[1].y.max >= 2 * view.y.upperBound - near)
      #expect(maps[1].x.max - maps[1].x.min < 4.001 * (view.x.upperBound - view.x.lowerBound))
      #expect(abs(maps[0].box.width - maps[1].box.width) <= 1)
      #expect(abs(maps[0].box.height - maps[1].box.height) <= 1)
    }
  }

  @Test("the texts name the numbers of the run", arguments: variants)
  func texts(variant: Variant) throws {
    let outcome = try variant.recipe.run(.figure)
    let tables = outcome.series.prefix(2)
    for table in tables {
      let reach = 1e-6 * Vector2(table.rows[0][1], table.rows[0][2]).length
      let step = table.rows.firstIndex { Vector2($0[1], $0[2]).length <= reach }
      let number = try #require(step)
      #expect(outcome.figure.title.english.contains("\(number)"), "\(table.name)")
      #expect(outcome.alt.english.contains(Digits.count(number, of: "step")))
    }
  }

  @Test("what is no correlation or no start is refused, with what would be right")
  func refused() {
    let mistakes = [
      ("rho", "1", "-0.99 to 0.99"), ("rho", "x", "number"), ("start", "0,0", "minimum"),
      ("start", "9,9", "-2 to 2"),
    ]
    for (key, value, words) in mistakes {
      #expect {
        try Variant(lesson: BNConditioning.self, options: [(key, value)]).recipe
      } throws: {
        "\($0)".contains(words) && "\($0)".contains("--\(key)")
      }
    }
  }
}
