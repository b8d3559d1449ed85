import Optimizers
import Tensors
import Testing

@Suite("An update") struct UpdateTests {
  /// The parameter after each step along given gradients, from 1.
  static func walk<Recipe: Optimizer>(_ recipe: Recipe, along gradients: [Double], from start: Double = 1) -> [Double] {
    var (parameter, state) = (Tensor([start]), recipe.initialState(for: [1]))
    return gradients.map { gradient in
      recipe.update(&parameter, along: Tensor([gradient]), state: &state)
      return parameter[0]
    }
  }

  @Test("plain descent moves by rate times gradient, and decay adds to the gradient") func plain() {
    #expect(Self.walk(SGD(learningRate: 0.5), along: [1, -2]) == [0.5, 1.5])
    #expect(Self.walk(SGD(learningRate: 0.5, weightDecay: 1), along: [0, 0]) == [0.5, 0.25])
  }

  @Test("the first velocity is the whole gradient, later ones are dampened") func dampening() {
    let recipe = SGD(learningRate: 1, momentum: 0.5, dampening: 0.5)
    #expect(Self.walk(recipe, along: [1, 1, 0], from: 0) == [-1, -2, -2.5])
  }

  @Test("Nesterov's first step is 1 + μ times the plain one") func nesterov() {
    let recipe = SGD(learningRate: 1, momentum: 0.5, isNesterov: true)
    #expect(Self.walk(recipe, along: [1, 0], from: 0) == [-1.5, -1.75])
  }

  @Test("Adagrad's steps along a constant gradient are η/√t") func adagrad() {
    let points = [0] + Self.walk(Adagrad(learningRate: 1), along: [3, 3, 3, 3], from: 0)
    for t in 1...4 { #expect(abs(points[t - 1] - points[t] - 1 / Double(t).squareRoot()) < 1e-10) }
    let slowed = Self.walk(Adagrad(learningRate: 1, rateDecay: 1), along: [1, 1], from: 0)
    #expect(abs(slowed[0] - slowed[1] - 0.5 / 2.0.squareRoot()) < 1e-9)
  }

  @Test("RMSprop's first step is ten times η at α = 0.99") func rmsprop() {
    let first = Self.walk(RMSprop(learningRate: 0.01), along: [5], from: 0)
    #expect(abs(first[0] + 0.1) < 1e-8)
  }

  @Test("a constant gradient never makes the centred spread negative") func centered() {
    let recipe = RMSprop(learningRate: 1e-3, squareDecay: 0.1, isCentered: true)
    let points = Self.walk(recipe, along: Array(repeating: 0.1, count: 200))
    #expect(points.allSatisfy { !$0.isNaN })
  }

  @Test("Adam's first step is η, whatever the gradient's size", arguments: [1e-3, 1, 1e6]) func adam(size: Double) {
    let first = Self.walk(Adam(learningRate: 0.1), along: [size], from: 0)
    #expect(abs(first[0] + 0.1) < 1e-5)
  }

  @Test("ε stands outside the root") func epsilon() {
    #expect(Self.walk(Adam(learningRate: 1, epsilon: 1), along: [1], from: 0) == [-0.5])
    #expect(Self.walk(Adagrad(learningRate: 1, epsilon: 1), along: [1], from: 0) == [-0.5])
    let rms = Self.walk(RMSprop(learningRate: 1, squareDecay: 0.75, epsilon: 0.5), along: [1], from: 0)
    #expect(rms == [-1])
  }

  @Test("coupled decay is scaled away where gradients are large, decoupled decay is not") func decay() {
    let gradients = (0..<1000).map { $0 % 2 == 0 ? 10.0 : -10 }
    let coupled = Self.walk(Adam(learningRate: 0.01, weightDecay: 0.1), along: gradients).last!
    let free = Self.walk(Adam(learningRate: 0.01), along: gradients).last!
    let decoupled = Self.walk(AdamW(learningRate: 0.01, weightDecay: 0.1), along: gradients).last!
    #expect(abs(coupled - free) < 0.15)
    #expect(abs(decoupled - 0.3677) < 0.02)
  }

  @Test("averaged velocities walk the summed ones' path at a rate 1/(1 − μ) as large") func averaged() {
    let gradients = (0..<20).map { Double($0 % 7) - 2.5 }
    let summed = Self.walk(SGD(learningRate: 0.125, momentum: 0.5), along: gradients)
    let averaged = Self.walk(SGD(learningRate: 0.25, momentum: 0.5, isAveraged: true), along: gradients)
    #expect(summed == averaged)
    let dampened = Self.walk(SGD(learningRate: 0.25, momentum: 0.5, dampening: 0.5), along: gradients)
    #expect(dampened != averaged)
  }

  @Test("Adadelta's first step is √ε/√(1 − ρ), a rate of 1 taken") func adadelta() {
    let first = Self.walk(Adadelta(squareDecay: 0.75, epsilon: 1e-6), along: [100], from: 0)
    #expect(abs(first[0] + 2e-3) < 1e-9)
  }

  @Test("Adamax keeps the largest gradient, fading") func adamax() {
    let recipe = Adamax(learningRate: 1, meanDecay: 0, sizeDecay: 0.5, epsilon: 0)
    #expect(Self.walk(recipe, along: [4, 1, 1, 1], from: 0) == [-1, -1.5, -2.5, -3.5])
  }

  @Test("RAdam's first five steps are not scaled, the sixth is") func radam() {
    let recipe = RAdam(learningRate: 0.5, meanDecay: 0)
    let points = [0] + Self.walk(recipe, along: Array(repeating: 8, count: 6), from: 0)
    for step in 1...5 { #expect(abs(points[step] - points[step - 1] + 4) < 1e-12) }
    #expect(abs(points[6] - points[5]) < 0.5)
  }

  @Test("Rprop's steps grow while the sign stays, and rest and shrink where it turns") func rprop() {
    let recipe = Rprop(learningRate: 1, shrinkage: 0.5, growth: 2, longest: 3)
    let points = Self.walk(recipe, along: [1, 5, 0.1, -1, -1, 0, -9], from: 0)
    #expect(points == [-1, -3, -6, -6, -4.5, -4.5, -3])
  }

  @Test("the length of Rprop's first step is the rate at that step") func rpropRate() {
    var recipe = Rprop(learningRate: 1)
    var (parameter, state) = (Tensor([0]), recipe.initialState(for: [1]))
    recipe.learningRate = 0.25
    recipe.update(&parameter, along: Tensor([1]), state: &state)
    recipe.learningRate = 7
    recipe.update(&parameter, along: Tensor([-1]), state: &state)
    #expect(parameter == Tensor([-0.25]))
  }

  @Test("NAdam's momentum warms up") func nadam() {
    let slow = Self.walk(NAdam(learningRate: 0.1, momentumDecay: 0), along: [1, 1, 1], from: 0)
    let usual = Self.walk(NAdam(learningRate: 0.1), along: [1, 1, 1], from: 0)
    #expect(slow[0] != usual[0])
    #expect(usual[0] < -0.09 && usual[0] > -0.2)
  }

  @Test("a step on a NaN gradient gives NaN, and leaves the other elements alone") func nan() {
    func check<Recipe: Optimizer>(_ recipe: Recipe) {
      var (parameter, state) = (Tensor([1, 1]), recipe.initialState(for: [2]))
      recipe.update(&parameter, along: Tensor([.nan, 1]), state: &state)
      #expect(parameter[0].isNaN)
      #expect(recipe.isElementwise ? parameter[1] < 1 : parameter[1].isNaN)
    }
    for kind in RuleKind.all { check(Rule(known: kind.name).makeOptimizer()) }
    check(Adam(isAMSGrad: true))
    check(RMSprop(momentum: 0.5, isCentered: true))
  }

  @Test("a copy of parameter and state walks on as the original does") func rewinding() {
    let recipe = Adam(learningRate: 0.1)
    var (parameter, state) = (Tensor([1, 2]), recipe.initialState(for: [2]))
    recipe.update(&parameter, along: Tensor([1, -1]), state: &state)
    var (again, copy) = (parameter, state)
    recipe.update(&parameter, along: Tensor([0.5, 3]), state: &state)
    recipe.update(&again, along: Tensor([0.5, 3]), state: &copy)
    #expect(parameter == again)
    #expect(copy.step == 2)
  }

  @Test("an empty parameter takes a step without trouble") func empty() {
    let recipe = Adam()
    var (parameter, state) = (Tensor.zeros([0, 3]), recipe.initialState(for: [0, 3]))
    recipe.update(&parameter, along: .zeros([0, 3]), state: &state)
    #expect(parameter.count == 0)
  }
}
