import Tensors

/// The mean of −log softmax at the right class, over rows of scores.
struct CrossEntropy: FusedOperation {
  let classes: [Int]
  /// How many classes there are.
  let width: Int
  /// The share of the target that is spread evenly over all classes: label smoothing.
  let smoothing: Double

  /// The softmax of every score.
  var savedCount: Int { classes.count * width }

  func forward(_ step: Step) {
    let (x, shares) = (step.values(0), step.saved)
    let greatest = step.scratch.room(classes.count)
    for row in classes.indices {
      let (line, target) = (x + row * width, shares + row * width)
      var largest = line[0]
      for i in 1..<max(width, 1) { largest = line[i] > largest ? line[i] : largest }
      for i in 0..<width { target[i] = line[i] - largest }
      greatest[row] = largest
    }
    VectorMath.exponentials(shares, into: shares, count: savedCount)

    var loss = 0.0
    for row in classes.indices {
      let (line, target) = (x + row * width, shares + row * width)
      let sum = Sums.sum(target, count: width)
      for i in 0..<width { target[i] /= sum }
      let norm = greatest[row] + log(sum)
      loss += (1 - smoothing) * (norm - line[classes[row]])
      if smoothing > 0 { loss += smoothing * (norm - Sums.sum(line, count: width) / Double(width)) }
    }
    step.output.elements[0] = loss / Double(classes.count)
  }

  /// ∂L/∂x = (softmax − target) / rows.
  func backward(_ step: Step) {
    guard let sink = step.gradient(0) else { return }
    let (shares, scale) = (step.saved, step.upstream[0] / Double(classes.count))
    let even = smoothing / Double(width)
    sink.put { scale * (shares[$0] - even) }
    let right = scale * (1 - smoothing)
    for row in classes.indices { sink.elements[row * width + classes[row]] -= right }
  }

  func expanded(_ inputs: [Variable]) -> Variable {
    let logarithms = inputs[0].logSoftmax()
    let right = logarithms.picked(classes).mean()
    guard smoothing > 0 else { return -right }
    return -((1 - smoothing) * right + smoothing * logarithms.mean())
  }
}

extension Variable {
  /// The mean of −log softmax at the right class, over rows of scores.
  ///
  /// `smoothing` spreads a share of the target evenly over all classes. Source: C. Szegedy et al.,
  /// *Rethinking the Inception Architecture*, CVPR 2016, section 7.
  public func crossEntropy(classes: [Int], smoothing: Double = 0) -> Variable {
    require(
      shape.count == 2 && shape[0] == classes.count && shape[1] > 0,
      "crossEntropy: \(classes.count) classes for scores \(Tensor.name(of: shape))")
    require(smoothing >= 0 && smoothing < 1, "crossEntropy: a smoothing of \(smoothing)")
    check(classes, below: shape[1], for: "crossEntropy")
    let operation = CrossEntropy(classes: classes, width: shape[1], smoothing: smoothing)
    return recording(operation, shape: [])
  }
}
