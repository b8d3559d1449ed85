/// Where a canvas may be painted.
struct Clip: Sendable {
  /// Nothing is painted outside.
  var bounds: PixelRect
  /// How much of each pixel may be painted; all of it if there is none.
  var mask: ClipMask?
}

/// A byte for every pixel of an area: 0 keeps the pixel as it is, 255 lets all paint through.
struct ClipMask: Sendable {
  let area: PixelRect
  var values: [UInt8]

  /// A mask that lets nothing through.
  init(area: PixelRect) {
    self.area = area
    values = [UInt8](repeating: 0, count: max(0, area.width) * max(0, area.height))
  }

  /// Where the value of a pixel of the canvas stands.
  @inline(__always) func index(x: Int, y: Int) -> Int { (y &- area.minY) &* area.width &+ (x &- area.minX) }

  /// Lets through what this mask and another let through one after the other.
  mutating func multiply(by other: ClipMask) {
    for y in area.minY..<area.maxY {
      let (ours, theirs) = (index(x: area.minX, y: y), other.index(x: area.minX, y: y))
      for i in 0..<area.width {
        let product = Byte.product(UInt32(values[ours + i]), UInt32(other.values[theirs + i]))
        values[ours + i] = UInt8(truncatingIfNeeded: product)
      }
    }
  }
}

/// Writes coverage into a clip mask.
struct MaskPainter: CoveragePainter {
  var mask: ClipMask
  private var start = 0

  init(area: PixelRect) { mask = ClipMask(area: area) }

  mutating func begin(row: Int, from x: Int) { start = mask.index(x: x, y: row) }

  mutating func paint(_ column: Int, _ coverage: SIMD4<Float>) {
    let bytes = Byte.rounded(coverage * 255)
    for lane in 0..<4 { mask.values[start + column + lane] = UInt8(truncatingIfNeeded: bytes[lane]) }
  }

  mutating func paint(_ columns: Range<Int>, _ coverage: Float) {
    let byte = UInt8(truncatingIfNeeded: Byte.rounded(coverage * 255))
    for column in columns { mask.values[start + column] = byte }
  }
}

extension Path {
  /// The rectangle of whole pixels that the path is once mapped, if it is one.
  func pixelRect(under transform: Transform) -> PixelRect? {
    guard elements.count == 5 || elements.count == 6, case .move(let start) = elements[0],
      case .close = elements[elements.count - 1]
    else { return nil }
    var corners = [transform(start)]
    for element in elements.dropFirst().dropLast() {
      guard case .line(let p) = element else { return nil }
      corners.append(transform(p))
    }
    if corners.count == 5 && corners.removeLast() != corners[0] { return nil }
    let whole = corners.allSatisfy {
      $0.x == $0.x.rounded() && $0.y == $0.y.rounded() && abs($0.x) < 1e9 && abs($0.y) < 1e9
    }
    guard whole else { return nil }
    let (a, b, c, d) = (corners[0], corners[1], corners[2], corners[3])
    let acrossFirst = a.y == b.y && b.x == c.x && c.y == d.y && d.x == a.x
    let downFirst = a.x == b.x && b.y == c.y && c.x == d.x && d.y == a.y
    guard acrossFirst || downFirst else { return nil }
    return PixelRect(
      minX: Int(min(a.x, c.x)), minY: Int(min(a.y, c.y)), maxX: Int(max(a.x, c.x)), maxY: Int(max(a.y, c.y)))
  }
}
