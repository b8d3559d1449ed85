import Raster

extension Stage {
  /// An arrow that belongs to words: thin, over a halo, its tip a little before the point that it leads to, which has a dot of its
  /// own.
  ///
  /// - Parameters:
  ///   - tail: Where it begins, in pixels.
  ///   - tip: Where it leads, in pixels.
  ///   - heads: Which ends have a head.
  ///   - color: Its colour.
  ///   - style: Look and sizes.
  mutating func arrow(from tail: Point, to tip: Point, heads: Gap.Heads = .end, _ color: Color, _ style: Style) {
    let width = 0.4 * style.unit
    let length = tail.distance(to: tip)
    let way = (tip - tail) * (1 / length)
    let head = min(1.9 * style.unit, length / (heads == .both ? 2 : 1))
    let air = min(1.1 * style.unit, 0.2 * length)
    let end = tip - way * air
    let start = heads == .both ? tail + way * air : tail
    func triangle(_ point: Point, _ way: Point) -> Path {
      let side = way.turned * (0.42 * head)
      let neck = point - way * head
      return .polygon([point, neck + side, neck - side])
    }
    let shaft = Path.polyline([heads == .both ? start + way * (0.8 * head) : start, end - way * (0.8 * head)])
    stroke(shaft, Stroke(width: width + 1.2 * style.halo), style.theme.background.opacity(0.9), layer: .landmark)
    stroke(shaft, Stroke(width: width, cap: .butt), color, layer: .landmark)
    fill(triangle(end, way), color, layer: .landmark)
    if heads == .both { fill(triangle(start, way * -1), color, layer: .landmark) }
    avoid(line: [tail, tip], width: head)
  }
}
