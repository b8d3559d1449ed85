/// Ways to keep a polynomial from following the noise that add no penalty to the loss.
public enum BroadRegularisation {
  /// Errors of a degree at new points.
  public struct Errors: Sendable {
    /// Without anything.
    public let free: Double
    /// Fitted to copies of each point at places moved by normal noise.
    public let augmented: Double
    /// After so many steps of gradient descent from zero.
    public let stopped: Double
  }

  /// Copies of a point, and how far they are moved.
  public static let copies = 50, shift = 0.05
  /// Steps of gradient descent.
  public static let steps = 1000

  /// The errors of a degree on the course's curve with a noise, for a seed.
  public static func errors(degree: Int, points: Int, noise: Double, seed: Int) throws -> Errors {
    let samples = CosineSamples(seed: seed, count: points, noise: noise)
    let new = CosineSamples(seed: seed + 1_000_000, count: 1000, noise: noise)
    var stream = SeededGenerator(seed: UInt64(seed))
    let moves = stream.normal(shape: [copies * points]).elements
    let moved = (0..<copies * points).map { samples.xs[$0 % points] + shift * moves[$0] }
    let heights = (0..<copies * points).map { samples.ys[$0 % points] }
    let augmented = try PolynomialFit(degree: degree, xs: moved, ys: heights)
    return Errors(
      free: new.trainingError(try samples.fit(degree)), augmented: new.trainingError(augmented),
      stopped: stoppedError(degree, samples, new))
  }

  /// Gradient descent on the mean square error in Chebyshev's polynomials, at the rate 1 over the largest curvature.
  private static func stoppedError(_ degree: Int, _ samples: CosineSamples, _ new: CosineSamples) -> Double {
    let matrix = PolynomialFit.matrix(degree: degree, at: samples.xs)
    let heights = Tensor(samples.ys, shape: [samples.ys.count, 1])
    let curvature = matrix.matmul(matrix, transposingFirst: true)
    let pull = matrix.matmul(heights, transposingFirst: true)
    // The trace is at least the largest eigenvalue, so that no step is too long.
    let rate = 1 / (0...degree).reduce(0) { $0 + curvature[$1, $1] }
    var weights = Tensor.zeros([degree + 1, 1])
    for _ in 0..<steps { weights = weights - (curvature.matmul(weights) - pull) * rate }
    let told = PolynomialFit.matrix(degree: degree, at: new.xs).matmul(weights).elements
    return zip(told, new.ys).map { ($0 - $1) * ($0 - $1) }.mean
  }
}
