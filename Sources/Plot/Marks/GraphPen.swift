import Raster
import Typography

/// Draws the nodes and edges of a graph, its texts all in one size.
struct GraphPen {
  let graph: Graph
  let space: Space
  /// Size of its type against that of labels.
  private(set) var scale = 1.0

  private var style: Style { space.style }
  private var em: Double { style.size(.label) }
  /// Width of a line around a node.
  private var outline: Double { 0.42 * style.dataLine * space.weight }
  /// Type is never larger than this, against that of labels.
  private static let largest = 1.9
  /// What a text keeps from each side of its node and each end of its edge, in ems of labels.
  private static let air = 0.33

  init(_ graph: Graph, _ space: Space) throws {
    (self.graph, self.space) = (graph, space)
    var scale = Self.largest
    for node in graph.nodes where !node.text.isEmpty {
      let (size, room) = (try block(node.text).ink(.center), box(of: node))
      scale = min(scale, fit(size.width, room.width), fit(size.height, room.height))
    }
    for edge in graph.edges {
      let (tail, tip) = ends(of: edge)
      let (across, down) = (abs(tip.x - tail.x), abs(tip.y - tail.y))
      guard across > down else { continue }
      for value in [edge.above, edge.below].compactMap({ $0 }) {
        scale = min(scale, fit(try block(value.text).width, across))
      }
    }
    self.scale = max(1, scale)
  }

  /// By how much a length may grow to stay within another, with some air.
  private func fit(_ length: Double, _ room: Double) -> Double {
    length > 0 ? (room - 2 * Self.air * em) / length : .infinity
  }

  private func block(_ text: Phrase, scale: Double? = nil) throws -> TextBlock {
    try TextBlock(LabelText(text), .label, scale: scale ?? self.scale, style: style)
  }

  /// Size of a node's type against that of labels: one that has a scale stays within its thicker outline.
  private func size(of node: Graph.Node) throws -> Double {
    guard node.scale > 1 else { return scale }
    let (ink, room) = (try block(node.text, scale: 1).ink(.center), box(of: node))
    return max(scale, min(node.scale * scale, 0.9 * fit(ink.width, room.width), 0.9 * fit(ink.height, room.height)))
  }

  /// What a node covers, in pixels.
  private func box(of node: Graph.Node) -> Rect {
    let (a, b) = (space(node.at - node.shape.reach), space(node.at + node.shape.reach))
    return Rect(minX: min(a.x, b.x), minY: min(a.y, b.y), maxX: max(a.x, b.x), maxY: max(a.y, b.y))
  }

  private func path(of node: Graph.Node) -> Path {
    let box = box(of: node)
    return switch node.shape {
    case .circle: .ellipse(box.center, radii: Point(box.width / 2, box.height / 2))
    case .box: .roundedRect(box, radius: min(0.22 * min(box.width, box.height), 2 * style.unit))
    }
  }

  /// Where an edge begins and ends, in pixels: on the outlines of its nodes.
  func ends(of edge: Graph.Edge) -> (Point, Point) {
    let (a, b) = (graph.nodes[edge.from], graph.nodes[edge.to])
    let (p, q) = route(a, b)
    return (leaving(a, p, q), leaving(b, q, p))
  }

  /// The line that an edge follows from within one node to within another: level or upright where two sides face each other.
  private func route(_ a: Graph.Node, _ b: Graph.Node) -> (Point, Point) {
    let (first, second) = (box(of: a), box(of: b))
    func span(_ node: Graph.Node, _ low: Double, _ high: Double) -> ClosedRange<Double> {
      if case .circle = node.shape { return (low + high) / 2...(low + high) / 2 }
      return low...high
    }
    func common(_ a: ClosedRange<Double>, _ b: ClosedRange<Double>) -> Double? {
      let (low, high) = (max(a.lowerBound, b.lowerBound), min(a.upperBound, b.upperBound))
      return low <= high ? (low + high) / 2 : nil
    }
    if let y = common(span(a, first.minY, first.maxY), span(b, second.minY, second.maxY)) {
      return (Point(first.center.x, y), Point(second.center.x, y))
    }
    if let x = common(span(a, first.minX, first.maxX), span(b, second.minX, second.maxX)) {
      return (Point(x, first.center.y), Point(x, second.center.y))
    }
    return (first.center, second.center)
  }

  /// Where a line from within a node to a point outside crosses its outline.
  private func leaving(_ node: Graph.Node, _ p: Point, _ q: Point) -> Point {
    let (box, way) = (box(of: node), q - p)
    guard p.isFinite, q.isFinite, way.length > 0 else { return p }
    if case .circle = node.shape { return p + way * min(1, box.width / 2 / way.length) }
    let right = way.x == 0 ? .infinity : ((way.x > 0 ? box.maxX : box.minX) - p.x) / way.x
    let down = way.y == 0 ? .infinity : ((way.y > 0 ? box.maxY : box.minY) - p.y) / way.y
    return p + way * min(1, right, down)
  }

  // MARK: Nodes

  /// Fills and outlines a node, and asks for its text.
  func draw(_ node: Graph.Node, _ stage: inout Stage) throws {
    let (box, path) = (box(of: node), path(of: node))
    guard space(node.at).isFinite else { return }
    let paper = style.theme.background
    let color = node.identity.map { style.color($0) } ?? style.theme.ink
    let ground = paper.mixed(with: color, by: node.shade)
    stage.fill(path, ground, layer: .landmark)
    if node.hasEdge {
      let edge = node.isDropped ? paper.mixed(with: color, by: 0.6) : color
      stage.stroke(path, Stroke(width: node.scale * outline), edge, layer: .landmark)
    }
    if node.isCrossedOut {
      stage.stroke(cross(in: box), Stroke(width: 1.3 * outline, cap: .round), color, layer: .landmark)
    }
    let name = node.text[style.language]
    stage.record(MarkerRecord(kind: .point, label: name.isEmpty ? nil : name, at: node.at, color: color))
    guard !node.text.isEmpty else { return }
    let own = node.identity.map { style.textColor($0) } ?? style.theme.ink
    try ask(
      for: node.text, at: box.center, scale: try size(of: node), color: node.shade > 0.5 ? paper : own, ground: ground,
      &stage)
  }

  /// Two strokes that cross in the middle of a node and keep off its outline.
  private func cross(in box: Rect) -> Path {
    let half = Point(0.25 * box.width, 0.25 * box.height)
    var path = Path.polyline([box.center - half, box.center + half])
    path.append(.polyline([box.center + Point(half.x, -half.y), box.center - Point(half.x, -half.y)]))
    return path
  }

  // MARK: Edges

  /// Draws a line with its head over a halo, and asks for what stands on it.
  func draw(_ edge: Graph.Edge, _ stage: inout Stage) throws {
    let (tail, end) = ends(of: edge)
    guard tail.isFinite, end.isFinite, tail.distance(to: end) > 0.5 else { return }
    let way = (end - tail) * (1 / tail.distance(to: end))
    let width = 0.72 * edge.weight * style.dataLine * space.weight
    // A head keeps off the outline that it points to.
    let tip = edge.hasHead ? end - way * (0.5 * outline + 0.25 * style.unit) : end
    let head = edge.hasHead ? min(4.8 * width, tail.distance(to: tip)) : 0
    let neck = tip - way * (0.8 * head)
    let color = style.paint(edge.identity)
    // Lines without heads cross one another by the dozen, as between layers: halos would break them up.
    if edge.hasHead {
      let halo = Stroke(width: width + 1.2 * style.halo)
      stage.stroke(.polyline([tail, neck]), halo, style.theme.background.opacity(0.9), layer: .line)
    }
    stage.stroke(.polyline([tail, neck]), Stroke(width: width, cap: .butt), color, layer: .line)
    if edge.hasHead {
      let (base, side) = (tip - way * head, way.turned * (0.42 * head))
      stage.fill(.polygon([tip, base + side, base - side]), color, layer: .line)
    }
    stage.avoid(line: [tail, tip], width: max(width, 0.84 * head), owner: edge.identity)
    for (value, side) in [(edge.above, -1.0), (edge.below, 1.0)] {
      guard let value else { continue }
      let normal = Self.downwards(way) * side
      // The middle of the text is as far off as it reaches towards the line.
      let reach = abs(normal.x) * (try block(value.text).width) / 2 + abs(normal.y) * Self.height * scale * em / 2
      let middle = tail.mixed(with: tip, by: 0.5) + normal * (reach + 0.42 * head + 0.28 * em)
      let owner = value.identity ?? edge.identity
      try ask(
        for: value.text, at: middle, color: owner.map { style.textColor($0) } ?? style.theme.ink, ground: nil, &stage)
    }
  }

  /// Height of capital letters in ems.
  private static let capital = 0.73
  /// Height of a text that is kept off a line: a capital letter, and some of what hangs below it.
  private static let height = 0.95

  /// Across a direction, to the side that is lower on the page; right of what is upright.
  private static func downwards(_ way: Point) -> Point {
    let normal = way.turned
    let isLower = abs(normal.y) > 1e-9 ? normal.y > 0 : normal.x > 0
    return isLower ? normal : normal * -1
  }

  /// Asks for a text with the middle of its capital letters at a point, so that texts side by side stand in one line.
  private func ask(
    for text: Phrase, at center: Point, scale: Double? = nil, color: Color, ground: Color?, _ stage: inout Stage
  ) throws {
    let scale = scale ?? self.scale
    let block = try block(text, scale: scale)
    let ink = block.ink(.center)
    guard !ink.isNull else { return }
    let baseline = center.y + (Self.capital * block.px - block.reach) / 2
    let middle = Point(center.x, baseline + ink.center.y)
    var request = LabelRequest(text, bold: true, color: color, at: [.init(middle, clearance: 0)], rank: .name)
    (request.placement, request.scale, request.ground) = (.centered, scale, ground)
    stage.label(request)
  }
}
