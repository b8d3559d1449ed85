/// Pixels: 8-bit RGBA, straight alpha, sRGB, row by row from the top, four bytes each.
public struct Bitmap: Sendable, Equatable {
  /// Pixels in a row.
  public let width: Int
  /// Rows.
  public let height: Int
  /// `4 * width * height` bytes: red, green, blue, alpha.
  public var pixels: [UInt8]

  /// A bitmap of one colour.
  public init(width: Int, height: Int, fill: Color = .clear) {
    let pixel = Pixel(fill).bits.littleEndian
    self.init(width: width, height: height, rowsAtOnce: 256) { rows, pixels in
      for row in rows { pixels[row].initialize(repeating: pixel) }
    }
  }

  /// A bitmap whose rows are written by several threads, so many at once; every pixel must be.
  package init(
    width: Int, height: Int, rowsAtOnce: Int, write: @Sendable (_ rows: Range<Int>, _ pixels: PixelRows) -> Void
  ) {
    require(width > 0 && height > 0, "a bitmap of \(width)×\(height) pixels")
    (self.width, self.height) = (width, height)
    pixels = [UInt8](unsafeUninitializedCapacity: 4 * width * height) { buffer, size in
      let start = UnsafeMutableRawPointer(buffer.baseAddress!).bindMemory(to: UInt32.self, capacity: width * height)
      PixelRows(start, width: width, height: height, stride: width).write(rowsAtOnce: rowsAtOnce, write)
      size = 4 * width * height
    }
  }

  /// A bitmap from its bytes, `4 * width * height` of them.
  public init(width: Int, height: Int, pixels: [UInt8]) {
    require(
      width > 0 && height > 0 && pixels.count == 4 * width * height,
      "\(pixels.count) bytes for \(width)×\(height) pixels")
    (self.width, self.height, self.pixels) = (width, height, pixels)
  }

  /// The colour of the pixel in column `x`, row `y`, both from 0.
  public subscript(x: Int, y: Int) -> Color {
    require(x >= 0 && x < width && y >= 0 && y < height, "pixel (\(x), \(y)) of \(width)×\(height)")
    let i = 4 * (y * width + x)
    return Color(
      red: Double(pixels[i]) / 255, green: Double(pixels[i + 1]) / 255, blue: Double(pixels[i + 2]) / 255,
      alpha: Double(pixels[i + 3]) / 255)
  }

  /// Whether every pixel has full alpha.
  public var isOpaque: Bool {
    pixels.withUnsafeBytes { bytes in
      let block = 4096
      for start in stride(from: 0, to: bytes.count, by: block) {
        var common: UInt32 = 0xFF00_0000
        for i in stride(from: start, to: min(start + block, bytes.count), by: 4) {
          common &= bytes.loadUnaligned(fromByteOffset: i, as: UInt32.self).littleEndian
        }
        if common != 0xFF00_0000 { return false }
      }
      return true
    }
  }
}
