import Tensors

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A price on large parameters, added to the loss.
public enum Penalty: Sendable, Hashable {
  /// λ·Σ|w|: drives weak parameters to exactly 0 where it is taken as a proximal step.
  case l1(Double)
  /// ½·λ·Σw²: its gradient is λ·w, the weight decay of plain gradient descent.
  case l2(Double)
  /// λ₁·Σ|w| + ½·λ₂·Σw². Source: H. Zou and T. Hastie, JRSS B 2005.
  case elasticNet(l1: Double, l2: Double)
  /// λ/p·Σ|w|ᵖ for p of 1 or more.
  case pNorm(p: Double, strength: Double)

  /// The price of a tensor.
  public func value(of tensor: Tensor) -> Double {
    switch self {
    case .l1(let strength): strength * tensor.magnitude().sum()
    case .l2(let strength): 0.5 * strength * tensor.dot(tensor)
    case .elasticNet(let first, let second):
      Penalty.l1(first).value(of: tensor) + Penalty.l2(second).value(of: tensor)
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
      gradient.update(with: tensor) { g, w in
        g += strength * Self.sign(w) * pow(abs(w), p - 1)
      }
    }
  }

  /// Moves a tensor to where ½‖w − tensor‖² + rate·price is least: the proximal step.
  ///
  /// Taken after a step on the loss alone, in place of the price's gradient. Not for `.pNorm`, which
  /// has no closed form. Source: N. Parikh and S. Boyd, *Proximal Algorithms*, 2014, section 6.
  public func takeProximalStep(on tensor: inout Tensor, rate: Double) {
    let (threshold, shrinkage) =
      switch self {
      case .l1(let strength): (rate * strength, 1.0)
      case .l2(let strength): (0, 1 / (1 + rate * strength))
      case .elasticNet(let first, let second): (rate * first, 1 / (1 + rate * second))
      case .pNorm: fatalError("a p-norm penalty has no proximal step in closed form")
      }
    tensor.withMutableElements { elements in
      for index in elements.indices {
        let w = elements[index]
        let rest = abs(w) - threshold
        elements[index] = rest <= 0 ? 0 : Self.sign(w) * rest * shrinkage
      }
    }
  }

  private static func sign(_ x: Double) -> Double { x > 0 ? 1 : x < 0 ? -1 : 0 }
}
