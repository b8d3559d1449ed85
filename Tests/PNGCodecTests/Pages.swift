import Raster

/// Pictures like figures: a page of one colour with something drawn on it.
enum Pages {
  /// A page with blots of many colours, or of just so many with the page's own.
  static func page(width: Int, height: Int, colors: Int = 4000) -> Bitmap {
    var bitmap = Bitmap(width: width, height: height, fill: .white)
    bitmap.pixels.withUnsafeMutableBufferPointer { pixels in
      for i in 0..<(width * height) where i / width % 50 < 40 && i % width % 90 < 60 {
        let color = (i % width * 7 + i / width * 13) % colors
        guard color > 0 else { continue }
        pixels[4 * i] = UInt8(color & 255)
        pixels[4 * i + 1] = UInt8(40 + (color >> 8))
        pixels[4 * i + 2] = 60
      }
    }
    return bitmap
  }
}
