/// The functions that training spends its time in, over whole arrays, eight elements at a time.
///
/// Within 2.5 units in the last place of the true value; beyond ±350, and for NaN, what the C library
/// gives. `from` and `to` may be the same array.
package enum VectorMath {
  package typealias Source = UnsafePointer<Double>
  package typealias Target = UnsafeMutablePointer<Double>

  /// eˣ.
  package static func exponentials(_ from: Source, into to: Target, count: Int) {
    apply(from, to, count, lanes: Exponential.of, single: { exp($0) })
  }

  /// 1 / (1 + e⁻ˣ).
  package static func sigmoids(_ from: Source, into to: Target, count: Int) {
    apply(from, to, count, lanes: { 1 / (1 + Exponential.of(-$0)) }, single: { 1 / (1 + exp(-$0)) })
  }

  /// The hyperbolic tangent.
  package static func tangents(_ from: Source, into to: Target, count: Int) {
    apply(from, to, count, lanes: hyperbolicTangent, single: { tanh($0) })
  }

  /// tanh |x| = −e/(e + 2) with e = exp(−2|x|) − 1, which loses nothing near zero.
  @inline(__always) private static func hyperbolicTangent(_ x: SIMD8<Double>) -> SIMD8<Double> {
    let sign = unsafeBitCast(x, to: SIMD8<UInt64>.self) & (1 << 63)
    let size = unsafeBitCast(x, to: SIMD8<UInt64>.self) & ~(1 << 63)
    let e = Exponential.lessOne(-2 * unsafeBitCast(size, to: SIMD8<Double>.self))
    let result = unsafeBitCast(-e / (e + 2), to: SIMD8<UInt64>.self)
    return unsafeBitCast(result | sign, to: SIMD8<Double>.self)
  }

  /// Eight at a time where all eight lie within ±350, else one at a time.
  @inline(__always) private static func apply(
    _ from: Source, _ to: Target, _ count: Int, lanes: (SIMD8<Double>) -> SIMD8<Double>, single: (Double) -> Double
  ) {
    for start in stride(from: 0, to: count, by: 8) {
      let width = min(8, count - start)
      let x = width == 8 ? load(from + start) : part(of: from + start, width)
      guard isSmall(x) else {
        for lane in start..<(start + width) { to[lane] = single(from[lane]) }
        continue
      }
      let y = lanes(x)
      if width == 8 {
        UnsafeMutableRawPointer(to + start).storeBytes(of: y, as: SIMD8<Double>.self)
      } else {
        for lane in 0..<width { to[start + lane] = y[lane] }
      }
    }
  }

  @inline(__always) private static func load(_ elements: Source) -> SIMD8<Double> {
    UnsafeRawPointer(elements).loadUnaligned(as: SIMD8<Double>.self)
  }

  /// Fewer than eight elements, and zeros.
  private static func part(of elements: Source, _ count: Int) -> SIMD8<Double> {
    var result = SIMD8<Double>.zero
    for lane in 0..<count { result[lane] = elements[lane] }
    return result
  }

  /// Whether every element lies within ±350; NaN does not.
  @inline(__always) private static func isSmall(_ x: SIMD8<Double>) -> Bool {
    // As whole numbers, the bits without the sign are in the order of size, infinity and NaN last:
    // adding what the bound lacks to 2⁶³ sets the first bit of those above it.
    let lack = (1 << 63) - (350.0).bitPattern
    let sums = (unsafeBitCast(x, to: SIMD8<UInt64>.self) & ~(1 << 63)) &+ lack
    let halves = sums.lowHalf | sums.highHalf
    let quarters = halves.lowHalf | halves.highHalf
    return (quarters.x | quarters.y) < 1 << 63
  }
}

/// eˣ for eight numbers of moderate size.
///
/// x = n·ln 2 + r with |r| ≤ ½ ln 2, and eʳ by its series up to r¹³, whose remainder is below 2⁻⁵⁷.
private enum Exponential {
  typealias Lanes = SIMD8<Double>

  @inline(__always) static func of(_ x: Lanes) -> Lanes {
    let (tail, power) = split(x)
    return power + power * tail
  }

  /// eˣ − 1.
  @inline(__always) static func lessOne(_ x: Lanes) -> Lanes {
    let (tail, power) = split(x)
    return (power - 1) + power * tail
  }

  /// eʳ − 1 and 2ⁿ.
  @inline(__always) private static func split(_ x: Lanes) -> (tail: Lanes, power: Lanes) {
    // Adding 1.5·2⁵² rounds to a whole number, which the sum's last bits then are.
    let shifted = x * 1.4426950408889634 + 0x1.8p52
    let n = shifted - 0x1.8p52
    let r = (x - n * 0x1.62e42fefa38p-1) - n * 0x1.ef35793c7673p-45
    let exponent = (unsafeBitCast(shifted, to: SIMD8<UInt64>.self) &+ 1023) &<< 52
    return (series(r), unsafeBitCast(exponent, to: Lanes.self))
  }

  /// r + r²/2! + r³/3! + … + r¹³/13!, in pairs, so that few sums wait for one another.
  @inline(__always) private static func series(_ r: Lanes) -> Lanes {
    let r2 = r * r
    let r4 = r2 * r2
    let low = line(1 / 2, 1 / 6, r) + r2 * line(1 / 24, 1 / 120, r)
    let middle = line(1 / 720, 1 / 5_040, r) + r2 * line(1 / 40_320, 1 / 362_880, r)
    let high = line(1 / 3_628_800, 1 / 39_916_800, r) + r2 * line(1 / 479_001_600, 1 / 6_227_020_800, r)
    let upper = middle + r4 * high
    return r + r2 * (low + r4 * upper)
  }

  @inline(__always) private static func line(_ offset: Double, _ slope: Double, _ r: Lanes) -> Lanes {
    r * slope + Lanes(repeating: offset)
  }
}
