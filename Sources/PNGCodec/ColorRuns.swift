import Raster

/// The pixels of a bitmap in runs of one colour, in their order; red is in the lowest byte.
struct ColorRuns {
  private let bitmap: Bitmap

  init(_ bitmap: Bitmap) { self.bitmap = bitmap }

  /// Hands every run to `body` until that says no more; whether it never did.
  @discardableResult func forEach(_ body: (UInt32, Range<Int>) -> Bool) -> Bool {
    bitmap.pixels.withUnsafeBytes { bytes in
      let count = bitmap.width * bitmap.height
      func pixel(_ i: Int) -> UInt32 {
        UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4 * i, as: UInt32.self))
      }
      var start = 0
      while start < count {
        let color = pixel(start)
        var end = start + 1
        while end < count, pixel(end) == color { end += 1 }
        guard body(color, start..<end) else { return false }
        start = end
      }
      return true
    }
  }
}
