import Raster
import Typography

/// Finds a place for each label of a panel: inside the frame, off other texts, over as little of the drawing as can be.
struct LabelPlacer {
  let frame: Rect
  let style: Style
  private let cells: CoveredCells
  private let obstacles: Obstacles
  private var discs: [(center: Point, radius: Double)] { obstacles.discs }
  private(set) var placed: [PlacedText] = []
  /// Lines from labels that stand far off to their points.
  private(set) var leaders: [Leader] = []
  /// Texts for which there was no room.
  private(set) var omitted: [Phrase] = []

  init(frame: Rect, obstacles: Obstacles, style: Style, taken: [PlacedText] = []) {
    (self.frame, self.style) = (frame, style)
    cells = obstacles.covered(in: frame, cell: max(2, 0.45 * style.unit))
    self.obstacles = obstacles
    placed = taken
  }

  /// What speaks against a place, in a common measure: the place with the least is taken.
  private enum Cost {
    /// A box that lies on the drawing with all of itself.
    static let covering = 240.0
    /// A box over a point that is marked.
    static let onDisc = 60.0
    /// An em of distance from the point.
    static let away = 14.0
    /// Each of a request's points that comes before.
    static let laterAnchor = 2.5
    /// Each direction that comes before.
    static let laterDirection = 1.2
    /// A name beside a mark that it does not name.
    static let nearDisc = 22.0
    /// A name on a line that it does not name.
    static let nearLine = 30.0
    /// The most that a text may cost that can be left out.
    static let mostOfDetail = 16.0
    /// The most that a remark may cost.
    static let mostOfRemark = 50.0
  }

  /// Distances to try beyond the clearance, in ems: for what must be there, and for what can be left out.
  private static let (rings, detailRings) = ([0, 0.5, 1.1, 2, 3.2, 4.6, 6.5, 9], [0, 0.4, 0.9])
  /// From this distance on a line leads from the text to its point, in ems.
  private static let leaderRing = 1.5

  /// A place and what speaks against it.
  private struct Candidate {
    var origin: Point
    var alignment: TextBlock.Alignment
    var cost: Double
    var leader: Segment?
  }

  /// Places the labels, those that matter most first.
  mutating func place(_ requests: [LabelRequest]) throws {
    let ordered = requests.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
    for request in ordered.map(\.element) {
      let limit = request.placement == .centered ? Double.infinity : 0.9 * frame.width
      let block = try TextBlock(request.words, request.role, scale: request.scale, limit: limit, style: style)
      guard !block.lines.isEmpty else { continue }
      guard let best = best(for: block, request) else {
        if request.rank < .remark { omitted.append(request.words.text) }
        continue
      }
      if request.rank == .remark, best.cost > Cost.mostOfRemark { continue }
      placed += block.placed(
        at: best.origin, best.alignment, color: request.color, halo: true, ground: request.ground,
        source: request.source)
      if let leader = best.leader {
        leaders.append(Leader(segment: leader, color: request.color, source: request.source))
      }
    }
  }

  private func best(for block: TextBlock, _ request: LabelRequest) -> Candidate? {
    for directions in Self.directions(request) { if let best = best(for: block, request, directions) { return best } }
    // What must be there may stand askew of its point where that keeps it in the frame.
    guard request.rank < .remark, request.placement != .centered else { return nil }
    return best(for: block, request, [Point(0, 1), Point(0, -1)], slides: true)
  }

  private func best(for block: TextBlock, _ request: LabelRequest, _ directions: [Point], slides: Bool = false)
    -> Candidate?
  {
    var best: Candidate?
    let em = style.size(request.role)
    let isDetail = request.rank == .detail
    let isFree = request.placement == .free
    let rings = !isFree ? [0] : isDetail ? Self.detailRings : Self.rings
    for (rank, anchor) in request.anchors.enumerated() where anchor.point.isFinite {
      let crowd = request.rank == .name ? crowding(at: anchor.point, owner: request.owner) : 0
      let ways = request.placement == .inward ? [inward(from: anchor.point)] : directions
      for ring in rings {
        let away = Double(rank) * Cost.laterAnchor + ring * Cost.away + crowd
        if let found = best, found.cost <= away { break }
        for (turn, direction) in ways.enumerated() {
          let found = candidate(
            block, anchor.point, direction, distance: anchor.clearance + ring * em, em: em,
            penalty: away + Double(turn) * Cost.laterDirection, leader: ring > Self.leaderRing, isDetail: isDetail,
            inset: isFree ? 0.25 : 0, slides: slides)
          guard let candidate = found else { continue }
          if isDetail && candidate.cost > Cost.mostOfDetail + away { continue }
          if candidate.cost < (best?.cost ?? .infinity) { best = candidate }
        }
      }
    }
    return best
  }

  /// What speaks against a name at a point: other marks close by, which it could be taken to name.
  private func crowding(at p: Point, owner: Identity?) -> Double {
    // Marks that lie on each other are one: their names stand together.
    let near = discs.count {
      let distance = $0.center.distance(to: p)
      return distance > 1.2 * style.unit && distance < 4.5 * style.unit
    }
    let lines = owner.map { obstacles.distanceToOthers(from: p, owner: $0) } ?? .infinity
    return Cost.nearDisc * Double(near) + max(0, Cost.nearLine * (1 - lines / (3.5 * style.unit)))
  }

  /// Right, left, below right, above right, below left, above left, below, above.
  private static let directions: [Point] = [
    Point(1, 0), Point(-1, 0), Point(0.8, 0.8), Point(0.8, -0.8), Point(-0.8, 0.8), Point(-0.8, -0.8), Point(0, 1),
    Point(0, -1),
  ]

  /// From a corner towards the middle.
  private func inward(from corner: Point) -> Point {
    Point(corner.x < frame.center.x ? 1 : -1, corner.y < frame.center.y ? 1 : -1)
  }

  /// Sets of directions to try, the next where nothing fits in the one before.
  private static func directions(_ request: LabelRequest) -> [[Point]] {
    let (right, left) = ([Point(1, 0)], [Point(-1, 0)])
    let (above, below) = ([Point(0, -1)], [Point(0, 1)])
    return switch request.placement {
    case .free: [request.prefersSides ? directions : above + below + directions]
    case .centered, .inward: [[.zero]]
    case .right: [right, left, above, below]
    case .left: [left, right, above, below]
    case .above: [above, below, right, left]
    case .below: [below, above, right, left]
    }
  }

  private func candidate(
    _ block: TextBlock, _ anchor: Point, _ direction: Point, distance: Double, em: Double, penalty: Double,
    leader: Bool, isDetail: Bool, inset: Double, slides: Bool
  ) -> Candidate? {
    let alignment: TextBlock.Alignment = direction.x == 0 ? .center : direction.x > 0 ? .left : .right
    let ink = block.ink(alignment)
    let half = Point(ink.width / 2, ink.height / 2)
    let diagonal = direction.x != 0 && direction.y != 0
    let push = Point(
      direction.x == 0 ? 0 : direction.x > 0 ? half.x : -half.x,
      direction.y == 0 ? 0 : direction.y > 0 ? half.y : -half.y)
    var center = anchor + direction * (diagonal ? distance * 0.85 : distance) + push
    if slides {
      let room = frame.inset(by: inset * em + 0.1)
      guard room.width >= ink.width else { return nil }
      center.x = min(max(center.x, room.minX + half.x), room.maxX - half.x)
    }
    let origin = center - ink.center
    let box = ink.offset(by: origin)
    guard frame.inset(by: inset * em).contains(box) else { return nil }
    let air = isDetail ? Point(0.7 * em, 0.45 * em) : Point(0.28 * em, 0.2 * em)
    let around = box.inset(x: -air.x, y: -air.y)
    guard !placed.contains(where: { $0.box.overlaps(around) }) else { return nil }
    var cost = penalty + Cost.covering * cells.share(of: box.inset(by: -0.08 * em))
    // The number of a level belongs to its line: it keeps well off what others mark.
    let distant = distance == 0 ? 1.2 * em : 0.06 * em
    for disc in discs where box.inset(by: -disc.radius - distant).contains(disc.center) { cost += Cost.onDisc }
    let near = Point(min(max(anchor.x, box.minX), box.maxX), min(max(anchor.y, box.minY), box.maxY))
    return Candidate(origin: origin, alignment: alignment, cost: cost, leader: leader ? Segment(near, anchor) : nil)
  }
}
