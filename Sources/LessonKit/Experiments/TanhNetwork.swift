/// A network with one hidden layer of tanh units and its mean squared error on a few points, as a function of its parameters.
public struct TanhNetwork: Sendable {
  /// Points, a row each, and what the network should answer.
  public let inputs: Tensor, targets: Tensor
  /// Weights and biases of the hidden layer, then those of the output.
  public let parameters: [Tensor]

  /// A network at some points; `parameters` has shapes [units, inputs], [units], [1, units] and [1].
  public init(inputs: Tensor, targets: Tensor, parameters: [Tensor]) {
    (self.inputs, self.targets, self.parameters) = (inputs, targets, parameters)
  }

  /// A network of so many hidden units, with normal weights of LeCun's size, at 16 normal points with sin 2x₁ for a target.
  public init(units: Int, seed: Int) {
    var stream = SeededGenerator(seed: UInt64(seed))
    let points = stream.normal(shape: [16, 2])
    let targets = (0..<16).map { sin(2 * points[$0, 0]) }
    let deviations = [(0.5).squareRoot(), 0.1, (1 / Double(units)).squareRoot(), 0.1]
    let shapes = [[units, 2], [units], [1, units], [1]]
    self.init(
      inputs: points, targets: Tensor(targets, shape: [16, 1]),
      parameters: zip(shapes, deviations).map { stream.normal(mean: 0, deviation: $1, shape: $0) })
  }

  /// How many weights and biases there are.
  public var count: Int { parameters.map(\.count).reduce(0, +) }

  /// The loss as a function of the parameters.
  public var check: GradientCheck {
    GradientCheck { [inputs, targets] parameters in
      let tape = parameters[0].tape
      let hidden = tape.constant(inputs).affine(weight: parameters[0], bias: parameters[1]).hyperbolicTangent()
      return (hidden.affine(weight: parameters[2], bias: parameters[3]) - tape.constant(targets)).squared().mean()
    }
  }

  /// How far central differences of each width lie from backpropagation's gradient, as a share of its length.
  public func deviations(widths: [Double]) -> [Point] {
    let seed = Tensor(1)
    return widths.concurrentMap { Point($0, check.deviation(at: parameters, seed: seed, step: $0)) }
  }

  /// The loss and its gradient by each parameter.
  public func gradient() -> (loss: Double, parts: [Tensor]) {
    let tape = Tape()
    let variables = parameters.map { tape.variable($0) }
    let loss = check.function(variables)
    tape.backward(from: loss)
    return (loss.scalar, variables.map { tape.gradient(of: $0) })
  }

  /// What the hidden units put out, a row for each point.
  public func hidden() -> Tensor {
    let tape = Tape()
    let (weight, bias) = (tape.constant(parameters[0]), tape.constant(parameters[1]))
    return tape.constant(inputs).affine(weight: weight, bias: bias).hyperbolicTangent().value
  }

  /// The same network with the weights of its output times a factor.
  public func scalingOutput(by factor: Double) -> TanhNetwork {
    var others = parameters
    others[2] = others[2] * factor
    return TanhNetwork(inputs: inputs, targets: targets, parameters: others)
  }

  /// ∂L/∂ŷ · ∂ŷ/∂a · ∂a/∂z by the hidden units' inputs z, multiplied by hand: a row for each point.
  private func errorsOfHidden() -> Tensor {
    let activations = hidden()
    let tape = Tape()
    let outputs = tape.variable(
      tape.constant(activations).affine(weight: tape.constant(parameters[2]), bias: tape.constant(parameters[3])).value)
    tape.backward(from: (outputs - tape.constant(targets)).squared().mean())
    return tape.gradient(of: outputs).matmul(parameters[2]) * (1 - activations * activations)
  }

  /// How far the product ∂L/∂ŷ · ∂ŷ/∂a · ∂a/∂z · ∂z/∂W, with a and z of the hidden units, lies from the gradient by W, as a
  /// share of it: for the hidden weights, and for the output's, along these weights themselves.
  public func chainDeviations() -> (hidden: Double, output: Double) {
    let (parts, errors) = (gradient().parts, errorsOfHidden())
    let off = errors.transposed().matmul(inputs) - parts[0]
    // What doubling the output's weights changes of the hidden units is ∂z/∂W along them.
    let change = scalingOutput(by: 2).hidden() - hidden()
    let slope = parts[2].dot(parameters[2])
    return ((off.dot(off) / parts[0].dot(parts[0])).squareRoot(), abs(errors.dot(change) - slope) / abs(slope))
  }
}
