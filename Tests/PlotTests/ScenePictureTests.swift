import Raster
import Testing

@testable import Fields
@testable import Plot

@Suite("The picture of a scene") struct ScenePictureTests {
  private static let azimuths = stride(from: -180.0, to: 180, by: 40).map { $0 }

  /// The samples of a z-buffer that hold something.
  private func covered(_ field: Field, _ camera: Camera) -> (hits: [Bool], width: Int, height: Int) {
    let scene = SceneBench.space(field, camera: camera)
    let (side, rows) = (3, Int(scene.frame.height))
    let mesh = ReliefMesh(scene.relief, top: 0, bandHeight: rows, bands: 1)
    var raster = ReliefRaster(
      columns: Int(scene.frame.width), rows: 0..<rows, origin: .zero, side: side, limits: -9...9)
    raster.draw(mesh.cells(of: 0), of: mesh)
    return (raster.nearness.map { $0 > 0 }, raster.width, raster.height)
  }

  @Test("no sample within the outline of a plane is left out", arguments: azimuths) func plane(azimuth: Double) {
    let (hits, width, height) = covered(SceneBench.ramp, Camera(azimuth: azimuth))
    #expect(hits.count { $0 } > 15_000)
    for row in 0..<height {
      let line = hits[(row * width)..<((row + 1) * width)]
      guard let first = line.firstIndex(of: true), let last = line.lastIndex(of: true) else { continue }
      #expect(!line[first...last].contains(false), "row \(row)")
    }
  }

  @Test("a bumpy surface has no pinholes", arguments: azimuths) func bumps(azimuth: Double) {
    let (hits, width, height) = covered(Workbench.rastrigin, Camera(azimuth: azimuth))
    var pinholes = 0
    for row in 1..<(height - 1) {
      for column in 1..<(width - 1) where !hits[row * width + column] {
        let around = [-1, 1, -width, width].map { hits[row * width + column + $0] }
        if around.allSatisfy({ $0 }) { pinholes += 1 }
      }
    }
    #expect(pinholes == 0)
  }

  @Test("no pixel within the outline shows the page", arguments: azimuths) func opaque(azimuth: Double) {
    let scene = SceneBench.space(SceneBench.ramp, camera: Camera(azimuth: azimuth))
    let image = scene.image
    for row in 0..<image.height {
      let alphas = (0..<image.width).map { image.pixels[4 * (row * image.width + $0) + 3] }
      guard let first = alphas.firstIndex(of: 255), let last = alphas.lastIndex(of: 255) else { continue }
      // Surface and floor may stand apart; between them there is one gap, not a sprinkle of holes.
      let gaps = zip(alphas[first...last], alphas[first...last].dropFirst()).count { $0 == 255 && $1 < 255 }
      #expect(gaps <= 1, "row \(row)")
    }
  }

  @Test("the picture is the same however it is divided among threads", arguments: [1, 7, 16, 160]) func division(
    bandHeight: Int
  ) {
    let whole = SceneBench.space(Workbench.rastrigin, bandHeight: 64)
    let parts = SceneBench.space(Workbench.rastrigin, bandHeight: bandHeight)
    #expect(whole.image == parts.image)
  }

  @Test("the same scene gives the same bytes") func twice() {
    #expect(SceneBench.space(SceneBench.hill).image == SceneBench.space(SceneBench.hill).image)
  }

  @Test("a surface cut off above reaches its limit and no farther") func cut() throws {
    let camera = Camera(azimuth: -90, elevation: 20)
    let scene = SceneBench.space(SceneBench.hill, camera: camera, z: 0...0.5, cells: 120)
    let top = scene.relief.projection(SIMD3(0, 0, scene.relief.box.top)).pixel.y
    let far = scene.relief.projection(SIMD3(0, 0.5, scene.relief.box.top)).pixel.y
    let rows = (0..<scene.image.height).filter { row in
      (0..<scene.image.width).contains { scene.image.pixels[4 * (row * scene.image.width + $0) + 3] > 0 }
    }
    let first = try #require(rows.first)
    #expect(Double(first) > far && Double(first) < top + 2)
    // The edge of the cut is a smooth ring: its height on both sides of the middle is the same.
    func edge(_ column: Int) -> Int? {
      (0..<scene.image.height).first { scene.image.pixels[4 * ($0 * scene.image.width + column) + 3] > 127 }
    }
    for offset in 1...12 {
      let (left, right) = (try #require(edge(99 - offset)), try #require(edge(100 + offset)))
      #expect(abs(left - right) <= 1)
    }
  }

  @Test(
    "constants, nothing at all and infinities are drawn without harm",
    arguments: [
      Field { _, _ in (3, 0, 0) }, Field { _, _ in (.nan, .nan, .nan) }, Field { x, _ in (1 / x, -1 / (x * x), 0) },
      Field { x, y in (x > 0 ? .infinity : y, 0, 1) }, Field { x, _ in (1e300 * x, 1e300, 0) },
    ]) func odd(field: Field) throws
  {
    let scene = SceneBench.space(field)
    let trail = Trail([Point(-1, -1), Point(1, 1)], as: 0, name: "a", named: true)
    let bitmap = try SceneBench.draw(scene, [trail, Star(.zero, label: "b")])
    #expect(bitmap.isOpaque)
  }

  private static let walk = (0...60).map { i in
    let t = Double(i) / 60
    return Point(-1.7 + 3.2 * t, 1.3 - 2.9 * t * t + 0.6 * t)
  }

  @Test("a hill with a trail that passes behind it", arguments: [Theme.light, .dark]) func hill(theme: Theme) throws {
    let scene = SceneBench.space(SceneBench.hill, camera: Camera(azimuth: -75, elevation: 26), theme: theme)
    let trail = Trail(Self.walk, as: 1, name: "a", named: false)
    let bitmap = try SceneBench.draw(scene, [trail, Ring(Self.walk[0], label: "b"), Star(Point(0.1, 0.6), label: "c")])
    try expectGolden(bitmap, "scene-hill-\(theme.name)")
  }

  @Test("a saddle that is cut off above and below") func saddle() throws {
    let scene = SceneBench.space(SceneBench.saddle, z: -2...2)
    try expectGolden(try SceneBench.draw(scene, []), "scene-cut")
  }

  @Test("a surface with a hole that is no number") func hole() throws {
    let field = Field { x, y in
      let square = x * x + y * y
      return square < 0.4 ? (.nan, .nan, .nan) : (square, 2 * x, 2 * y)
    }
    try expectGolden(try SceneBench.draw(SceneBench.space(field), []), "scene-hole")
  }
}
