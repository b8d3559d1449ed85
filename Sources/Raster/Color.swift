/// A colour in sRGB: red, green, blue and alpha from 0 to 1, alpha straight (not multiplied in).
public struct Color: Sendable, Hashable {
  /// Red, encoded (not linear light), 0…1.
  public var red: Double
  /// Green, encoded, 0…1.
  public var green: Double
  /// Blue, encoded, 0…1.
  public var blue: Double
  /// Opacity, 0…1.
  public var alpha: Double

  /// The colour with these components, each 0…1.
  public init(red: Double, green: Double, blue: Double, alpha: Double = 1) {
    (self.red, self.green, self.blue, self.alpha) = (red, green, blue, alpha)
  }

  /// The colour written as in `0x265AB9`.
  public init(hex: UInt32, alpha: Double = 1) {
    self.init(
      red: Double(hex >> 16 & 0xFF) / 255, green: Double(hex >> 8 & 0xFF) / 255, blue: Double(hex & 0xFF) / 255,
      alpha: alpha)
  }

  /// Opaque black.
  public static let black = Color(hex: 0x000000)
  /// Opaque white.
  public static let white = Color(hex: 0xFFFFFF)
  /// Nothing at all.
  public static let clear = Color(red: 0, green: 0, blue: 0, alpha: 0)

  /// The same colour at another opacity.
  public func opacity(_ alpha: Double) -> Color { Color(red: red, green: green, blue: blue, alpha: alpha) }

  /// The colour a share `t` of the way to another, in encoded sRGB.
  public func mixed(with other: Color, by t: Double) -> Color {
    Color(
      red: red + (other.red - red) * t, green: green + (other.green - green) * t, blue: blue + (other.blue - blue) * t,
      alpha: alpha + (other.alpha - alpha) * t)
  }

  /// This colour laid over an opaque one.
  public func over(_ background: Color) -> Color { background.mixed(with: opacity(background.alpha), by: alpha) }

  /// The components as bytes, rounded, clamped to 0…255.
  public var bytes: (red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8) {
    func byte(_ v: Double) -> UInt8 { v > 0 ? UInt8(min(255, v * 255 + 0.5)) : 0 }
    return (byte(red), byte(green), byte(blue), byte(alpha))
  }

  /// The colour as `#RRGGBB`; opacity is left out.
  public var hex: String {
    let b = bytes
    return "#"
      + [b.red, b.green, b.blue].map { v in
        let digits = String(v, radix: 16, uppercase: true)
        return digits.count == 1 ? "0" + digits : digits
      }.joined()
  }
}
