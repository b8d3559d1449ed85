/// Where a measured curve is above a height.
public enum Stretch {
  /// The places around a curve's peak between which it is not below a height; nil where it is nowhere.
  ///
  /// Places are positive and ascend, as learning rates do: between two of them the curve is taken to change evenly with the
  /// logarithm of the place.
  public static func of(_ values: [Double], at places: [Double], above height: Double) -> ClosedRange<Double>? {
    require(values.count == places.count, "\(values.count) values at \(places.count) places")
    guard let most = values.max(), most >= height, let peak = values.firstIndex(of: most) else { return nil }
    func crossing(_ inside: Int, _ outside: Int) -> Double {
      let way = (values[inside] - height) / (values[inside] - values[outside])
      return places[inside] * pow(places[outside] / places[inside], way)
    }
    let left = values[..<peak].lastIndex { $0 < height }
    let right = values[peak...].firstIndex { $0 < height }
    let low = left.map { crossing($0 + 1, $0) } ?? places[0]
    return low...(right.map { crossing($0 - 1, $0) } ?? places[places.count - 1])
  }
}
