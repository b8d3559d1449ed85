import Tensors

/// x·Wᵀ + b in one pass: the linear layer.
struct AffineMap: FusedOperation {
  let rows: Int
  let inputs: Int
  let outputs: Int

  func forward(_ step: Step) {
    let (target, bias) = (step.output.elements, step.values(2))
    for row in 0..<rows { (target + row * outputs).update(from: bias, count: outputs) }
    MatrixProduct.multiply(
      MatrixOperand(step.values(0), width: inputs), MatrixOperand(step.values(1), width: inputs, isTransposed: true),
      into: target, rows: rows, columns: outputs, depth: inputs, keep: 1)
  }

  func backward(_ step: Step) {
    let g = step.upstream
    if let sink = step.gradient(0) {
      MatrixProduct.multiply(
        MatrixOperand(g, width: outputs), MatrixOperand(step.values(1), width: inputs), into: sink.elements, rows: rows,
        columns: inputs, depth: outputs, keep: sink.keep)
    }
    if let sink = step.gradient(1) {
      MatrixProduct.multiply(
        MatrixOperand(g, width: outputs, isTransposed: true), MatrixOperand(step.values(0), width: inputs),
        into: sink.elements, rows: outputs, columns: inputs, depth: rows, keep: sink.keep)
    }
    if let sink = step.gradient(2) {
      let target = sink.cleared()
      for row in 0..<rows {
        let line = g + row * outputs
        for i in 0..<outputs { target[i] += line[i] }
      }
    }
  }

  func expanded(_ inputs: [Variable]) -> Variable { inputs[0].matmul(inputs[1], transposingSecond: true) + inputs[2] }
}

extension Variable {
  /// x·Wᵀ + b for rows x, a matrix W of outputs×inputs, and b of the outputs' count.
  ///
  /// Dimensions before the last are kept: each of their positions is a row.
  public func affine(weight: Variable, bias: Variable) -> Variable {
    let (own, weightShape) = (shape, weight.shape)
    let fits = weightShape.count == 2 && own.last == weightShape[1] && bias.shape == [weightShape[0]]
    require(
      fits,
      "affine: rows \(Tensor.name(of: own)) with a weight \(Tensor.name(of: weightShape)) and a "
        + "bias \(Tensor.name(of: bias.shape))")
    let operation = AffineMap(rows: own.dropLast().reduce(1, *), inputs: weightShape[1], outputs: weightShape[0])
    let result = Array(own.dropLast()) + [weightShape[0]]
    return tape.record(operation, [self, weight, bias], shape: result)
  }
}
