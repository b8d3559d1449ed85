import Tensors
import Testing

@Suite("Tensor arithmetic") struct ArithmeticTests {
  static let matrix = Tensor([1, 2, 3, 4, 5, 6], shape: [2, 3])

  @Test("shapes are broadcast from their last dimension") func broadcasting() {
    let (row, column) = (Tensor([10, 20, 30]), Tensor([100, 200], shape: [2, 1]))
    #expect((Self.matrix + row).elements == [11, 22, 33, 14, 25, 36])
    #expect((Self.matrix - column).elements == [-99, -98, -97, -196, -195, -194])
    #expect((column * row).elements == [1000, 2000, 3000, 2000, 4000, 6000])
    #expect((column * row).shape == [2, 3])
    #expect((Self.matrix / Tensor(2)).elements == [0.5, 1, 1.5, 2, 2.5, 3])
    let cube = Tensor([1, 2, 3, 4], shape: [2, 1, 2]) + Tensor([10, 20], shape: [2, 1])
    #expect(cube.shape == [2, 2, 2])
    #expect(cube.elements == [11, 12, 21, 22, 13, 14, 23, 24])
  }

  @Test("an empty dimension broadcasts to nothing") func emptyBroadcast() {
    #expect((Tensor.zeros([0, 3]) + Tensor([1, 2, 3])).shape == [0, 3])
    #expect((Tensor.zeros([2, 0]) * 3).count == 0)
  }

  @Test("numbers go with tensors on either side") func numbers() {
    let x = Tensor([1, 2])
    #expect((x + 1).elements == [2, 3])
    #expect((1 - x).elements == [0, -1])
    #expect((2 * x / 4 - 1).elements == [-0.5, 0])
    #expect((-x).elements == [-1, -2])
  }

  @Test("sums and means go over all elements or along dimensions") func reductions() {
    #expect(Self.matrix.sum() == 21)
    #expect(Self.matrix.mean() == 3.5)
    #expect(abs(Self.matrix.variance() - 35.0 / 12) < 1e-12)
    #expect(Self.matrix.sum(along: [0]) == Tensor([5, 7, 9]))
    #expect(Self.matrix.sum(along: [-1], keepingRank: true) == Tensor([6, 15], shape: [2, 1]))
    #expect(Self.matrix.mean(along: [1]) == Tensor([2, 5]))
    let cube = Tensor((0..<24).map(Double.init), shape: [2, 3, 4])
    #expect(cube.sum(along: [0, 2]) == Tensor([60, 92, 124]))
    #expect(cube.sum(along: [0, 1, 2]) == Tensor(276))
    #expect(Tensor.zeros([0]).sum() == 0)
    #expect(Tensor.zeros([0]).mean().isNaN)
    #expect(Tensor.zeros([0, 2]).sum(along: [0]) == Tensor([0, 0]))
  }

  @Test("extremes are found with their place, NaN before all numbers") func extremes() {
    let x = Tensor([3, 9, 9, -1, 7, 2], shape: [2, 3])
    #expect(x.greatest() == 9)
    #expect(x.least() == -1)
    #expect(x.greatest(along: 1) == Tensor([9, 7]))
    #expect(x.greatest(along: 0) == Tensor([3, 9, 9]))
    #expect(x.positionsOfGreatest(along: 1) == [1, 1])
    #expect(x.positionsOfGreatest(along: -2) == [0, 0, 0])
    #expect(Tensor([1, .nan, 5, .nan]).positionsOfGreatest(along: 0) == [1])
    #expect(Tensor([1, .nan, 5]).greatest().isNaN)
    #expect(Tensor([]).greatest().isNaN)
  }

  @Test("matrices multiply plain and transposed, thin and in stacks") func products() {
    let other = Tensor([1, 0, 2, 1, 0, 3], shape: [3, 2])
    #expect(Self.matrix.matmul(other).elements == [5, 11, 14, 23])
    #expect(Self.matrix.matmul(Self.matrix, transposingSecond: true).elements == [14, 32, 32, 77])
    #expect(Self.matrix.matmul(Self.matrix, transposingFirst: true).elements == [17, 22, 27, 22, 29, 36, 27, 36, 45])
    let stack = Tensor((0..<8).map(Double.init), shape: [2, 2, 2])
    #expect(stack.matmul(stack).elements == [2, 3, 6, 11, 46, 55, 66, 79])
    let matrix = Tensor([1, 2, 3, 4], shape: [2, 2])
    #expect(stack.matmul(matrix).elements == [3, 4, 11, 16, 19, 28, 27, 40])
    #expect(matrix.matmul(stack).elements == [4, 7, 8, 15, 16, 19, 36, 43])
    #expect(Tensor.zeros([2, 0]).matmul(.zeros([0, 3])) == .zeros([2, 3]))
  }

  @Test("a product with one row or one column is right in all four ways to read its factors") func vectors() {
    var random = SeededGenerator(seed: 1)
    for (rows, columns) in [(1, 5), (5, 1), (1, 1)] {
      let (a, b) = (random.normal(shape: [rows, 4]), random.normal(shape: [4, columns]))
      let expected = (0..<rows).flatMap { row in
        (0..<columns).map { column in (0..<4).reduce(0) { $0 + a[row, $1] * b[$1, column] } }
      }
      let (at, bt) = (a.transposed(), b.transposed())
      for product in [
        a.matmul(b), at.matmul(b, transposingFirst: true), a.matmul(bt, transposingSecond: true),
        at.matmul(bt, transposingFirst: true, transposingSecond: true),
      ] {
        #expect(product.shape == [rows, columns])
        #expect(zip(product.elements, expected).allSatisfy { abs($0 - $1) < 1e-14 })
      }
    }
  }

  @Test("a large product is the same to the bit each time") func determinism() {
    var random = SeededGenerator(seed: 2)
    let a = random.normal(shape: [420, 420])
    #expect(a.matmul(a) == a.matmul(a))
  }

  @Test("factors that do not fit stop the program, and are both named") func shapeErrors() async {
    let product = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.zeros([3, 4]).matmul(.zeros([5, 2]))
    }
    #expect(message(product).contains("matmul: 3×4 times 5×2"))
    let sum = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.zeros([3, 4]) + Tensor.zeros([3])
    }
    #expect(message(sum).contains("add: shapes 3×4 and 3 do not fit"))
    let axis = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.zeros([3, 4]).sum(along: [2])
    }
    #expect(message(axis).contains("shape 3×4 has no dimension 2"))
    let join = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor(concatenating: [.zeros([3, 4]), .zeros([3, 5])])
    }
    #expect(message(join).contains("shapes 3×4 and 3×5 do not join along dimension 0"))
  }

  private func message(_ exit: ExitTest.Result?) -> String {
    String(decoding: exit?.standardErrorContent ?? [], as: UTF8.self)
  }
}
