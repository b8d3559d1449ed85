import Raster

/// A trail in pixels, thinned to what can be seen and cut at the frame.
struct TrailLine {
  /// A stretch inside the frame, with the share of the trail's length at each of its points.
  struct Run {
    var points: [Point]
    var shares: [Double]

    /// The stretch in pieces of one colour: mixed with the paper at the start of the trail, pure from a share on.
    func faded(from pale: Double, fullAt: Double, paper: Color, color: Color) -> [(points: [Point], color: Color)] {
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

  /// Every point of the trail.
  let pixels: [Point]
  /// The stretches that are drawn.
  let runs: [Run]
  /// Where the trail last leaves the frame, and which way.
  let lastExit: (point: Point, direction: Point)?
  private let lengths: [Double]

  init(_ pixels: [Point], space: Space) {
    self.pixels = pixels
    let reach = space.frame.inset(by: -3 * space.style.unit)
    var lengths = [0.0]
    lengths.reserveCapacity(pixels.count)
    // A trail that runs far off is measured only as far as it can be seen.
    for (a, b) in zip(pixels, pixels.dropFirst()) {
      let seen = Segment(a, b).clipped(to: reach).map { $0.0.distance(to: $0.1) } ?? 0
      lengths.append(lengths[lengths.count - 1] + seen)
    }
    self.lengths = lengths
    runs = Self.cut(pixels, lengths, to: reach)
    lastExit = Self.lastExit(pixels, frame: space.frame)
  }

  /// A trail whose stretches have been found elsewhere; `lengths` are those from the start to each point.
  init(pixels: [Point], runs: [Run], lastExit: (point: Point, direction: Point)?, lengths: [Double]) {
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

  /// The point of the trail at a share of its visible length.
  func point(at share: Double) -> Point? {
    guard let total = lengths.last, total > 0 else { return nil }
    guard let i = lengths.firstIndex(where: { $0 >= share * total }) else { return nil }
    return pixels[i]
  }
}
