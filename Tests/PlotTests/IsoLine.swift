import Foundation
import Raster

@testable import Fields
@testable import Plot

/// The ink of the line of one level, painted by itself: 0 (none) … 1 at every pixel.
struct IsoLine {
  let width: Int
  let height: Int
  let ink: [Double]

  /// Paints the line of a level of a field over a space, and nothing else.
  init(_ field: Field, at level: Double, in space: Space, heavy: Bool = false) {
    // Both bands have one colour, so that only the line is seen.
    let levels = Levels(
      scale: .linear, bands: [level, .greatestFiniteMagnitude], lines: [level], heavy: heavy ? [level] : [], map: .mist)
    let image = SurfacePainter(field: field, levels: levels, space: space).image()
    (width, height) = (image.width, image.height)
    let paper = levels.color(band: 0).bytes.red
    let line = Color(hex: 0x33506E, alpha: 0.45).over(levels.color(band: 0)).bytes.red
    ink = stride(from: 0, to: image.pixels.count, by: 4).map {
      (Double(paper) - Double(image.pixels[$0])) / (Double(paper) - Double(line))
    }
  }

  subscript(x: Int, y: Int) -> Double { x < 0 || y < 0 || x >= width || y >= height ? 0 : ink[y * width + x] }

  /// All ink together, in pixels.
  var total: Double { ink.reduce(0, +) }

  /// Groups of inked pixels that touch at a side or a corner: their sizes, the largest first.
  func components(above least: Double = 0.05) -> [Int] {
    var seen = ink.map { $0 <= least }
    var sizes: [Int] = []
    for start in ink.indices where !seen[start] {
      var (open, size) = ([start], 0)
      seen[start] = true
      while let at = open.popLast() {
        size += 1
        let (x, y) = (at % width, at / width)
        for dy in -1...1 {
          for dx in -1...1 where (0..<width).contains(x + dx) && (0..<height).contains(y + dy) {
            let next = (y + dy) * width + x + dx
            if !seen[next] {
              seen[next] = true
              open.append(next)
            }
          }
        }
      }
      sizes.append(size)
    }
    return sizes.sorted(by: >)
  }

  /// The middle of the ink around a row along a column of pixels, and how many pixels have some; nil without ink.
  func crossing(column: Int, near row: Double) -> (middle: Double, pixels: Int)? {
    run(near: row, count: height) { self[column, $0] }
  }

  /// The middle of the ink around a column along a row of pixels, and how many pixels have some; nil without ink.
  func crossing(row: Int, near column: Double) -> (middle: Double, pixels: Int)? {
    run(near: column, count: width) { self[$0, row] }
  }

  private func run(near position: Double, count: Int, ink: (Int) -> Double) -> (middle: Double, pixels: Int)? {
    let home = Int(position.rounded(.down))
    guard let start = [home, home - 1, home + 1].first(where: { ink($0) > 0 }) else { return nil }
    var (first, last) = (start, start)
    while ink(first - 1) > 0 { first -= 1 }
    while ink(last + 1) > 0 { last += 1 }
    let weights = (first...last).map { ink($0) }
    let moments = (first...last).map { (Double($0) + 0.5) * ink($0) }
    return (moments.reduce(0, +) / weights.reduce(0, +), last - first + 1)
  }
}
