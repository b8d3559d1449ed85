import LessonKit
import Testing

@Suite("Where layer normalisation stands") struct NormPlacementTests {
  private static let (batch, width) = (5, 6)

  private static func wave(_ rows: Int, _ columns: Int, _ frequency: Double, _ phase: Double) -> Tensor {
    Tensor((0..<rows * columns).map { sin(frequency * Double($0) + phase) }, shape: [rows, columns])
  }

  private func outcome(_ stack: NormPlacement, _ place: NormPlacement.Place) -> NormPlacement.Outcome {
    let width = Self.width
    return stack.run(
      place, inputs: Self.wave(Self.batch, width, 1.7, 0.3), top: Self.wave(Self.batch, width, 0.9, 1.1),
      weights: (0..<6).map { Self.wave(width, width, 1.3 + 0.2 * Double($0), 0.5) })
  }

  @Test(
    "variances and gradients are PyTorch's",
    arguments: [
      (
        Activation.relu, 2.0.squareRoot(), NormPlacement.Place.before, 28.667721710415684, 3.1094207953837545,
        4.470610063685624, 2.2407353677221247
      ), (.relu, 2.0.squareRoot(), .after, 0.9999914576089571, 3.066989011749908, 5.22238218686009, 4.556639599623822),
      (.tanh, 4, .before, 13.297234258829986, 2.3390212443683205, 12.737644688329974, 0.4409053176366544),
      (.tanh, 4, .after, 0.9999906089231306, 2.1553989163379708, 18.914573132001912, 2.62815697221656),
      (.gelu, 1.5, .before, 31.722238384732453, 3.119038965952058, 4.380726985822634, 2.044697860063989),
      (.gelu, 1.5, .after, 0.9999913735814834, 3.0497708236163574, 4.595043970402751, 4.8796222635848014),
    ]) func peer(
      activation: Activation, gain: Double, place: NormPlacement.Place, variance: Double, one: Double, first: Double,
      last: Double
    )
  {
    let stack = NormPlacement(activation, gain: gain, width: Self.width, batch: Self.batch, depths: [3, 1])
    let found = outcome(stack, place)
    #expect(found.variances.count == 4 && abs(found.variances[3] / variance - 1) < 1e-9)
    #expect(abs(found.first[0] / one - 1) < 1e-9 && found.first[0] == found.last[0])
    #expect(abs(found.first[1] / first - 1) < 1e-9)
    #expect(abs(found.last[1] / last - 1) < 1e-9)
  }

  @Test("without a gain rectifiers have He's, others 1", arguments: [(Activation.relu, 2.0.squareRoot()), (.tanh, 1)])
  func gains(activation: Activation, gain: Double) {
    #expect(NormPlacement(activation, width: 4, batch: 2, depths: [1]).gain == gain)
  }

  @Test("on the stream every block leaves variance 1, in the branch it grows", arguments: [Activation.relu, .tanh])
  func stream(activation: Activation) {
    let stack = NormPlacement(activation, width: 32, batch: 16, depths: [12])
    let (after, before) = (
      stack.run(.after, seed: 5, measuresGradients: false), stack.run(.before, seed: 5, measuresGradients: false)
    )
    #expect(after.first.isEmpty)
    for variance in after.variances.dropFirst() { #expect(abs(variance - 1) < 1e-3) }
    for (lower, higher) in zip(before.variances, before.variances.dropFirst()) { #expect(higher > lower) }
  }

  @Test("a branch can imitate the other place at one scale only", arguments: [8, 64]) func imitation(width: Int) {
    func error(_ scale: Double) -> Double {
      NormPlacement.imitationError(scale: scale, width: width, rows: 20, seed: 1)
    }
    #expect(error(1) < 1e-9 && error(2) > 0.5 && error(10) > 5)
  }
}
