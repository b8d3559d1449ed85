import Datasets
import Foundation
import Tensors
import Testing

@Suite("Made data") struct GeneratorTests {
  struct Points: Decodable {
    let x: [Double]
    let y: [Double]
    let classes: [Int]?
  }

  static let reference: [String: Points] = {
    let url = Bundle.module.url(forResource: "Reference/notes", withExtension: "json")!
    return try! JSONDecoder().decode([String: Points].self, from: Data(contentsOf: url))
  }()

  private func near(_ ours: [Double], _ theirs: [Double], within tolerance: Double) -> Bool {
    ours.count == theirs.count && zip(ours, theirs).allSatisfy { abs($0 - $1) <= tolerance * max(1, abs($1)) }
  }

  @Test("the notes' 30 points come out of NumPy's seed 0 to the last digit") func cosine() throws {
    let peer = try #require(Self.reference["cosine"])
    var random = RandomState(seed: 0)
    let data = Dataset.cosine(using: &random)
    #expect(data.inputs.shape == [30, 1] && data.numbers.shape == [30, 1])
    #expect(data.inputs.elements == peer.x)
    #expect(data.numbers.elements == peer.y)
  }

  @Test("the notes' points around a line come out of PyTorch's seed 42", arguments: [100, 200]) func line(count: Int)
    throws
  {
    let peer = try #require(Self.reference["line \(count)"])
    var torch = TorchGenerator(seed: 42)
    let data = Dataset.line(count: count, using: &torch)
    #expect(near(data.inputs.elements, peer.x, within: 1e-6))
    #expect(near(data.numbers.elements, peer.y, within: 1e-6))
  }

  @Test("the notes' cubic points come out of PyTorch's seed 42") func polynomial() throws {
    let peer = try #require(Self.reference["polynomial"])
    var torch = TorchGenerator(seed: 42)
    let data = Dataset.polynomial(using: &torch)
    #expect(near(data.inputs.elements, peer.x, within: 1e-6))
    #expect(near(data.numbers.elements, peer.y, within: 1e-6))
  }

  @Test("without noise a polynomial is what its coefficients say") func exact() {
    var stream = SeededGenerator(seed: 1)
    let data = Dataset.polynomial([1, -2, 3], over: -1...1, noise: 0, count: 3, using: &stream)
    #expect(data.inputs.elements == [-1, 0, 1])
    #expect(data.numbers.elements == [6, 1, 2])
    #expect(Dataset.polynomial([], noise: 0, count: 1, using: &stream).numbers.elements == [0])
  }

  @Test("two moons are scikit-learn's") func moons() throws {
    let peer = try #require(Self.reference["moons"])
    var random = RandomState(seed: 3)
    let data = Dataset.twoMoons(count: 21, noise: 0.1, using: &random)
    #expect(near((0..<21).map { data.inputs[$0, 0] }, peer.x, within: 1e-14))
    #expect(near((0..<21).map { data.inputs[$0, 1] }, peer.y, within: 1e-14))
    #expect(data.classes == peer.classes)
  }

  @Test("spirals run from the middle to radius 1, one turned against the other") func spirals() {
    var stream = SeededGenerator(seed: 1)
    let data = Dataset.spirals(count: 100, noise: 0, using: &stream)
    #expect(data.classes == Array(repeating: 0, count: 50) + Array(repeating: 1, count: 50))
    for row in 0..<50 {
      let (x, y) = (data.inputs[row, 0], data.inputs[row, 1])
      #expect(abs(x + data.inputs[row + 50, 0]) < 1e-12)
      #expect(abs(y + data.inputs[row + 50, 1]) < 1e-12)
      #expect(abs(x * x + y * y - Double(row) / 49) < 1e-12)
    }
    #expect(abs(data.inputs[49, 0] + 1) < 1e-12)
  }

  @Test("clouds lie around their centres, sizes as equal as can be") func blobs() {
    var stream = SeededGenerator(seed: 1)
    let data = Dataset.blobs(centers: [(5, 0), (0, -5), (1, 1)], count: 3002, deviation: 0.5, using: &stream)
    #expect(data.targets == .classes(data.classes, of: 3))
    for (cloud, (x, y)) in [(5.0, 0.0), (0, -5), (1, 1)].enumerated() {
      let rows = data.classes.indices.filter { data.classes[$0] == cloud }
      #expect(rows.count == (cloud < 2 ? 1001 : 1000))
      let size = Double(rows.count)
      let (sumX, sumY) = rows.reduce((0, 0)) { ($0.0 + data.inputs[$1, 0], $0.1 + data.inputs[$1, 1]) }
      #expect(abs(sumX / size - x) < 0.06 && abs(sumY / size - y) < 0.06)
      let spread = rows.reduce(0) { $0 + (data.inputs[$1, 0] - x) * (data.inputs[$1, 0] - x) }
      #expect(abs((spread / size).squareRoot() - 0.5) < 0.03)
    }
  }

  @Test("none, one, two: every kind of data comes in any number", arguments: [0, 1, 2]) func few(count: Int) {
    var stream = TorchGenerator(seed: 1)
    #expect(Dataset.line(count: count, using: &stream).count == count)
    #expect(Dataset.cosine(count: count, using: &stream).count == count)
    #expect(Dataset.polynomial(count: count, using: &stream).count == count)
    for data in [
      Dataset.twoMoons(count: count, using: &stream), .spirals(count: count, using: &stream),
      .blobs(count: count, using: &stream),
    ] {
      #expect(data.inputs.shape == [count, 2])
      #expect(data.inputs.elements.allSatisfy { $0.isFinite })
    }
  }
}
