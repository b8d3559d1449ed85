import Landscapes

/// Steps of one length along the sign of each partial derivative.
struct SignDescent: Optimizer {
  var learningRate = 0.01

  func initialState(for shape: [Int]) {}

  func update(_ parameter: inout Tensor, along gradient: Tensor, state: inout Void) {
    let signs = gradient.map { $0 > 0 ? 1.0 : $0 < 0 ? -1 : 0 }
    parameter = parameter - signs * learningRate
  }
}

/// Where it comes to on Rosenbrock's valley, with gradients cut to length 100.
func walkWithSigns() -> Walk {
  descend(.rosenbrock, from: Vector2(-1.5, 2), by: SignDescent(learningRate: 0.0005), steps: 10_000, clipping: 100)
}

/// A landscape of one's own needs no more than its height.
func walkOnOwnLandscape() -> Walk {
  let bowl = Landscape("bowl", view: .init(reach: 2), start: Vector2(1, 1)) { x, y in x * x + 3 * y * y }
  return descend(bowl, from: bowl.start, by: .adam.with(learningRate: 0.1), steps: 300)
}
