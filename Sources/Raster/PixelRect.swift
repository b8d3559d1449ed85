/// A rectangle of whole pixels, from column `minX` and row `minY` up to but without `maxX` and `maxY`.
struct PixelRect: Sendable, Equatable {
  var minX: Int, minY: Int, maxX: Int, maxY: Int

  var width: Int { maxX - minX }
  var height: Int { maxY - minY }
  var isEmpty: Bool { minX >= maxX || minY >= maxY }

  /// The same rectangle in coordinates.
  var rect: Rect { Rect(minX: Double(minX), minY: Double(minY), maxX: Double(maxX), maxY: Double(maxY)) }

  /// What both have in common, perhaps empty.
  func intersection(_ other: PixelRect) -> PixelRect {
    PixelRect(
      minX: max(minX, other.minX), minY: max(minY, other.minY), maxX: min(maxX, other.maxX), maxY: min(maxY, other.maxY)
    )
  }

  /// The pixels of this rectangle that a box touches; empty when the box is null or lies outside.
  func touched(by box: Rect) -> PixelRect {
    guard !box.isNull else { return PixelRect(minX: 0, minY: 0, maxX: 0, maxY: 0) }
    func clamp(_ v: Double, _ low: Int, _ high: Int) -> Int {
      v > Double(low) ? (v < Double(high) ? Int(v) : high) : low
    }
    let right = clamp(box.maxX, minX, maxX)
    let bottom = clamp(box.maxY, minY, maxY)
    return PixelRect(
      minX: clamp(box.minX, minX, maxX), minY: clamp(box.minY, minY, maxY),
      maxX: min(maxX, Double(right) < box.maxX ? right + 1 : right),
      maxY: min(maxY, Double(bottom) < box.maxY ? bottom + 1 : bottom))
  }
}
