/// What takes coverage from a sweep and does something with it, pixel by pixel.
///
/// Columns are counted from the left of the swept area. Pixels that are not mentioned are not covered.
protocol CoveragePainter {
  /// The next calls are about this row; its column 0 is column `x` of the canvas.
  mutating func begin(row: Int, from x: Int)
  /// Four neighbouring pixels with their coverage, 0…1.
  mutating func paint(_ column: Int, _ coverage: SIMD4<Float>)
  /// Pixels of equal coverage, 0…1.
  mutating func paint(_ columns: Range<Int>, _ coverage: Float)
}

/// Numbers from 0 to 255 as bytes.
enum Byte {
  /// Adding this leaves the rounded sum in the lowest bits of a `Float`.
  static let magic: Float = 8_388_608

  /// A number from 0 to 255, rounded.
  @inline(__always) static func rounded(_ value: Float) -> UInt32 { (value + magic).bitPattern & 0xFF }

  /// Four numbers from 0 to 255, rounded.
  @inline(__always) static func rounded(_ value: SIMD4<Float>) -> SIMD4<UInt32> {
    unsafeBitCast(value + magic, to: SIMD4<UInt32>.self) & 0xFF
  }

  /// The product of two shares of 255, rounded.
  @inline(__always) static func product(_ a: UInt32, _ b: UInt32) -> UInt32 {
    let sum = a &* b &+ 128
    return (sum &+ (sum &>> 8)) &>> 8
  }
}
