import Autodiff
import Tensors

/// A number array that training changes.
public struct Parameter: Sendable, Hashable, Identifiable {
  /// Where it stands, `2.weight`: unlike any other of its network.
  public let id: String
  /// What it is now; its shape does not change.
  public var value: Tensor
}

/// What a layer keeps from pass to pass without a gradient.
public struct Statistic: Sendable, Hashable, Identifiable {
  /// Where it stands, `1.mean`.
  public let id: String
  /// What it is now.
  public var value: Tensor
}

/// Layers with values for their parameters: a value itself, which may be copied, kept and compared.
///
///     var random = SeededGenerator(seed: 1)
///     var network = Network([Linear(64, 128), ReLU(), Linear(128, 10)], using: &random)
///     let scores = network(images)
public struct Network: Sendable {
  /// The recipe.
  public let layer: any Layer
  /// Every parameter, in the order of the layers.
  public var parameters: [Parameter]
  /// Running statistics, in the order of the layers.
  public var statistics: [Statistic]

  /// Layers one after another, their parameters drawn in order.
  public init(_ layers: [any Layer], using random: inout some RandomStream) {
    self.init(Sequential(layers), using: &random)
  }

  /// A layer, which may consist of others, its parameters drawn in order.
  public init(_ layer: any Layer, using random: inout some RandomStream) {
    self.layer = layer
    parameters = []
    for plan in layer.parameters {
      let value = plan.initializer.draw(plan.shape, using: &random)
      parameters.append(Parameter(id: plan.name, value: value))
    }
    statistics = layer.statistics.map { Statistic(id: $0.name, value: $0.initial) }
  }

  /// How many numbers the parameters hold.
  public var parameterCount: Int { parameters.reduce(0) { $0 + $1.value.count } }

  /// The place of a parameter's id among the parameters; nil where there is none of it.
  public func position(of id: String) -> Int? { parameters.firstIndex { $0.id == id } }

  /// Puts every parameter on a tape, as variables that want gradients, in order.
  public func place(on tape: Tape) -> [Variable] { parameters.map { tape.variable($0.value) } }

  /// Computes the output for an input on the same tape as the weights, which `place` has put there.
  ///
  /// In training, running statistics take the batch in; a network with dropout needs a stream.
  public mutating func forward(_ input: Variable, with weights: [Variable], mode: Mode) -> Variable {
    var pass = Pass(self, weights: weights, mode: mode, random: nil)
    return run(input, &pass)
  }

  /// Computes the output, with random numbers for dropout.
  public mutating func forward<Stream: RandomStream>(
    _ input: Variable, with weights: [Variable], mode: Mode, using random: inout Stream
  ) -> Variable {
    var pass = Pass(self, weights: weights, mode: mode, random: random)
    defer { random = pass.random as! Stream }
    return run(input, &pass)
  }

  /// Computes the output in evaluation, which changes nothing.
  public func evaluate(_ input: Variable, with weights: [Variable]) -> Variable {
    var copy = self
    return copy.forward(input, with: weights, mode: .evaluation)
  }

  /// The output for an input, in evaluation and without gradients.
  public func callAsFunction(_ input: Tensor) -> Tensor {
    let tape = Tape()
    let weights = parameters.map { tape.constant($0.value) }
    return evaluate(tape.constant(input), with: weights).value
  }

  /// The gradient at every parameter, in order, after `backward` on their tape.
  ///
  /// Stops the program, with the parameter's id, where one had no part in the result.
  public func gradients(at weights: [Variable]) -> [Tensor] {
    var gradients = parameters.map { Tensor.zeros($0.value.shape) }
    copyGradients(at: weights, into: &gradients)
    return gradients
  }

  /// Copies the gradients into tensors of the parameters' shapes, which allocates nothing.
  func copyGradients(at weights: [Variable], into gradients: inout [Tensor]) {
    for index in parameters.indices {
      let weight = weights[index]
      require(
        weight.tape.hasGradient(weight),
        "the parameter \(parameters[index].id) has no gradient: it had no part in the loss")
      weight.tape.copyGradient(of: weight, into: &gradients[index])
    }
  }

  private mutating func run(_ input: Variable, _ pass: inout Pass) -> Variable {
    let output = layer.forward(input, in: &pass)
    pass.finish()
    if pass.mode == .training { for index in statistics.indices { statistics[index].value = pass.statistics[index] } }
    return output
  }
}
