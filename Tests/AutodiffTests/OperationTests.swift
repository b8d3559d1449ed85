import Autodiff
import Tensors
import Testing

/// Every operation against central differences, with random upstream seeds.
@Suite("An operation's derivatives") struct OperationTests {
  @Test("gradients agree with central differences, fused and spelled out", arguments: cases) func gradients(
    entry: OperationCase
  ) {
    let check = GradientCheck(entry.function)
    let inputs = entry.inputs(seed: 1)
    let seed = entry.seed(for: check, at: inputs)
    #expect(check.gradientError(at: inputs, seed: seed) < 1e-8)
    #expect(check.gradientError(at: inputs, seed: seed, order: .second) < 1e-8)
  }

  @Test("the Hessian times a direction agrees with differences of gradients", arguments: cases) func hessians(
    entry: OperationCase
  ) {
    // The sine and the second factor make linear operations bend too.
    let check = GradientCheck { variables in entry.function(variables).sine() * variables[0].squared().sum() }
    let inputs = entry.inputs(seed: 2)
    var random = SeededGenerator(seed: 3)
    let directions = inputs.map { random.uniform(in: -1...1, shape: $0.shape) }
    let seed = entry.seed(for: check, at: inputs)
    #expect(check.hessianError(at: inputs, along: directions, seed: seed) < 1e-7)
  }

  @Test("fused operations and their plain spelling give one value", arguments: cases) func spellings(
    entry: OperationCase
  ) {
    let inputs = entry.inputs(seed: 4)
    let values = [Tape.Order.first, .second].map { order in
      let tape = Tape(order: order)
      return entry.function(inputs.map { tape.constant($0) }).value
    }
    #expect(values[0].shape == values[1].shape)
    #expect((values[0] - values[1]).magnitude().greatest() < 1e-13)
  }

  struct WrongSlope: Elementwise {
    func value(_ x: Double) -> Double { x * x * x }
    func slope(_ x: Double, value y: Double) -> Double { 3.003 * x * x }
    func curvature(_ x: Double, value y: Double) -> Double { 6 * x }
  }

  struct WrongCurvature: Elementwise {
    func value(_ x: Double) -> Double { x * x * x }
    func slope(_ x: Double, value y: Double) -> Double { 3 * x * x }
    func curvature(_ x: Double, value y: Double) -> Double { 6.01 * x }
  }

  @Test("a wrong slope is rejected, and a wrong curvature") func wrongDerivatives() {
    let inputs = [Tensor([0.3, -1.2, 1.7])]
    let seed = Tensor([1, -0.4, 0.6])
    let slope = GradientCheck { $0[0].mapped(by: WrongSlope()) }
    #expect(slope.gradientError(at: inputs, seed: seed) > 1e-4)
    let curvature = GradientCheck { $0[0].mapped(by: WrongCurvature()) }
    #expect(curvature.gradientError(at: inputs, seed: seed) < 1e-8)
    #expect(curvature.hessianError(at: inputs, along: [Tensor([1, 1, 1])], seed: seed) > 1e-4)
  }

  @Test("a gradient that is NaN is rejected") func notANumber() {
    let check = GradientCheck { $0[0].logarithm() }
    #expect(!(check.gradientError(at: [Tensor([-1])], seed: Tensor([1])) < 1))
  }
}
