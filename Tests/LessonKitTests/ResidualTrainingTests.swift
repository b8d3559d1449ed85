import LessonKit
import Testing

@Suite("Training of residual blocks") struct ResidualTrainingTests {
  private static func wave(_ shape: [Int], _ size: Double, _ frequency: Double, _ phase: Double) -> Tensor {
    Tensor((0..<shape.reduce(1, *)).map { size * sin(frequency * Double($0) + phase) }, shape: shape)
  }

  @Test(
    "the losses of Adam's first steps are PyTorch's",
    arguments: [
      (false, false, 1.0730230919181227, 1.0106405665465408), (false, true, 1.0788981807129596, 0.9166423372876462),
      (true, false, 1.1688062651554418, 0.6751999330110571), (true, true, 0.8824335239984537, 0.5060872739240706),
    ]) func peer(hasSkip: Bool, hasNorm: Bool, before: Double, after: Double)
  {
    let training = ResidualTraining(points: 7, width: 5, steps: 5)
    var random = SeededGenerator(seed: 0)
    var network = Network(ResidualTraining.layers(3, width: 5, hasSkip: hasSkip, hasNorm: hasNorm), using: &random)
    for index in network.parameters.indices {
      let shape = network.parameters[index].value.shape
      network.parameters[index].value = Self.wave(shape, 0.3, 0.7 + 0.05 * Double(index), 0.2)
    }
    let losses = training.losses(of: network, inputs: Self.wave([7, 2], 1, 1.7, 0.3))
    #expect(losses.count == 6)
    #expect(abs(losses[0] / before - 1) < 1e-9 && abs(losses[5] / after - 1) < 1e-8)
  }

  @Test("without a step the loss is the first one") func none() {
    let (still, moving) = (ResidualTraining(steps: 0), ResidualTraining(steps: 2))
    let losses = moving.losses(blocks: 2, hasSkip: true, seed: 3)
    #expect(still.lossAfter(blocks: 2, hasSkip: true, seed: 3) == losses[0])
    #expect(moving.lossAfter(blocks: 2, hasSkip: true, seed: 3) == losses[2])
  }

  @Test("deep stacks learn with skips, and not without", arguments: 0..<4) func depth(seed: Int) {
    let training = ResidualTraining(steps: 40)
    #expect(training.lossAfter(blocks: 16, hasSkip: true, hasNorm: false, seed: seed) < 0.1)
    #expect(training.lossAfter(blocks: 16, hasSkip: false, hasNorm: false, seed: seed) > 0.95)
  }

  @Test("a training that diverges has no loss") func diverges() {
    #expect(ResidualTraining(steps: 40, rate: 1e150).lossAfter(blocks: 4, hasSkip: true, hasNorm: false, seed: 1).isNaN)
  }
}
