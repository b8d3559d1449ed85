/// A bitmap laid over a canvas pixel for pixel.
struct ImageLayer {
  private let image: Bitmap
  private let left: Int
  private let top: Int

  /// A bitmap with its upper left corner in a column and a row of the canvas, which may lie outside.
  init(_ image: Bitmap, left: Int, top: Int) { (self.image, self.left, self.top) = (image, left, top) }

  /// Paints the part within an area, which both the canvas and the image hold.
  func lay(over canvas: UnsafeMutableRawPointer, width: Int, _ area: PixelRect, mask: ClipMask?) {
    let copies = mask == nil && image.isOpaque
    image.pixels.withUnsafeBytes { bytes in
      for y in area.minY..<area.maxY {
        let target = canvas + 4 * (y * width + area.minX)
        let source = bytes.baseAddress! + 4 * ((y - top) * image.width + area.minX - left)
        if copies {
          target.copyMemory(from: source, byteCount: 4 * area.width)
        } else {
          let start = mask?.index(x: area.minX, y: y) ?? 0
          Self.blend(source, over: target, count: area.width, mask, start)
        }
      }
    }
  }

  private static func blend(
    _ source: UnsafeRawPointer, over target: UnsafeMutableRawPointer, count: Int, _ mask: ClipMask?, _ start: Int
  ) {
    for i in 0..<count {
      let color = Pixel(bits: source.loadUnaligned(fromByteOffset: 4 * i, as: UInt32.self))
      var opacity = color.alpha
      if let mask { opacity = Byte.product(opacity, UInt32(mask.values[start + i])) }
      guard opacity > 0 else { continue }
      let old = Pixel(bits: target.loadUnaligned(fromByteOffset: 4 * i, as: UInt32.self))
      target.storeBytes(of: old.under(color, opacity).bits, toByteOffset: 4 * i, as: UInt32.self)
    }
  }
}
