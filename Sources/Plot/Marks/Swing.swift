import Raster

/// A curve that swings to and fro faster than pixels can show: its range and its middle for each pixel of x.
struct Swing {
  private(set) var lower: [Point] = []
  private(set) var upper: [Point] = []
  private(set) var middle: [Point] = []

  /// The swing of a curve in pixels, nil where it can be drawn as a line: few points, or no more than two widths high.
  init?(_ pixels: [Point], width: Double) {
    guard let first = pixels.first, let last = pixels.last, Double(pixels.count) > 4 * abs(last.x - first.x),
      pixels.count > 200
    else { return nil }
    var heights: [Double] = []
    var column = first.x.rounded(.down)
    var high = 0.0
    for p in pixels {
      if p.x.rounded(.down) != column {
        high += flush(&heights, at: column + 0.5)
        column = p.x.rounded(.down)
      }
      heights.append(p.y)
    }
    high += flush(&heights, at: column + 0.5)
    guard high > 2 * width * Double(middle.count) else { return nil }
  }

  /// Ends a pixel of x; gives back the height that the curve swings over in it.
  private mutating func flush(_ heights: inout [Double], at x: Double) -> Double {
    defer { heights.removeAll(keepingCapacity: true) }
    guard !heights.isEmpty else { return 0 }
    heights.sort()
    let (low, high) = (heights[0], heights[heights.count - 1])
    lower.append(Point(x, high))
    upper.append(Point(x, low))
    middle.append(Point(x, heights[heights.count / 2]))
    return high - low
  }
}
