import Foundation
import Tensors
import Testing

@Suite("Random streams against NumPy and PyTorch") struct RandomPeerTests {
  static let sequences: [DrawSequence] = {
    let other = ProcessInfo.processInfo.environment["PLUMBLINE_DRAWS"]
    return try! DrawSequence.load(other.map { URL(fileURLWithPath: $0) } ?? reference("draws"))
  }()

  static func reference(_ name: String) -> URL {
    Bundle.module.url(forResource: "Reference/\(name)", withExtension: "json")!
  }

  /// How far a draw may be off; only PyTorch's normal numbers may be off at all.
  static func tolerance(of draw: DrawSequence.Draw, by peer: String) -> Double {
    let normal = ["randn", "normal", "kaiming_normal", "xavier_normal"]
    guard peer == "torch", normal.contains(draw.call) else { return 0 }
    return draw.precision == "single" ? 1e-6 : 2e-15
  }

  @Test("every call of a sequence draws what the peer drew", arguments: sequences) func sequence(peer: DrawSequence)
    throws
  {
    #expect(!peer.draws.isEmpty)
    for (draw, ours) in zip(peer.draws, peer.repeated()) {
      let ours = try #require(ours, "no call \(draw.call)")
      let tolerance = Self.tolerance(of: draw, by: peer.peer)
      let isEqual =
        ours.count == draw.values.count
        && zip(ours, draw.values).allSatisfy { abs($0 - $1) <= tolerance * max(1, abs($1)) }
      #expect(isEqual, "\(draw.call) \(draw.numbers) \(draw.precision ?? "")")
    }
  }

  @Test("the sequences hold every call, and sizes around the blocks of 16") func coverage() {
    let draws = Self.sequences.flatMap(\.draws)
    #expect(Set(draws.map(\.call)).count == 16)
    #expect(draws.contains { $0.call == "randn" && $0.values.count > 16 })
    #expect(draws.contains { $0.call == "randn" && (1..<16).contains($0.values.count) })
  }
}

@Suite("Random streams against the course's figures") struct StreamsTests {
  struct File: Decodable {
    let numpyRandomstate0: NumPy
    let torchManualSeed42InThisOrder: Torch

    struct NumPy: Decodable {
      let rand8: [Double]
      let thenRandn9: [Double]
      let thenRand3: [Double]
      let freshPermutation10: [Int]
    }

    struct Torch: Decodable {
      let randn100First8: [Double]
      let randn5: [Double]
      let rand4: [Double]
      let randn16: [Double]
      let randn17: [Double]
      let randperm10: [Int]
      let randnDouble3: [Double]
      let randnDouble20: [Double]
      let bernoulliHalf12: [Double]
      let linear34Seed42: Layer
      let kaimingNormal4X5Seed7: [[Double]]
      let xavierUniform4X5Seed7: [[Double]]
    }

    struct Layer: Decodable {
      let weight: [[Double]]
      let bias: [Double]
    }
  }

  let numpy: File.NumPy
  let torch: File.Torch

  init() throws {
    let data = try Data(contentsOf: RandomPeerTests.reference("streams"))
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let file = try decoder.decode(File.self, from: data)
    (numpy, torch) = (file.numpyRandomstate0, file.torchManualSeed42InThisOrder)
  }

  private func near(_ ours: Tensor, _ theirs: [Double], within tolerance: Double) -> Bool {
    ours.count == theirs.count && zip(ours.elements, theirs).allSatisfy { abs($0 - $1) <= tolerance * max(1, abs($1)) }
  }

  @Test("RandomState(0) draws NumPy's numbers, one kind after another") func drawsOfNumPy() {
    var random = RandomState(seed: 0)
    #expect(random.rand(8).elements == numpy.rand8)
    #expect(random.randn(9).elements == numpy.thenRandn9)
    #expect(random.rand(3).elements == numpy.thenRand3)
    var fresh = RandomState(seed: 0)
    #expect(fresh.permutation(10) == numpy.freshPermutation10)
  }

  @Test("seed 42 draws PyTorch's numbers, one kind after another") func drawsOfTorch() {
    var torch = TorchGenerator(seed: 42)
    let peer = self.torch
    #expect(near(Tensor(Array(torch.randn(100).elements[..<8])), peer.randn100First8, within: 1e-6))
    #expect(near(torch.randn(5), peer.randn5, within: 1e-6))
    #expect(torch.rand(4).elements == peer.rand4)
    #expect(near(torch.randn(16), peer.randn16, within: 1e-6))
    #expect(near(torch.randn(17), peer.randn17, within: 1e-6))
    #expect(torch.randperm(10) == peer.randperm10)
    torch.precision = .double
    #expect(near(torch.randn(3), peer.randnDouble3, within: 1e-15))
    #expect(near(torch.randn(20), peer.randnDouble20, within: 1e-15))
    torch.precision = .single
    let half = Tensor(repeating: 0.5, shape: [12])
    #expect(torch.bernoulli(half).elements == peer.bernoulliHalf12)
  }

  @Test("layers and initializers start as PyTorch's do") func initializers() {
    var stream = TorchGenerator(seed: 42)
    let layer = stream.torchLayer([4, 3])
    #expect(layer.weight.shape == [4, 3])
    #expect(layer.weight.elements == torch.linear34Seed42.weight.flatMap { $0 })
    #expect(layer.bias.elements == torch.linear34Seed42.bias)
    stream = TorchGenerator(seed: 7)
    let kaiming = torch.kaimingNormal4X5Seed7.flatMap { $0 }
    #expect(near(stream.kaimingNormal([4, 5]), kaiming, within: 1e-6))
    stream = TorchGenerator(seed: 7)
    let xavier = torch.xavierUniform4X5Seed7.flatMap { $0 }
    #expect(stream.xavierUniform([4, 5]).elements == xavier)
  }
}
