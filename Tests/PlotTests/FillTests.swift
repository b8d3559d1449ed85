import Raster
import Testing

@testable import Plot

@Suite("Fills and areas") struct FillTests {
  private static let level = [Point(-2, 1), Point(2, 1)]

  /// How many pixels are not of the page.
  private static func inked(_ mark: any Mark) throws -> Int {
    let bitmap = try Easel.draw(marks: [mark])
    let page = bitmap[0, 0]
    return (0..<bitmap.height).reduce(0) { sum, y in sum + (0..<bitmap.width).count { bitmap[$0, y] != page } }
  }

  @Test("what lies between a line and a height is filled, above it or below", arguments: [-1.0, 3]) func fill(
    height: Double
  ) throws {
    let line = Line(Self.level, as: 0, label: nil)
    let (plain, filled) = (try Self.inked(line), try Self.inked(line.with(\.fillsFrom, height)))
    // The frame is 140 × 100 pixels, and half of it is filled.
    #expect(abs(Double(filled - plain) - 7000) < 700)
  }

  @Test("points are as large as their areas tell", arguments: [0.25, 4, 9]) func areas(area: Double) throws {
    let dots = Dots([.zero], name: "dots", as: 0)
    let (plain, other) = (Double(try Self.inked(dots)), Double(try Self.inked(dots.with(\.areas, [area]))))
    #expect(abs(other / plain / area - 1) < 0.6)
  }
}
