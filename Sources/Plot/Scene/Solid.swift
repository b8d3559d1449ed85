import Raster

/// A convex solid in space around the origin, lit from the upper left: its corners numbered, those behind it hollow.
///
/// The three axes run through it and are seen where they leave it.
public struct Solid: Mark {
  /// Its corners.
  public let corners: [SIMD3<Double>]
  /// For each face, the corners around it, by their place.
  public let faces: [[Int]]
  /// Whose it is, which chooses the colour.
  public var identity: Identity
  /// The names of the axes.
  public var axes: [Phrase]
  /// Where it is seen from.
  public var camera = Camera(azimuth: 24, elevation: 19)

  /// A solid; the origin must lie within it, and its corners no further than 1 from it along any axis.
  public init(corners: [SIMD3<Double>], faces: [[Int]], as identity: Identity, axes: [Phrase]) {
    require(axes.count == 3, "\(axes.count) axes of a solid in space")
    (self.corners, self.faces, self.identity, self.axes) = (corners, faces, identity, axes)
  }

  /// The solid of an octahedron's six corners on the axes.
  public static func octahedron(as identity: Identity, axes: [Phrase]) -> Solid {
    let corners: [SIMD3<Double>] = (0..<3).flatMap { [along($0), -along($0)] }
    let faces: [[Int]] = (0..<8).map { (bits: Int) -> [Int] in [bits & 1, 2 + (bits >> 1 & 1), 4 + (bits >> 2)] }
    return Solid(corners: corners, faces: faces, as: identity, axes: axes)
  }

  /// The solid of a cube's eight corners.
  public static func cube(as identity: Identity, axes: [Phrase]) -> Solid {
    let corners = (0..<8).map { (bits: Int) -> SIMD3<Double> in
      let signs = (0..<3).map { bits >> $0 & 1 == 0 ? 1.0 : -1 }
      return SIMD3(signs[0], signs[1], signs[2])
    }
    let faces = [[0, 1, 3, 2], [4, 5, 7, 6], [0, 1, 5, 4], [2, 3, 7, 6], [0, 2, 6, 4], [1, 3, 7, 5]]
    return Solid(corners: corners, faces: faces, as: identity, axes: axes).with(
      \.camera, Camera(azimuth: 56, elevation: 24))
  }

  /// Corners.
  public func series(x: Axis, y: Axis) -> [Series] {
    [Series(of: identity.name, ["x", "y", "z"], rows: corners.map { [$0.x, $0.y, $0.z] })]
  }

  /// A diagram.
  public var kind: Phrase? { Phrase("diagram of a solid in space", zh: "立体图") }

  /// How far the axes reach.
  private static let reach = 1.5

  /// Draws what lies behind, the faces, and what lies before them.
  public func place(in space: Space, on stage: inout Stage) throws {
    let sight = sight(in: space)
    let seen = faces.filter { isSeen($0, sight) }
    let seenEdges = Set(seen.flatMap(Self.edges))
    for axis in 0..<3 { draw(axis: axis, sight, seen, space.style, &stage) }
    for face in seen { fill(face, sight, space.style, &stage) }
    let hidden = Set(faces.flatMap(Self.edges)).subtracting(seenEdges)
    for edge in hidden.sorted(by: <) { draw(edge, isHidden: true, sight, space.style, &stage) }
    for edge in seenEdges.sorted(by: <) { draw(edge, isHidden: false, sight, space.style, &stage) }
    let front = Set(seen.joined())
    let middle = sight(.zero).pixel
    let places = corners.map { sight($0).pixel }
    // Around the middle, from the top to the right.
    func turn(_ index: Int) -> Double {
      let way = places[index] - middle
      let angle = atan2(way.x, -way.y)
      return angle < -1e-6 ? angle + 2 * .pi : angle
    }
    for (count, index) in corners.indices.sorted(by: { turn($0) < turn($1) }).enumerated() {
      draw(places[index], number: count + 1, isHidden: !front.contains(index), from: middle, space.style, &stage)
    }
  }

  /// The camera's picture, as large as the frame allows for the solid and its axes.
  private func sight(in space: Space) -> Projection {
    let frame = space.frame
    let unit = Projection(camera, longestSide: 2, zoom: 1, center: .zero)
    let tips = (0..<3).map { Self.along($0) * Self.reach }
    let hull = (corners + tips).reduce(into: Rect.null) { $0.extend(to: unit($1).pixel) }
    let room = frame.inset(by: 1.7 * space.style.size(.label))
    let zoom = max(1, min(room.width / hull.width, room.height / hull.height))
    return Projection(unit, zoom: zoom, center: room.center - hull.center * zoom)
  }

  private static func along(_ axis: Int) -> SIMD3<Double> {
    SIMD3(axis == 0 ? 1 : 0, axis == 1 ? 1 : 0, axis == 2 ? 1 : 0)
  }

  /// Out of a face, of length 1.
  private func normal(_ face: [Int]) -> SIMD3<Double> {
    let (a, b, c) = (corners[face[0]], corners[face[1]], corners[face[2]])
    let normal = Projection.unit(Projection.cross(b - a, c - a))
    return Projection.dot(normal, a) < 0 ? -normal : normal
  }

  private func isSeen(_ face: [Int], _ sight: Projection) -> Bool {
    Projection.dot(normal(face), sight.eye - corners[face[0]]) > 0
  }

  /// An edge by its two corners, the smaller first.
  private struct Edge: Hashable {
    let a: Int
    let b: Int
    static func < (one: Edge, other: Edge) -> Bool { (one.a, one.b) < (other.a, other.b) }
  }

  private static func edges(_ face: [Int]) -> [Edge] {
    face.indices.map { i in
      let (a, b) = (face[i], face[(i + 1) % face.count])
      return Edge(a: min(a, b), b: max(a, b))
    }
  }

  private func fill(_ face: [Int], _ sight: Projection, _ style: Style, _ stage: inout Stage) {
    let light = Projection.unit(-sight.right * 0.5 + sight.up * 0.7 - sight.forward * 0.5)
    let strength = 0.5 - 0.34 * max(0, Projection.dot(normal(face), light))
    let color = style.theme.background.mixed(with: style.color(identity), by: strength)
    stage.fill(.polygon(face.map { sight(corners[$0]).pixel }), color, layer: .area)
  }

  private func draw(_ edge: Edge, isHidden: Bool, _ sight: Projection, _ style: Style, _ stage: inout Stage) {
    let ends = [sight(corners[edge.a]).pixel, sight(corners[edge.b]).pixel]
    let color = style.color(identity)
    let width = isHidden ? 0.4 * style.dataLine : style.dataLine
    let stroke = Stroke(width: width, dash: isHidden ? [3.5 * width, 3 * width] : [])
    stage.stroke(.polyline(ends), stroke, color, layer: isHidden ? .reference : .line)
    stage.avoid(line: ends, width: width)
  }

  /// One axis from where it leaves the solid: before it where that face is seen, else behind.
  private func draw(axis: Int, _ sight: Projection, _ seen: [[Int]], _ style: Style, _ stage: inout Stage) {
    let way = Self.along(axis)
    // The solid reaches as far along the axis as the nearest of its faces' planes.
    let exits = faces.compactMap { face -> (Double, [Int])? in
      let pace = Projection.dot(normal(face), way)
      return pace > 1e-9 ? (Projection.dot(normal(face), corners[face[0]]) / pace, face) : nil
    }
    let exit = exits.map(\.0).min() ?? 0
    let isFront = exits.contains { $0.0 < exit + 1e-9 && seen.contains($0.1) }
    let (tail, tip) = (sight(way * exit).pixel, sight(way * Self.reach).pixel)
    let width = 0.4 * style.dataLine
    let direction = (tip - tail) * (1 / max(tail.distance(to: tip), 1e-9))
    let neck = tip - direction * (5.3 * width)
    let side = direction.turned * (2.2 * width)
    let layer = isFront ? Stage.Layer.landmark : .grid
    stage.stroke(.polyline([tail, neck]), Stroke(width: width, cap: .butt), style.theme.muted, layer: layer)
    stage.fill(.polygon([tip, neck + side, neck - side]), style.theme.muted, layer: layer)
    stage.avoid(line: [tail, tip], width: width)
    var request = LabelRequest(
      axes[axis], bold: true, color: style.theme.muted,
      at: [.init(tip + direction * (0.8 * style.size(.label)), clearance: 0)], rank: .landmark)
    request.placement = .centered
    stage.label(request)
  }

  /// A corner with its number, away from the middle.
  private func draw(_ p: Point, number: Int, isHidden: Bool, from middle: Point, _ style: Style, _ stage: inout Stage) {
    let (radius, color) = (1.5 * style.unit, style.color(identity))
    let paper = style.theme.background
    stage.fill(.circle(p, radius: radius + 0.25 * style.unit), paper, layer: .marker, clipped: false)
    if isHidden {
      stage.stroke(
        .circle(p, radius: radius - 0.22 * style.unit), Stroke(width: 0.44 * style.unit), color, layer: .marker,
        clipped: false)
    } else {
      stage.fill(.circle(p, radius: radius), color, layer: .marker, clipped: false)
    }
    stage.avoid(disc: p, radius: radius)
    let way = p - middle
    let out = way.length > 1 ? way * (1 / way.length) : Point(0, 1)
    // Beside the axis that leaves the corner, not on it.
    let places = [0.55, -0.55, 1.3, -1.3].map { p + (out + out.turned * $0) * (radius + 0.62 * style.size(.label)) }
    var request = LabelRequest(
      Phrase(same: Digits.count(number)), bold: true, color: style.textColor(identity),
      at: places.map { .init($0, clearance: 0) }, rank: .name)
    request.placement = .centered
    stage.label(request)
  }
}
