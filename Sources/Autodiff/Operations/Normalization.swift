import Tensors

/// Elements less their group's mean, divided by its standard deviation.
///
/// The shape is seen as outer×groups×inner; a group is what shares the middle position. This covers
/// batch, layer and group normalisation. The variance is that of the group itself, not an estimate.
struct Normalization: FusedOperation {
  let outer: Int
  let groups: Int
  let inner: Int
  let epsilon: Double

  /// 1 / standard deviation of each group.
  var savedCount: Int { groups }

  private var size: Double { Double(outer * inner) }

  func forward(_ step: Step) {
    let (x, y) = (step.values(0), step.output.elements)
    for group in 0..<groups {
      let mean = sum(group) { x[$0] } / size
      let variance = sum(group) { (x[$0] - mean) * (x[$0] - mean) } / size
      let scale = 1 / (variance + epsilon).squareRoot()
      step.saved[group] = scale
      forEach(group) { y[$0] = (x[$0] - mean) * scale }
    }
  }

  /// ∂L/∂x = scale·(g − mean g − y·mean(g·y)).
  func backward(_ step: Step) {
    guard let target = step.gradient(0)?.cleared() else { return }
    let (g, y) = (step.upstream, step.values)
    for group in 0..<groups {
      let mean = sum(group) { g[$0] } / size
      let along = sum(group) { g[$0] * y[$0] } / size
      let scale = step.saved[group]
      forEach(group) { target[$0] += scale * (g[$0] - mean - y[$0] * along) }
    }
  }

  func expanded(_ inputs: [Variable]) -> Variable {
    let shape = inputs[0].shape
    let x = inputs[0].reshaped(to: [outer, groups, inner])
    let centered = x - x.mean(along: [0, 2], keepingRank: true)
    let variance = centered.squared().mean(along: [0, 2], keepingRank: true)
    return (centered * (variance + epsilon).power(-0.5)).reshaped(to: shape)
  }

  @inline(__always) private func forEach(_ group: Int, _ body: (Int) -> Void) {
    for position in 0..<outer {
      let start = (position * groups + group) * inner
      for i in start..<(start + inner) { body(i) }
    }
  }

  @inline(__always) private func sum(_ group: Int, _ term: (Int) -> Double) -> Double {
    var sum = 0.0
    for position in 0..<outer {
      let start = (position * groups + group) * inner
      sum += Sums.total(inner) { term(start + $0) }
    }
    return sum
  }
}

extension Variable {
  /// Elements less their group's mean, divided by the root of its variance plus ε.
  ///
  /// The shape is seen as outer×groups×inner, which must hold exactly the elements; a group is what
  /// shares the middle position. Channels of images: images×channels×places. Rows: 1×rows×width.
  public func normalized(outer: Int, groups: Int, inner: Int, epsilon: Double = 1e-5) -> Variable {
    require(
      outer * groups * inner == count,
      "normalized: \(outer)×\(groups)×\(inner) groups do not hold shape \(Tensor.name(of: shape))")
    let operation = Normalization(outer: outer, groups: groups, inner: inner, epsilon: epsilon)
    return recording(operation, shape: shape)
  }
}
