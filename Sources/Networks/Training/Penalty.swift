import Tensors

/// A price on large parameters, added to the loss.
public enum Penalty: Sendable, Hashable {
  /// λ·Σ|w|: drives weak parameters to exactly 0 where it is taken as a proximal step.
  case l1(Double)
  /// ½·λ·Σw²: its gradient is λ·w, the weight decay of plain gradient descent.
  case l2(Double)
  /// λ₁·Σ|w| + ½·λ₂·Σw². Source: H. Zou and T. Hastie, JRSS B 2005.
  case elasticNet(l1: Double, l2: Double)
  /// λ/p·Σ|w|ᵖ for p above 0; below 1 it is not convex, and sets weak parameters to 0 by a jump.
  case pNorm(p: Double, strength: Double)

  /// The price of a tensor.
  public func value(of tensor: Tensor) -> Double {
    switch self {
    case .l1(let strength): strength * tensor.magnitude().sum()
    case .l2(let strength): 0.5 * strength * tensor.dot(tensor)
    case .elasticNet(let first, let second): Penalty.l1(first).value(of: tensor) + Penalty.l2(second).value(of: tensor)
    case .pNorm(let p, let strength): strength / p * tensor.map { pow(abs($0), p) }.sum()
    }
  }

  /// Adds the price's gradient to a gradient of the same shape; 0 at 0, where |w| has none.
  public func addGradient(of tensor: Tensor, to gradient: inout Tensor) {
    switch self {
    case .l1(let strength): gradient.update(with: tensor) { g, w in g += strength * Self.sign(w) }
    case .l2(let strength): gradient.update(with: tensor) { g, w in g += strength * w }
    case .elasticNet(let first, let second):
      gradient.update(with: tensor) { g, w in g += first * Self.sign(w) + second * w }
    case .pNorm(let p, let strength):
      gradient.update(with: tensor) { g, w in if w != 0 { g += strength * Self.sign(w) * pow(abs(w), p - 1) } }
    }
  }

  /// Moves a tensor to where ½‖w − tensor‖² + rate·price is least: the proximal step.
  ///
  /// Taken after a step on the loss alone, in place of the price's gradient. Source: N. Parikh and
  /// S. Boyd, *Proximal Algorithms*, 2014, section 6; for `.pNorm` see `PowerShrinkage`.
  public func takeProximalStep(on tensor: inout Tensor, rate: Double) {
    switch self {
    case .l1(let strength): Self.shrink(&tensor, by: rate * strength, then: 1)
    case .l2(let strength): Self.shrink(&tensor, by: 0, then: 1 / (1 + rate * strength))
    case .elasticNet(let first, let second): Self.shrink(&tensor, by: rate * first, then: 1 / (1 + rate * second))
    case .pNorm(let p, let strength):
      require(p > 0, "a p-norm penalty with p = \(p)")
      let shrunk = PowerShrinkage(p: p, t: rate * strength)
      Self.change(&tensor) { Self.sign($0) * shrunk(abs($0)) }
    }
  }

  /// Moves every element towards 0 by a threshold, then scales it.
  private static func shrink(_ tensor: inout Tensor, by threshold: Double, then scale: Double) {
    change(&tensor) { w in
      let rest = abs(w) - threshold
      return rest <= 0 ? 0 : sign(w) * rest * scale
    }
  }

  private static func change(_ tensor: inout Tensor, _ change: (Double) -> Double) {
    tensor.withMutableElements { elements in for index in elements.indices { elements[index] = change(elements[index]) }
    }
  }

  private static func sign(_ x: Double) -> Double { x > 0 ? 1 : x < 0 ? -1 : 0 }
}
