import LessonKit
import Testing

@testable import Lessons

@Suite("The p-norms as penalties") struct PNormBallsTests {
  private func figure(_ name: String, _ key: String, _ value: String) throws -> Figure {
    let recipe = try Recipe(PNormBalls.self, given: [.init(key, value)])
    return try recipe.draw(recipe.figure(named: name))
  }

  @Test(
    "a ball has its four corners marked up to p = 1 and none beyond, and there the loss touches it with a weight of zero",
    arguments: [("0.2", [4, 0]), ("1,100", [4, 0, 0]), ("1.01", [0, 0]), ("0.5,0.9,1,1.1,3", [4, 4, 4, 0, 0, 0])])
  func corners(exponents: String, expected: [Int]) throws {
    let figure = try figure("balls", "p", exponents)
    let balls = figure.panels.filter { $0.heading != nil }
    #expect(balls.map { $0.marks.count { $0 is LabelledDot } } == expected.map { $0 + 1 })
    let hasCorners = expected.contains(4)
    #expect(
      figure.title.english
        == (hasCorners
          ? "Only balls with p ≤ 1 have corners on axes, hence zeros" : "Above p = 1 no ball has a corner on an axis"))
    #expect(balls.map { $0.heading?.english.hasSuffix(",  $w_1$ = 0") } == expected.map { $0 == 4 })
    let tells = hasCorners && balls.count < 6 ? (expected.count { $0 == 4 } == expected.count { $0 == 0 } ? 2 : 1) : 0
    #expect(figure.panels.count - balls.count == tells, "the words beside the rows")
  }

  @Test("none, six or twice the same exponent are refused with a remedy", arguments: ["1,2,3,4,5,6", "1,1"])
  func refused(exponents: String) {
    #expect(throws: UsageError.self) { try Recipe(PNormBalls.self, given: [.init("p", exponents)]) }
  }

  @Test(
    "the title of the twins is true at every correlation",
    arguments: ["0", "0.3", "0.6", "0.9", "0.95", "0.99", "0.999"]) func twins(correlation: String) throws
  {
    let figure = try figure("elastic", "correlation", correlation)
    let drops = figure.panels.compactMap { panel in panel.marks.lazy.compactMap { $0 as? LabelledDot }.first?.at.x }
    let last = 1.2 + 0.3 * (Double(correlation) ?? 0)
    #expect(drops.count == 2 && drops[0] <= drops[1] + 1e-9 && drops[1] <= last)
    let keeps = last - drops[0] > 3 * (last - drops[1])
    #expect(keeps == figure.title.english.hasPrefix("Elastic net keeps twins together"))
  }
}
