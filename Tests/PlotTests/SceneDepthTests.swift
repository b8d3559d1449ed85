import Raster
import Testing

@testable import Fields
@testable import Plot

@Suite("What a scene hides") struct SceneDepthTests {
  /// From small y, so that larger y is farther away.
  private static let camera = Camera(azimuth: -90, elevation: 20)
  private static let hill = SceneBench.space(SceneBench.hill, camera: camera)

  @Test("a point behind a hill is hidden, points before it and on its top are seen") func hill() throws {
    let scene = Self.hill
    #expect(scene.onSurface(Point(0, 0.9))?.isHidden == true)
    #expect(scene.onSurface(Point(0, -0.9))?.isHidden == false)
    #expect(scene.onSurface(Point(0, -0.1))?.isHidden == false)
    #expect(scene.onSurface(Point(1.8, 0.9))?.isHidden == false)
  }

  @Test("a side that is turned away is hidden even where nothing stands before it") func turnedAway() throws {
    // Seen from below its slope, a wall that rises towards the camera shows its underside.
    let wall = Field { x, y in (-3 * y, 0, -3) }
    let scene = SceneBench.space(wall, camera: Camera(azimuth: -90, elevation: 10))
    #expect(scene.onSurface(Point(0, -1.9))?.isHidden == true)
    let floor = SceneBench.space(SceneBench.ramp, camera: Camera(azimuth: -90, elevation: 10))
    #expect(floor.onSurface(Point(0, -1.9))?.isHidden == false)
  }

  @Test("outside the view, above the cut and in a hole there is no surface") func nowhere() {
    #expect(Self.hill.onSurface(Point(2.1, 0)) == nil)
    #expect(Self.hill.onSurface(Point(.nan, 0)) == nil)
    let cut = SceneBench.space(SceneBench.hill, camera: Self.camera, z: 0...0.5)
    #expect(cut.onSurface(Point(0, 0)) == nil)
    #expect(cut.onSurface(Point(1.5, 0)) != nil)
  }

  @Test("seen from the other side, what was hidden is seen and the other way round") func bothSides() {
    for camera in [Camera(azimuth: -90, elevation: 15), Camera(azimuth: 90, elevation: 15)] {
      let scene = SceneBench.space(SceneBench.hill, camera: camera)
      let side = camera.azimuth < 0 ? 1.0 : -1
      #expect(scene.onSurface(Point(0, 0.9 * side))?.isHidden == true)
      #expect(scene.onSurface(Point(0, -0.9 * side))?.isHidden == false)
    }
  }

  @Test("a trail over a hill is seen, hidden, and seen again beyond it") func trail() throws {
    let way = (0...40).map { Point(0.05, -1.8 + 0.09 * Double($0)) }
    let scene = SceneBench.space(
      SceneBench.hill, camera: Camera(azimuth: -90, elevation: 50), heights: .linear, cells: 120)
    let stretches = Drape(way, in: scene).stretches
    #expect(stretches.first?.isHidden == false)
    #expect(stretches.contains { $0.isHidden })
    #expect(stretches.last?.isHidden == false)
    for (a, b) in zip(stretches, stretches.dropFirst()) {
      #expect(a.isHidden != b.isHidden)
      #expect(a.points.last == b.points.first)
    }
    let shares = stretches.flatMap(\.shares)
    #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test("a long step follows the surface instead of cutting through the hill") func longStep() throws {
    let drape = Drape([Point(-1.9, 0), Point(1.9, 0)], in: Self.hill)
    let top = try #require(Self.hill.onSurface(.zero)).pixel
    let points = drape.stretches.flatMap(\.points)
    #expect(points.contains { $0.distance(to: top) < 3 })
  }

  @Test("a trail that leaves the view says where, one that stays does not") func exit() throws {
    let out = Drape([Point(0, -1), Point(5, -1)], in: Self.hill)
    let exit = try #require(out.lastExit)
    let edge = try #require(Self.hill.onSurface(Point(1.99, -1))).pixel
    #expect(exit.point.distance(to: edge) < 4)
    #expect(exit.direction.x > 0.9)
    #expect(out.last == nil)
    #expect(Drape([Point(0, -1), Point(1, -1)], in: Self.hill).lastExit == nil)
  }

  @Test("no step, one step and the same step twice make no line") func short() {
    #expect(Drape([], in: Self.hill).stretches.isEmpty)
    let one = Drape([Point(1, -1)], in: Self.hill)
    #expect(one.stretches.allSatisfy { $0.points.count < 2 } && one.last != nil)
    let twice = Drape([Point(1, -1), Point(1, -1)], in: Self.hill)
    #expect(twice.lengths == [0, 0])
  }
}
