import Datasets
import Tensors
import Testing

@Suite("A data set") struct DatasetTests {
  let numbers = Dataset(
    inputs: Tensor([1, 2, 3, 4, 5, 6], shape: [3, 2]), numbers: Tensor([10, 20, 30], shape: [3, 1]))
  let classes = Dataset(inputs: Tensor([1, 2, 3, 4], shape: [4, 1]), classes: [2, 0, 1, 2], of: 3)

  @Test("rows come in the order asked for, twice if asked for twice, or not at all") func rows() {
    let taken = numbers.rows([2, 0, 2])
    #expect(taken.inputs == Tensor([5, 6, 1, 2, 5, 6], shape: [3, 2]))
    #expect(taken.numbers == Tensor([30, 10, 30], shape: [3, 1]))
    #expect(classes.rows([3, 1]).classes == [2, 0])
    #expect(classes.rows([3, 1]).targets == .classes([2, 0], of: 3))
    #expect(numbers.rows([]).inputs.shape == [0, 2])
    #expect(numbers.rows([]).count == 0)
  }

  @Test("a split keeps every example in its place", arguments: [0, 1, 3]) func split(row: Int) {
    let (before, after) = numbers.split(at: row)
    #expect(before.count == row && after.count == 3 - row)
    #expect(before.inputs.elements + after.inputs.elements == numbers.inputs.elements)
    #expect(before.numbers.elements + after.numbers.elements == numbers.numbers.elements)
  }

  @Test("shuffling keeps examples and targets together, in the order of the stream") func shuffled() {
    var stream = RandomState(seed: 4)
    let order = stream.permutation(4)
    stream = RandomState(seed: 4)
    let shuffled = classes.shuffled(using: &stream)
    #expect(shuffled == classes.rows(order))
    #expect(order != [0, 1, 2, 3])
  }

  @Test("batches hold every row once, the last one what is left") func batches() {
    #expect(classes.batches(of: 3) == [[0, 1, 2], [3]])
    #expect(classes.batches(of: 2) == [[0, 1], [2, 3]])
    #expect(classes.batches(of: 9) == [[0, 1, 2, 3]])
    #expect(numbers.rows([]).batches(of: 2) == [])
    var (a, b) = (TorchGenerator(seed: 1), TorchGenerator(seed: 1))
    let order = b.randperm(4)
    #expect(classes.batches(of: 3, using: &a) == [Array(order[..<3]), Array(order[3...])])
  }

  @Test("a batch takes rows in, whatever it was before") func take() {
    var batch = numbers.rows([0, 1])
    batch.take([2, 1], from: numbers)
    #expect(batch == numbers.rows([2, 1]))
    batch.take([1], from: numbers)
    #expect(batch == numbers.rows([1]))
    batch.take([0, 3], from: classes)
    #expect(batch == classes.rows([0, 3]))
    batch.take([3, 2, 2], from: classes)
    #expect(batch == classes.rows([3, 2, 2]))
    batch.take([2], from: numbers)
    #expect(batch == numbers.rows([2]))
  }

  @Test("taking as many rows again uses the memory that is there") func reuse() {
    var batch = numbers.rows([0, 1])
    let place = batch.inputs.withElements { UInt(bitPattern: $0.baseAddress) }
    batch.take([2, 1], from: numbers)
    #expect(batch.inputs.withElements { UInt(bitPattern: $0.baseAddress) } == place)
  }

  @Test("a copy is not changed when the original takes other rows") func copies() {
    var batch = numbers.rows([0, 1])
    let copy = batch
    batch.take([2, 2], from: numbers)
    #expect(copy == numbers.rows([0, 1]))
  }

  @Test("examples can have another shape that holds as much") func reshaped() {
    #expect(numbers.reshaped(examples: [1, 2, 1]).inputs.shape == [3, 1, 2, 1])
    #expect(numbers.reshaped(examples: [1, 2]).rows([1]).inputs == Tensor([3, 4], shape: [1, 1, 2]))
  }

  @Test("what does not fit together stops the program") func mistakes() async {
    await #expect(processExitsWith: .failure) { _ = Dataset(inputs: .zeros([3, 2]), numbers: .zeros([2, 1])) }
    await #expect(processExitsWith: .failure) { _ = Dataset(inputs: .zeros([2, 2]), classes: [0, 3], of: 3) }
    await #expect(processExitsWith: .failure) { _ = Dataset(inputs: .zeros([2, 2]), classes: [0], of: 3) }
    await #expect(processExitsWith: .failure) {
      _ = Dataset(inputs: .zeros([2, 2]), numbers: .zeros([2, 1])).rows([2])
    }
    await #expect(processExitsWith: .failure) { _ = Dataset(inputs: .zeros([2, 2]), numbers: .zeros([2, 1])).classes }
    await #expect(processExitsWith: .failure) {
      _ = Dataset(inputs: .zeros([2, 2]), numbers: .zeros([2, 1])).batches(of: 0)
    }
  }
}
