import Raster

/// Colours as CIELAB under D65, and how different they look.
///
/// Sources: CIE 15:2018; G. Sharma, W. Wu, E. Dalal, *The CIEDE2000 Color-Difference Formula*, 2005; G. Machado et al.,
/// *A Physiologically-based Model for Simulation of Color Vision Deficiency*, 2009, severity 1.
struct Lab: Sendable {
  var l: Double
  var a: Double
  var b: Double

  init(_ l: Double, _ a: Double, _ b: Double) { (self.l, self.a, self.b) = (l, a, b) }

  /// A colour as a reader with some vision sees it.
  init(_ color: Color, seenBy vision: Vision = .normal) {
    let seen = vision.sees(color)
    let x = 0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2]
    let y = 0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2]
    let z = 0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2]
    func f(_ t: Double) -> Double { t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116 }
    let (fx, fy, fz) = (f(x / 0.95047), f(y), f(z / 1.08883))
    self.init(116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz))
  }

  /// CIEDE2000.
  func difference(to other: Lab) -> Double {
    func degrees(_ angle: Double) -> Double { angle * 180 / .pi }
    func radians(_ angle: Double) -> Double { angle * .pi / 180 }
    let mean = (hypot(a, b) + hypot(other.a, other.b)) / 2
    let g = 0.5 * (1 - sqrt(pow(mean, 7) / (pow(mean, 7) + pow(25, 7))))
    let (a1, a2) = ((1 + g) * a, (1 + g) * other.a)
    let (c1, c2) = (hypot(a1, b), hypot(a2, other.b))
    func hue(_ a: Double, _ b: Double) -> Double {
      let angle = degrees(atan2(b, a))
      return a == 0 && b == 0 ? 0 : angle < 0 ? angle + 360 : angle
    }
    let (h1, h2) = (hue(a1, b), hue(a2, other.b))
    let isGray = c1 * c2 == 0
    let turn = isGray ? 0 : h2 - h1 > 180 ? h2 - h1 - 360 : h2 - h1 < -180 ? h2 - h1 + 360 : h2 - h1
    let dH = 2 * sqrt(c1 * c2) * sin(radians(turn / 2))
    let far = abs(h1 - h2) > 180
    let sum = h1 + h2
    let h = isGray ? sum : far ? (sum < 360 ? sum + 360 : sum - 360) / 2 : sum / 2
    let t1 = 1 - 0.17 * cos(radians(h - 30)) + 0.24 * cos(radians(2 * h))
    let t = t1 + 0.32 * cos(radians(3 * h + 6)) - 0.20 * cos(radians(4 * h - 63))
    let (l, c) = ((self.l + other.l) / 2, (c1 + c2) / 2)
    let light = (l - 50) * (l - 50)
    let (sl, sc, sh) = (1 + 0.015 * light / sqrt(20 + light), 1 + 0.045 * c, 1 + 0.015 * c * t)
    let bend = 30 * exp(-((h - 275) / 25) * ((h - 275) / 25))
    let rc = 2 * sqrt(pow(c, 7) / (pow(c, 7) + pow(25, 7)))
    let rt = -sin(radians(2 * bend)) * rc
    let (x, y, z) = ((other.l - self.l) / sl, (c2 - c1) / sc, dH / sh)
    return sqrt(x * x + y * y + z * z + rt * y * z)
  }
}

/// How a reader sees colours.
enum Vision: String, Sendable, CaseIterable {
  case normal, protan, deutan, tritan

  private var matrix: [[Double]] {
    switch self {
    case .normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protan:
      [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    case .deutan: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    case .tritan:
      [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    }
  }

  /// Linear light of a colour, as this reader takes it.
  func sees(_ color: Color) -> [Double] {
    func linear(_ c: Double) -> Double { c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4) }
    let light = [color.red, color.green, color.blue].map(linear)
    return matrix.map { row in
      let sum = row[0] * light[0] + row[1] * light[1] + row[2] * light[2]
      return min(max(sum, 0), 1)
    }
  }
}
