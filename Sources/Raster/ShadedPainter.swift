/// What colours a pixel has, before coverage and clip.
protocol ColorSource {
  /// The colour of the pixel in a column and a row of the canvas.
  func color(x: Int, y: Int) -> Pixel
}

/// One colour everywhere.
struct SolidSource: ColorSource {
  let pixel: Pixel
  @inline(__always) func color(x: Int, y: Int) -> Pixel { pixel }
}

/// Lays colours over a canvas of any opacity, through a clip mask and a table for coverage.
struct ShadedPainter<Source: ColorSource>: CoveragePainter {
  private let pixels: UnsafeMutableRawPointer
  private let rowBytes: Int
  private let source: Source
  private let tone: Tone
  private let mask: ClipMask?
  private var line: UnsafeMutableRawPointer
  private var maskStart = 0
  private var (row, left) = (0, 0)

  /// The mask, if there is one, holds the whole area that is painted.
  init(pixels: UnsafeMutableRawPointer, width: Int, source: Source, tone: Tone, mask: ClipMask?) {
    (self.pixels, rowBytes, line) = (pixels, 4 * width, pixels)
    (self.source, self.tone, self.mask) = (source, tone, mask)
  }

  @inline(__always) mutating func begin(row: Int, from x: Int) {
    (self.row, left) = (row, x)
    line = pixels + (row &* rowBytes &+ 4 &* x)
    if let mask { maskStart = mask.index(x: x, y: row) }
  }

  @inline(__always) mutating func paint(_ column: Int, _ coverage: SIMD4<Float>) {
    let bytes = Byte.rounded(coverage * 255)
    for lane in 0..<4 { paint(pixel: column &+ lane, bytes[lane]) }
  }

  @inline(__always) mutating func paint(_ columns: Range<Int>, _ coverage: Float) {
    let byte = Byte.rounded(coverage * 255)
    for column in columns { paint(pixel: column, byte) }
  }

  @inline(__always) private func paint(pixel column: Int, _ coverage: UInt32) {
    guard coverage > 0 else { return }
    var opacity = tone.opacity(of: coverage)
    if let mask { opacity = Byte.product(opacity, UInt32(mask.values[maskStart &+ column])) }
    let color = source.color(x: left &+ column, y: row)
    opacity = Byte.product(opacity, color.alpha)
    let place = line + 4 &* column
    if opacity == 255 { return place.storeBytes(of: color.bits, as: UInt32.self) }
    let old = Pixel(bits: place.loadUnaligned(as: UInt32.self))
    place.storeBytes(of: old.under(color, opacity).bits, as: UInt32.self)
  }
}
