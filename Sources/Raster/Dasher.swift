/// Cuts polylines into dashes.
struct Dasher {
  /// Lengths of dash, gap, dash, …: an even number of them.
  private let pattern: [Double]
  private let period: Double
  private let phase: Double
  /// What lies outside is left out, so that a line far beyond the canvas costs nothing.
  private let window: Rect

  /// A shorter pattern than this, in units of the line, is drawn as a solid line.
  private static let shortestPeriod = 0.05
  /// A dash without length keeps this much, which tells the direction of its caps.
  private static let shortestDash = 1e-4

  /// A pattern shorter than this share of the line's width is drawn as a solid line too.
  private static let shortestShare = 0.001
  /// More dashes than this are drawn as a solid line.
  private static let mostDashes = 100_000.0
  /// Corners reach no further than this many widths beyond the window to be seen in it.
  private static let longestReach = 10.0

  /// A dasher for a line of some width and lengths multiplied by `scale`, or nil if the pattern makes no dashes.
  init?(_ stroke: Stroke, width: Double, scale: Double, window: Rect) {
    var lengths = stroke.dash.map { $0 * scale }
    guard !lengths.isEmpty, lengths.allSatisfy({ $0 >= 0 && $0.isFinite }) else { return nil }
    if lengths.count % 2 == 1 { lengths += lengths }
    for i in lengths.indices where i % 2 == 0 { lengths[i] = max(lengths[i], Self.shortestDash) }
    pattern = lengths
    period = lengths.reduce(0, +)
    let shortest = max(Self.shortestPeriod, Self.shortestShare * width)
    guard period > shortest, period.isFinite else { return nil }
    let offset = (stroke.dashPhase * scale).truncatingRemainder(dividingBy: period)
    phase = offset.isFinite ? (offset < 0 ? offset + period : offset) : 0
    let reach = stroke.join == .miter ? max(1, min(stroke.miterLimit, Self.longestReach)) : 1
    self.window = window.inset(by: -width * reach)
  }

  /// Whether a line has so many dashes to be seen that they are drawn as a solid line.
  func hasTooMany(along line: Outline) -> Bool {
    var length = 0.0
    for contour in line.contours {
      for i in contour.range.dropFirst() {
        let (from, to) = (line.points[i - 1], line.points[i])
        guard let (enter, leave) = window.part(of: from, to) else { continue }
        length += (leave - enter) * from.distance(to: to)
      }
    }
    return length > Self.mostDashes * period
  }

  /// Appends the dashes along the contours of a line, each as an open contour.
  func dash(_ line: Outline, into result: inout Outline) {
    for contour in line.contours {
      var points = Array(line.points[contour.range])
      if contour.isClosed { points.append(points[0]) }
      let firstDash = result.contours.count
      var walk = Walk(position: position(at: phase), travelled: phase)
      for (from, to) in zip(points, points.dropFirst()) { advance(&walk, from, to, into: &result) }
      let startsInDash = position(at: phase).isDash && window.contains(points[0])
      if contour.isClosed && startsInDash && walk.start != nil {
        joinEnds(walk, firstDash, into: &result)
      } else {
        walk.finish(&result)
      }
    }
  }

  /// Where in the pattern a walk along the line is.
  private struct Position {
    var index: Int
    /// What is left of the dash or gap.
    var rest: Double
    var isDash: Bool { index % 2 == 0 }
  }

  private struct Walk {
    /// Unknown after a stretch outside the window.
    var position: Position?
    /// The way so far, the phase included.
    var travelled: Double
    /// The first point of the dash being drawn.
    var start: Int?

    mutating func begin(_ p: Point, _ result: inout Outline) {
      start = result.points.count
      result.points.append(p)
    }

    mutating func finish(_ result: inout Outline) {
      if let start { result.endContour(from: start, isClosed: false) }
      start = nil
    }
  }

  private func position(at distance: Double) -> Position {
    var rest = distance.truncatingRemainder(dividingBy: period)
    for (index, length) in pattern.enumerated() {
      if rest < length { return Position(index: index, rest: length - rest) }
      rest -= length
    }
    return Position(index: 0, rest: pattern[0])
  }

  /// Walks along one straight piece.
  private func advance(_ walk: inout Walk, _ from: Point, _ to: Point, into result: inout Outline) {
    let length = from.distance(to: to)
    guard length > 0 else { return }
    defer { walk.travelled += length }
    guard let (enter, leave) = window.part(of: from, to) else {
      walk.finish(&result)
      walk.position = nil
      return
    }
    var done = enter * length
    if enter > 0 { walk.finish(&result) }
    let known = enter > 0 ? nil : walk.position
    var position = known ?? position(at: walk.travelled + done)
    if position.isDash && walk.start == nil { walk.begin(from.mixed(with: to, by: enter), &result) }
    while position.rest < leave * length - done {
      done += position.rest
      let p = from.mixed(with: to, by: done / length)
      position.index = (position.index + 1) % pattern.count
      position.rest = pattern[position.index]
      if position.isDash {
        walk.begin(p, &result)
      } else {
        result.points.append(p)
        walk.finish(&result)
      }
    }
    position.rest -= leave * length - done
    if walk.start != nil { result.points.append(from.mixed(with: to, by: leave)) }
    walk.position = position
    if leave < 1 {
      walk.finish(&result)
      walk.position = nil
    }
  }

  /// Ends a closed line in the dash that it began in.
  private func joinEnds(_ walk: Walk, _ firstDash: Int, into result: inout Outline) {
    guard let start = walk.start else { return }
    if result.contours.count == firstDash {
      // A single dash goes all the way round.
      return result.endContour(from: start, isClosed: true)
    }
    for i in result.contours[firstDash].range.dropFirst() { result.points.append(result.points[i]) }
    result.endContour(from: start, isClosed: false)
    result.contours[firstDash] = result.contours.removeLast()
  }
}

extension Rect {
  /// The shares of the way between two points at which a line enters and leaves the rectangle, if it meets it.
  func part(of from: Point, _ to: Point) -> (enter: Double, leave: Double)? {
    var (enter, leave) = (0.0, 1.0)
    func cut(_ start: Double, _ step: Double, _ low: Double, _ high: Double) {
      if step == 0 {
        if start < low || start > high { leave = -1 }
      } else {
        let (a, b) = ((low - start) / step, (high - start) / step)
        enter = max(enter, min(a, b))
        leave = min(leave, max(a, b))
      }
    }
    guard !isNull else { return nil }
    cut(from.x, to.x - from.x, minX, maxX)
    cut(from.y, to.y - from.y, minY, maxY)
    return enter <= leave ? (enter, leave) : nil
  }
}
