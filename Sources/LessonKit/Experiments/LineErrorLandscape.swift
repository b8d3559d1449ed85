extension LineError {
  /// The error as a landscape to walk on: the slope of the line is x, its intercept is y.
  public var landscape: Landscape {
    let (curvature, best) = (curvature, best)
    let reach = 1 + max(abs(best.slope), abs(best.intercept))
    return Landscape(
      name: "line", displayName: "line", formula: "", minima: [.init(at: best.slope, best.intercept, value: least)],
      view: .init(reach: reach), start: Vector2(0, 0),
      slope: { slope, intercept in
        let gradient = gradient(slope: slope, intercept: intercept)
        return Slope(value: value(slope: slope, intercept: intercept), dx: gradient.slope, dy: gradient.intercept)
      }, hessian: { _, _ in curvature })
  }

  /// The second derivatives, the same everywhere.
  private var curvature: Hessian {
    let origin = gradient(slope: 0, intercept: 0)
    let (bySlope, byIntercept) = (gradient(slope: 1, intercept: 0), gradient(slope: 0, intercept: 1))
    return Hessian(
      xx: bySlope.slope - origin.slope, xy: bySlope.intercept - origin.intercept,
      yy: byIntercept.intercept - origin.intercept)
  }
}
