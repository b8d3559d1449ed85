import LessonKit
import Testing

@testable import Lessons

@Suite("L1 and L2 penalties") struct L1L2Tests {
  @Test("the title says what became of the weights, and so do the words at the points of contact", arguments: 0...14)
  func limits(step: Int) throws {
    let limit = 0.8 + 0.05 * Double(step)
    let recipe = try Recipe(L1L2.self, given: [.init("limit", Digits.text(limit))])
    let figure = try recipe.draw(recipe.figures[0])
    let dots = figure.panels.map { $0.marks.compactMap { $0 as? LabelledDot } }
    #expect(dots.map(\.count) == [1, 1])
    let (l1, l2) = (dots[0][0], dots[1][0])
    #expect(abs(abs(l1.at.x) + abs(l1.at.y) - limit) < 1e-9 && abs(l2.at.distance(to: .zero) - limit) < 1e-9)
    #expect(l2.at.x > 0 && l2.at.y > 0 && (l1.at.x == 0) == (l1.label == "$w_1$ = 0"))
    for dot in [l1, l2] {
      #expect(dot.label.english == "$w_1$ = \(Digits.text(dot.at.x, digits: 2))" && dot.role == .finding)
    }
    #expect(
      figure.title.english
        == (l1.at.x == 0
          ? "L1 sets a weight to exactly zero, L2 only shrinks it"
          : "With so much room no weight is zero, under L1 or L2"))
  }
}
