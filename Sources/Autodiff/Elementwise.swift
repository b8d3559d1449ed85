/// A function of one number, with its first two derivatives: what activations and curves are made of.
///
/// Derivatives get the function's value too, which often makes them cheap. The passes over arrays
/// have defaults that call the three formulas for every element.
public protocol Elementwise: Sendable {
  /// The function at x.
  func value(_ x: Double) -> Double

  /// The first derivative at x, where the function's value is y.
  func slope(_ x: Double, value y: Double) -> Double

  /// The second derivative at x, where the function's value is y.
  func curvature(_ x: Double, value y: Double) -> Double

  /// The values at `count` numbers.
  func fill(_ y: UnsafeMutablePointer<Double>, at x: UnsafePointer<Double>, count: Int)

  /// Slope times gradient at as many numbers as the sink takes.
  func pull(_ gradient: UnsafePointer<Double>, at x: UnsafePointer<Double>, y: UnsafePointer<Double>, into sink: Sink)

  /// Curvature times gradient times rate of change at as many numbers as the sink takes.
  func bend(
    _ gradient: UnsafePointer<Double>, _ rate: UnsafePointer<Double>, at x: UnsafePointer<Double>,
    y: UnsafePointer<Double>, into sink: Sink)
}

extension Elementwise {
  /// The values at `count` numbers.
  public func fill(_ y: UnsafeMutablePointer<Double>, at x: UnsafePointer<Double>, count: Int) {
    for i in 0..<count { y[i] = value(x[i]) }
  }

  /// Slope times gradient at as many numbers as the sink takes.
  public func pull(
    _ gradient: UnsafePointer<Double>, at x: UnsafePointer<Double>, y: UnsafePointer<Double>, into sink: Sink
  ) { sink.put { i in gradient[i] * slope(x[i], value: y[i]) } }

  /// Curvature times gradient times rate of change at as many numbers as the sink takes.
  public func bend(
    _ gradient: UnsafePointer<Double>, _ rate: UnsafePointer<Double>, at x: UnsafePointer<Double>,
    y: UnsafePointer<Double>, into sink: Sink
  ) { sink.put { i in gradient[i] * rate[i] * curvature(x[i], value: y[i]) } }

  /// The first derivative at x.
  public func slope(_ x: Double) -> Double { slope(x, value: value(x)) }

  /// The second derivative at x.
  public func curvature(_ x: Double) -> Double { curvature(x, value: value(x)) }
}

/// A function of one number, applied to every element.
struct Mapping: TwiceDifferentiable {
  let function: any Elementwise
  let isInPlace = true

  func forward(_ step: Step) { function.fill(step.output.elements, at: step.values(0), count: step.count) }

  func backward(_ step: Step) {
    guard let sink = step.gradient(0) else { return }
    function.pull(step.upstream, at: step.values(0), y: step.values, into: sink)
  }

  func forwardTangent(_ planes: TangentPlanes) {
    let sink = Sink(elements: planes.output, count: planes.step.count, isAdding: false)
    function.pull(planes.tangents[0], at: planes.values[0], y: planes.step.values, into: sink)
  }

  func backwardTangent(_ planes: TangentPlanes) {
    guard let sink = planes.step.gradient(0) else { return }
    let (x, y) = (planes.values[0], planes.step.values)
    function.pull(planes.upstreamTangent, at: x, y: y, into: sink)
    function.bend(planes.upstream, planes.tangents[0], at: x, y: y, into: sink)
  }
}

extension Variable {
  /// A function of one number, applied to every element.
  public func mapped(by function: some Elementwise) -> Variable { recording(Mapping(function: function), shape: shape) }
}
