import LessonKit
import Testing

@Suite("A network as it learns") struct LearningCurvesTests {
  private func inputs(_ count: Int, _ shift: Int) -> Tensor {
    let rows = (0..<count).map { i in
      (0..<4).map { j in Double((i * 7 + j * 5 + shift * 3) % 11) / 5 - 1 + Double((i * i + 3 * j + shift) % 7) / 10 }
    }
    return Tensor(rows.flatMap { $0 }, shape: [count, 4])
  }

  private func data(_ count: Int, _ shift: Int) -> Dataset {
    let classes = (0..<count).map { i in
      ((i * 7 + shift * 3) % 11 + (i * i + shift) % 7 + (i.isMultiple(of: 9) ? 1 : 0)) % 3
    }
    return Dataset(inputs: inputs(count, shift), classes: classes, of: 3)
  }

  private var network: Network {
    var random = SeededGenerator(seed: 0)
    var network = Network([Linear(4, 16), ReLU(), Linear(16, 3)], using: &random)
    for place in network.parameters.indices {
      let shape = network.parameters[place].value.shape
      let numbers = (0..<network.parameters[place].value.count).map {
        0.6 * (Double(($0 * 13 + place * 5) % 17) / 8 - 1)
      }
      network.parameters[place].value = Tensor(numbers, shape: shape)
    }
    return network
  }

  private func curves(rate: Double = 0.005, epochs: Int = 40) -> LearningCurves {
    var random = SeededGenerator(seed: 0)
    return LearningCurves(
      network, on: data(40, 0), others: [data(30, 4)], by: Adam(learningRate: rate), epochs: epochs, batch: 40,
      using: &random)
  }

  @Test(
    "losses and accuracies are PyTorch’s, in double precision",
    arguments: [
      (0, 1.185589450674542, 1.140139613318521, 11), (1, 1.1681192933651243, 1.1275622256037552, 11),
      (5, 1.11249850591197, 1.094424423586056, 9), (10, 1.064905358282052, 1.079506582231292, 13),
      (20, 1.002918258675052, 1.1028873800291412, 11), (40, 0.9326788654605018, 1.1902330701438142, 10),
    ]) func peer(epoch: Int, training: Double, held: Double, right: Int)
  {
    let curves = curves()
    #expect(abs(curves.training[epoch] - training) < 1e-9)
    #expect(abs(curves.others[0][epoch] - held) < 1e-9)
    #expect(abs(curves.accuracies[0][epoch] * 30 - Double(right)) < 1e-9)
  }

  @Test("early stopping keeps the epoch that PyTorch’s losses tell") func peerStop() {
    let found = curves().stop(by: 0, patience: 5)
    #expect(found.best == 11 && found.at == 16)
    #expect(curves(epochs: 12).stop(by: 0, patience: 5).at == nil)
  }

  @Test("it stops where a training with that patience stops", arguments: [1, 2, 5, 9]) func patience(_ patience: Int) {
    var training = Training(loss: .crossEntropy(), epochs: 40, batchSize: 40)
    training.patience = patience
    var (trained, random) = (network, SeededGenerator(seed: 0))
    let history = training.run(
      &trained, on: data(40, 0), validation: data(30, 4), by: Adam(learningRate: 0.005), using: &random)
    let found = curves().stop(by: 0, patience: patience)
    #expect(history.bestEpoch.map { $0 + 1 } == found.best)
    #expect(history.outcome == found.at.map { .stopped(epoch: $0 - 1) } ?? .finished)
  }

  @Test("a run that diverges ends at its last finite loss") func diverges() {
    let curves = curves(rate: 1e300)
    #expect(curves.divergedIn == 1 && curves.training.count == 1 && curves.others[0].count == 1)
    #expect(curves.stop(by: 0, patience: 3).at == nil)
  }
}

@Suite("The best of several") struct ValidationLooksTests {
  @Test("one look promises what it keeps; all looks take the best") func ends() {
    var random = SeededGenerator(seed: 1)
    let models = (0..<12).map { _ in random.bernoulli(0.7, shape: [400]).elements.map { $0 > 0.5 } }
    let found = ValidationLooks(models, validation: 40, counts: [1, 12], splits: 300, using: &random)
    #expect(abs(found.promised[0] - found.kept[0]) < 0.01)
    #expect(found.promised[1] > found.kept[1] + 0.05)
  }

  @Test("the mean over choices is that of drawn choices", arguments: [2, 3, 5, 7]) func choices(count: Int) {
    var random = SeededGenerator(seed: 2)
    let models = (0..<8).map { _ in random.bernoulli(0.6, shape: [60]).elements.map { $0 > 0.5 } }
    var stream = SeededGenerator(seed: 3)
    let found = ValidationLooks(models, validation: 30, counts: [count], splits: 1, using: &stream)
    var again = SeededGenerator(seed: 3)
    let rows = again.permutation(60)
    let scores = models.map { model in Double(rows.prefix(30).count { model[$0] }) / 30 }
    let drawn = (0..<20_000).map { _ in again.permutation(8).prefix(count).map { scores[$0] }.max() ?? 0 }
    #expect(abs(found.promised[0] - drawn.mean) < 0.003)
  }

  @Test("counts grow by 1, 2 and 5") func counts() {
    #expect(ValidationLooks.counts(upTo: 100) == [1, 2, 5, 10, 20, 50, 100])
    #expect(ValidationLooks.counts(upTo: 2) == [1, 2])
    #expect(ValidationLooks.counts(upTo: 30) == [1, 2, 5, 10, 20, 30])
  }
}

@Suite("Wrong labels") struct WrongLabelsTests {
  @Test("exactly so many labels change, to another class", arguments: [0, 1, 37, 100]) func count(wrong: Int) {
    var random = SeededGenerator(seed: 4)
    let data = Digits.train.rows(0..<100)
    let changed = data.mislabelled(wrong, using: &random)
    #expect(zip(data.classes, changed.classes).count { $0 != $1 } == wrong)
    #expect(changed.inputs == data.inputs && changed.classes.allSatisfy { (0..<10).contains($0) })
  }

  @Test("which class it becomes is even") func even() {
    var random = SeededGenerator(seed: 5)
    let data = Dataset(inputs: .zeros([9000, 1]), classes: Array(repeating: 3, count: 9000), of: 10)
    let changed = data.mislabelled(9000, using: &random).classes
    for other in 0..<10 { #expect(abs(changed.count { $0 == other } - (other == 3 ? 0 : 1000)) < 120) }
  }

  @Test("parts do not overlap and have the first part’s scale") func parts() {
    let parts = DigitParts(.carried, train: 200, validation: 360)
    #expect(parts.train.count == 200 && parts.validation.count == 360 && parts.test.count == 360)
    #expect(abs(parts.train.inputs.mean()) < 1e-12)
    #expect(parts.validation.classes == Array(Digits.train.classes.suffix(360)))
  }
}
