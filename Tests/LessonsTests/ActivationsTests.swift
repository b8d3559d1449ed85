import Foundation
import LessonKit
import Testing

@testable import Lessons

@Suite("Seven activations")
struct ActivationsTests {
  @Test("each is steepest where PyTorch's gradients are", arguments: Activation.allCases)
  func steepest(activation: Activation) throws {
    let shape = ActivationShape(activation)
    let peer = try #require(GradientFlowReference.shared.steepest[activation.rawValue])
    #expect(abs(shape.steepest.y - peer[1]) < 1e-9)
    let isFlat = [Activation.relu, .leakyrelu, .elu].contains(activation)
    #expect(shape.isFlatAtTop == isFlat)
    if !isFlat { #expect(abs(shape.steepest.x - peer[0]) < 2e-5) }
  }

  @Test("slopes are those of small differences", arguments: Activation.allCases)
  func slopes(activation: Activation) {
    let (places, step) = ([-3.3, -0.7, 0.2, 1.9], 1e-6)
    let found = ActivationShape.differentiate(activation, at: places).slopes
    for (place, slope) in zip(places, found) {
      let values = ActivationShape.differentiate(activation, at: [place - step, place + step])
        .values
      #expect(abs((values[1] - values[0]) / (2 * step) - slope) < 1e-8)
    }
  }

  @Test("the claims say what they record")
  func claims() throws {
    let outcome = try Recipe(Activations.self).run(.full)
    #expect(outcome.claims.map(\.code) == ["B1", "B1", "B9"])
    for claim in outcome.claims { #expect(claim.isAsRecorded, "\(claim.numbers(.english))") }
    #expect(outcome.figure.title.english == "The sigmoid is steepest at 0, and passes only 0.25")
  }

  @Test("every preset keeps the standard, and leaves nothing out")
  func standard() throws {
    try Pictures.hold(
      Recipe(Activations.self).run(.figure), to: .allWhereThereIsRoom, omitsNothing: true)
  }
}
