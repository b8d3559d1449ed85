@testable import Raster

/// A white canvas that is painted black, so that darkness is coverage.
struct Ink {
  let canvas: Canvas

  /// What has been painted on a white canvas.
  init(canvas: Canvas) { self.canvas = canvas }

  init(_ width: Int, _ height: Int, _ paint: (inout Canvas) -> Void = { _ in }) {
    var canvas = Canvas(width: width, height: height, background: .white)
    paint(&canvas)
    self.canvas = canvas
  }

  /// A path filled black.
  static func fill(_ width: Int, _ height: Int, _ path: Path, rule: FillRule = .nonZero) -> Ink {
    Ink(width, height) { $0.fill(path, with: .solid(.black), rule: rule) }
  }

  /// A line drawn in black.
  static func stroke(_ width: Int, _ height: Int, _ path: Path, _ stroke: Stroke) -> Ink {
    Ink(width, height) { $0.stroke(path, stroke, with: .solid(.black)) }
  }

  /// Coverage of a pixel, 0…255.
  func at(_ x: Int, _ y: Int) -> Int { 255 - Int(canvas.bitmap.pixels[4 * (y * canvas.bitmap.width + x)]) }

  /// Coverage of a row's pixels, 0…255.
  func row(_ y: Int) -> [Int] { (0..<canvas.bitmap.width).map { at($0, y) } }

  /// The sum of all coverage, in pixels.
  var total: Double {
    var sum = 0
    for i in stride(from: 0, to: canvas.bitmap.pixels.count, by: 4) { sum += 255 - Int(canvas.bitmap.pixels[i]) }
    return Double(sum) / 255
  }
}

extension Path {
  /// An open line through points given as pairs.
  static func line(_ points: (Double, Double)...) -> Path { .polyline(points.map { Point($0.0, $0.1) }) }

  /// A closed shape through points given as pairs.
  static func shape(_ points: (Double, Double)...) -> Path { .polygon(points.map { Point($0.0, $0.1) }) }
}

/// Whether two numbers differ by at most a share of the second.
func isNear(_ value: Double, _ expected: Double, within share: Double) -> Bool {
  abs(value - expected) <= share * abs(expected)
}
