import Tensors
import Testing

@Suite("Parts and orders of tensors") struct LayoutTests {
  static let matrix = Tensor([1, 2, 3, 4, 5, 6], shape: [2, 3])

  @Test("dimensions are exchanged") func permuting() {
    #expect(Self.matrix.transposed() == Tensor([1, 4, 2, 5, 3, 6], shape: [3, 2]))
    let cube = Tensor((0..<24).map(Double.init), shape: [2, 3, 4])
    let turned = cube.permuted([2, 0, 1])
    #expect(turned.shape == [4, 2, 3])
    #expect(turned[[3, 1, 2]] == cube[[1, 2, 3]])
    #expect(turned[[1, 0, 2]] == cube[[0, 2, 1]])
    #expect(turned.permuted([1, 2, 0]) == cube)
    #expect(Tensor(5).permuted([]) == Tensor(5))
  }

  @Test("rows are gathered, also twice") func gathering() {
    #expect(Self.matrix.gathered([1, 1, 0]).elements == [4, 5, 6, 4, 5, 6, 1, 2, 3])
    #expect(Self.matrix.gathered([]).shape == [0, 3])
    #expect(Self.matrix.rows(1..<2) == Tensor([4, 5, 6], shape: [1, 3]))
  }

  @Test("slices and joins undo one another") func slicing() {
    let parts = [Self.matrix.slice(0..<1, along: 1), Self.matrix.slice(1..<3, along: -1)]
    #expect(parts[0] == Tensor([1, 4], shape: [2, 1]))
    #expect(Tensor(concatenating: parts, along: 1) == Self.matrix)
    #expect(Tensor(concatenating: [Self.matrix, Self.matrix]).shape == [4, 3])
    #expect(Self.matrix.slice(1..<1, along: 0).shape == [0, 3])
  }

  @Test("patches are what a window sees, zeros outside") func patches() {
    let image = Tensor((1...9).map(Double.init), shape: [1, 1, 3, 3])
    let patches = image.patches(window: 2)
    #expect(patches.shape == [1, 4, 4])
    #expect(patches.elements == [1, 2, 4, 5, 2, 3, 5, 6, 4, 5, 7, 8, 5, 6, 8, 9])
    let framed = image.patches(window: 3, stride: 2, padding: 1)
    #expect(framed.shape == [1, 9, 4])
    // The window's centre, then its first corner.
    #expect(Array(framed.elements[16..<20]) == [1, 3, 7, 9])
    #expect(Array(framed.elements[0..<4]) == [0, 0, 0, 5])
  }

  @Test("a position that is not there stops the program with the shape") func strayPositions() async {
    let exit = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.zeros([2, 3]).gathered([0, 2])
    }
    let message = String(decoding: exit?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("gather: position 2 is not within shape 2×3"))
    await #expect(processExitsWith: .failure) { _ = Tensor.zeros([2, 3]).permuted([0, 0]) }
    await #expect(processExitsWith: .failure) { _ = Tensor.zeros([2, 3]).rows(1..<3) }
  }
}
