import LessonKit
import Testing

@testable import Lessons

@Suite("Wide networks and dropout") struct WidthTests {
  private static let courses = CubicNetwork.all(Width.shapes, seed: 42).concurrentMap {
    $0.trained(epochs: 300, rate: 0.01)
  }
  private static let names = ["hidden=4", "hidden=32", "hidden=128", "hidden=128,dropout=0.3"]

  private func figure(_ name: String, _ options: [String: String] = [:]) throws -> Figure {
    let recipe = try Recipe(Width.self, given: options.map { Options.Given($0.key, $0.value) })
    return try recipe.draw(recipe.figure(named: name))
  }

  @Test("losses are PyTorch’s at first, and near its at last", arguments: 0..<4) func losses(kind: Int) throws {
    let reference = FittingReference.shared.capacity
    let losses = try #require(reference.loss[Self.names[kind]])
    let own = Self.courses[kind].losses
    #expect(own.count == 300)
    for (epoch, loss) in zip(reference.epochs, losses) where epoch <= 10 {
      #expect(abs(own[epoch] - loss) <= 1e-3 * loss, "epoch \(epoch)")
    }
    let last = try #require(losses.last)
    #expect(abs(own[299] / last - 1) < 0.25)
  }

  @Test("passes differ in training mode only, and only with dropout") func modes() {
    for (kind, course) in Self.courses.enumerated() {
      let passes = course.passes(2)
      #expect((passes[0] != passes[1]) == (kind == 3))
      #expect((passes[0] == course.network(course.samples.inputs)) == (kind != 3))
    }
  }

  @Test("the error is the mean square distance from the curve between the samples") func error() {
    let course = Self.courses[0]
    let (places, outputs) = (course.truth.inputs.elements, course.network(course.truth.inputs).elements)
    #expect(places.count == 99 && abs(places[0] + 3 - 3.0 / 99) < 1e-12)
    let squares = zip(places, outputs).map { x, y in (y - x * x * x + x * x) * (y - x * x * x + x * x) }
    #expect(abs(squares.mean - course.error) < 1e-9)
  }

  @Test("128 units are no worse than 32, and dropout belongs off") func headlines() throws {
    #expect(try figure("width").title.english == "The wider the network, the smaller its error on new points")
    let mode = try figure("mode")
    #expect(mode.title.english == "Turn dropout off before predicting: error 0.5, not 2.7")
    let losses = Self.courses[3].losses(of: Self.courses[3].passes(Width.passCount))
    let numbers = [losses.training, losses.evaluation].map { Digits.text($0, digits: 2) }
    #expect(mode.panels.map(\.subheading?.english) == numbers.map { "mean squared error \($0)" })
  }

  @Test("rates at which nothing is learned are refused, or the figure says so", arguments: ["1e3", "1e6", "1e300"])
  func lost(rate: String) throws {
    #expect { try figure("width", ["lr": rate]) } throws: { "\($0)".contains("every network diverges") }
    #expect(try figure("mode", ["lr": rate]).title.english == "This network diverged: it predicts nothing")
  }

  @Test("the true curve lies over the prediction, so that neither hides the other") func truth() throws {
    for panel in try figure("mode").panels {
      let last = try #require(panel.marks.last as? Line)
      #expect(last.identity == .truth && last.identity.dash == .dashed && panel.marks.count == 2)
    }
  }
}
