/// Sine and cosine of whole turns, without a branch, so that loops over them run in vector lanes.
///
/// Within 1.5 units in the last place of sin 2πx and cos 2πx for x below 2⁵¹; from there on as at a whole number,
/// and NaN for what is not finite.
enum Turns {
  /// sin 2πx and cos 2πx.
  @inline(__always) static func sineAndCosine(_ x: Double) -> (sine: Double, cosine: Double) {
    // Times 0 keeps NaN, and makes it of infinity.
    let turns = abs(x) < 0x1p51 ? x : x * 0
    // Adding 1.5·2⁵² rounds to a whole number, which the sum's last bits then are: first whole turns, then quarters.
    let part = turns - ((turns + 0x1.8p52) - 0x1.8p52)
    let shifted = 4 * part + 0x1.8p52
    let angle = 2 * Double.pi * (part - 0.25 * (shifted - 0x1.8p52))
    let (s, c) = (sine(angle), cosine(angle))
    let quarters = shifted.bitPattern
    // One and three quarters swap the two; two and three turn the sine's sign, one and two the cosine's.
    let swap = 0 &- (quarters & 1)
    let sines = (s.bitPattern & ~swap) | (c.bitPattern & swap)
    let cosines = (c.bitPattern & ~swap) | (s.bitPattern & swap)
    let isDown = (quarters >> 1) & 1
    let isLeft = ((quarters &+ 1) >> 1) & 1
    return (Double(bitPattern: sines ^ (isDown << 63)), Double(bitPattern: cosines ^ (isLeft << 63)))
  }

  /// The series up to a¹⁵, for angles of at most π/4.
  @inline(__always) private static func sine(_ a: Double) -> Double {
    let q = a * a
    let q2 = q * q
    let low = -1 / 6 + q * (1 / 120)
    let middle = -1 / 5_040 + q * (1 / 362_880)
    let high = -1 / 39_916_800 + q * (1 / 6_227_020_800)
    let upper = high + q2 * (-1 / 1_307_674_368_000)
    return a + a * q * (low + q2 * (middle + q2 * upper))
  }

  /// The series up to a¹⁶, for angles of at most π/4.
  @inline(__always) private static func cosine(_ a: Double) -> Double {
    let q = a * a
    let q2 = q * q
    let low = 1 / 24 + q * (-1 / 720)
    let middle = 1 / 40_320 + q * (-1 / 3_628_800)
    let high = 1 / 479_001_600 + q * (-1 / 87_178_291_200)
    let upper = high + q2 * (1 / 20_922_789_888_000)
    // 1 − q/2 first, and what that rounds away afterwards.
    let half = 0.5 * q
    let rough = 1 - half
    let lost = (1 - rough) - half
    return rough + (lost + q2 * (low + q2 * (middle + q2 * upper)))
  }
}
