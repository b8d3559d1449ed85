import Tensors

/// Only the gradient's sign counts: each coordinate's step grows while it stays, shrinks when it turns.
///
/// Source: M. Riedmiller and H. Braun, *A direct adaptive method for faster backpropagation learning*,
/// ICNN 1993, without going back, as in PyTorch: where the sign turns, the coordinate rests one step.
public struct Rprop: Optimizer, Hashable {
  /// Length of the first step, and only of that: η. A rate that changes later has no effect.
  public var learningRate: Double
  /// Factor on a step whose sign turned: η⁻.
  public var shrinkage: Double
  /// Factor on a step whose sign stayed: η⁺.
  public var growth: Double
  /// The shortest step.
  public var shortest: Double
  /// The longest step.
  public var longest: Double

  /// A recipe, with PyTorch's defaults.
  public init(
    learningRate: Double = 1e-2, shrinkage: Double = 0.5, growth: Double = 1.2, shortest: Double = 1e-6,
    longest: Double = 50
  ) {
    (self.learningRate, self.shrinkage, self.growth) = (learningRate, shrinkage, growth)
    (self.shortest, self.longest) = (shortest, longest)
  }

  /// The steps' lengths.
  public struct State: Sendable {
    /// The gradient before, 0 where its sign turned.
    public internal(set) var previous: Tensor
    /// Length of each coordinate's step.
    public internal(set) var length: Tensor
    /// Steps taken.
    public internal(set) var step = 0
  }

  /// No gradient seen.
  public func initialState(for shape: [Int]) -> State { State(previous: .zeros(shape), length: .zeros(shape)) }

  /// Takes one step, in place.
  public func update(_ parameter: inout Tensor, along gradient: Tensor, state: inout State) {
    if state.step == 0 { state.length = Tensor(repeating: learningRate, shape: gradient.shape) }
    state.step += 1
    let (shrinkage, growth, shortest, longest) = (shrinkage, growth, shortest, longest)
    parameter.update(with: gradient, &state.previous, &state.length) { p, g, previous, length in
      let agreement = g * previous
      let factor = agreement > 0 ? growth : agreement < 0 ? shrinkage : 1
      length = min(max(length * factor, shortest), longest)
      previous = agreement < 0 ? 0 : g
      p -= length * previous.direction
    }
  }
}
