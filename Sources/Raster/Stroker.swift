/// Turns polylines into the outlines of lines drawn along them.
///
/// An outline runs along the left side of the line and back along the right one. It winds around every point of the
/// line in the same sense, so that filling by the non-zero rule gives each point its colour once.
struct Stroker: Sendable {
  private let half: Double
  private let join: Stroke.Join
  private let cap: Stroke.Cap
  /// The cosine of the turn up to which a miter is shorter than the limit.
  private let miterDot: Double
  /// The cosine of the turn up to which any join is a miter: it differs too little to be seen.
  private let smoothDot: Double
  /// The cosine of the largest turn between corners of a round join.
  private let stepCosine: Double
  private var left: [Point] = []
  private var right: [Point] = []

  /// The largest distance between a round join and its chords, in pixels.
  private static let tolerance = 0.1
  /// Steps around a circle are never smaller than a hundredth of a radian.
  private static let largestCosine = 0.99995

  /// A stroker for lines of a width, which is positive and finite, in units of which a pixel is `1 / scale`.
  init(_ stroke: Stroke, width: Double, scale: Double = 1) {
    half = width / 2
    (join, cap) = (stroke.join, stroke.cap)
    let limit = stroke.miterLimit >= 1 ? stroke.miterLimit : 1
    miterDot = 2 / (limit * limit) - 1
    let radius = half * scale
    let slack = 1 + Self.tolerance / 2 / radius
    smoothDot = 2 / (slack * slack) - 1
    let halfCosine = max(0.75, 1 - Self.tolerance / radius)
    stepCosine = min(Self.largestCosine, 2 * halfCosine * halfCosine - 1)
  }

  /// Appends the outlines of lines along the contours of `line`.
  mutating func stroke(_ line: Outline, into result: inout Outline) {
    line.points.withUnsafeBufferPointer { points in
      for contour in line.contours {
        left.removeAll(keepingCapacity: true)
        right.removeAll(keepingCapacity: true)
        let run = UnsafeBufferPointer(rebasing: points[contour.range])
        if contour.isClosed { strokeClosed(run, into: &result) } else { strokeOpen(run, into: &result) }
      }
    }
  }

  /// A straight piece of the line.
  private struct Segment {
    var direction: Point
    var length: Double
    /// From the middle of the line to its left side.
    var normal: Point

    /// The piece between two points, unless they coincide.
    @inline(__always) init?(_ from: Point, _ to: Point, _ half: Double) {
      let d = to - from
      length = d.length
      guard length > 1e-9 else { return nil }
      let inverse = 1 / length
      direction = d * inverse
      normal = direction.turned * half
    }
  }

  private mutating func strokeOpen(_ points: UnsafeBufferPointer<Point>, into result: inout Outline) {
    var place = points[0]
    var last: Segment?
    for i in 1..<max(1, points.count) {
      guard let next = Segment(place, points[i], half) else { continue }
      if let last {
        addJoin(place, last, next)
      } else {
        addCap(place, from: next.normal * -1, outward: next.direction * -1)
        left.append(place + next.normal)
        right.append(place - next.normal)
      }
      (last, place) = (next, points[i])
    }
    guard let last else { return addDot(place, into: &result) }
    left.append(place + last.normal)
    addCap(place, from: last.normal, outward: last.direction)
    right.append(place - last.normal)
    let start = result.points.count
    result.points.append(contentsOf: left)
    result.points.append(contentsOf: right.reversed())
    result.endContour(from: start, isClosed: true)
  }

  private mutating func strokeClosed(_ points: UnsafeBufferPointer<Point>, into result: inout Outline) {
    var place = points[0]
    var (first, last): (Segment?, Segment?)
    for i in 1..<points.count + 1 {
      let end = points[i == points.count ? 0 : i]
      guard let next = Segment(place, end, half) else { continue }
      if let last { addJoin(place, last, next) } else { first = next }
      (last, place) = (next, end)
    }
    guard let first, let last else { return addDot(place, into: &result) }
    addJoin(place, last, first)
    var start = result.points.count
    result.points.append(contentsOf: left)
    result.endContour(from: start, isClosed: true)
    start = result.points.count
    result.points.append(contentsOf: right.reversed())
    result.endContour(from: start, isClosed: true)
  }

  /// A line without length: a disc or a square if it has caps.
  private mutating func addDot(_ p: Point, into result: inout Outline) {
    guard cap != .butt else { return }
    let start = result.points.count
    let normal = Point(0, half)
    left.append(p + normal)
    addCap(p, from: normal, outward: Point(1, 0))
    left.append(p - normal)
    addCap(p, from: normal * -1, outward: Point(-1, 0))
    result.points.append(contentsOf: left)
    result.endContour(from: start, isClosed: true)
  }

  /// The end of the line between the sides `from` and its opposite; both of these are left to the caller.
  private mutating func addCap(_ p: Point, from normal: Point, outward: Point) {
    switch cap {
    case .butt: break
    case .square:
      let reach = p + outward * half
      left.append(reach + normal)
      left.append(reach - normal)
    case .round: addArc(p, from: normal, to: normal * -1, sense: -1, onLeft: true)
    }
  }

  /// The points of a circle strictly between two spokes, turned towards growing angles if `sense` is 1.
  private mutating func addArc(_ center: Point, from start: Point, to end: Point, sense: Double, onLeft: Bool) {
    // Halve the turn until its cosine says that a chord is near enough to the circle.
    var cosine = (start.x * end.x + start.y * end.y) / (half * half)
    var halvings = 0
    while cosine < stepCosine {
      cosine = max(0, (1 + cosine) / 2).squareRoot()
      halvings += 1
    }
    // With corners this far out a polygon has the area of the circle.
    let arc = Arc(center: center, half: half, bulge: 1 + (1 - cosine) / 6, sense: sense)
    arc.halve(start, end, halvings) { append($0, onLeft: onLeft) }
  }

  @inline(__always) private mutating func append(_ p: Point, onLeft: Bool) {
    if onLeft { left.append(p) } else { right.append(p) }
  }

  /// Where two pieces meet at a point.
  @inline(__always) private mutating func addJoin(_ p: Point, _ before: Segment, _ after: Segment) {
    let (d0, d1) = (before.direction, after.direction)
    let dot = d0.x * d1.x + d0.y * d1.y
    let cross = d0.x * d1.y - d0.y * d1.x
    // Sides meet before the ends of the pieces by half the width times the tangent of half the turn.
    let shortening = half * abs(cross)
    let fits = shortening * 2 <= min(before.length, after.length) * (1 + dot)
    if fits && dot > smoothDot {
      let corner = (before.normal + after.normal) * (1 / (1 + dot))
      left.append(p + corner)
      right.append(p - corner)
    } else {
      addCorner(p, before, after, dot, cross, fits)
    }
  }

  /// A visible corner: the inner sides cross, and a join fills the gap between the outer ones.
  @inline(never) private mutating func addCorner(
    _ p: Point, _ before: Segment, _ after: Segment, _ dot: Double, _ cross: Double, _ fits: Bool
  ) {
    // With growing angles the line turns towards its left side, which makes the right side the outer one.
    let innerIsLeft = cross > 0
    let side: Double = innerIsLeft ? 1 : -1
    let (n0, n1) = (before.normal * side, after.normal * side)
    let corner = (n0 + n1) * (1 / max(1 + dot, 1e-12))
    if fits && dot > -0.9 {
      append(p + corner, onLeft: innerIsLeft)
    } else {
      // By way of the middle no part of the line is lost, however short its pieces are.
      append(p + n0, onLeft: innerIsLeft)
      append(p, onLeft: innerIsLeft)
      append(p + n1, onLeft: innerIsLeft)
    }
    if (join == .miter && dot >= miterDot) || dot > smoothDot {
      append(p - corner, onLeft: !innerIsLeft)
      return
    }
    append(p - n0, onLeft: !innerIsLeft)
    if join == .round { addArc(p, from: n0 * -1, to: n1 * -1, sense: innerIsLeft ? 1 : -1, onLeft: !innerIsLeft) }
    append(p - n1, onLeft: !innerIsLeft)
  }
}
