import Tensors
import Testing

@Suite("A random stream") struct RandomStreamTests {
  /// Every stream there is, from one seed.
  static func each(_ body: (inout any RandomStream) -> Void) {
    let streams: [any RandomStream] = [
      SeededGenerator(seed: 3), RandomState(seed: 3), TorchGenerator(seed: 3),
      TorchGenerator(seed: 3, precision: .double),
    ]
    for var stream in streams { body(&stream) }
  }

  private static func spread(_ numbers: [Double]) -> (mean: Double, deviation: Double) {
    let mean = numbers.reduce(0, +) / Double(numbers.count)
    let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, (squares / Double(numbers.count)).squareRoot())
  }

  @Test("even numbers fill their range") func uniform() {
    Self.each { stream in
      let drawn = stream.uniform(in: -2...6, shape: [100, 100])
      #expect(drawn.shape == [100, 100])
      #expect(drawn.elements.allSatisfy { $0 >= -2 && $0 <= 6 })
      let (mean, deviation) = Self.spread(drawn.elements)
      #expect(abs(mean - 2) < 0.1 && abs(deviation - 8 / 12.0.squareRoot()) < 0.05)
    }
  }

  @Test("normal numbers have the mean and the deviation asked for", arguments: [1, 10_000]) func normal(size: Int) {
    Self.each { stream in
      var drawn: [Double] = []
      for _ in 0..<(10_000 / size) { drawn += stream.normal(mean: 5, deviation: 2, shape: [size]).elements }
      let (mean, deviation) = Self.spread(drawn)
      #expect(abs(mean - 5) < 0.1 && abs(deviation - 2) < 0.05)
      let share = Double(drawn.count { abs($0 - 5) < 2 }) / Double(drawn.count)
      #expect(abs(share - 0.6827) < 0.02)
    }
  }

  @Test("a permutation holds every number once, and starts with each equally often") func permutation() {
    Self.each { stream in
      #expect(stream.permutation(0) == [])
      #expect(stream.permutation(1) == [0])
      var firsts = [0, 0, 0]
      for _ in 0..<3000 {
        let order = stream.permutation(3)
        #expect(order.sorted() == [0, 1, 2])
        firsts[order[0]] += 1
      }
      #expect(firsts.allSatisfy { abs($0 - 1000) < 120 })
    }
  }

  @Test("ones come as often as their probability says, never at 0, always at 1") func bernoulli() {
    Self.each { stream in
      let ones = stream.bernoulli(0.3, shape: [10_000]).elements.reduce(0, +)
      #expect(abs(ones - 3000) < 150)
      #expect(stream.bernoulli(0, shape: [100]).elements.allSatisfy { $0 == 0 })
      #expect(stream.bernoulli(1, shape: [100]).elements.allSatisfy { $0 == 1 })
    }
  }

  @Test("nothing is drawn for an empty shape, and one number for a scalar") func sizes() {
    Self.each { stream in
      #expect(stream.normal(shape: [0, 3]).shape == [0, 3])
      #expect(stream.uniform(in: 4...4, shape: []) == Tensor(4))
    }
    var (torch, fresh) = (TorchGenerator(seed: 1), TorchGenerator(seed: 1))
    _ = torch.randn(0)
    let (after, before) = (torch.rand(3), fresh.rand(3))
    #expect(after == before)
  }

  @Test("a copy of a stream goes on as the original does, a waiting number included") func copies() {
    var numpy = RandomState(seed: 5)
    _ = numpy.randn()
    var copy = numpy
    #expect(copy == numpy)
    let (ours, theirs) = (numpy.randn(4), copy.randn(4))
    #expect(ours == theirs)
  }

  @Test("only the lower 32 bits of PyTorch's seed count") func seeds() {
    var (low, high) = (TorchGenerator(seed: 7), TorchGenerator(seed: 7 + 1 << 32))
    let (a, b) = (low.rand(4), high.rand(4))
    #expect(a == b)
  }

  @Test("single precision draws numbers that a Float holds") func single() {
    var torch = TorchGenerator(seed: 1)
    let drawn = torch.randn(40).elements + torch.randn(3).elements + torch.kaimingUniform([3, 7]).elements
    #expect(drawn.allSatisfy { Double(Float($0)) == $0 })
  }

  @Test("shuffling works in place, on a slice too, and keeps every element") func shuffling() {
    var random = RandomState(seed: 2)
    var letters = Array("abcdef")
    random.shuffle(&letters[2...])
    #expect(letters[..<2] == ["a", "b"])
    #expect(letters.sorted() == Array("abcdef"))
    var none: [Int] = []
    random.shuffle(&none)
    #expect(none == [])
  }

  @Test("what cannot be drawn stops the program") func mistakes() async {
    await #expect(processExitsWith: .failure) {
      var random = RandomState(seed: 0)
      _ = random.randint(3..<3)
    }
    await #expect(processExitsWith: .failure) {
      var random = RandomState(seed: 0)
      _ = random.choice(3, count: 4, repeating: false)
    }
    await #expect(processExitsWith: .failure) {
      var torch = TorchGenerator(seed: 0)
      _ = torch.normal(mean: 0, deviation: -1, shape: [3])
    }
    await #expect(processExitsWith: .failure) {
      var torch = TorchGenerator(seed: 0)
      _ = torch.uniform(in: 0 ... .infinity, shape: [3])
    }
    await #expect(processExitsWith: .failure) {
      var torch = TorchGenerator(seed: 0)
      _ = torch.bernoulli(Tensor([0.5, .nan]))
    }
    await #expect(processExitsWith: .failure) {
      var torch = TorchGenerator(seed: 0)
      _ = torch.kaimingNormal([3])
    }
  }
}
