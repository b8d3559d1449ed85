import Raster

/// A rectangle of whole pixels.
struct PixelRectangle: Sendable, Hashable { var x: Int, y: Int, width: Int, height: Int }

extension PixelRectangle {
  /// The least that holds all pixels in which two bitmaps of one size differ; the first pixel where none does.
  init(changedFrom a: Bitmap, to b: Bitmap) {
    let (width, height) = (a.width, a.height)
    self.init(x: 0, y: 0, width: 1, height: 1)
    a.pixels.withUnsafeBytes { first in
      b.pixels.withUnsafeBytes { second in
        let (p, q) = (first.bindMemory(to: UInt32.self), second.bindMemory(to: UInt32.self))
        func differs(_ y: Int) -> Bool { !p[y * width..<(y + 1) * width].elementsEqual(q[y * width..<(y + 1) * width]) }
        guard let top = (0..<height).first(where: differs), let bottom = (0..<height).last(where: differs) else {
          return
        }
        var (left, right) = (width - 1, 0)
        for y in top...bottom {
          let row = y * width
          var x = 0
          while x < left, p[row + x] == q[row + x] { x += 1 }
          left = min(left, x)
          x = width - 1
          while x > right, p[row + x] == q[row + x] { x -= 1 }
          right = max(right, x)
        }
        self = PixelRectangle(x: left, y: top, width: right - left + 1, height: bottom - top + 1)
      }
    }
  }
}

extension Bitmap {
  /// The part of a bitmap in a rectangle inside it.
  func cropped(to part: PixelRectangle) -> Bitmap {
    let rows = (part.y..<part.y + part.height).map { y in
      pixels[4 * (y * width + part.x)..<4 * (y * width + part.x + part.width)]
    }
    return Bitmap(width: part.width, height: part.height, pixels: Array(rows.joined()))
  }
}
