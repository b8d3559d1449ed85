/// One recurrent unit whose loss has a cliff: h ← w·σ(h) + b, run for some steps, should end at a target.
///
/// Where b is too small the unit ends in its lower state, else in its upper one; the more steps, the steeper the loss is
/// between the two. Source: R. Pascanu et al., *On the difficulty of training recurrent neural networks*, ICML 2013, section 2.
public struct RecurrentUnit: Sendable, Hashable {
  /// Steps that the unit runs for.
  public let length: Int
  /// The weight w.
  public let weight = 5.0
  /// The state at first, and the one that it should end in.
  public let start = 0.5, target = 0.7

  /// A unit that runs for so many steps.
  public init(length: Int) {
    require(length >= 1, "a recurrent unit run for \(length) steps")
    self.length = length
  }

  /// The squared error for a bias, and its derivative, carried along from step to step.
  public func loss(at bias: Double) -> (value: Double, slope: Double) {
    var (state, change) = (start, 0.0)
    for _ in 0..<length {
      let gate = 1 / (1 + exp(-state))
      change = 1 + weight * gate * (1 - gate) * change
      state = weight * gate + bias
    }
    let error = state - target
    return (error * error, 2 * error * change)
  }

  /// The loss over a range.
  public func curve(over biases: ClosedRange<Double>) -> [Point] {
    biases.evenlySpaced(count: 1501).map { Point($0, loss(at: $0).value) }
  }

  /// The bias with the least loss, to within a ten-thousandth of a range.
  public func minimum(in biases: ClosedRange<Double>) -> Point {
    let places = biases.evenlySpaced(count: 10_001).map { Point($0, loss(at: $0).value) }
    return places.min { $0.y < $1.y } ?? places[0]
  }

  /// Gradient descent on the bias: every bias that it takes with the loss there, the start first.
  public func walk(from bias: Double, rate: Double, steps: Int, clipping: Clipping?) -> Walk {
    var places = [Point(bias, loss(at: bias).value)]
    for _ in 0..<steps {
      var gradient = [Tensor([loss(at: places[places.count - 1].x).slope])]
      clipping?.apply(to: &gradient)
      let next = places[places.count - 1].x - rate * gradient[0][0]
      let value = loss(at: next).value
      guard next.isFinite, value.isFinite else { return Walk(places: places, lostStep: places.count) }
      places.append(Point(next, value))
    }
    return Walk(places: places, lostStep: nil)
  }

  /// Where gradient descent went.
  public struct Walk: Sendable, Hashable {
    /// Each bias with its loss, the start first; it ends before a loss that is no number.
    public let places: [Point]
    /// The step whose loss was no number, counted from 1; nil for a walk that was not lost.
    public let lostStep: Int?

    /// Lengths of the steps.
    public var jumps: [Double] { zip(places, places.dropFirst()).map { abs($1.x - $0.x) } }
    /// The longest step; 0 where there was none.
    public var longest: Double { jumps.max() ?? 0 }
    /// The number of the longest step, counted from 1; nil where there was none.
    public var longestStep: Int? { jumps.firstIndex(of: longest).map { $0 + 1 } }
    /// The loss at the end.
    public var end: Double { places[places.count - 1].y }
  }

  /// Walks from many starts, spread evenly over a range.
  public func walks(from starts: ClosedRange<Double>, count: Int, rate: Double, steps: Int, clipping: Clipping?)
    -> [Walk]
  { starts.evenlySpaced(count: count).concurrentMap { walk(from: $0, rate: rate, steps: steps, clipping: clipping) } }
}
