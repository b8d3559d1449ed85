import Raster

/// A stream of bytes that depends on its seed alone.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 &+ 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state &* 0x2545_f491_4f6c_dd1d
  }
}

/// What a picture is made of; each kind has one colour type that suits it.
enum Kind: String, CaseIterable, Sendable {
  case gray, fewColors, fewColorsWithAlpha, manyColors, manyColorsWithAlpha

  /// Colour type in the header of a file, for pictures large enough that a palette pays.
  var colorType: UInt8 {
    switch self {
    case .gray: 0
    case .fewColors, .fewColorsWithAlpha: 3
    case .manyColors: 2
    case .manyColorsWithAlpha: 6
    }
  }

  func picture(width: Int, height: Int, seed: UInt64 = 1) -> Bitmap {
    var dice = Dice(seed: seed)
    let pixels = (0..<(width * height)).flatMap { _ -> [UInt8] in
      let roll = dice.next()
      let (a, b, c, d) = (
        UInt8(roll >> 8 & 255), UInt8(roll >> 16 & 255), UInt8(roll >> 24 & 255), UInt8(roll >> 32 & 255)
      )
      return switch self {
      case .gray: [a, a, a, 255]
      case .fewColors: [a & 0xc0, b & 0xc0, 77, 255]
      case .fewColorsWithAlpha: [a & 0xc0, 33, 77, b | 0x3f]
      case .manyColors: [a, b, c, 255]
      case .manyColorsWithAlpha: [a, b, c, d]
      }
    }
    return Bitmap(width: width, height: height, pixels: pixels)
  }
}
