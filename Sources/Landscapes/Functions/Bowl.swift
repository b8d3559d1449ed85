extension Landscape {
  /// A bowl ½·wᵀHw of given second derivatives around the origin: the loss of a linear model, H being the covariance of its
  /// features.
  ///
  /// Its view is a square of a reach, its start a corner of that.
  public static func bowl(_ curvature: Hessian, reach: Double = 1) -> Landscape {
    Landscape(
      "bowl", "Bowl", "$f=w^{T}Hw/2$", [Minimum(at: 0, 0, value: 0)], view: Window(reach: reach),
      start: Vector2(-reach, reach), BowlFormula(curvature: curvature))
  }
}

private struct BowlFormula: Formula {
  let curvature: Hessian

  @inline(__always) func slope(_ x: Double, _ y: Double) -> Slope {
    let (dx, dy) = (curvature.xx * x + curvature.xy * y, curvature.xy * x + curvature.yy * y)
    return Slope(value: 0.5 * (x * dx + y * dy), dx: dx, dy: dy)
  }

  func hessian(_ x: Double, _ y: Double) -> Hessian { curvature }
}
