import Tensors
import Testing

@Suite("A tensor") struct TensorTests {
  @Test("a scalar, a vector and a matrix know their shape, rank and count") func shapes() {
    #expect(Tensor(3).shape == [])
    #expect(Tensor(3).count == 1)
    #expect(Tensor([1, 2]).shape == [2])
    let matrix = Tensor([1, 2, 3, 4, 5, 6], shape: [2, 3])
    #expect(matrix.rank == 2)
    #expect(matrix.count == 6)
    #expect(Tensor.empty.count == 0)
    #expect(Tensor.zeros([2, 0, 3]).count == 0)
    #expect(Tensor(repeating: 7, shape: [2, 2]).elements == [7, 7, 7, 7])
  }

  @Test("subscripts find elements row by row") func subscripts() {
    var cube = Tensor((0..<24).map(Double.init), shape: [2, 3, 4])
    #expect(cube[[1, 2, 3]] == 23)
    #expect(cube[[1, 0, 2]] == 14)
    cube[[0, 1, 1]] = -1
    #expect(cube.elements[5] == -1)
    var matrix = cube.reshaped(to: [4, 6])
    #expect(matrix[2, 1] == 13)
    matrix[2, 1] = 5
    #expect(matrix.elements[13] == 5)
    var vector = Tensor([1, 2, 3])
    vector[2] = 9
    #expect(vector[2] == 9)
    #expect(Tensor(4)[[]] == 4)
  }

  @Test("a copy keeps its elements when the original changes") func valueSemantics() {
    var original = Tensor([1, 2])
    let copy = original
    original[0] = 5
    original.update(with: Tensor([1, 1])) { p, g in p += g }
    original.withMutableElements { $0[1] = 8 }
    #expect(copy.elements == [1, 2])
    #expect(original.elements == [6, 8])
  }

  @Test("tensors with equal elements and different shapes differ") func equality() {
    let flat = Tensor([1, 2, 3, 4])
    #expect(flat != flat.reshaped(to: [2, 2]))
    #expect(flat == flat.reshaped(to: [2, 2]).reshaped(to: [4]))
  }

  @Test("a pass changes a parameter beside its gradient and up to three arrays of state") func passes() {
    let gradient = Tensor([1, 2, 3])
    var (p, a, b, c) = (Tensor([10, 20, 30]), Tensor.zeros([3]), Tensor.zeros([3]), Tensor.zeros([3]))
    p.update(with: gradient) { p, g in p -= g }
    #expect(p.elements == [9, 18, 27])
    p.update(with: gradient, &a) { p, g, a in
      a += g
      p += a
    }
    #expect(p.elements == [10, 20, 30])
    p.update(with: gradient, &a, &b) { p, g, a, b in (b, p) = (a * 10, p + g) }
    #expect(b.elements == [10, 20, 30])
    p.update(with: gradient, &a, &b, &c) { p, g, a, b, c in (c, a, p) = (b + g, 0, p - g) }
    #expect(c.elements == [11, 22, 33])
    #expect(a.elements == [0, 0, 0])
    #expect(p.elements == [10, 20, 30])
  }

  @Test("a pass over an empty tensor calls nothing") func emptyPass() {
    var empty = Tensor.empty
    var calls = 0
    empty.update(with: .empty) { _, _ in calls += 1 }
    #expect(calls == 0)
  }

  @Test("a gradient of another shape stops the program with both shapes in the message") func shapeMismatch() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var matrix = Tensor.zeros([3, 4])
      matrix.update(with: Tensor.zeros([5])) { p, g in p += g }
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("shape 3×4"))
    #expect(message.contains("shape 5"))
  }

  @Test("elements that do not fill the shape stop the program") func wrongCount() async {
    await #expect(processExitsWith: .failure) { _ = Tensor([1, 2, 3], shape: [2, 2]) }
    await #expect(processExitsWith: .failure) { _ = Tensor.zeros([2, 3])[2, 0] }
    await #expect(processExitsWith: .failure) { _ = Tensor.zeros([2, 3])[0] }
    await #expect(processExitsWith: .failure) { _ = Tensor.zeros([2, 3])[[0, 3]] }
    await #expect(processExitsWith: .failure) { _ = Tensor.zeros([-1]) }
  }
}
