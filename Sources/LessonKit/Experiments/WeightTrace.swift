/// A single weight on its way to the loss, and the gradient on its way back: z = x·w, ŷ = f(z), L = (ŷ − y)².
///
/// Values and gradients are those of one tape; the slope of each operation is taken on a tape of its own, as if it stood alone.
public struct WeightTrace: Sendable, Hashable {
  /// w, z, ŷ and L.
  public let values: [Double]
  /// ∂L/∂w, ∂L/∂z, ∂L/∂ŷ and ∂L/∂L.
  public let gradients: [Double]
  /// ∂z/∂w, ∂ŷ/∂z and ∂L/∂ŷ, each from its operation alone.
  public let slopes: [Double]

  /// The weight of one unit with one input, an activation and a target.
  public init(weight: Double, input: Double, activation: Activation, target: Double) {
    let operations: [(Variable) -> Variable] = [
      { $0 * input }, { activation.applied(to: $0) }, { ($0 - target).squared() },
    ]
    let tape = Tape()
    var variables = [tape.variable(Tensor(weight))]
    for operation in operations { variables.append(operation(variables[variables.count - 1])) }
    for variable in variables { tape.keepGradient(of: variable) }
    tape.backward(from: variables[variables.count - 1])
    values = variables.map(\.scalar)
    gradients = variables.map { tape.gradient(of: $0)[[]] }
    slopes = zip(operations, values).map { operation, value in
      let alone = Tape()
      let variable = alone.variable(Tensor(value))
      alone.backward(from: operation(variable))
      return alone.gradient(of: variable)[[]]
    }
  }
}
