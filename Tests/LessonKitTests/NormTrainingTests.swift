import Testing

@testable import LessonKit

@Suite("Training with and without normalisation") struct NormTrainingTests {
  private static func wave(_ shape: [Int], _ phase: Double) -> Tensor {
    let count = shape.reduce(1, *)
    return Tensor((0..<count).map { sin(phase + 1.7 * Double($0 * $0) + 0.3 * Double($0)) }, shape: shape)
  }

  @Test("the losses of six steps are PyTorch's", arguments: [false, true]) func peer(hasNorm: Bool) {
    var random = SeededGenerator(seed: 0)
    var network = Network(NormRates.layers(.init(isHe: true, hasNorm: hasNorm), depth: 2), using: &random)
    for index in network.parameters.indices {
      network.parameters[index].value = Self.wave(network.parameters[index].value.shape, Double(index)) * 0.5
    }
    let data = Dataset(inputs: Self.wave([12, 2], 1), classes: (0..<12).map { $0 % 2 }, of: 2)
    let run = LearningRun(network, on: data, loss: .crossEntropy(), by: .sgd.with(learningRate: 0.5), epochs: 6)
    for (own, torch) in zip(run.losses, hasNorm ? Self.normalised : Self.plain) { #expect(abs(own - torch) < 1e-9) }
    #expect(run.losses.count == 6)
  }

  @Test("a scale of all inputs is cancelled, that of some is not", arguments: [10.0, 1000], [0, 5]) func scale(
    factor: Double, seed: Int
  ) {
    func change(_ count: Int) -> Double {
      let (before, after) = ScaledInputs.outputs(scaling: count, by: factor, seed: seed)
      return (after - before).magnitude().greatest()
    }
    #expect(change(0) == 0)
    #expect(change(1) > 0.5 && change(2) > 0.5 && change(3) < 0.01)
  }

  @Test("normalised units have mean 0 and variance σ²/(σ² + ε)", arguments: [1, 6, 30]) func units(layer: Int) {
    let units = LayerUnits(layer: layer, batch: 100, seed: 1)
    #expect(LayerUnits.means(units.normalised).magnitude().greatest() < 1e-9)
    let law = LayerUnits.variances(units.sums).map { $0 / ($0 + 1e-5) }
    #expect((LayerUnits.variances(units.normalised) - law).magnitude().greatest() < 1e-9)
  }

  @Test("training spreads the units of a layer, and batch norm takes that away too", arguments: [1, 3]) func trained(
    layer: Int
  ) {
    let units = [0, 20].map { LayerUnits(layer: layer, batch: 100, seed: 1, steps: $0) }
    let spreads = units.map { LayerUnits.variances($0.sums).greatest() }
    #expect(spreads[1] > 2 * spreads[0])
    #expect(LayerUnits.means(units[1].normalised).magnitude().greatest() < 1e-9)
  }

  @Test("a weighted line is NumPy's") func line() {
    let (x, y, w) = (Self.wave([20], 3), Self.wave([20], 5), Self.wave([20], 7))
    let points = (0..<20).map { Point(x[$0], y[$0]) }
    let fit = ShiftedInputs.Fit(points, weights: (0..<20).map { 1 + w[$0] * w[$0] })
    #expect(abs(fit.slope + 0.08216674) < 1e-7 && abs(fit.height - 0.2095685) < 1e-7)
    let level = ShiftedInputs.Fit([Point(1, 2), Point(1, 4)], weights: [1, 3])
    #expect(level.slope == 0 && abs(level.height - 3.5) < 1e-12)
  }

  @Test("where inputs stay as they were, weights change nothing", arguments: 0..<5) func unshifted(seed: Int) {
    let study = ShiftedInputs(new: ShiftedInputs.old, count: 50, seed: seed)
    #expect(abs(study.worth - 50) < 1e-6)
    #expect(abs(study.plain.slope - study.weighted.slope) < 1e-9)
  }

  @Test("a density sums to 1", arguments: [0.05, 0.5, 2]) func density(deviation: Double) {
    let hill = ShiftedInputs.Normal(mean: -1, deviation: deviation).hill(from: 0, rise: 1)
    let area = zip(hill, hill.dropFirst()).reduce(0) { $0 + ($1.1.x - $1.0.x) * ($1.0.y + $1.1.y) / 2 }
    #expect(abs(area - 1) < 1e-3)
  }

  @Test("noise on features is the same for all rows, new in every pass, and absent in evaluation") func noise() {
    var random = SeededGenerator(seed: 3)
    let network = Network(FeatureNoise(0.2), using: &random)
    let input = Tensor([1, 2, 3, 1, 2, 3], shape: [2, 3])
    let passes = network.trainingOutputs(for: input, passes: 2, using: &random)
    #expect(passes[0].rows(0..<1) == passes[0].rows(1..<2))
    #expect((passes[0] - passes[1]).magnitude().least() > 0)
    #expect(network(input) == input)
  }

  @Test("shaken inputs shift at every step, held ones hardly") func shift() {
    let study = ShiftTraining(rate: 0.3, steps: 20, seeds: 3, from: 0)
    #expect(study.typicalShift(.shaken) > 10 * study.typicalShift(.norm))
    #expect(study.losses(.plain).count == 20 && study.lastLoss(.norm) < study.lastLoss(.plain))
    let lost = ShiftTraining(rate: 1e300, steps: 5, seeds: 1, from: 0)
    #expect(lost.losses(.plain).count == 5 && lost.lastLoss(.plain).isNaN)
  }

  /// Losses before each of six steps at rate 0.5, double precision.
  private static let plain = [
    0.7319387619087356, 0.654621452808317, 0.6099185492648447, 0.5778488005796119, 0.5536915601434386,
    0.5360943715825331,
  ]
  private static let normalised = [
    0.7546122204425347, 0.5105712915784731, 0.46668015478441593, 0.4393449980325365, 0.4217881285300917,
    0.41100106735428416,
  ]
}
