/// A line in pixels, thinned to what can be seen and cut at a frame.
package struct VisibleLine: Sendable {
  /// A stretch inside the frame, with the share of the line's length at each of its points.
  package struct Run: Sendable {
    package var points: [Point]
    package var shares: [Double]

    package init(points: [Point], shares: [Double]) { (self.points, self.shares) = (points, shares) }

    /// The stretch in pieces of one colour: mixed with the paper at the start of the line, pure from a share on.
    package func faded(from pale: Double, fullAt: Double, paper: Color, color: Color) -> [(
      points: [Point], color: Color
    )] {
      let tones = 24
      func tone(_ share: Double) -> Int { min(tones, Int(share / fullAt * Double(tones))) }
      var pieces: [(points: [Point], color: Color)] = []
      var start = 0
      for i in points.indices.dropFirst() where i == points.count - 1 || tone(shares[i]) != tone(shares[start]) {
        let strength = pale + (1 - pale) * Double(tone(shares[start])) / Double(tones)
        pieces.append((Array(points[start...i]), paper.mixed(with: color, by: strength)))
        start = i
      }
      return pieces
    }
  }

  /// Every point of the line.
  package let pixels: [Point]
  /// The stretches that are drawn.
  package let runs: [Run]
  /// Where the line last leaves the frame, and which way.
  package let lastExit: (point: Point, direction: Point)?
  private let lengths: [Double]

  /// A line of which stretches within a margin of the frame are drawn.
  package init(_ pixels: [Point], frame: Rect, margin: Double) {
    self.pixels = pixels
    let reach = frame.inset(by: -margin)
    var lengths = [0.0]
    lengths.reserveCapacity(pixels.count)
    // A line that runs far off is measured only as far as it can be seen.
    for (a, b) in zip(pixels, pixels.dropFirst()) {
      let seen = Segment(a, b).clipped(to: reach).map { $0.0.distance(to: $0.1) } ?? 0
      lengths.append(lengths[lengths.count - 1] + seen)
    }
    self.lengths = lengths
    runs = Self.cut(pixels, lengths, to: reach)
    lastExit = Self.lastExit(pixels, frame: frame)
  }

  /// A line whose stretches have been found elsewhere; `lengths` are those from the start to each point.
  package init(pixels: [Point], runs: [Run], lastExit: (point: Point, direction: Point)?, lengths: [Double]) {
    (self.pixels, self.runs, self.lastExit, self.lengths) = (pixels, runs, lastExit, lengths)
  }

  private static func cut(_ pixels: [Point], _ lengths: [Double], to reach: Rect) -> [Run] {
    // The colour is full after half a frame at the latest, however far a run jitters about its end.
    let total = min(max(lengths.last ?? 0, 1e-12), 0.8 * reach.width)
    var runs: [Run] = []
    var run = Run(points: [], shares: [])
    func finish(_ runs: inout [Run], _ run: inout Run) {
      if run.points.count > 1 { runs.append(run) }
      run = Run(points: [], shares: [])
    }
    for i in pixels.indices.dropFirst() {
      guard let (a, b) = Segment(pixels[i - 1], pixels[i]).clipped(to: reach) else {
        finish(&runs, &run)
        continue
      }
      if run.points.isEmpty || a != pixels[i - 1] {
        finish(&runs, &run)
        run.points.append(a)
        run.shares.append(lengths[i - 1] / total)
      }
      let isLast = i == pixels.count - 1 || b != pixels[i]
      if isLast || b.distance(to: run.points[run.points.count - 1]) >= 0.5 {
        // Long steps in pieces, so that the colour can change along them.
        let pieces = max(1, Int((a.distance(to: b) / 12).rounded(.up)))
        for piece in 1...pieces {
          let t = Double(piece) / Double(pieces)
          run.points.append(a.mixed(with: b, by: t))
          run.shares.append((lengths[i - 1] + (lengths[i] - lengths[i - 1]) * t) / total)
        }
      }
      if b != pixels[i] { finish(&runs, &run) }
    }
    finish(&runs, &run)
    return runs
  }

  private static func lastExit(_ pixels: [Point], frame: Rect) -> (point: Point, direction: Point)? {
    for i in pixels.indices.dropFirst().reversed() where !frame.contains(pixels[i]) {
      guard let (a, b) = Segment(pixels[i - 1], pixels[i]).clipped(to: frame) else { continue }
      let way = pixels[i] - pixels[i - 1]
      let size = way.length
      guard size > 0, size.isFinite, a.distance(to: b) > 0 || frame.contains(pixels[i - 1]) else { continue }
      return (b, way * (1 / size))
    }
    return nil
  }

  /// The point of the line at a share of its visible length.
  package func point(at share: Double) -> Point? {
    guard let total = lengths.last, total > 0 else { return nil }
    guard let i = lengths.firstIndex(where: { $0 >= share * total }) else { return nil }
    return pixels[i]
  }

  /// Points of a stretch that lie in a frame, at shares of their length.
  package static func points(of stretch: ArraySlice<Point>, in frame: Rect, at shares: [Double]) -> [Point] {
    let seen = stretch.filter { $0.isFinite && frame.contains($0) }
    var lengths = [0.0]
    for (a, b) in zip(seen, seen.dropFirst()) { lengths.append(lengths[lengths.count - 1] + a.distance(to: b)) }
    guard let total = lengths.last, !seen.isEmpty else { return [] }
    return shares.compactMap { share in lengths.firstIndex { $0 >= share * total }.map { seen[$0] } }
  }
}
