import LessonKit
import Testing

@Suite("Where attention stands") struct AttentionPlacementTests {
  private static func wave(_ rows: Int, _ columns: Int, _ frequency: Double, _ phase: Double) -> Tensor {
    Tensor((0..<rows * columns).map { sin(frequency * Double($0) + phase) }, shape: [rows, columns])
  }

  @Test(
    "the Jacobian is PyTorch's",
    arguments: [(true, 7.236667294229882, 6.331980785060915), (false, 5.7958973997781005, 4.741321240801217)])
  func peer(onPath: Bool, norm: Double, greatest: Double) throws {
    let weights = (0..<2).map { block in (0..<5).map { Self.wave(4, 4, 1.3 + 0.2 * Double(5 * block + $0), 0.5) } }
    let jacobian = AttentionPlacement(tokens: 3, width: 4, size: 1).jacobian(
      input: Self.wave(3, 4, 1.7, 0.3), weights: weights, onPath: onPath)
    #expect(abs(jacobian.norm() / norm - 1) < 1e-9)
    #expect(abs(try jacobian.singularValueDecomposition().values[0] / greatest - 1) < 1e-9)
  }

  @Test("without a branch the path beside it passes everything on") func empty() throws {
    let placement = AttentionPlacement(tokens: 4, width: 3, size: 0)
    let kept = try placement.stretches(blocks: 3, onPath: false, seed: 2)
    #expect(kept.count == 12 && kept.allSatisfy { abs($0 - 1) < 1e-12 })
    #expect(try placement.stretches(blocks: 3, onPath: true, seed: 2).last ?? 1 < 0.1)
  }
}
