import LessonKit
import Testing

@testable import Lessons

@Suite("L1 and gradient descent") struct L1DescentTests {
  @Test("both panels mark one step: the proximal weight is zero there, the gradient’s is not") func hero() throws {
    let figure = try Specimen.shown(L1Descent.self).figure
    #expect(figure.title.english == "Proximal steps land on zero, gradient steps jump over it")
    let dots = figure.panels.map { $0.marks.compactMap { $0 as? LabelledDot } }
    #expect(dots.map(\.count) == [1, 1] && dots[0][0].at.x == dots[1][0].at.x)
    #expect(dots[0][0].at.y < 0 && dots[1][0].at.y == 0 && dots[1][0].label == "$w$ = 0")
    let lines = figure.panels.flatMap { $0.marks.compactMap { $0 as? Line } }
    let step = Int(dots[1][0].at.x)
    #expect(lines[1].points[..<step].allSatisfy { $0.y > 0 } && lines[1].points[step...].allSatisfy { $0.y == 0 })
    #expect(zip(lines[0].points, lines[1].points).prefix(step).allSatisfy { abs($0.y - $1.y) < 1e-12 })
  }

  @Test(
    "the title stays true at the ends of every option",
    arguments: [
      ("lr", "0.001", "In 30 steps neither way reaches zero"),
      ("lr", "0.8", "Proximal steps land on zero, gradient steps jump over it"),
      ("steps", "1", "In 1 step neither way reaches zero"),
      ("steps", "1000", "Proximal steps land on zero, gradient steps jump over it"),
      ("strength", "0", "With so weak a penalty neither way ends at zero"),
      ("strength", "100", "Proximal steps land on zero, gradient steps jump over it"),
    ]) func ends(key: String, value: String, title: String) throws
  {
    let recipe = try Recipe(L1Descent.self, given: [.init(key, value)])
    let figure = try recipe.draw(recipe.figures[0])
    #expect(figure.title.english == title)
    let outline = try figure.outline(Pictures.formats[0], with: Pictures.typesetter)
    #expect(outline.omitted.isEmpty)
  }
}
