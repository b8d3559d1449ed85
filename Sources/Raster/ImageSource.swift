/// The colours of a bitmap stretched over a rectangle, between its pixels in proportion to the distance.
struct ImageSource: ColorSource {
  /// The image: four bytes a pixel, row by row.
  private let pixels: UnsafeRawPointer
  private let width: Int
  private let height: Int
  private let isOpaque: Bool
  /// From the canvas to the pixels of the image, whose centres are at whole numbers.
  private let toImage: Transform

  /// An image over a rectangle in the units of a path that `toPath` leads back to; `pixels` are the image's own.
  init(_ image: Bitmap, pixels: UnsafeRawPointer, in rect: Rect, toPath: Transform) {
    self.pixels = pixels
    (width, height, isOpaque) = (image.width, image.height, image.isOpaque)
    let scale = Point(Double(width) / rect.width, Double(height) / rect.height)
    let (x, y) = (-rect.minX * scale.x - 0.5, -rect.minY * scale.y - 0.5)
    toImage = toPath.then(Transform(a: scale.x, b: 0, c: 0, d: scale.y, tx: x, ty: y))
  }

  @inline(__always) func color(x: Int, y: Int) -> Pixel {
    let p = toImage(Point(Double(x) + 0.5, Double(y) + 0.5))
    let (column, right) = Self.split(p.x, width)
    let (row, down) = Self.split(p.y, height)
    let upper = pixels + 4 &* (row &* width &+ column)
    let lower = row &+ 1 < height ? upper + 4 &* width : upper
    let next = column &+ 1 < width ? 4 : 0
    let four = Neighbours(
      upperLeft: Pixel(bits: upper.loadUnaligned(as: UInt32.self)),
      upperRight: Pixel(bits: upper.loadUnaligned(fromByteOffset: next, as: UInt32.self)),
      lowerLeft: Pixel(bits: lower.loadUnaligned(as: UInt32.self)),
      lowerRight: Pixel(bits: lower.loadUnaligned(fromByteOffset: next, as: UInt32.self)))
    return isOpaque ? four.opaqueMixture(right, down) : four.mixture(right, down)
  }

  /// The pixel at or before a position, and the share of the next one.
  @inline(__always) private static func split(_ position: Double, _ count: Int) -> (Int, Float) {
    let place = position > 0 ? min(position, Double(count - 1)) : 0
    let index = Int(place)
    return (index, Float(place - Double(index)))
  }
}

/// Four pixels around a point.
private struct Neighbours {
  var upperLeft: Pixel, upperRight: Pixel, lowerLeft: Pixel, lowerRight: Pixel

  /// Their mixture, if they are opaque, with weights in steps of 1/256.
  @inline(__always) func opaqueMixture(_ right: Float, _ down: Float) -> Pixel {
    let (x, y) = (UInt64(right * 256 + 0.5), UInt64(down * 256 + 0.5))
    let both = (x &* y &+ 128) &>> 8
    let above = Self.spread(upperLeft) &* (256 &+ both &- x &- y) &+ Self.spread(upperRight) &* (x &- both)
    let below = Self.spread(lowerLeft) &* (y &- both) &+ Self.spread(lowerRight) &* both
    let sum = (above &+ below &+ 0x0080_0080_0080_0080) &>> 8 & 0x00FF_00FF_00FF_00FF
    return Pixel(bits: UInt32(truncatingIfNeeded: sum | sum &>> 24))
  }

  /// The four bytes of a pixel, 16 bits apart: first, third, second, fourth.
  @inline(__always) private static func spread(_ pixel: Pixel) -> UInt64 {
    let bits = UInt64(pixel.bits)
    return (bits & 0x00FF_00FF) | (bits & 0xFF00_FF00) &<< 24
  }

  /// Their mixture, in which each counts as far as it is opaque.
  func mixture(_ right: Float, _ down: Float) -> Pixel {
    let above = Self.components(upperLeft) * (1 - right) + Self.components(upperRight) * right
    let below = Self.components(lowerLeft) * (1 - right) + Self.components(lowerRight) * right
    let sum = above * (1 - down) + below * down
    guard sum[3] > 0 else { return Pixel(bits: 0) }
    let straight = sum / (sum[3] / 255)
    return Pixel(Byte.rounded(straight[0]), Byte.rounded(straight[1]), Byte.rounded(straight[2]), Byte.rounded(sum[3]))
  }

  /// Red, green and blue times alpha, and alpha, each 0…255.
  private static func components(_ pixel: Pixel) -> SIMD4<Float> {
    let alpha = Float(pixel.alpha)
    let color = SIMD4(Float(pixel.red), Float(pixel.green), Float(pixel.blue), 255)
    return color * (alpha / 255)
  }
}
