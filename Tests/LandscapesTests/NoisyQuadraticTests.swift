import Landscapes
import Optimizers
import Tensors
import Testing

@Suite("A quadratic function with noisy gradients") struct NoisyQuadraticTests {
  @Test("without noise it is the landscape", arguments: [Rule.sgd, .momentum, .adam]) func silent(rule: Rule) {
    let rule = rule.with(learningRate: 0.01)
    let walk = descend(.saddle, from: Vector2(1, 1e-6), by: rule, steps: 60)
    var stream = SeededGenerator(seed: 0)
    let losses = NoisyQuadratic(curvatures: [2, -2], noise: 0).losses(
      from: Tensor([1, 1e-6]), by: rule, steps: 60, using: &stream)
    #expect(losses.count == 61)
    for (a, b) in zip(losses, walk.losses) { #expect(abs(a - b) < 1e-12) }
    #expect(stream == SeededGenerator(seed: 0))
  }

  @Test("the first step that is there is told, and none where none is") func first() {
    var stream = SeededGenerator(seed: 0)
    let saddle = NoisyQuadratic(curvatures: [2, -2], noise: 0)
    func step(_ y: Double, _ stream: inout SeededGenerator) -> Int? {
      saddle.firstStep(from: Tensor([1, y]), by: .sgd.with(learningRate: 0.01), steps: 1000, using: &stream) {
        abs($0[1]) > 1
      }
    }
    #expect(step(1e-6, &stream) == 698)
    #expect(step(0, &stream) == nil)
    #expect(step(2, &stream) == 0)
  }

  @Test("at a constant rate the loss settles where noise and descent balance") func balance() {
    let (rate, count) = (0.1, 400)
    var stream = SeededGenerator(seed: 3)
    let losses = NoisyQuadratic(curvatures: Array(repeating: 2, count: count), noise: 1).losses(
      from: Tensor.zeros([count]), by: .sgd.with(learningRate: rate), steps: 400, using: &stream)
    // E x² = ησ²/(λ(2 − ηλ)).
    let expected = Double(count) * rate / (2 * (2 - rate * 2))
    let late = losses.suffix(200).reduce(0, +) / 200
    #expect(abs(late / expected - 1) < 0.05)
  }

  @Test("a loss that overflows ends the run") func overflow() {
    var stream = SeededGenerator(seed: 0)
    let losses = NoisyQuadratic(curvatures: [1], noise: 0).losses(
      from: Tensor([1]), by: .sgd.with(learningRate: 1e10), steps: 100, using: &stream)
    #expect(losses.count < 30 && losses.last?.isFinite == false)
  }
}
