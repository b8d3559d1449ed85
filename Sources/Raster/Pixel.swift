/// A pixel's four bytes as one number: red in the lowest byte, alpha in the highest, alpha straight.
struct Pixel {
  var bits: UInt32

  @inline(__always) init(bits: UInt32) { self.bits = bits }

  @inline(__always) init(_ red: UInt32, _ green: UInt32, _ blue: UInt32, _ alpha: UInt32) {
    bits = red | green &<< 8 | blue &<< 16 | alpha &<< 24
  }

  init(_ color: Color) {
    let c = color.bytes
    self.init(UInt32(c.red), UInt32(c.green), UInt32(c.blue), UInt32(c.alpha))
  }

  @inline(__always) var red: UInt32 { bits & 0xFF }
  @inline(__always) var green: UInt32 { bits &>> 8 & 0xFF }
  @inline(__always) var blue: UInt32 { bits &>> 16 & 0xFF }
  @inline(__always) var alpha: UInt32 { bits &>> 24 }

  /// This pixel, which is opaque, with a colour laid over it at an opacity of 0…255.
  @inline(__always) func opaque(under color: Pixel, _ opacity: UInt32) -> Pixel {
    let rest = 255 &- opacity
    let source = color.bits | 0xFF00_0000
    let mask: UInt32 = 0x00FF_00FF
    let even = (bits & mask) &* rest &+ (source & mask) &* opacity &+ 0x0080_0080
    let odd = (bits &>> 8 & mask) &* rest &+ (source &>> 8 & mask) &* opacity &+ 0x0080_0080
    let low = (even &+ (even &>> 8 & mask)) &>> 8 & mask
    let high = (odd &+ (odd &>> 8 & mask)) & ~mask
    return Pixel(bits: low | high)
  }

  /// This pixel with a colour laid over it at an opacity of 0…255; the colour's own alpha is not looked at.
  @inline(__always) func under(_ color: Pixel, _ opacity: UInt32) -> Pixel {
    if alpha == 255 { return opaque(under: color, opacity) }
    if opacity == 0 { return self }
    if alpha == 0 || opacity == 255 { return Pixel(bits: color.bits & 0x00FF_FFFF | opacity &<< 24) }
    // Shares of 255².
    let ours = alpha &* (255 &- opacity)
    let theirs = 255 &* opacity
    let total = ours &+ theirs
    @inline(__always) func mix(_ a: UInt32, _ b: UInt32) -> UInt32 { (a &* ours &+ b &* theirs &+ total / 2) / total }
    return Pixel(mix(red, color.red), mix(green, color.green), mix(blue, color.blue), (total &+ 127) / 255)
  }
}
