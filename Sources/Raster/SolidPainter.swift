/// Lays one colour over an opaque canvas: the case that has to be fast.
struct SolidPainter: CoveragePainter {
  /// The canvas: four bytes a pixel, row by row.
  private let pixels: UnsafeMutableRawPointer
  private let rowBytes: Int
  private var line: UnsafeMutableRawPointer
  private let color: Pixel
  /// Opacity of full coverage, 0…255.
  private let scale: Float
  /// Red and blue of four pixels, then green and alpha, a byte in each 16 bits.
  private let even: SIMD8<UInt16>
  private let odd: SIMD8<UInt16>

  init(pixels: UnsafeMutableRawPointer, width: Int, color: Color) {
    self.pixels = pixels
    rowBytes = 4 * width
    line = pixels
    self.color = Pixel(color.opacity(1))
    scale = Float(max(0, min(1, color.alpha)) * 255)
    let bits = self.color.bits
    even = unsafeBitCast(SIMD4(repeating: bits & 0x00FF_00FF), to: SIMD8<UInt16>.self)
    odd = unsafeBitCast(SIMD4(repeating: bits &>> 8 & 0x00FF_00FF), to: SIMD8<UInt16>.self)
  }

  @inline(__always) mutating func begin(row: Int, from x: Int) { line = pixels + (row &* rowBytes &+ 4 &* x) }

  @inline(__always) mutating func paint(_ column: Int, _ coverage: SIMD4<Float>) {
    let opacity = Byte.rounded(coverage * scale)
    let both = unsafeBitCast(opacity | opacity &<< 16, to: SIMD8<UInt16>.self)
    let half = SIMD8<UInt16>(repeating: 128)
    blend(line + 4 &* column, 255 &- both, even &* both &+ half, odd &* both &+ half)
  }

  @inline(__always) mutating func paint(_ columns: Range<Int>, _ coverage: Float) {
    let opacity = Byte.rounded(coverage * scale)
    if opacity == 255 { fill(columns) } else if opacity > 0 { blend(columns, opacity) }
  }

  /// Overwrites pixels.
  @inline(__always) private func fill(_ columns: Range<Int>) {
    var place = line + 4 &* columns.lowerBound
    let end = line + 4 &* columns.upperBound
    let four = SIMD4(repeating: color.bits)
    while place + 16 <= end {
      place.storeBytes(of: four, as: SIMD4<UInt32>.self)
      place += 16
    }
    while place < end {
      place.storeBytes(of: color.bits, as: UInt32.self)
      place += 4
    }
  }

  /// Lays the colour over pixels at one opacity.
  @inline(__always) private func blend(_ columns: Range<Int>, _ opacity: UInt32) {
    var place = line + 4 &* columns.lowerBound
    let end = line + 4 &* columns.upperBound
    let both = SIMD8<UInt16>(repeating: UInt16(truncatingIfNeeded: opacity))
    let half = SIMD8<UInt16>(repeating: 128)
    let (rest, evenShare, oddShare) = (255 &- both, even &* both &+ half, odd &* both &+ half)
    while place + 16 <= end {
      blend(place, rest, evenShare, oddShare)
      place += 16
    }
    while place < end {
      let pixel = Pixel(bits: place.loadUnaligned(as: UInt32.self))
      place.storeBytes(of: pixel.opaque(under: color, opacity).bits, as: UInt32.self)
      place += 4
    }
  }

  /// Multiplies four pixels by `rest`/255 and adds shares of 255, all rounded.
  @inline(__always) private func blend(
    _ place: UnsafeMutableRawPointer, _ rest: SIMD8<UInt16>, _ evenShare: SIMD8<UInt16>, _ oddShare: SIMD8<UInt16>
  ) {
    let old = place.loadUnaligned(as: SIMD8<UInt16>.self)
    let low = (old & 0x00FF) &* rest &+ evenShare
    let high = (old &>> 8) &* rest &+ oddShare
    let newLow = (low &+ (low &>> 8)) &>> 8
    let newHigh = (high &+ (high &>> 8)) & 0xFF00
    place.storeBytes(of: newLow | newHigh, as: SIMD8<UInt16>.self)
  }
}
