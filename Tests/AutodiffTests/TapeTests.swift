import Autodiff
import Tensors
import Testing

@Suite("A tape") struct TapeTests {
  @Test("computes values as they are recorded and gradients backwards") func smallExample() {
    let tape = Tape()
    let x = tape.variable(Tensor([2, 3]))
    let y = (x * x).sum() * 3
    #expect(y.scalar == 39)
    tape.backward(from: y)
    #expect(tape.gradient(of: x) == Tensor([12, 18]))
  }

  @Test("a graph 10,000 deep does not overflow the stack") func deepGraph() {
    let tape = Tape()
    let x = tape.variable(Tensor(1))
    var y = x
    for _ in 0..<10_000 { y = y * 1.0001 }
    tape.backward(from: y)
    #expect(tape.count == 10_001)
    #expect(abs(tape.gradient(of: x).elements[0] - y.scalar) < 1e-12)
  }

  @Test("a deep graph has exact second derivatives too") func deepHessian() {
    let tape = Tape(order: .second)
    let x = tape.variable(Tensor([0.5]))
    var y = x
    for _ in 0..<2_000 { y = y + (y * y) * 1e-4 }
    let result = y.sum()
    tape.backward(from: result)
    let product = tape.hessianProduct(of: result, by: [x], along: [Tensor([1])])
    // The recursions of value, slope and curvature, by hand.
    var (v, d, c) = (0.5, 1.0, 0.0)
    for _ in 0..<2_000 {
      let curvature = c + 2e-4 * (d * d + v * c)
      (v, d, c) = (v + 1e-4 * v * v, d + 2e-4 * v * d, curvature)
    }
    #expect(abs(tape.gradient(of: x)[0] - d) < 1e-10)
    #expect(abs(product[0][0] - c) < 1e-10)
  }

  @Test("columns of the Hessian of Rosenbrock's function are its second derivatives") func rosenbrockHessian() {
    let tape = Tape(order: .second)
    let (x, y) = (tape.variable(Tensor(-1.5)), tape.variable(Tensor(2)))
    let bend = (y - x * x).squared()
    let loss = (1 - x).squared() + 100 * bend
    tape.backward(from: loss)
    let first = tape.hessianProduct(of: loss, by: [x, y], along: [Tensor(1), Tensor(0)])
    let second = tape.hessianProduct(of: loss, by: [x, y], along: [Tensor(0), Tensor(1)])
    // 2 − 400y + 1200x², −400x, 200.
    #expect(first == [Tensor(1902), Tensor(600)])
    #expect(second == [Tensor(600), Tensor(200)])
  }

  @Test("a variable used in several places adds its gradients up") func sharedVariable() {
    let tape = Tape()
    let x = tape.variable(Tensor([1, 2]))
    let doubled = x * 2
    let result = (doubled + x * doubled).sum() + doubled.sum()
    tape.backward(from: result)
    // 2x + 2x² + 2x.
    #expect(tape.gradient(of: x) == Tensor([8, 12]))
  }

  @Test("in a second recording nothing is allocated, and gradients are the same to the bit") func reuse() {
    let tape = Tape()
    var random = SeededGenerator(seed: 1)
    let images = random.normal(shape: [4, 2, 6, 6])
    let weight = random.normal(shape: [3, 2, 3, 3])
    let matrix = random.normal(shape: [5, 27])
    func record(_ count: Int) -> [Tensor] {
      tape.reset()
      let w = tape.variable(weight)
      let m = tape.variable(matrix)
      let x = tape.constant(images.rows(0..<count))
      let features = x.convolved(with: w, padding: 1).relu().maxPooled(window: 2)
      let scores = features.reshaped(to: [count, 27]).matmul(m, transposingSecond: true)
      tape.backward(from: scores.crossEntropy(classes: Array([0, 4, 2, 1].prefix(count))))
      return [tape.gradient(of: w), tape.gradient(of: m)]
    }
    let first = record(4)
    let memory = tape.memory
    #expect(memory.allocations > 0)
    #expect(record(4) == first)
    _ = record(3)
    #expect(record(4) == first)
    #expect(tape.memory == memory)
  }

  @Test("a second backward replaces the gradients of the first") func secondBackward() {
    let tape = Tape()
    let x = tape.variable(Tensor([1, 2]))
    let y = x * x
    tape.backward(from: y, seed: Tensor([1, 0]))
    tape.backward(from: y, seed: Tensor([0, 1]))
    #expect(tape.gradient(of: x) == Tensor([0, 4]))
  }

  @Test("a gradient within the graph stays where it is asked for") func keptGradient() {
    let tape = Tape()
    let x = tape.variable(Tensor([1, 2]))
    let hidden = x * 3
    let result = hidden.relu().squared().sum()
    tape.keepGradient(of: hidden)
    tape.backward(from: result)
    #expect(tape.gradient(of: hidden) == Tensor([6, 12]))
    #expect(tape.gradient(of: x) == Tensor([18, 36]))
  }

  @Test("a batch is taken from a larger tensor by rows") func batch() {
    let tape = Tape()
    let data = Tensor((0..<12).map(Double.init), shape: [4, 3])
    let batch = tape.constant(rows: [3, 0, 3], of: data)
    #expect(batch.value == Tensor([9, 10, 11, 0, 1, 2, 9, 10, 11], shape: [3, 3]))
    #expect(tape.constant(rows: [], of: data).value.shape == [0, 3])
  }

  @Test("ReLU, max pooling and softmax let NaN through") func notANumber() {
    let tape = Tape()
    let x = tape.constant(Tensor([1, .nan, 2, 3], shape: [1, 1, 2, 2]))
    #expect(x.relu().value.elements[1].isNaN)
    #expect(x.maxPooled(window: 2).scalar.isNaN)
    let shares = x.reshaped(to: [1, 4]).softmax().value.elements
    #expect(shares.filter(\.isNaN).count == 4)
    #expect(x.reshaped(to: [1, 4]).crossEntropy(classes: [0]).scalar.isNaN)
  }

  @Test("softmax and cross-entropy bear scores of a thousand") func largeScores() {
    let tape = Tape()
    let x = tape.variable(Tensor([1000, -1000, 0], shape: [1, 3]))
    #expect(x.softmax().value.elements == [1, 0, 0])
    let loss = x.crossEntropy(classes: [1])
    #expect(loss.scalar == 2000)
    tape.backward(from: loss)
    #expect(tape.gradient(of: x).elements == [1, -1, 0])
  }
}
