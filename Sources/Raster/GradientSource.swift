/// The colours of a gradient, in small steps.
struct GradientTable {
  private let colors: [Pixel]
  private static let steps = 1024

  init(_ stops: [Gradient.Stop]) {
    var next = 0
    colors = (0...Self.steps).map { i in
      let position = Double(i) / Double(Self.steps)
      while next < stops.count && stops[next].position <= position { next += 1 }
      if next == 0 { return Pixel(stops[0].color) }
      if next == stops.count { return Pixel(stops[next - 1].color) }
      let (a, b) = (stops[next - 1], stops[next])
      let share = (position - a.position) / (b.position - a.position)
      return Pixel(a.color.blended(with: b.color, by: share))
    }
  }

  /// The colour at a position; beyond the ends, and where there is no position, that of an end.
  @inline(__always) func color(at position: Double) -> Pixel {
    let place = position * Double(Self.steps) + 0.5
    let index = place > 0 ? Int(min(place, Double(Self.steps))) : 0
    return colors[index]
  }
}

extension Color {
  /// The mixture of two colours in which each counts as far as it is opaque.
  fileprivate func blended(with other: Color, by share: Double) -> Color {
    let (ours, theirs) = (alpha * (1 - share), other.alpha * share)
    let sum = ours + theirs
    guard sum > 0 else { return mixed(with: other, by: share) }
    return mixed(with: other, by: theirs / sum).opacity(sum)
  }
}

/// Colours along a line.
struct LinearSource: ColorSource {
  private let table: GradientTable
  private let toPath: Transform
  private let from: Point
  private let slope: Point

  /// Colours from one point to another, both in the units of a path that `toPath` leads back to.
  init(_ table: GradientTable, from: Point, to: Point, toPath: Transform) {
    (self.table, self.toPath, self.from) = (table, toPath, from)
    let way = to - from
    let square = way.x * way.x + way.y * way.y
    slope = square > 0 ? way * (1 / square) : .zero
  }

  @inline(__always) func color(x: Int, y: Int) -> Pixel {
    let d = toPath(Point(Double(x) + 0.5, Double(y) + 0.5)) - from
    return table.color(at: d.x * slope.x + d.y * slope.y)
  }
}

/// Colours outwards from a point.
struct RadialSource: ColorSource {
  private let table: GradientTable
  private let toPath: Transform
  private let center: Point
  private let inverseRadius: Double

  init(_ table: GradientTable, center: Point, radius: Double, toPath: Transform) {
    (self.table, self.toPath, self.center) = (table, toPath, center)
    inverseRadius = radius > 0 ? 1 / radius : .infinity
  }

  @inline(__always) func color(x: Int, y: Int) -> Pixel {
    let d = toPath(Point(Double(x) + 0.5, Double(y) + 0.5)) - center
    return table.color(at: d.length * inverseRadius)
  }
}
