/// Turns paths into polylines.
///
/// A curve becomes as many chords as keep it within `tolerance` (Wang's bound on the second differences). The inner
/// vertices are moved outwards by about two thirds of the chords' height, so that the polyline bounds the area of the
/// curve. Points that are not finite are left out.
struct Flattener {
  /// Applied to every point.
  let transform: Transform
  /// The largest distance between a curve and its chords, in units of the result.
  let tolerance: Double

  private var start = Point.zero
  private var current = Point.zero
  private var contourStart = 0
  private var isDrawing = false
  private var hasStart = false

  /// A flattener whose result is in pixels.
  init(transform: Transform, tolerance: Double = 0.1) { (self.transform, self.tolerance) = (transform, tolerance) }

  /// Appends the contours of a path to an outline.
  mutating func flatten(_ path: Path, into outline: inout Outline) {
    (isDrawing, hasStart) = (false, false)
    contourStart = outline.points.count
    outline.points.reserveCapacity(contourStart + path.elements.count)
    for element in path.elements {
      switch element {
      case .move(let p): move(to: p, &outline)
      case .line(let p): line(to: p, &outline)
      case .quad(let p, let c): quad(to: p, control: c, &outline)
      case .cubic(let c1, let c2, let p): cubic(to: p, c1, c2, &outline)
      case .close: end(isClosed: true, &outline)
      }
    }
    end(isClosed: false, &outline)
  }

  private func place(_ p: Point) -> Point? {
    let q = transform(p)
    return q.isFinite ? q.limited : nil
  }

  private mutating func move(to p: Point, _ outline: inout Outline) {
    guard let q = place(p) else { return }
    end(isClosed: false, &outline)
    (start, current, hasStart) = (q, q, true)
    begin(&outline)
  }

  private mutating func begin(_ outline: inout Outline) {
    contourStart = outline.points.count
    outline.points.append(start)
    isDrawing = true
  }

  private mutating func end(isClosed: Bool, _ outline: inout Outline) {
    guard isDrawing else { return }
    outline.endContour(from: contourStart, isClosed: isClosed)
    isDrawing = false
    current = start
  }

  /// Makes sure that a contour is open; without a `move` it begins where the first piece ends.
  private mutating func resume(at q: Point, _ outline: inout Outline) {
    guard !isDrawing else { return }
    if !hasStart { (start, current, hasStart) = (q, q, true) }
    begin(&outline)
  }

  private mutating func line(to p: Point, _ outline: inout Outline) {
    guard let q = place(p) else { return }
    resume(at: q, &outline)
    outline.points.append(q)
    current = q
  }

  private mutating func quad(to p: Point, control c: Point, _ outline: inout Outline) {
    guard let end = place(p), let control = place(c) else { return line(to: p, &outline) }
    resume(at: end, &outline)
    let bend = current - control * 2 + end
    let pieces = count(for: bend.length * 0.25)
    addCurve(cubed: .zero, squared: bend, linear: (control - current) * 2, end, pieces, &outline)
  }

  private mutating func cubic(to p: Point, _ c1: Point, _ c2: Point, _ outline: inout Outline) {
    guard let end = place(p), let q1 = place(c1), let q2 = place(c2) else { return line(to: p, &outline) }
    resume(at: end, &outline)
    let bend1 = current - q1 * 2 + q2
    let bend2 = q1 - q2 * 2 + end
    let pieces = count(for: max(bend1.length, bend2.length) * 0.75)
    addCurve(cubed: bend2 - bend1, squared: bend1 * 3, linear: (q1 - current) * 3, end, pieces, &outline)
  }

  /// Chords needed where one chord would be off by `error`.
  private func count(for error: Double) -> Int {
    if error < tolerance / 10 { return 1 }
    let pieces = (error / tolerance).squareRoot()
    return max(2, Int(min(pieces, 2000)) + 1)
  }

  /// Appends a curve in powers of t: from `current`, to an end that is met exactly.
  private mutating func addCurve(
    cubed a: Point, squared b: Point, linear c: Point, _ end: Point, _ pieces: Int, _ outline: inout Outline
  ) {
    let step = 1 / Double(pieces)
    // The ends stay, so the other vertices make up for them too.
    let spread = step * step * Double(pieces) / Double(max(1, pieces - 1))
    let shift = b * (spread / 6)
    let growth = a * (spread / 2)
    let origin = current - shift
    let slope = c - growth
    for i in 1..<pieces {
      let t = Double(i) * step
      let x = ((a.x * t + b.x) * t + slope.x) * t + origin.x
      let y = ((a.y * t + b.y) * t + slope.y) * t + origin.y
      outline.points.append(Point(x, y))
    }
    outline.points.append(end)
    current = end
  }
}
