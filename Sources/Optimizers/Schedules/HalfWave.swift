/// Half a cosine wave between two rates.
enum HalfWave {
  /// The rate at a share of the way; beyond 1 the wave goes on.
  static func from(_ start: Double, to end: Double, at share: Double) -> Double {
    end + (start - end) * (1 + cos(.pi * share)) / 2
  }
}
