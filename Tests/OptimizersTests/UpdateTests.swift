import Optimizers
import Tensors
import Testing

@Suite("An update")
struct UpdateTests {
  /// The parameter after each step along given gradients, from 1.
  static func walk<Recipe: Optimizer>(
    _ recipe: Recipe, along gradients: [Double], from start: Double = 1
  )
    -> [Double]
  {
    var (parameter, state) = (Tensor([start]), recipe.initialState(for: [1]))
    return gradients.map { gradient in
      recipe.update(&parameter, along: Tensor([gradient]), state: &state)
      return parameter[0]
    }
  }

  @Test("plain descent moves by rate times gradient, and decay adds to the gradient")
  func plain() {
    #expect(Self.walk(SGD(learningRate: 0.5), along: [1, -2]) == [0.5, 1.5])
    #expect(Self.walk(SGD(learningRate: 0.5, weightDecay: 1), along: [0, 0]) == [0.5, 0.25])
  }

  @Test("the first velocity is the whole gradient, later ones are dampened")
  func dampening() {
    let recipe = SGD(learningRate: 1, momentum: 0.5, dampening: 0.5)
    #expect(Self.walk(recipe, along: [1, 1, 0], from: 0) == [-1, -2, -2.5])
  }

  @Test("Nesterov's first step is 1 + μ times the plain one")
  func nesterov() {
    let recipe = SGD(learningRate: 1, momentum: 0.5, isNesterov: true)
    #expect(Self.walk(recipe, along: [1, 0], from: 0) == [-1.5, -1.75])
  }

  @Test("Adagrad's steps along a constant gradient are η/√t")
  func adagrad() {
    let points = [0] + Self.walk(Adagrad(learningRate: 1), along: [3, 3, 3, 3], from: 0)
    for t in 1...4 {
      #expect(abs(points[t - 1] - points[t] - 1 / Double(t).squareRoot()) < 1e-10)
    }
    let slowed = Self.walk(Adagrad(learningRate: 1, rateDecay: 1), along: [1, 1], from: 0)
    #expect(abs(slowed[0] - slowed[1] - 0.5 / 2.0.squareRoot()) < 1e-9)
  }

  @Test("RMSprop's first step is ten times η at α = 0.99")
  func rmsprop() {
    let first = Self.walk(RMSprop(learningRate: 0.01), along: [5], from: 0)
    #expect(abs(first[0] + 0.1) < 1e-8)
  }

  @Test("a constant gradient never makes the centred spread negative")
  func centered() {
    let recipe = RMSprop(learningRate: 1e-3, squareDecay: 0.1, isCentered: true)
    let points = Self.walk(recipe, along: Array(repeating: 0.1, count: 200))
    #expect(points.allSatisfy { !$0.isNaN })
  }

  @Test("Adam's first step is η, whatever the gradient's size", arguments: [1e-3, 1, 1e6])
  func adam(size: Double) {
    let first = Self.walk(Adam(learningRate: 0.1), along: [size], from: 0)
    #expect(abs(first[0] + 0.1) < 1e-5)
  }

  @Test("ε stands outside the root")
  func epsilon() {
    #expect(Self.walk(Adam(learningRate: 1, epsilon: 1), along: [1], from: 0) == [-0.5])
    #expect(Self.walk(Adagrad(learningRate: 1, epsilon: 1), along: [1], from: 0) == [-0.5])
    let rms = Self.walk(
      RMSprop(learningRate: 1, squareDecay: 0.75, epsilon: 0.5), along: [1], from: 0)
    #expect(rms == [-1])
  }

  @Test("coupled decay is scaled away where gradients are large, decoupled decay is not")
  func decay() {
    let gradients = (0..<1000).map { $0 % 2 == 0 ? 10.0 : -10 }
    let coupled = Self.walk(Adam(learningRate: 0.01, weightDecay: 0.1), along: gradients).last!
    let free = Self.walk(Adam(learningRate: 0.01), along: gradients).last!
    let decoupled = Self.walk(AdamW(learningRate: 0.01, weightDecay: 0.1), along: gradients).last!
    #expect(abs(coupled - free) < 0.15)
    #expect(abs(decoupled - 0.3677) < 0.02)
  }

  @Test("a step on a NaN gradient gives NaN, and leaves the other elements alone")
  func nan() {
    func check<Recipe: Optimizer>(_ recipe: Recipe) {
      var (parameter, state) = (Tensor([1, 1]), recipe.initialState(for: [2]))
      recipe.update(&parameter, along: Tensor([.nan, 1]), state: &state)
      #expect(parameter[0].isNaN)
      #expect(parameter[1] < 1)
    }
    for kind in RuleKind.all { check(Rule(kind.name).makeOptimizer()) }
    check(Adam(isAMSGrad: true))
    check(RMSprop(momentum: 0.5, isCentered: true))
  }

  @Test("a copy of parameter and state walks on as the original does")
  func rewinding() {
    let recipe = Adam(learningRate: 0.1)
    var (parameter, state) = (Tensor([1, 2]), recipe.initialState(for: [2]))
    recipe.update(&parameter, along: Tensor([1, -1]), state: &state)
    var (again, copy) = (parameter, state)
    recipe.update(&parameter, along: Tensor([0.5, 3]), state: &state)
    recipe.update(&again, along: Tensor([0.5, 3]), state: &copy)
    #expect(parameter == again)
    #expect(copy.step == 2)
  }

  @Test("an empty parameter takes a step without trouble")
  func empty() {
    let recipe = Adam()
    var (parameter, state) = (Tensor.zeros([0, 3]), recipe.initialState(for: [0, 3]))
    recipe.update(&parameter, along: .zeros([0, 3]), state: &state)
    #expect(parameter.count == 0)
  }
}
