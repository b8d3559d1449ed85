import Autodiff
import Datasets
import Networks
import Optimizers
import Tensors
import Testing

@Suite("A network") struct NetworkTests {
  static func small() -> Network {
    var random = SeededGenerator(seed: 3)
    return Network([Linear(2, 5), BatchNorm(5), ReLU(), Linear(5, 3)], using: &random)
  }

  @Test("names its parameters by place, and draws them in order") func names() {
    let network = Self.small()
    let ids = network.parameters.map(\.id)
    #expect(ids == ["0.weight", "0.bias", "1.weight", "1.bias", "3.weight", "3.bias"])
    #expect(network.statistics.map(\.id) == ["1.mean", "1.variance"])
    #expect(network.parameterCount == 15 + 10 + 18)
    #expect(network.position(of: "3.weight") == 4)
    #expect(network.position(of: "4.weight") == nil)
    var random = SeededGenerator(seed: 3)
    let first = Initializer.standard.draw([5, 2], using: &random)
    #expect(network.parameters[0].value == first)
  }

  @Test("is a value: a copy does not change when the original is trained") func value() {
    var network = Self.small()
    let copy = network
    let inputs = Tensor([1, 2, 3, 4, -1, 0.5, 2, -2], shape: [4, 2])
    let data = Dataset(inputs: inputs, classes: [0, 1, 2, 0], of: 3)
    var random = SeededGenerator(seed: 1)
    _ = Training(loss: .crossEntropy(), epochs: 2).run(&network, on: data, by: SGD(learningRate: 0.1), using: &random)
    #expect(network.parameters != copy.parameters)
    #expect(copy.parameters == Self.small().parameters)
  }

  @Test("batch statistics run in training, and take the batch's place in evaluation") func runningStatistics() {
    var random = SeededGenerator(seed: 1)
    var network = Network([BatchNorm(1)], using: &random)
    let tape = Tape()
    let input = tape.constant(Tensor([1, 2, 3, 6], shape: [4, 1]))
    _ = network.forward(input, with: network.place(on: tape), mode: .training)
    // A tenth of the batch's mean 3, and of its unbiased variance 14/3.
    #expect(abs(network.statistics[0].value[0] - 0.3) < 1e-15)
    #expect(abs(network.statistics[1].value[0] - (0.9 + 1.4 / 3)) < 1e-15)
    let before = network.statistics
    let output = network(Tensor([0.3], shape: [1, 1]))
    #expect(abs(output[0, 0]) < 1e-15)
    #expect(network.statistics == before)
  }

  @Test("dropout drops its share, keeps the mean, and does nothing in evaluation") func dropout() {
    var random = SeededGenerator(seed: 1)
    var network = Network([Dropout(0.3)], using: &random)
    let ones = Tensor(repeating: 1, shape: [100, 100])
    let tape = Tape()
    let output = network.forward(tape.constant(ones), with: [], mode: .training, using: &random)
    let dropped = output.value.elements.filter { $0 == 0 }.count
    #expect(abs(Double(dropped) / 10_000 - 0.3) < 0.02)
    #expect(abs(output.value.mean() - 1) < 0.03)
    #expect(network(ones) == ones)
  }

  @Test("on one tape may run twice, and the gradients add up") func sharedWeights() {
    var random = SeededGenerator(seed: 1)
    let network = Network([Linear(2, 1)], using: &random)
    let tape = Tape()
    let weights = network.place(on: tape)
    let first = network.evaluate(tape.constant(Tensor([1, 2], shape: [1, 2])), with: weights)
    let second = network.evaluate(tape.constant(Tensor([10, 20], shape: [1, 2])), with: weights)
    tape.backward(from: (first + second).sum())
    let gradients = network.gradients(at: weights)
    #expect(gradients[0].elements == [11, 22])
    #expect(gradients[1].elements == [2])
  }

  @Test("a parameter without a gradient stops the program with its id") func missingGradient() async {
    let exit = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let network = NetworkTests.small()
      let tape = Tape()
      let weights = network.place(on: tape)
      tape.backward(from: weights[0].sum())
      _ = network.gradients(at: weights)
    }
    #expect(message(exit).contains("the parameter 0.bias has no gradient"))
  }

  @Test("inputs that do not fit are named with the layer's shapes") func shapes() async {
    let linear = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = NetworkTests.small()(Tensor.zeros([4, 3]))
    }
    #expect(message(linear).contains("rows 4×3 with a weight 5×2"))
    let targets = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let tape = Tape()
      _ = Loss.meanSquare.value(tape.constant(.zeros([4, 1])), numbers: tape.constant(.zeros([4])))
    }
    #expect(message(targets).contains("outputs 4×1 with targets 4"))
    let dropout = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var random = SeededGenerator(seed: 1)
      var network = Network([Dropout(0.5)], using: &random)
      _ = network.forward(Tape().constant(.zeros([1, 2])), with: [], mode: .training)
    }
    #expect(message(dropout).contains("dropout in training draws"))
  }

  private func message(_ exit: ExitTest.Result?) -> String {
    String(decoding: exit?.standardErrorContent ?? [], as: UTF8.self)
  }
}
