import LessonKit
import Testing

@testable import Lessons

@Suite("Activations and their slopes") struct ActivationsTests {
  @Test("each is steepest where PyTorch's gradients are", arguments: Activation.allCases) func steepest(
    activation: Activation
  ) throws {
    let shape = Activations.Shape(activation)
    let peer = try #require(GradientFlowReference.shared.steepest[activation.rawValue])
    #expect(abs(shape.steepest.y - peer[1]) < 1e-6)
    let isFlat = [Activation.relu, .leakyrelu, .elu].contains(activation)
    #expect(shape.isFlatAtTop == isFlat)
    if !isFlat { #expect(abs(shape.steepest.x - peer[0]) < 2e-3) }
  }

  @Test("slopes are those of small differences", arguments: Activation.allCases) func slopes(activation: Activation) {
    let (places, step) = ([-3.3, -0.7, 0.2, 1.9], 1e-6)
    let found = activation.response(to: Tensor(places)).slopes.elements
    for (place, slope) in zip(places, found) {
      let values = activation.response(to: Tensor([place - step, place + step])).values
      #expect(abs((values[1] - values[0]) / (2 * step) - slope) < 1e-8)
    }
  }

  @Test("the arrow spans from sigmoid's greatest slope to ReLU's") func headline() throws {
    let figure = try Specimen.shown(Activations.self).figure
    #expect(figure.title.english == "Sigmoid’s slope is at most 1/4, ReLU’s is 1 above 0")
    let arrow = try #require(figure.panels[0].marks.compactMap { $0 as? Gap }.first)
    #expect(arrow.from.y == Activations.Shape(.sigmoid).steepest.y && arrow.to.y == 1)
    #expect(arrow.to.y == Activations.Shape(.relu).steepest.y)
  }

  @Test("the activations that are asked for are drawn, and no claim about others is made") func choice() throws {
    let recipe = try Recipe(Activations.self, given: [.init("act", "tanh,silu")])
    let (slopes, functions) = (try recipe.draw(recipe.figures[0]), try recipe.draw(recipe.figures[1]))
    #expect(slopes.title.english == "The slopes of activation functions")
    #expect(functions.panels.map { $0.heading?.english } == ["tanh", "SiLU"])
    #expect(throws: UsageError.self) { try recipe.checkUse(of: [recipe.figures[2]]) }
  }
}
