import LessonKit
import Testing

@Suite("Nudged digits") struct NudgedDigitsTests {
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

  private var data: Dataset {
    var (rows, classes) = ([Double](), [Int]())
    for i in 0..<30 {
      for j in 0..<4 {
        let (coarse, fine) = ((i * 7 + j * 5 + 12) % 11, (i * i + 3 * j + 4) % 7)
        rows.append(Double(coarse) / 5 - 1 + Double(fine) / 10)
      }
      let (first, second) = ((i * 7 + 12) % 11, (i * i + 4) % 7)
      classes.append((first + second + (i % 9 == 0 ? 1 : 0)) % 3)
    }
    return Dataset(inputs: Tensor(rows, shape: [30, 4]), classes: classes, of: 3)
  }

  @Test("gradients by the inputs are PyTorch’s, in double precision") func peer() {
    let gradients = network.inputGradients(on: data).elements
    let expected: [(Int, Double)] = [
      (0, 0.012570429155206928), (1, -0.012864037178122205), (2, -0.011042458989240684), (3, 0.014164310070478253),
      (4, 0.0014652209299254374), (5, 0.0012333901932655733), (6, 0.0034647610336167585), (7, 0.0012623690353480586),
      (116, -0.009722415140516794), (117, -0.005082114224922019), (118, 0.0021680110402380885),
      (119, -0.005083493886748918),
    ]
    for (place, value) in expected { #expect(abs(gradients[place] - value) < 1e-12, "\(place)") }
  }

  @Test("they agree with differences of the loss") func differences() {
    let gradients = network.inputGradients(on: data).elements
    let training = Training(loss: .crossEntropy(), epochs: 0)
    for place in [0, 17, 58, 119] {
      func loss(_ shift: Double) -> Double {
        var inputs = data.inputs.elements
        inputs[place] += shift
        return training.loss(
          of: network, on: Dataset(inputs: Tensor(inputs, shape: [30, 4]), classes: data.classes, of: 3))
      }
      #expect(abs((loss(1e-5) - loss(-1e-5)) / 2e-5 - gradients[place]) < 1e-8)
    }
  }

  @Test("pixels move by the size and stay between paper and ink", arguments: NudgedDigits.Direction.allCases)
  func bounds(direction: NudgedDigits.Direction) {
    var random = SeededGenerator(seed: 3)
    let test = Digits.test.rows(0..<40)
    let network = Network([Linear(64, 10)], using: &random)
    let nudged = NudgedDigits(network, test: test, using: &random)
    let moved = nudged.nudged(direction, by: 0.1).inputs.elements
    #expect(moved.allSatisfy { (0...1).contains($0) })
    #expect(zip(moved, test.inputs.elements).allSatisfy { abs($0 - $1) <= 0.1 + 1e-12 })
    #expect(nudged.nudged(direction, by: 0) == test)
    #expect(nudged.accuracy(direction, by: 0) == network.accuracy(on: test))
  }

  @Test("a nudge against the network costs more than one at random") func worst() {
    var random = SeededGenerator(seed: 3)
    var network = Network([Linear(64, 10)], using: &random)
    _ = Training(loss: .crossEntropy(), epochs: 5, batchSize: 32).run(
      &network, on: Digits.train.rows(0..<400), by: Adam(learningRate: 0.01), using: &random)
    let nudged = NudgedDigits(network, test: Digits.test, using: &random)
    #expect(nudged.accuracy(.adversarial, by: 0.1) < nudged.accuracy(.random, by: 0.1) - 0.2)
  }
}
