/// Functions of one variable, applied to every element.
extension Tensor {
  /// eˣ, within one unit in the last place.
  public func exponential() -> Tensor { mapped(VectorMath.exponentials) }

  /// The hyperbolic tangent, within 2.5 units in the last place.
  public func hyperbolicTangent() -> Tensor { mapped(VectorMath.tangents) }

  /// 1 / (1 + e⁻ˣ), within two units in the last place.
  public func sigmoid() -> Tensor { mapped(VectorMath.sigmoids) }

  /// The natural logarithm.
  public func logarithm() -> Tensor { map { log($0) } }

  /// The square root.
  public func squareRoot() -> Tensor { map { $0.squareRoot() } }

  /// The size without the sign.
  public func magnitude() -> Tensor { map(\.magnitude) }

  private func mapped(_ function: (VectorMath.Source, VectorMath.Target, Int) -> Void) -> Tensor {
    Tensor(shape: shape) { result in
      withElements { elements in if let first = elements.baseAddress { function(first, result, count) } }
    }
  }
}
