import LessonKit
import Testing

@testable import Lessons

@Suite("Backpropagation") struct BackpropTests {
  @Test("a weight's values and gradients are PyTorch's", arguments: Self.torch) func peer(
    activation: Activation, values: [Double], gradients: [Double]
  ) {
    let trace = WeightTrace(weight: -0.7, input: 2, activation: activation, target: 4)
    for (own, other) in zip(trace.values, values) { #expect(abs(own - other) < 1e-9 * max(1, abs(other))) }
    for (own, other) in zip(trace.gradients, gradients + [1]) { #expect(abs(own - other) < 1e-9 * max(1, abs(other))) }
  }

  @Test(
    "every gradient is the one behind it times the slope between", arguments: Activation.allCases, [-3, -0.4, 0.2, 5])
  func products(activation: Activation, weight: Double) {
    let trace = WeightTrace(weight: weight, input: 1.5, activation: activation, target: -0.3)
    for place in 0..<3 {
      let product = trace.gradients[place + 1] * trace.slopes[place]
      #expect(abs(trace.gradients[place] - product) <= 1e-12 * abs(product))
    }
  }

  @Test("the loss of a small network and its gradients are PyTorch's") func network() {
    func wave(_ shape: [Int], _ first: Int) -> Tensor {
      Tensor((0..<shape.reduce(1, *)).map { sin(Double(first + $0)) }, shape: shape)
    }
    let network = TanhNetwork(
      inputs: wave([5, 2], 1), targets: wave([5, 1], 20),
      parameters: [wave([3, 2], 40), wave([3], 50), wave([1, 3], 60), wave([1], 70)])
    let (loss, parts) = network.gradient()
    #expect(abs(loss - 0.8241029942996654) < 1e-12)
    let found = parts.flatMap(\.elements)
    #expect(found.count == Self.networkGradients.count && found.count == network.count)
    for (own, other) in zip(found, Self.networkGradients) { #expect(abs(own - other) < 1e-12) }
  }

  @Test("differences are worst at both ends, and best between", arguments: [1, 8, 40], [0, 1]) func valley(
    units: Int, seed: Int
  ) throws {
    let points = TanhNetwork(units: units, seed: seed).deviations(widths: (1e-14...1).logSpaced(count: 15))
    let best = try #require(points.min { $0.y < $1.y })
    #expect(best.y < 1e-8 && (1e-7...1e-3).contains(best.x))
    #expect(points[0].y > 1e4 * best.y && points[14].y > 1e4 * best.y)
  }

  @Test("no point of a grid is better than the one that counts as its best", arguments: [1, 2, 3], 0..<5) func grid(
    weights: Int, seed: Int
  ) {
    let bowl = SearchCost(weights: weights, values: 6, seed: seed)
    let values = (0..<6).map { -1 + 0.4 * Double($0) }
    let all = (0..<Int(bowl.trials)).map { index -> Double in
      var (rest, point) = (index, [Double]())
      for _ in 0..<weights {
        point.append(values[rest % 6])
        rest /= 6
      }
      return bowl.loss(point)
    }
    #expect(abs((all.min() ?? .nan) - bowl.loss(bowl.bestOfGrid)) < 1e-12)
    #expect(bowl.descent >= Double(SearchCost.gradientCost))
  }

  @Test("the more values a grid has, the more steps gradient descent needs to match it", arguments: 0..<4) func finer(
    seed: Int
  ) {
    let costs = [3, 10, 30, 100, 1000].map { values in
      (0..<20).map { SearchCost(weights: 8, values: values, seed: 20 * seed + $0).descent }.median()
    }
    #expect(zip(costs, costs.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(costs[4] > costs[0])
  }

  @Test(
    "the headline is what the run says",
    arguments: [
      ([:], "graph", "Backwards the slopes multiply: 10 × 1 × 2 = 20"),
      (["act": "sigmoid"], "graph", "Backwards the slopes multiply"),
      (["weight": "-3"], "graph", "A slope of 0 lets no gradient through"),
      (["weight": "1.5"], "graph", "No error, no gradient"),
      ([:], "check", "Backprop agrees with finite differences to 10 digits"),
      ([:], "cost", "10 weights: 10\u{A0}billion trials on a grid, 18 by gradient"),
      (["values": "2", "weights": "2"], "cost", "A small grid is searched as fast as by gradient"),
    ]) func headlines(options: [String: String], figure: String, title: String) throws
  {
    let recipe = try Recipe(Backprop.self, given: options.map { .init($0.key, $0.value) })
    #expect(try recipe.draw(recipe.figure(named: figure)).title.english == title)
  }

  @Test("the picture ends in the gradient of the weight, in larger type than all else") func result() throws {
    let figure = try Specimen.shown(Backprop.self).figure
    let graph = try #require(figure.panels[0].marks.compactMap { $0 as? Graph }.first)
    #expect(graph.nodes.filter { $0.scale > 1 }.map(\.text.english) == ["20"])
    #expect(graph.edges.contains { $0.below?.number == 20 })
  }

  @Test(
    "the ends of all options are drawn",
    arguments: [
      ("graph", ["weight": "100", "input": "-100", "target": "100", "act": "elu"]), ("graph", ["input": "0"]),
      ("graph", ["weight": "-100", "act": "sigmoid"]), ("check", ["units": "1"]), ("check", ["units": "64"]),
      ("cost", ["weights": "15", "values": "1000", "seeds": "1"]), ("cost", ["weights": "2", "values": "2"]),
    ]) func ends(figure: String, options: [String: String]) throws
  {
    let recipe = try Recipe(Backprop.self, given: options.map { .init($0.key, $0.value) })
    #expect(try !recipe.draw(recipe.figure(named: figure)).title.isEmpty)
  }

  @Test("two activations for one unit are refused") func refused() {
    #expect(throws: UsageError.self) { try Recipe(Backprop.self, given: [.init("act", "relu,tanh")]) }
  }

  /// w, z, ŷ and L with the gradients by w, z and ŷ, for w = −0.7, x = 2, y = 4, from PyTorch in double precision.
  private static let torch: [(Activation, [Double], [Double])] = [
    (
      .sigmoid, [-0.7, -1.4, 0.19781611144141825, 14.456602322414458],
      [-2.413396642461584, -1.206698321230792, -7.604367777117163]
    ),
    (
      .tanh, [-0.7, -1.4, -0.8853516482022625, 23.866660726592563],
      [-4.22392308785352, -2.11196154392676, -9.770703296404525]
    ), (.relu, [-0.7, -1.4, 0, 16], [0, 0, -8]), (.leakyrelu, [-0.7, -1.4, -0.28, 18.3184], [-3.424, -1.712, -8.56]),
    (
      .elu, [-0.7, -1.4, -0.7534030360583935, 22.59484042320915],
      [-4.688699028331258, -2.344349514165629, -9.506806072116786]
    ),
    (
      .gelu, [-0.7, -1.4, -0.11305932292727941, 16.91725699391901],
      [2.1200647906160035, 1.0600323953080018, -8.226118645854559]
    ),
    (
      .silu, [-0.7, -1.4, -0.27694255601798556, 18.292237627477657],
      [0.41645008898034563, 0.20822504449017282, -8.553885112035971]
    ),
  ]

  /// Gradients by hidden weights, hidden biases, output weights and output bias, from PyTorch in double precision.
  private static let networkGradients = [
    -0.13218966844934985, -0.21996074304906083, -0.24826099981181718, -0.3229142428457826, -0.10742184552794282,
    -0.18969349816561257, -0.08282988841179266, -0.3049421537117404, 0.16743995207751772, 0.18129933405031157,
    -0.6520142455559229, 0.3806399172113846, 0.19536946713862813,
  ]
}
