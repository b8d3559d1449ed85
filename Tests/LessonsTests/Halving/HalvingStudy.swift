import LessonKit

extension Halving {
  /// The experiment behind the figure: it knows nothing of pictures.
  struct Study {
    /// Distances to the minimum, from the start until a millionth of the way is left.
    let distances: [Double]
    /// How many steps that takes.
    var steps: Int { distances.count - 1 }

    init(rate: Double) {
      var (x, distances) = (1.0, [1.0])
      while abs(x) > 1e-6 {
        x -= rate * x
        distances.append(abs(x))
      }
      self.distances = distances
    }
  }
}
