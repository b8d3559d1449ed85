import Raster

/// What one look at every pixel of some bitmaps tells.
struct PixelTraits {
  var count = 0
  var isGray = true
  var isOpaque = true
  /// Pixels equal to the one before them.
  var repeats = 0

  init(_ bitmaps: Bitmap...) { self.init(bitmaps) }

  init(_ bitmaps: [Bitmap]) { for bitmap in bitmaps { look(at: bitmap) } }

  private mutating func look(at bitmap: Bitmap) {
    let count = bitmap.width * bitmap.height
    self.count += count
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
      repeats += Int(same) - 1
      isOpaque = isOpaque && alphas == 0xFF00_0000
      isGray = isGray && tints == 0
    }
  }
}
