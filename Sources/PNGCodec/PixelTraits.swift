import Raster

/// What one look at every pixel of a bitmap tells.
struct PixelTraits {
  var count: Int
  var isGray = true
  var isOpaque = true
  /// Pixels equal to the one before them.
  var repeats = 0

  init(_ bitmap: Bitmap) {
    count = bitmap.width * bitmap.height
    bitmap.pixels.withUnsafeBytes { bytes in
      func pixel(_ i: Int) -> UInt32 {
        UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4 * i, as: UInt32.self))
      }
      // Without branches, so that many pixels are looked at at once.
      var (previous, same) = (pixel(0), 0 as UInt32)
      var (alphas, tints) = (0xFF00_0000 as UInt32, 0 as UInt32)
      for i in 0..<count {
        let now = pixel(i)
        same &+= now == previous ? 1 : 0
        alphas &= now
        tints |= (now ^ now >> 8) & 0xFFFF
        previous = now
      }
      repeats = Int(same) - 1
      isOpaque = alphas == 0xFF00_0000
      isGray = tints == 0
    }
  }
}
