import Raster

/// A colour by lightness (0…1), chroma (0…about 0.3) and hue (degrees), in which equal steps look equal.
///
/// Source: B. Ottosson, *A perceptual color space for image processing*, 2020.
struct OKLCH: Sendable, Hashable {
  var lightness: Double
  var chroma: Double
  var hue: Double

  /// The colour in sRGB, clipped to what a screen can show.
  var color: Color {
    let angle = hue * .pi / 180
    let (a, b) = (chroma * cos(angle), chroma * sin(angle))
    let l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b)
    let m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b)
    let s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b)
    let red = 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s
    let green = -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s
    let blue = -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
    return Color(red: encode(red), green: encode(green), blue: encode(blue))
  }

  private func cube(_ x: Double) -> Double { x * x * x }

  private func encode(_ linear: Double) -> Double {
    let x = min(max(linear, 0), 1)
    return x <= 0.0031308 ? 12.92 * x : 1.055 * pow(x, 1 / 2.4) - 0.055
  }
}
