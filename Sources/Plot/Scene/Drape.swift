import Raster

/// A trail laid over a surface: its stretches in the picture, told apart by whether the surface hides them.
struct Drape {
  /// A stretch that is all hidden or all seen, with the share of the trail's length at each of its points.
  struct Stretch {
    var points: [Point] = []
    var shares: [Double] = []
    var isHidden = false

    var length: Double { zip(points, points.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) } }
  }

  /// The stretches on the surface, in order.
  private(set) var stretches: [Stretch] = []
  /// Where each step stands, not finite where it is not on the surface or hidden by it.
  private(set) var seen: [Point] = []
  /// The last step on the surface, if it is on it.
  private(set) var last: SceneSpace.Foothold?
  /// Where the trail last leaves the surface, and which way.
  private(set) var lastExit: (point: Point, direction: Point)?
  /// The length in the picture from the start to each step.
  private(set) var lengths: [Double] = []

  private let scene: SceneSpace
  private static let nowhere = Point(.nan, .nan)

  init(_ walk: [Point], in scene: SceneSpace) {
    self.scene = scene
    let traces = trace(walk)
    let total = min(max(lengths.last ?? 0, 1e-12), 0.8 * scene.frame.width)
    for trace in traces { split(trace, total: total) }
  }

  /// A point of the trail in the picture.
  private struct Step {
    var pixel: Point
    var isHidden: Bool
    var length: Double
  }

  /// The stretches on the surface, hidden or not.
  private mutating func trace(_ walk: [Point]) -> [[Step]] {
    var traces: [[Step]] = []
    var trace: [Step] = []
    var length = 0.0
    var way: (from: Point, to: Point)?
    func note(_ foothold: SceneSpace.Foothold?) {
      guard let foothold, !foothold.isHidden else { return seen.append(Self.nowhere) }
      seen.append(foothold.pixel)
    }
    for (i, p) in walk.enumerated() {
      let from = i == 0 ? p : walk[i - 1]
      let pieces = i == 0 ? 1 : pieces(from, p)
      for piece in 1...max(1, pieces) {
        let t = Double(piece) / Double(max(1, pieces))
        let isStep = piece == max(1, pieces)
        let foothold = scene.onSurface(from.mixed(with: p, by: t))
        if let foothold {
          let isNear = trace.last.map { $0.pixel.distance(to: foothold.pixel) < 0.5 } ?? false
          if !isNear || (isStep && i == walk.count - 1) {
            if let before = trace.last {
              length += before.pixel.distance(to: foothold.pixel)
              way = (before.pixel, foothold.pixel)
            }
            trace.append(Step(pixel: foothold.pixel, isHidden: foothold.isHidden, length: length))
          }
        } else {
          if let way, !trace.isEmpty { leave(along: way) }
          if !trace.isEmpty { traces.append(trace) }
          trace = []
        }
        if isStep {
          note(foothold)
          last = foothold
        }
      }
      lengths.append(length)
    }
    if !trace.isEmpty { traces.append(trace) }
    return traces
  }

  private mutating func leave(along way: (from: Point, to: Point)) {
    let step = way.to - way.from
    let size = step.length
    lastExit = (way.to, size > 0 ? step * (1 / size) : Point(0, -1))
  }

  /// Into how many pieces a step is cut so that it follows the surface: about one a cell; none where it is out of view.
  private func pieces(_ a: Point, _ b: Point) -> Int {
    let (p, q) = (scene.relief.grid.place(a), scene.relief.grid.place(b))
    let cells = max(abs(p.x - q.x), abs(p.y - q.y))
    return cells.isFinite ? Int(min(cells, 4000).rounded(.up)) : 1
  }

  /// Cuts a trace where it passes behind the surface or comes out; what is too short to be seen counts with the rest.
  private mutating func split(_ trace: [Step], total: Double) {
    var parts: [Stretch] = []
    for step in trace {
      let share = step.length / total
      if let count = parts.indices.last, parts[count].isHidden == step.isHidden {
        parts[count].points.append(step.pixel)
        parts[count].shares.append(share)
        continue
      }
      var part = Stretch(points: [step.pixel], shares: [share], isHidden: step.isHidden)
      if let before = parts.last, let p = before.points.last, let s = before.shares.last {
        part.points.insert(p, at: 0)
        part.shares.insert(s, at: 0)
      }
      parts.append(part)
    }
    let shortest = 0.8 * scene.style.unit
    for part in parts {
      guard let k = stretches.indices.last, stretches[k].points.last == part.points.first else {
        stretches.append(part)
        continue
      }
      let isShort = part.length < shortest || stretches[k].length < shortest
      if isShort || stretches[k].isHidden == part.isHidden {
        if part.length >= shortest { stretches[k].isHidden = part.isHidden }
        stretches[k].points += part.points.dropFirst()
        stretches[k].shares += part.shares.dropFirst()
      } else {
        stretches.append(part)
      }
    }
  }
}
