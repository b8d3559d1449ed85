import Raster
import Typography

/// The axes of a scene in the picture: along the nearest edges of the floor and the leftmost vertical edge, with walls behind.
struct SceneAxes: Sendable {
  /// Straight lines, with their width and colour.
  struct Rule: Sendable {
    var segment: Segment
    var width: Double
    var color: Color
  }

  /// Lines behind the surface.
  private(set) var walls: [Rule] = []
  /// Axis lines and ticks.
  private(set) var rules: [Rule] = []
  /// Labels and names.
  private(set) var texts: [PlacedText] = []
  let x: AxisPlan
  let y: AxisPlan
  let z: AxisPlan
  /// The name of the vertical axis without markup.
  private var zName = ""

  private let box: SceneBox
  private let projection: Projection
  private let range: SceneRange
  private let style: Style
  private let edges: SceneEdges

  /// The axes for a projection, with fewer ticks until no two texts touch.
  static func fitted(
    _ panel: Panel, _ scene: Scene, _ box: SceneBox, _ projection: Projection, _ range: SceneRange, _ style: Style
  ) throws -> SceneAxes {
    var axes = try SceneAxes(panel, scene, box, projection, range, style, density: 1)
    for density in [0.8, 0.6, 0.45, 0.3] where axes.hasOverlaps {
      axes = try SceneAxes(panel, scene, box, projection, range, style, density: density)
    }
    return axes
  }

  private init(
    _ panel: Panel, _ scene: Scene, _ box: SceneBox, _ projection: Projection, _ range: SceneRange, _ style: Style,
    density: Double
  ) throws {
    (self.box, self.projection, self.range, self.style) = (box, projection, range, style)
    edges = SceneEdges(box, projection)
    func length(_ segment: Segment) -> Double { density * segment.a.distance(to: segment.b) }
    func plan(_ axis: Axis, _ domain: ClosedRange<Double>, _ edge: Segment) throws -> AxisPlan {
      let way = edge.b - edge.a
      // Labels along a steep edge stand one above the other: there is room for more.
      let isSteep = abs(way.y) > 0.5 * abs(way.x)
      return try AxisPlan(axis, domain: domain, length: length(edge), horizontal: !isSteep, style: style)
    }
    x = try plan(panel.x, box.view.x, edges.x)
    y = try plan(panel.y, box.view.y, edges.y)
    let vertical = Axis(scene.z.name, range.scale, domain: range.domain)
    let rise = (1 - SceneBox.gap) * length(edges.z)
    let even = try AxisPlan(vertical, domain: range.domain, length: rise, horizontal: false, style: style)
    z = try range.ticks(along: even, length: rise, style: style)
    addWalls()
    try addFloor(x, edges.x, outwards: edges.outwardsX) { [box, edges] in SIMD3(box.x($0), edges.nearY, box.floor) }
    try addFloor(y, edges.y, outwards: edges.outwardsY) { [box, edges] in SIMD3(edges.nearX, box.y($0), box.floor) }
    try addVertical()
  }

  /// The vertical axis as the record tells it.
  var record: AxesRecord.Axis {
    var record = z.record(name: zName)
    record.height = range.height.kind
    return record
  }

  /// Whether two texts touch.
  private var hasOverlaps: Bool {
    let boxes = texts.map { $0.box.inset(by: -0.12 * style.size(.tick)) }
    return boxes.indices.contains { i in boxes[(i + 1)...].contains { $0.overlaps(boxes[i]) } }
  }

  private func spot(_ place: SIMD3<Double>) -> Point { projection(place).pixel }

  /// Where a value of the vertical axis lies in the box.
  private func elevation(_ value: Double) -> Double { box.elevation(range.height(value)) }

  /// The far walls: lines at the ticks, and their edges.
  private mutating func addWalls() {
    let (floor, top) = (box.floor, box.top)
    let far = SIMD3(-edges.nearX, -edges.nearY, 0)
    func wall(_ a: SIMD3<Double>, _ b: SIMD3<Double>, isEdge: Bool = false) {
      walls.append(
        Rule(
          segment: Segment(spot(a), spot(b)), width: style.gridLine,
          color: isEdge ? style.theme.faint : style.theme.grid))
    }
    for value in x.ticks {
      let place = box.x(value)
      wall(SIMD3(place, far.y, floor), SIMD3(place, far.y, top))
    }
    for value in y.ticks {
      let place = box.y(value)
      wall(SIMD3(far.x, place, floor), SIMD3(far.x, place, top))
    }
    for z in z.ticks.map(elevation) {
      wall(SIMD3(-far.x, far.y, z), SIMD3(far.x, far.y, z))
      wall(SIMD3(far.x, far.y, z), SIMD3(far.x, -far.y, z))
    }
    for (a, b) in [((-1.0, 1.0), (1.0, 1.0)), ((1, 1), (1, -1))] {
      let (from, to) = (SIMD3(a.0 * far.x, a.1 * far.y, top), SIMD3(b.0 * far.x, b.1 * far.y, top))
      wall(from, to, isEdge: true)
    }
    for (p, q) in [(-1.0, 1.0), (1, 1), (1, -1)] {
      let (from, to) = (SIMD3(p * far.x, q * far.y, floor), SIMD3(p * far.x, q * far.y, top))
      wall(from, to, isEdge: true)
    }
  }

  /// An axis along an edge of the floor: ticks outwards on the floor, labels and name off the edge.
  private mutating func addFloor(
    _ plan: AxisPlan, _ edge: Segment, outwards: SIMD3<Double>, place: (Double) -> SIMD3<Double>
  ) throws {
    let normal = edges.normal(edge)
    let gap = 0.32 * style.size(.tick)
    rule(edge.a, edge.b)
    var depth = 0.0
    for (value, label) in zip(plan.ticks, plan.labels) {
      let base = spot(place(value))
      let end = tick(at: place(value), outwards, length: style.tick)
      let reach = Self.reach(label, normal)
      depth = max(depth, Segment.offset(end - base, normal) + gap + 2 * reach)
      put(label, .tick, center: end + normal * (gap + reach) + aside(base, edge))
    }
    for value in plan.minor { _ = tick(at: place(value), outwards, length: style.minorTick) }
    let name = try style.line(plan.axis.name, .axis)
    let middle = edge.a.mixed(with: edge.b, by: 0.5)
    let reach = Self.reach(name, normal)
    put(name, .axis, center: middle + normal * (depth + 0.8 * gap + reach))
  }

  /// Labels close to the corner where two axes meet give way to each other.
  private func aside(_ base: Point, _ edge: Segment) -> Point {
    let meeting = spot(SIMD3(edges.nearX, edges.nearY, box.floor))
    let em = style.size(.tick)
    let near = base.distance(to: meeting)
    guard near < 0.7 * em else { return .zero }
    let far = edge.a.distance(to: meeting) < edge.b.distance(to: meeting) ? edge.b : edge.a
    let way = far - meeting
    return way * ((0.7 * em - near) / max(way.length, 1e-12))
  }

  /// The vertical axis: ticks to the left, the name above.
  private mutating func addVertical() throws {
    rule(edges.z.a, edges.z.b)
    let gap = 0.35 * style.size(.tick)
    let corner = edges.corner
    for (values, length) in [(z.ticks, style.tick), (z.minor, style.minorTick)] {
      for value in values {
        let base = spot(SIMD3(corner.x, corner.y, elevation(value)))
        rule(base, base - Point(length, 0))
      }
    }
    for (value, label) in zip(z.ticks, z.labels) {
      let base = spot(SIMD3(corner.x, corner.y, elevation(value)))
      let left = style.tick + gap + label.ink.width / 2
      put(label, .tick, center: base - Point(left, 0))
    }
    let (title, remark) = (z.axis.name, range.height.kind.remark)
    let name = try style.line(remark == "" ? title : title + ", " + remark, .axis)
    zName = name.plain
    let em = style.size(.axis)
    let right = edges.z.b.x + 0.9 * em
    let top = edges.z.b.y - 0.75 * em
    put(name, .axis, center: Point(right - name.ink.width / 2, top - name.ink.height / 2))
  }

  /// Half of what a text covers along a direction.
  private static func reach(_ line: TextLine, _ direction: Point) -> Double {
    abs(direction.x) * line.ink.width / 2 + abs(direction.y) * line.ink.height / 2
  }

  private mutating func put(_ line: TextLine, _ role: TextRole, center: Point) {
    guard !line.ink.isNull else { return }
    texts.append(
      PlacedText(
        line: line, origin: center - line.ink.center, role: role, color: style.theme.ink, halo: true,
        px: style.size(role)))
  }

  private mutating func rule(_ a: Point, _ b: Point) {
    rules.append(Rule(segment: Segment(a, b), width: style.axisLine, color: style.theme.muted))
  }

  /// Draws a tick that lies on the floor, and gives its outer end.
  private mutating func tick(at place: SIMD3<Double>, _ outwards: SIMD3<Double>, length: Double) -> Point {
    let base = spot(place)
    let way = projection.speed(at: place, along: outwards)
    let end = base + way * (length / max(way.length, 1e-12))
    rule(base, end)
    return end
  }
}

extension Segment {
  /// How far a displacement goes along a direction of length 1.
  static func offset(_ way: Point, _ direction: Point) -> Double { way.x * direction.x + way.y * direction.y }
}
