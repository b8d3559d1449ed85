import Foundation
import Raster
import Testing

@testable import Fields
@testable import Plot

@Suite("Lines of levels") struct IsoLineTests {
  /// The plot area of a slide and of a thumbnail, for Rosenbrock's function.
  private func valley(_ width: Double, _ height: Double, _ preset: Preset) -> Space {
    Workbench.space(width, height, x: -2...2, y: -1...3, style: Workbench.style(preset))
  }

  @Test("the line lies on the exact curve, to half a pixel", arguments: [0.1, 1, 10, 100, 500]) func exact(
    level: Double
  ) {
    let space = valley(1070, 725, .slide)
    let line = IsoLine(Workbench.rosenbrock, at: level, in: space)
    var checked = 0
    for column in 0..<line.width {
      let x = space.x.value(at: Double(column) + 0.5)
      let rest = (level - (1 - x) * (1 - x)) / 100
      guard rest > 0 else { continue }
      for side in [-1.0, 1] {
        let y = x * x + side * rest.squareRoot()
        let row = space.y(y)
        guard row > 6, row < space.frame.maxY - 6 else { continue }
        // How steep the curve is in pixels, by its slope dy/dx = 2x − side (x − 1) / (100 √rest).
        let slope = 2 * x - side * (x - 1) / (100 * rest.squareRoot())
        let pixels = abs(slope) * (725.0 / 4) / (1070.0 / 4)
        let twin = abs(2 * rest.squareRoot()) * 725 / 4
        guard pixels < 3, twin > 8 * (1 + pixels) else { continue }
        guard let found = line.crossing(column: column, near: row) else {
          Issue.record("no line at column \(column)")
          continue
        }
        let distance = abs(found.middle - row) / (1 + pixels * pixels).squareRoot()
        #expect(distance <= 0.5, "level \(level), column \(column)")
        checked += 1
      }
    }
    #expect(checked > 100 || level == 0.1, "\(checked) places")
  }

  @Test(
    "a valley's line is one piece on every size",
    arguments: [
      (0.1, 1070.0, 632.0, Preset.slide), (0.1, 1070, 725, .slide), (0.1, 560, 270, .thumb), (0.1, 640, 360, .thumb),
      (0.1, 1920, 1080, .slide), (0.01, 1920, 1080, .slide), (0.01, 640, 360, .thumb), (0.001, 1920, 1080, .slide),
      (0.001, 640, 360, .thumb), (0.3, 320, 180, .thumb), (1, 1070, 632, .slide), (1, 640, 360, .thumb),
    ]) func connected(level: Double, width: Double, height: Double, preset: Preset)
  {
    let line = IsoLine(Workbench.rosenbrock, at: level, in: valley(width, height, preset))
    let pieces = line.components()
    #expect(pieces.count == 1, "\(pieces)")
    // The valley's floor from 1 − √level to 1 + √level at least.
    let reach = min(2, 1 + level.squareRoot()) - (1 - level.squareRoot())
    #expect(Double(pieces.first ?? 0) >= reach * width / 4)
  }

  @Test(
    "a valley thinner than a pixel keeps its line all around", arguments: [0.05, 0.1, 0.2, 0.5, 1, 2],
    [Preset.slide, .thumb]) func thin(width: Double, preset: Preset)
  {
    // The valley is a circle of radius 120; the level is reached half its width off the floor.
    let field = Field(floor: 0) { x, y in
      let (dx, dy) = (x - 200, y - 150)
      let radius = (dx * dx + dy * dy).squareRoot()
      let off = radius - 120
      return (off * off, 2 * off * dx / radius, 2 * off * dy / radius)
    }
    let space = Workbench.pixels(400, 300, style: Workbench.style(preset))
    let line = IsoLine(field, at: width * width / 4, in: space)
    #expect(line.components().count == 1)
    let half = 0.06 * space.style.unit
    for degree in 0..<720 {
      let angle = Double(degree) * .pi / 360
      let (x, y) = (200 + 120 * cos(angle), 150 + 120 * sin(angle))
      let (i, j) = (Int(x), Int(y))
      let around = [(0, 0), (1, 0), (-1, 0), (0, 1), (0, -1)].map { line[i + $0.0, j + $0.1] }
      // Half of it where the line runs just between two pixels, less the rounding to sixteenths.
      #expect(around.max()! >= 0.5 * min(1, 2 * half) - 1.0 / 32, "at \(degree / 2)°")
    }
  }

  @Test("a thin straight valley keeps its line in every direction", arguments: [0, 7, 30, 45, 61, 90]) func straight(
    degrees: Int
  ) {
    let (c, s) = (cos(Double(degrees) * .pi / 180), sin(Double(degrees) * .pi / 180))
    for offset in [0.0, 0.2, 0.5, 0.8] {
      let field = Field(floor: 0) { x, y in
        let off = (x - 100) * s - (y - 100) * c + offset
        return (100 * off * off, 200 * off * s, -200 * off * c)
      }
      let line = IsoLine(field, at: 1, in: Workbench.pixels(200, 200))
      let pieces = line.components()
      #expect(pieces.count == 1, "offset \(offset): \(pieces)")
      #expect((pieces.first ?? 0) >= 195)
      // Also where a pixel's middle is just on the floor and the slope says nothing.
      for step in stride(from: -80.0, through: 80, by: 1) {
        let (x, y) = (100 + step * c - offset * s, 100 + step * s + offset * c)
        let (i, j) = (Int(x.rounded(.down)), Int(y.rounded(.down)))
        let around = [(0, 0), (1, 0), (-1, 0), (0, 1), (0, -1)].map { line[i + $0.0, j + $0.1] }
        #expect(around.max()! >= 0.6, "offset \(offset) at \(step)")
      }
    }
  }

  @Test(
    "lines have the same ink per length in every direction and in every place within 5 %", arguments: [false, true])
  func constantWidth(heavy: Bool) {
    let wanted = 2 * (heavy ? 0.115 : 0.06) * Workbench.style().unit
    for degrees in [0, 10, 22, 30, 45, 67, 90] {
      let offsets = [0.0, 0.13, 0.25, 0.4, 0.5, 0.7, 0.9]
      let widths = offsets.map { width(at: $0, degrees: degrees, heavy: heavy) }
      let mean = widths.reduce(0, +) / Double(widths.count)
      #expect(abs(mean / wanted - 1) < 0.05, "\(degrees)°: \(mean), not \(wanted)")
      for (offset, width) in zip(offsets, widths) {
        #expect(abs(width / wanted - 1) < 0.05, "\(degrees)° off \(offset): \(width)")
      }
    }
  }

  /// The ink per length of a straight line.
  private func width(at offset: Double, degrees: Int, heavy: Bool) -> Double {
    let angle = Double(degrees) * .pi / 180
    let (c, s) = (cos(angle), sin(angle))
    let field = Field { x, y in (3 * (x * s - y * c), 3 * s, -3 * c) }
    let level = 3 * (150 * s - 150 * c + offset)
    let line = IsoLine(field, at: level, in: Workbench.pixels(300, 300), heavy: heavy)
    var ink = 0.0
    for j in 0..<300 {
      for i in 0..<300 {
        let along = (Double(i) + 0.5 - 150) * c + (Double(j) + 0.5 - 150) * s
        if abs(along) < 100 { ink += line[i, j] }
      }
    }
    return ink / 200
  }

  @Test("a line of any steepness has the same width", arguments: [1e-6, 1e-2, 1, 1e3, 1e9]) func steepness(
    slope: Double
  ) {
    let field = Field { x, y in (slope * (y - 50.3), 0, slope) }
    let line = IsoLine(field, at: 0, in: Workbench.pixels(100, 100))
    #expect(abs(line.total / 100 / (0.12 * Workbench.style().unit) - 1) < 0.1)
  }

  @Test(
    "fields that are not finite paint no line and do not crash",
    arguments: [
      (Double.nan, Double.nan), (.infinity, 0), (-.infinity, 0), (1, .nan), (1, .infinity), (1e300, 1e300), (0, 0),
    ]) func notFinite(value: Double, slope: Double)
  {
    let field = Field { _, _ in (value, slope, slope) }
    let line = IsoLine(field, at: 2, in: Workbench.pixels(40, 30))
    #expect(line.width == 40 && line.height == 30)
  }

  @Test("no pixels but those that are no number have the colour of none") func holes() {
    let space = Workbench.pixels(40, 30)
    let field = Field { x, y in x < 20 ? (.nan, .nan, .nan) : (y, 0, 1) }
    let levels = Levels.automatic(field, in: View(x: 0...40, y: 0...30), from: nil, map: .mist)
    let image = SurfacePainter(field: field, levels: levels, space: space).image()
    let none = space.style.theme.faint.bytes
    for y in 0..<30 {
      #expect(image[5, y].bytes == none)
      #expect(image[35, y].bytes != none)
    }
  }

  @Test("a picture is the same however many threads paint it") func threads() {
    let space = valley(400, 300, .thumb)
    let levels = Levels.automatic(Workbench.rosenbrock, in: View(x: -2...2, y: -1...3), from: nil, map: .mist)
    let painter = SurfacePainter(field: Workbench.rosenbrock, levels: levels, space: space)
    let first = painter.image()
    for _ in 0..<3 { #expect(painter.image() == first) }
  }
}
