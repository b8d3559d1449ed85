import Tensors

/// Compares gradients of a function with what small changes of its inputs do to it.
///
/// Central differences are good to about ten digits; a wrong derivative shows in the first three.
public struct GradientCheck: Sendable {
  /// The function: variables on one tape to a variable of any shape.
  public let function: @Sendable ([Variable]) -> Variable

  /// A check of a function.
  public init(_ function: @escaping @Sendable ([Variable]) -> Variable) { self.function = function }

  /// The greatest error of any gradient, relative to its size or to 1 where it is smaller.
  ///
  /// The function's elements are weighed with `seed`, of its shape, in place of a loss.
  public func gradientError(at inputs: [Tensor], seed: Tensor, order: Tape.Order = .first) -> Double {
    let gradients = gradients(at: inputs, seed: seed, order: order)
    return greatest(
      inputs.indices.flatMap { place in
        (0..<inputs[place].count).map { index in
          let step = 6e-6 * max(1, abs(inputs[place].elements[index]))
          let slope = slope(of: { weighed(at: $0, seed: seed) }, at: inputs, place, index, step: step)
          return error(gradients[place].elements[index], slope)
        }
      })
  }

  /// How far central differences lie from the gradient, as a share of its length: ‖differences − gradient‖ / ‖gradient‖.
  ///
  /// Differences are between the function `step` above and `step` below each input; NaN where the gradient is 0.
  public func deviation(at inputs: [Tensor], seed: Tensor, step: Double) -> Double {
    let gradients = gradients(at: inputs, seed: seed, order: .first)
    var (off, length) = (0.0, 0.0)
    for place in inputs.indices {
      for (index, value) in gradients[place].elements.enumerated() {
        let slope = slope(of: { weighed(at: $0, seed: seed) }, at: inputs, place, index, step: step)
        off += (slope - value) * (slope - value)
        length += value * value
      }
    }
    return (off / length).squareRoot()
  }

  /// The greatest error of a Hessian times a direction, against differences of gradients.
  public func hessianError(at inputs: [Tensor], along directions: [Tensor], seed: Tensor) -> Double {
    let product = hessianProduct(at: inputs, along: directions, seed: seed)
    let step = 1e-5
    let above = gradients(at: moved(inputs, directions, step), seed: seed, order: .second)
    let below = gradients(at: moved(inputs, directions, -step), seed: seed, order: .second)
    return greatest(
      inputs.indices.flatMap { place in
        (0..<inputs[place].count).map { index in
          let change = above[place].elements[index] - below[place].elements[index]
          return error(product[place].elements[index], change / (2 * step))
        }
      })
  }

  private func weighed(at inputs: [Tensor], seed: Tensor) -> Double {
    let tape = Tape()
    return function(inputs.map { tape.constant($0) }).value.dot(seed)
  }

  private func gradients(at inputs: [Tensor], seed: Tensor, order: Tape.Order) -> [Tensor] {
    let tape = Tape(order: order)
    let variables = inputs.map { tape.variable($0) }
    tape.backward(from: function(variables), seed: seed)
    return variables.map { tape.gradient(of: $0) }
  }

  private func hessianProduct(at inputs: [Tensor], along directions: [Tensor], seed: Tensor) -> [Tensor] {
    let tape = Tape(order: .second)
    let variables = inputs.map { tape.variable($0) }
    let result = function(variables)
    tape.backward(from: result, seed: seed)
    return tape.hessianProduct(of: result, by: variables, along: directions)
  }

  private func slope(of function: ([Tensor]) -> Double, at inputs: [Tensor], _ place: Int, _ index: Int, step: Double)
    -> Double
  {
    let x = inputs[place].elements[index]
    var moved = inputs
    moved[place].withMutableElements { $0[index] = x + step }
    let above = function(moved)
    moved[place].withMutableElements { $0[index] = x - step }
    return (above - function(moved)) / (2 * step)
  }

  private func moved(_ inputs: [Tensor], _ directions: [Tensor], _ step: Double) -> [Tensor] {
    zip(inputs, directions).map { $0 + $1 * step }
  }

  /// The greatest of some errors, NaN if any is.
  private func greatest(_ errors: [Double]) -> Double { Tensor([0] + errors).greatest() }

  private func error(_ value: Double, _ expected: Double) -> Double {
    abs(value - expected) / max(1, abs(value), abs(expected))
  }
}
