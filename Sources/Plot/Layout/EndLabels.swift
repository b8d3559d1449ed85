import Raster
import Typography

/// Texts in the right margin, moved apart so that none overlaps, in the order of their lines' ends.
struct EndLabels {
  /// Distance from the frame to the text, in pixels.
  static func gap(_ style: Style) -> Double { 1.6 * style.unit }

  /// Width that the margin needs for some texts.
  static func width(_ texts: [Phrase], style: Style) throws -> Double {
    let widths = try texts.map { try style.line($0, .label, bold: true).advance }
    return widths.max().map { $0 + gap(style) } ?? 0
  }

  private(set) var placed: [PlacedText] = []
  private(set) var leaders: [(Segment, Color)] = []

  init(_ labels: [EndLabel], frame: Rect, style: Style) throws {
    let sorted = labels.sorted { $0.end.y < $1.end.y }
    let lines = try sorted.map { try style.line($0.text, .label, bold: $0.isBold) }
    let em = style.size(.label)
    let wanted = sorted.map { min(max($0.end.y, frame.minY), frame.maxY) }
    let gap = 1.15 * em
    // Where the labels are taller together than the frame they rise above it, never below: there are the ticks.
    let low = frame.maxY - 0.2 * em
    let high = min(frame.minY + 0.4 * em, low - gap * Double(max(0, sorted.count - 1)))
    let centers = Self.spread(wanted, gap: gap, within: high...low)
    for (i, label) in sorted.enumerated() {
      let x = frame.maxX + Self.gap(style)
      let capital = 0.36 * em
      placed.append(
        PlacedText(
          line: lines[i], origin: Point(x, centers[i] + capital), role: .label,
          bold: label.isBold, color: label.color, px: em))
      if abs(centers[i] - wanted[i]) > 0.5 * em || label.end.x < frame.maxX - 2 * style.unit {
        let from = Point(min(label.end.x, frame.maxX) + 0.5 * style.unit, wanted[i])
        leaders.append((Segment(from, Point(x - 0.3 * style.unit, centers[i])), label.lineColor))
      }
    }
  }

  /// Positions as near as can be to the wanted ones (ascending), at least `gap` apart, within a range.
  ///
  /// Least squares by pooling: neighbours that would overlap form a block around the mean of what they want.
  static func spread(_ wanted: [Double], gap: Double, within range: ClosedRange<Double>) -> [Double]
  {
    struct Block {
      var sum: Double
      var count: Int
    }
    var blocks: [Block] = []
    for (i, position) in wanted.enumerated() {
      blocks.append(Block(sum: position - Double(i) * gap, count: 1))
      while blocks.count > 1,
        mean(blocks[blocks.count - 2].sum, blocks[blocks.count - 2].count)
          >= mean(blocks[blocks.count - 1].sum, blocks[blocks.count - 1].count)
      {
        let last = blocks.removeLast()
        blocks[blocks.count - 1].sum += last.sum
        blocks[blocks.count - 1].count += last.count
      }
    }
    let starts = blocks.flatMap { Array(repeating: mean($0.sum, $0.count), count: $0.count) }
    let room = range.upperBound - Double(max(0, wanted.count - 1)) * gap
    return starts.enumerated().map { i, start in
      min(max(start, range.lowerBound), max(range.lowerBound, room)) + Double(i) * gap
    }
  }

  private static func mean(_ sum: Double, _ count: Int) -> Double { sum / Double(count) }
}
