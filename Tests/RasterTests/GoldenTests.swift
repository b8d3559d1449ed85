import Foundation
import Testing

@testable import Raster

/// Small pictures, one feature each, compared pixel by pixel with those in `Reference`.
@Suite struct GoldenTests {
  /// A feature and how it is painted, 48 × 32 pixels.
  struct Picture: Sendable, CustomTestStringConvertible {
    let name: String
    let paint: @Sendable (inout Canvas) -> Void
    var testDescription: String { name }
  }

  static let zigzag = Path.line((7, 25), (17, 7), (24, 25), (31, 8), (34, 26), (41, 12))

  static let pictures = [
    Picture(name: "star-non-zero") { $0.fill(pentagram, with: .hex(0x265AB9)) },
    Picture(name: "star-even-odd") { $0.fill(pentagram, with: .hex(0x265AB9), rule: .evenOdd) },
    Picture(name: "join-round") { $0.stroke(zigzag, Stroke(width: 5), with: .hex(0x910057)) },
    Picture(name: "join-miter") {
      $0.stroke(zigzag, Stroke(width: 5, join: .miter, cap: .square), with: .hex(0x910057))
    },
    Picture(name: "join-bevel") { $0.stroke(zigzag, Stroke(width: 5, join: .bevel, cap: .butt), with: .hex(0x910057)) },
    Picture(name: "dashes") {
      let stroke = Stroke(width: 2.5, cap: .round, dash: [6, 5], dashPhase: 2)
      $0.stroke(.ellipse(Point(24, 16), radii: Point(20, 12)), stroke, with: .hex(0x11A781))
    },
    Picture(name: "hairlines") { canvas in
      for i in 0..<8 {
        let line = Path.line((24, 16), (24 + 22 - 6 * Double(i), 1.5))
        canvas.stroke(line, Stroke(width: 0.25 * Double(i + 1)), with: .solid(.black))
      }
    },
    Picture(name: "curves") { canvas in
      var path = Path()
      path.move(to: Point(4, 28))
      path.cubic(to: Point(44, 28), control1: Point(66, -4), control2: Point(-18, -4))
      canvas.stroke(path, Stroke(width: 6), with: .solid(Color(hex: 0x265AB9, alpha: 0.5)))
    },
    Picture(name: "clip") { canvas in
      canvas.clipped(to: .circle(Point(24, 16), radius: 13)) { canvas in
        for x in stride(from: 8.0, to: 40, by: 6) {
          canvas.fill(.rect(Rect(x: x, y: 0, width: 3, height: 32)), with: .hex(0xF06C00))
        }
      }
    },
    Picture(name: "gradient-linear") {
      let stops = [Gradient.Stop(0, Color(hex: 0xF06C00)), Gradient.Stop(1, .clear)]
      let shape = Gradient.Shape.linear(from: Point(6, 6), to: Point(42, 26))
      let box = Path.roundedRect(Rect(x: 4, y: 4, width: 40, height: 24), radius: 6)
      $0.fill(box, with: .gradient(Gradient(shape, stops: stops)))
    },
    Picture(name: "gradient-radial") {
      let stops = [Gradient.Stop(0, .white), Gradient.Stop(1, Color(hex: 0x1F2430))]
      let shape = Gradient.Shape.radial(center: Point(20, 12), radius: 16)
      $0.fill(.circle(Point(24, 16), radius: 14), with: .gradient(Gradient(shape, stops: stops)))
    },
    Picture(name: "image") { canvas in
      var image = Bitmap(width: 3, height: 2)
      for i in 0..<6 {
        let color = Color(hex: [0x265AB9, 0xF06C00, 0x11A781, 0x910057, 0x6B5400, 0x9E83E9][i])
        let bytes = color.bytes
        image.pixels.replaceSubrange(4 * i..<4 * i + 4, with: [bytes.red, bytes.green, bytes.blue, 255])
      }
      canvas.transform = Transform.rotation(cosine: 0.96, sine: 0.28).then(.translation(8, -2))
      canvas.draw(image, in: Rect(x: 4, y: 4, width: 30, height: 20))
    },
  ]

  private static let pentagram = Path.shape((24, 1), (33, 30), (9, 12), (39, 12), (15, 30))

  @Test("a picture is what it was, pixel by pixel", arguments: pictures) func golden(picture: Picture) throws {
    var canvas = Canvas(width: 48, height: 32, background: .white)
    picture.paint(&canvas)
    let actual = Self.text(canvas.bitmap)
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      components: "Reference", "\(picture.name).txt")
    guard let expected = try? String(contentsOf: file, encoding: .utf8) else {
      try actual.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("\(picture.name): there was no reference; this picture has been written as one")
      return
    }
    if actual != expected {
      Attachment.record(actual, named: "\(picture.name)-actual.txt")
      Attachment.record(Self.difference(actual, expected), named: "\(picture.name)-difference.txt")
      Issue.record("\(picture.name): \(Self.differing(actual, expected)) pixels differ")
    }
  }

  /// The pixels of an opaque bitmap as RRGGBB, a row a line; white is left as dots so that the shape can be seen.
  private static func text(_ bitmap: Bitmap) -> String {
    var rows: [String] = []
    for y in 0..<bitmap.height {
      let words = (0..<bitmap.width).map { x in
        let color = bitmap[x, y]
        return color == .white ? "......" : String(color.hex.dropFirst())
      }
      rows.append(words.joined(separator: " ") + "\n")
    }
    return rows.joined()
  }

  private static func differing(_ a: String, _ b: String) -> Int {
    difference(a, b).split(whereSeparator: \.isWhitespace).count { $0 == "#" }
  }

  /// A dot for each pixel that is the same, # for each that is not.
  private static func difference(_ a: String, _ b: String) -> String {
    var rows: [String] = []
    for (ours, theirs) in zip(a.split(separator: "\n"), b.split(separator: "\n")) {
      let words = zip(ours.split(separator: " "), theirs.split(separator: " "))
      rows.append(words.map { $0 == $1 ? "." : "#" }.joined(separator: " "))
    }
    return rows.joined(separator: "\n")
  }
}
