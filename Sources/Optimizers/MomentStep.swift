import CSquareRoot
import Tensors

/// The step that Adam and AdamW share.
struct MomentStep {
  /// η.
  var rate: Double
  /// β₁.
  var meanDecay: Double
  /// β₂.
  var squareDecay: Double
  /// ε.
  var epsilon: Double
  /// Share of the parameter that is added to its gradient: λ in Adam, 0 in AdamW.
  var pull: Double
  /// Factor on the parameter before the step: 1 in Adam, 1 − ηλ in AdamW.
  var shrink: Double

  /// Takes one step, in place.
  func update(_ parameter: inout Tensor, along gradient: Tensor, state: inout Moments) {
    let means = RunningMeans(meanDecay: meanDecay, squareDecay: squareDecay)
    state.advance(by: means)
    // Numerator and denominator both times the spread that the mean square is divided by.
    let spread = (1 - state.squareRemainder).squareRoot()
    let length = spread * rate / (1 - state.meanRemainder)
    let epsilon = spread * epsilon

    if state.keepsLargest {
      parameter.update(with: gradient, &state.mean, &state.square, &state.largestSquare) { p, g, m, v, largest in
        means.takeIn(g + pull * p, &m, &v)
        largest = v > largest || v.isNaN ? v : largest
        p = shrink * p - length * m / (square_root(largest) + epsilon)
      }
    } else {
      parameter.update(with: gradient, &state.mean, &state.square) { p, g, m, v in
        means.takeIn(g + pull * p, &m, &v)
        p = shrink * p - length * m / (square_root(v) + epsilon)
      }
    }
  }
}
