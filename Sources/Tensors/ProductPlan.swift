/// A product of matrices, or of stacks of matrices: its sizes, and where each matrix lies.
package struct ProductPlan: Sendable {
  /// The shape of the result.
  package let shape: [Int]
  /// How many products there are.
  package let stack: Int
  package let rows: Int
  package let columns: Int
  package let depth: Int
  package let transposesFirst: Bool
  package let transposesSecond: Bool
  /// How far each factor moves from one product to the next: 0 where one matrix serves all.
  package let firstStep: Int
  package let secondStep: Int

  /// Plans a product; a matrix beside a stack is used for each of the stack.
  package init(_ first: [Int], _ second: [Int], transposesFirst: Bool, transposesSecond: Bool) {
    let message = { "matmul: \(Self.name(first, transposesFirst)) times \(Self.name(second, transposesSecond))" }
    require(first.count >= 2 && second.count >= 2, message())
    let (a, b) = (first.suffix(2), second.suffix(2))
    rows = transposesFirst ? a.last! : a.first!
    depth = transposesFirst ? a.first! : a.last!
    columns = transposesSecond ? b.first! : b.last!
    let secondDepth = transposesSecond ? b.last! : b.first!
    let (outer, otherOuter) = (Array(first.dropLast(2)), Array(second.dropLast(2)))
    let stacksFit = outer.isEmpty || otherOuter.isEmpty || outer == otherOuter
    require(depth == secondDepth && stacksFit, message())

    let stackShape = outer.isEmpty ? otherOuter : outer
    stack = stackShape.reduce(1, *)
    shape = stackShape + [rows, columns]
    firstStep = outer.isEmpty ? 0 : rows * depth
    secondStep = otherOuter.isEmpty ? 0 : depth * columns
    (self.transposesFirst, self.transposesSecond) = (transposesFirst, transposesSecond)
  }

  /// Multiplies into `result`: `keep` is 0 to write it anew, 1 to add to it.
  package func multiply(
    _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>, keep: Double = 0
  ) {
    // One matrix on the right of a whole stack is one tall product.
    if secondStep == 0 && !transposesFirst && firstStep != 0 {
      return MatrixProduct.multiply(
        first(a, 0), second(b, 0), into: result, rows: stack * rows, columns: columns, depth: depth, keep: keep)
    }
    for index in 0..<stack {
      MatrixProduct.multiply(
        first(a, index), second(b, index), into: result + index * rows * columns, rows: rows, columns: columns,
        depth: depth, keep: keep)
    }
  }

  /// Adds what a gradient of the result is for the first factor: G·Bᵀ, or its transpose.
  package func pullFirst(
    _ gradient: UnsafePointer<Double>, _ b: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>,
    keep: Double
  ) {
    for index in 0..<stack {
      let g = gradient + index * rows * columns
      let target = result + index * firstStep
      let share = index > 0 && firstStep == 0 ? 1 : keep
      if transposesFirst {
        MatrixProduct.multiply(
          second(b, index), MatrixOperand(g, width: columns, isTransposed: true), into: target, rows: depth,
          columns: rows, depth: columns, keep: share)
      } else {
        MatrixProduct.multiply(
          MatrixOperand(g, width: columns), second(b, index).transposed, into: target, rows: rows, columns: depth,
          depth: columns, keep: share)
      }
    }
  }

  /// Adds what a gradient of the result is for the second factor: Aᵀ·G, or its transpose.
  package func pullSecond(
    _ gradient: UnsafePointer<Double>, _ a: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>,
    keep: Double
  ) {
    for index in 0..<stack {
      let g = gradient + index * rows * columns
      let target = result + index * secondStep
      let share = index > 0 && secondStep == 0 ? 1 : keep
      if transposesSecond {
        MatrixProduct.multiply(
          MatrixOperand(g, width: columns, isTransposed: true), first(a, index), into: target, rows: columns,
          columns: depth, depth: rows, keep: share)
      } else {
        MatrixProduct.multiply(
          first(a, index).transposed, MatrixOperand(g, width: columns), into: target, rows: depth, columns: columns,
          depth: rows, keep: share)
      }
    }
  }

  private func first(_ a: UnsafePointer<Double>, _ index: Int) -> MatrixOperand {
    MatrixOperand(a + index * firstStep, width: transposesFirst ? rows : depth, isTransposed: transposesFirst)
  }

  private func second(_ b: UnsafePointer<Double>, _ index: Int) -> MatrixOperand {
    MatrixOperand(b + index * secondStep, width: transposesSecond ? depth : columns, isTransposed: transposesSecond)
  }

  private static func name(_ shape: [Int], _ isTransposed: Bool) -> String {
    Tensor.name(of: shape) + (isTransposed ? " transposed" : "")
  }
}
