import Tensors

/// Points in the plane whose classes no line tells apart, or one does: data for classification.
///
/// Inputs are count×2. The classes come one after the other: shuffle before splitting.
extension Dataset {
  /// Two half circles of radius 1, the lower one's tip inside the upper; every point off by noise.
  ///
  /// From a `RandomState`, the points of scikit-learn's `make_moons(count, shuffle=False, noise=…)`.
  public static func twoMoons(count: Int = 200, noise: Double = 0.1, using stream: inout some RandomStream) -> Dataset {
    require(count >= 0, "\(count) points")
    return arranged([count / 2, count - count / 2], noise: noise, using: &stream) { moon, share in
      let angle = Double.pi * share
      return moon == 0 ? (cos(angle), sin(angle)) : (1 - cos(angle), 1 - sin(angle) - 0.5)
    }
  }

  /// Arms that wind out from the middle to radius 1, evenly around it; every point off by noise.
  ///
  /// An arm turns `turns` times, in the direction of the clock's hands. Along it points are evenly apart.
  public static func spirals(
    arms: Int = 2, turns: Double = 1.5, count: Int = 200, noise: Double = 0.02, using stream: inout some RandomStream
  ) -> Dataset {
    require(arms >= 1, "\(arms) spirals")
    return arranged(shares(of: count, among: arms), noise: noise, using: &stream) { arm, share in
      // Length along the arm grows about as the square of the radius.
      let radius = share.squareRoot()
      let angle = 2 * Double.pi * (Double(arm) / Double(arms) - turns * radius)
      return (radius * cos(angle), radius * sin(angle))
    }
  }

  /// Round clouds of normal points, one around each centre.
  public static func blobs(
    centers: [(x: Double, y: Double)] = [(-1, -1), (1, 1), (-1, 1)], count: Int = 300, deviation: Double = 0.4,
    using stream: inout some RandomStream
  ) -> Dataset {
    require(!centers.isEmpty, "clouds around no centre")
    return arranged(shares(of: count, among: centers.count), noise: deviation, using: &stream) { cloud, _ in
      centers[cloud]
    }
  }

  /// Points of each class at their place for a share of the way, from 0 to 1, then noise on all.
  private static func arranged(
    _ counts: [Int], noise: Double, using stream: inout some RandomStream,
    _ place: (_ class: Int, _ share: Double) -> (x: Double, y: Double)
  ) -> Dataset {
    var (points, classes): ([Double], [Int]) = ([], [])
    for (index, count) in counts.enumerated() {
      for share in (0.0...1).evenlySpaced(count: count) {
        let (x, y) = place(index, share)
        points += [x, y]
        classes.append(index)
      }
    }
    let shape = [classes.count, 2]
    let errors = stream.normal(mean: 0, deviation: noise, shape: shape).elements
    return Dataset(
      inputs: Tensor(zip(points, errors).map { $0 + $1 }, shape: shape), classes: classes, of: counts.count)
  }

  /// A number in parts as equal as can be, the larger ones first.
  private static func shares(of count: Int, among parts: Int) -> [Int] {
    require(count >= 0, "\(count) points")
    return (0..<parts).map { count / parts + ($0 < count % parts ? 1 : 0) }
  }
}
