import Raster
import Typography

/// Texts in the right margin, moved apart so that none overlaps, in the order of their lines' ends.
struct EndLabels {
  /// Distance from the frame to the text, in pixels.
  static func gap(_ style: Style) -> Double { 1.6 * style.unit }

  /// Width that the margin needs for some texts, those wider than a limit in two lines.
  static func width(_ texts: [LabelText], limit: Double, style: Style) throws -> Double {
    let widths = try texts.map { try TextBlock($0, .label, limit: limit, style: style).width }
    return widths.max().map { $0 + gap(style) } ?? 0
  }

  private(set) var placed: [PlacedText] = []
  private(set) var leaders: [Leader] = []

  init(_ labels: [EndLabel], frame: Rect, limit: Double, style: Style) throws {
    let sorted = labels.sorted { $0.end.y < $1.end.y }
    var blocks = try sorted.map { try TextBlock($0.words, .label, limit: limit, style: style) }
    let halves = blocks.map { $0.reach / 2 }
    // A number that is larger than its name stands level with the end itself, the name under it; over it where the frame ends.
    let wanted = sorted.indices.map { i in
      let end = min(max(sorted[i].end.y, frame.minY), frame.maxY)
      guard sorted[i].words.scale > 1 else { return end }
      let isAtFoot = i > 0 && end + 2 * halves[i] > frame.maxY
      if isAtFoot { blocks[i].turn() }
      return isAtFoot ? end - halves[i] : end + halves[i]
    }
    let distances = zip(blocks, blocks.dropFirst()).map { upper, lower in
      let middles = (upper.reach + lower.reach) / 2
      return middles + (middles > 0 ? 1.42 : 1.22) * (upper.ends.last + lower.ends.first) / 2
    }
    let em = style.size(.label)
    // Where the labels are taller together than the frame they rise above it, never below: there are the ticks.
    let low = frame.maxY - 0.2 * em - (halves.last ?? 0)
    let first = frame.minY + 0.4 * (blocks.first?.ends.first ?? em) + (halves.first ?? 0)
    let high = min(first, low - distances.reduce(0, +))
    let centers = Self.spread(wanted, distances: distances, within: high...low)
    for (i, label) in sorted.enumerated() {
      let x = frame.maxX + Self.gap(style)
      let baseline = centers[i] - halves[i] + blocks[i].rise
      placed += blocks[i].placed(at: Point(x, baseline), .left, color: label.color, halo: false, source: label.source)
      let moved = abs(centers[i] - wanted[i])
      // A number larger than its name still stands at its line where the frame pushes it up a little.
      let free = (label.words.scale > 1 ? 1.3 : 0.5) * em
      if moved > free + halves[i] || label.end.x < frame.maxX - max(2 * style.unit, 0.05 * frame.width) {
        let from = Point(min(label.end.x, frame.maxX) + 0.5 * style.unit, wanted[i])
        let segment = Segment(from, Point(x - 0.3 * style.unit, centers[i]))
        leaders.append(Leader(segment: segment, color: label.lineColor, source: label.source))
      }
    }
  }

  /// Positions as near as can be to the wanted ones (ascending), at least so far apart, within a range.
  ///
  /// Least squares by pooling: neighbours that would overlap form a block around the mean of what they want.
  static func spread(_ wanted: [Double], distances: [Double], within range: ClosedRange<Double>) -> [Double] {
    struct Block {
      var sum: Double
      var count: Int
      var mean: Double { sum / Double(count) }
    }
    var offsets = [0.0]
    for distance in distances { offsets.append(offsets[offsets.count - 1] + distance) }
    var blocks: [Block] = []
    for (position, offset) in zip(wanted, offsets) {
      blocks.append(Block(sum: position - offset, count: 1))
      while blocks.count > 1, blocks[blocks.count - 2].mean >= blocks[blocks.count - 1].mean {
        let last = blocks.removeLast()
        blocks[blocks.count - 1].sum += last.sum
        blocks[blocks.count - 1].count += last.count
      }
    }
    let starts = blocks.flatMap { Array(repeating: $0.mean, count: $0.count) }
    let room = range.upperBound - (offsets.last ?? 0)
    return zip(starts, offsets).map { start, offset in
      min(max(start, range.lowerBound), max(range.lowerBound, room)) + offset
    }
  }
}
