/// How far many fits together miss a curve, and how far each lies from the others: both root mean squares over the places.
public struct FanParts: Sendable, Hashable {
  /// The distance between the mean fit and the curve: the bias.
  public let bias: Double
  /// The distance between a fit and the mean fit: the root of the variance.
  public let spread: Double

  /// Fits by their heights at some places, and the curve's heights there.
  public init(_ heights: [[Double]], about curve: [Double]) {
    require(!heights.isEmpty && heights.allSatisfy { $0.count == curve.count }, "fits and curve at other places")
    let mean = curve.indices.map { place in heights.map { $0[place] }.mean }
    func square(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).map { ($0 - $1) * ($0 - $1) }.mean }
    bias = square(mean, curve).squareRoot()
    spread = heights.map { square($0, mean) }.mean.squareRoot()
  }
}
