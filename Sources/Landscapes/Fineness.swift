import Tensors

extension Landscape {
  /// Whether heights vary so fast over a quarter of a window or more that a picture of so many pixels a side cannot show them.
  ///
  /// Between three points within a pixel's width a resolved landscape bends by next to nothing, and by about sixteen times as
  /// much within four; one that is not resolved bends by as much within a pixel as within four. `spread` is how much most
  /// heights differ: what bends by less than a fiftieth of it is not seen.
  public func isTooFine(for window: Window, pixels: Int, spread: Double) -> Bool {
    require(pixels > 0, "a picture of \(pixels) pixels")
    let sides = Vector2(window.x.upperBound - window.x.lowerBound, window.y.upperBound - window.y.lowerBound)
    let pixel = Vector2(sides.x / Double(pixels), sides.y / Double(pixels))
    return [Vector2(pixel.x, 0), Vector2(0, pixel.y)].contains { step in
      // Always the same places, so that the same window has the same answer.
      var stream = SeededGenerator(seed: 1)
      let bends = window.randomPoints(200, using: &stream).map { point in
        let jitter = stream.uniform(in: 0.7...1.3)
        return (fine: bend(at: point, jitter, step), coarse: bend(at: point, 4 * jitter, step))
      }.filter { $0.fine.isFinite && $0.coarse.isFinite }
      // Where most places have no height there is little to be shown.
      guard bends.count >= 40 else { return false }
      let fine = bends.map(\.fine).quantile(0.75)
      return fine > 0.02 * spread && fine > 0.4 * bends.map(\.coarse).quantile(0.75)
    }
  }

  /// How far the height at a point lies from the mean of those half a step, so many times, before and after it.
  private func bend(at point: Vector2, _ times: Double, _ step: Vector2) -> Double {
    let (x, y) = (0.5 * times * step.x, 0.5 * times * step.y)
    let before = value(at: Vector2(point.x - x, point.y - y))
    let after = value(at: Vector2(point.x + x, point.y + y))
    return abs(value(at: point) - (before + after) / 2)
  }
}
