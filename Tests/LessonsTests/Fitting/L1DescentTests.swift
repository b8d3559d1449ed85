import LessonKit
import Testing

@testable import Lessons

@Suite("L1 and gradient descent") struct L1DescentTests {
  @Test("both ways go together until one lands on zero and stays; the other jumps over it, and is never zero")
  func hero() throws {
    let figure = try Specimen.shown(L1Descent.self).figure
    #expect(
      figure.title.english == "Proximal steps stop at exactly 0, subgradient steps never do" && figure.panels.count == 1
    )
    let marks = figure.panels[0].marks
    let dot = try #require(marks.compactMap { $0 as? LabelledDot }.first)
    let step = Int(dot.at.x)
    #expect(dot.at.y == 0 && dot.label.english == "proximal: exactly 0\nfrom step \(step) on" && step == 4)
    let walks = marks.compactMap { $0 as? Line }.map { $0.points.map(\.y) }
    let (gradient, proximal) = (walks[0], walks[1])
    #expect(zip(gradient, proximal).prefix(step).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(proximal[..<step].allSatisfy { $0 > 0 } && proximal[step...].allSatisfy { $0 == 0 })
    #expect(!gradient.contains(0))
    #expect(zip(gradient[step...], gradient[(step + 1)...]).allSatisfy { $0 * $1 < 0 })
  }

  @Test(
    "the title stays true at the ends of every option",
    arguments: [
      ("lr", "0.001", "In 20 steps neither way reaches zero"),
      ("lr", "0.7", "Proximal steps stop at exactly 0, subgradient steps never do"),
      ("steps", "1", "In 1 step neither way reaches zero"),
      ("steps", "1000", "Proximal steps stop at exactly 0, subgradient steps never do"),
      ("strength", "0", "With so weak a penalty neither way ends at zero"),
      ("strength", "100", "Proximal steps stop at exactly 0, subgradient steps never do"),
    ]) func ends(key: String, value: String, title: String) throws
  {
    let recipe = try Recipe(L1Descent.self, given: [.init(key, value)])
    let figure = try recipe.draw(recipe.figures[0])
    #expect(figure.title.english == title)
    let outline = try figure.outline(Pictures.formats[0], with: Pictures.typesetter)
    #expect(outline.omitted.isEmpty)
  }
}
