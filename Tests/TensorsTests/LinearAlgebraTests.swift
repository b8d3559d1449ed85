import Foundation
import Tensors
import Testing

/// Against numbers that NumPy 2.4 gives, or that can be worked out by hand.
@Suite("Linear algebra") struct LinearAlgebraTests {
  static let square = Tensor([4, 1, 2, 1, 3, 0, 2, 0, 5], shape: [3, 3])
  static let tall = Tensor([1, 2, 3, 4, 5, 6, 7, 9], shape: [4, 2])

  @Test("a system is solved for one right side and for several") func solving() throws {
    let x = try Self.square.solving(Tensor([1, 2, 3]))
    #expect(isClose(x.elements, [-13.0 / 43, 33.0 / 43, 31.0 / 43]))
    let identity = Tensor([1, 0, 0, 0, 1, 0, 0, 0, 1], shape: [3, 3])
    let inverse = try Self.square.solving(identity)
    #expect(isClose(Self.square.matmul(inverse).elements, identity.elements))
  }

  @Test("a singular system is an error, which names the column") func singular() {
    let matrix = Tensor([1, 2, 2, 4], shape: [2, 2])
    #expect(throws: LinearAlgebraError.singular(column: 1)) { try matrix.solving(Tensor([1, 1])) }
  }

  @Test("Cholesky's factor is lower triangular and multiplies back") func cholesky() throws {
    let factor = try Self.square.choleskyFactor()
    let expected = [2, 0, 0, 0.5, 2.75.squareRoot(), 0, 1, -0.30151134457776363, 1.9771421064483223]
    #expect(isClose(factor.elements, expected))
    #expect(isClose(factor.matmul(factor, transposingSecond: true).elements, Self.square.elements))
  }

  @Test("a matrix that is not positive definite has no Cholesky factor") func indefinite() {
    #expect(throws: LinearAlgebraError.notPositiveDefinite(leading: 2)) {
      try Tensor([1, 2, 2, 1], shape: [2, 2]).choleskyFactor()
    }
  }

  @Test("QR factors multiply back, Q is orthonormal and R upper triangular") func qr() {
    let (q, r) = Self.tall.qrFactors()
    #expect(isClose(q.matmul(r).elements, Self.tall.elements))
    #expect(isClose(q.matmul(q, transposingFirst: true).elements, [1, 0, 0, 1]))
    #expect(r[1, 0] == 0)
  }

  @Test("eigenvalues rise, and eigenvectors are only stretched") func spectrum() throws {
    let spectrum = try Self.square.symmetricSpectrum()
    #expect(isClose(spectrum.values, [1.854897308799577, 3.476023602918134, 6.669079088282288]))
    let stretched = spectrum.vectors * Tensor(spectrum.values)
    #expect(isClose(Self.square.matmul(spectrum.vectors).elements, stretched.elements))
    let small = try Tensor([2, 1, 1, 2], shape: [2, 2]).symmetricSpectrum()
    #expect(isClose(small.values, [1, 3]))
  }

  @Test("singular values fall, and the three factors multiply back", arguments: [false, true]) func singularValues(
    isWide: Bool
  ) throws {
    let matrix = isWide ? Self.tall.transposed() : Self.tall
    let factors = try matrix.singularValueDecomposition()
    #expect(isClose(factors.values, [14.857076037853462, 0.5170025197621853]))
    let product = (factors.left * Tensor(factors.values)).matmul(factors.right)
    #expect(isClose(product.elements, matrix.elements))
  }

  @Test("the condition number is the ratio of singular values") func condition() throws {
    #expect(isClose([try Self.tall.conditionNumber()], [28.736950923735407], within: 1e-11))
    var hilbert = Tensor.zeros([6, 6])
    for row in 0..<6 { for column in 0..<6 { hilbert[row, column] = 1 / Double(row + column + 1) } }
    #expect(abs(try hilbert.conditionNumber() / 14951058.642254734 - 1) < 1e-8)
    let flat = Tensor([1, 0, 0, 0], shape: [2, 2])
    #expect(try flat.conditionNumber() == .infinity)
  }

  @Test("least squares by QR and by singular values agree with NumPy") func leastSquares() throws {
    let right = Tensor([1, 0, 2, 1])
    let expected = [0.08474576271186136, 0.10169491525423979]
    let qr = try Self.tall.leastSquares(right, by: .qr)
    #expect(isClose(qr.solution.elements, expected))
    #expect(qr.rank == 2)
    let svd = try Self.tall.leastSquares(right, by: .singularValues(cutoff: 1e-14))
    #expect(isClose(svd.solution.elements, expected))
    #expect(isClose(svd.singularValues, [14.857076037853462, 0.5170025197621853]))
  }

  @Test("a cut-off takes the shortest of the best solutions") func cutoff() throws {
    let matrix = Tensor([1, 1, 1, 1], shape: [2, 2])
    let answer = try matrix.leastSquares(Tensor([1, 3]), by: .singularValues(cutoff: 1e-10))
    #expect(answer.rank == 1)
    #expect(isClose(answer.solution.elements, [1, 1]))
    let wide = try Tensor([3, 4], shape: [1, 2]).leastSquares(Tensor([5]), by: .singularValues(cutoff: 1e-10))
    #expect(isClose(wide.solution.elements, [0.6, 0.8]))
  }

  @Test("NaN is an error, not an endless iteration") func notANumber() {
    let matrix = Tensor([1, .nan, .nan, 1], shape: [2, 2])
    #expect(throws: LinearAlgebraError.noConvergence) { try matrix.symmetricSpectrum() }
    #expect(throws: LinearAlgebraError.noConvergence) { try matrix.conditionNumber() }
  }

  @Test("a matrix that is not square is named with its shape") func notSquare() async {
    let exit = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = try Tensor.zeros([2, 3]).solving(Tensor([1, 2]))
    }
    let message = String(decoding: exit?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("solving: shape 2×3 is no square matrix"))
  }

  private func isClose(_ values: [Double], _ expected: [Double], within tolerance: Double = 1e-12) -> Bool {
    values.count == expected.count && zip(values, expected).allSatisfy { abs($0 - $1) <= tolerance * max(1, abs($1)) }
  }
}
