import LessonKit
import Testing

@Suite("Dropout’s experiments") struct DropoutExperimentsTests {
  @Test("masks keep their share of units, and layers their units", arguments: [0, 0.2, 0.5, 0.9]) func masks(
    drop: Double
  ) {
    let masks = UnitMasks(layers: [30, 70], drop: drop, passes: 2000, seed: 3)
    #expect(masks.kept.allSatisfy { $0.map(\.count) == [30, 70] } && masks.counts.count == 2000)
    let mean = masks.counts.map(Double.init).mean
    #expect(abs(mean - 100 * (1 - drop)) < 1)
    #expect(masks.differentCount == (drop == 0 ? 1 : 2000))
    #expect(UnitMasks(layers: [2], drop: 0.9, passes: 50, seed: 0).isCut && UnitMasks.networks(of: 10) == 1024)
  }

  @Test("before the ReLU the mean is kept, after it it grows by the root", arguments: [1, 0.8, 0.5, 0.3]) func scales(
    keep: Double
  ) {
    let scales = Repeated(10, from: 0) { DropoutScale(keep: keep, inputs: 100, seed: $0) }
    #expect(abs(scales.spread(\.beforeReLU).median - 1) < 0.02)
    // A weighted sum of 100 inputs is nearly normal; its deviation is 1/√keep of what it was.
    #expect(abs(scales.spread(\.afterReLU).median * keep.squareRoot() - 1) < 0.03)
  }

  @Test("a small network’s error rises with dropout, a large one’s falls") func regression() {
    func error(_ width: Int, _ drop: Double) -> Double {
      Repeated(5, from: 0) { DropoutRegression(width: width, drop: drop, seed: $0).error }.spread { $0 }.median
    }
    // PyTorch with draws of its own, mean of five seeds: 0.308 and 0.499 with 6 units, 0.259 and 0.155 with 256.
    #expect(error(6, 0.3) < error(6, 0.7) && abs(error(6, 0.7) - 0.499) < 0.1)
    #expect(error(256, 0.5) < 0.8 * error(256, 0) && abs(error(256, 0.5) - 0.155) < 0.06)
  }

  @Test("networks of two rates start from the same weights and labels, and part in the first epoch") func starts() {
    let digits = LabelledData.carried.standardized(train: 50)
    let plan = DigitDropout(width: 8, epochs: 1, rate: 0.01)
    let (plain, dropped) = (
      plan.run(on: digits, drop: 0, wrong: 0.2, seed: 1), plan.run(on: digits, drop: 0.5, wrong: 0.2, seed: 1)
    )
    #expect(plain.training.count == 2 && plain.others.count == 1)
    #expect(plain.training[0] == dropped.training[0] && plain.others[0][0] == dropped.others[0][0])
    #expect(plain.training[1] != dropped.training[1])
  }

  @Test("in training mode answers differ, and without dropout they do not") func accuracies() {
    let digits = LabelledData.carried.standardized(train: 200)
    let plan = DigitDropout(width: 16, epochs: 10, rate: 0.005)
    let dropped = plan.run(on: digits, drop: 0.5, wrong: 0, seed: 0).network
    let plain = plan.run(on: digits, drop: 0, wrong: 0, seed: 0).network
    #expect(Set(dropped.trainingAccuracies(on: digits.test, passes: 10, seed: 0)).count > 3)
    #expect(
      plain.trainingAccuracies(on: digits.test, passes: 3, seed: 0)
        == [1, 1, 1].map { $0 * plain.accuracy(on: digits.test) })
  }
}
