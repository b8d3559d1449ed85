import LessonKit

/// An activation as it is drawn: its curve, its slope, and where that is steepest.
struct ActivationShape: Sendable {
  let activation: Activation
  /// The function, and the gradient that a tape computes for it.
  let curve: [Point], slope: [Point]
  /// Where the slope is greatest, and how great: at the middle of the places where it is.
  let steepest: Point
  /// Whether the slope has its greatest value over a whole stretch.
  let isFlatAtTop: Bool

  static let view = -4.0...4.0

  init(_ activation: Activation, points count: Int = 801) {
    self.activation = activation
    let places = Self.view.evenlySpaced(count: count)
    let (values, slopes) = Self.differentiate(activation, at: places)
    curve = zip(places, values).map { Point($0, $1) }
    slope = zip(places, slopes).map { Point($0, $1) }
    let top = slopes.max() ?? .nan
    let tops = zip(places, slopes).filter { $0.1 == top }.map(\.0)
    isFlatAtTop = tops.count > 2
    steepest =
      isFlatAtTop
      ? Point((tops[0] + tops[tops.count - 1]) / 2, top)
      : Self.refined(activation, around: tops[0], step: places[1] - places[0])
  }

  /// The slope with a gap where it jumps from one place to the next.
  var brokenSlope: [Point] {
    let pairs = zip(slope, slope.dropFirst())
    return slope.prefix(1)
      + pairs.flatMap { before, after in
        abs(after.y - before.y) > 0.5 ? [Point(after.x, .nan), after] : [after]
      }
  }

  /// Values and gradients, recorded on a tape and computed backwards.
  static func differentiate(
    _ activation: Activation, at places: [Double]
  ) -> (values: [Double], slopes: [Double]) {
    let tape = Tape()
    let input = tape.variable(Tensor(places))
    let output = activation.applied(to: input)
    tape.backward(from: output, seed: Tensor(repeating: 1, shape: [places.count]))
    return (output.value.elements, tape.gradient(of: input).elements)
  }

  /// The slope at one place.
  static func slope(of activation: Activation, at place: Double) -> Double {
    differentiate(activation, at: [place]).slopes[0]
  }

  /// The steepest place within a step of one that is nearly so, by ever finer grids.
  private static func refined(
    _ activation: Activation, around start: Double, step: Double
  ) -> Point {
    var (center, width, top) = (start, step, -Double.infinity)
    for _ in 0..<5 {
      let places = (center - width...center + width).evenlySpaced(count: 41)
      let slopes = differentiate(activation, at: places).slopes
      top = slopes.max() ?? .nan
      // Among equals, as rounding makes them near a maximum, the middle one.
      let tops = zip(places, slopes).filter { $0.1 == top }.map(\.0)
      center = (tops[0] + tops[tops.count - 1]) / 2
      width /= 15
    }
    return Point(abs(center) < 1e-9 ? 0 : center, top)
  }
}
