import Raster

/// Filling and stroking on 1600×1200 pixels: the shapes and random numbers of the AGG and cairo programs.
enum RasterWorkloads {
  static let all = [triangles, stroke, discs, spiral]

  private static let (width, height) = (1600.0, 1200.0)

  private static func page() -> Canvas { Canvas(width: Int(width), height: Int(height), background: .white) }

  private static let triangles = Workload("raster-triangles", measures: "10,000 small triangles at opacity 0.7") {
    var (canvas, random) = (page(), Xorshift())
    var path = Path()
    return {
      for _ in 0..<10_000 {
        let corner = Point(random.next() * width, random.next() * height)
        path.elements.removeAll(keepingCapacity: true)
        path.move(to: corner)
        path.line(to: corner + Point(random.next() * 60 - 30, random.next() * 60 - 30))
        path.line(to: corner + Point(random.next() * 60 - 30, random.next() * 60 - 30))
        path.close()
        canvas.fill(path, with: .solid(color(&random, opacity: 0.7)))
      }
    }
  }

  private static let stroke = Workload(
    "raster-stroke", measures: "a line of 10,000 points, 3 pixels wide, round joins and caps"
  ) {
    var canvas = page()
    return {
      var path = Path()
      for i in 0..<10_000 {
        let t = Double(i)
        let y = height / 2 + height / 3 * sin(t * 0.01) * cos(t * 0.0007)
        let p = Point(t * width / 10_000, y)
        if i == 0 { path.move(to: p) } else { path.line(to: p) }
      }
      canvas.stroke(path, Stroke(width: 3), with: .solid(Color(red: 0, green: 0, blue: 0.5)))
    }
  }

  private static let discs = Workload(
    "raster-discs", measures: "2,000 ellipses with radii of 3 to 15 pixels at opacity 0.5"
  ) {
    var (canvas, random) = (page(), Xorshift())
    return {
      for _ in 0..<2_000 {
        let center = Point(random.next() * width, random.next() * height)
        let radii = Point(3 + random.next() * 12, 3 + random.next() * 12)
        let path = Path.ellipse(center, radii: radii)
        canvas.fill(path, with: .solid(color(&random, opacity: 0.5)))
      }
    }
  }

  private static let spiral = Workload(
    "raster-spiral", measures: "a polygon of 20,000 corners that winds 7 times, at opacity 0.5"
  ) {
    var canvas = page()
    return {
      var path = Path()
      for i in 0..<20_000 {
        let angle = Double(i) * 6.2831853 / 20_000 * 7
        let radius = 500 + 80 * sin(Double(i) * 0.02)
        let p = Point(width / 2 + radius * cos(angle), height / 2 + radius * sin(angle) * 0.9)
        if i == 0 { path.move(to: p) } else { path.line(to: p) }
      }
      path.close()
      canvas.fill(path, with: .solid(Color(red: 1, green: 0.5, blue: 0, alpha: 0.5)))
    }
  }

  private static func color(_ random: inout Xorshift, opacity: Double) -> Color {
    Color(red: random.next(), green: random.next(), blue: random.next(), alpha: opacity)
  }
}
