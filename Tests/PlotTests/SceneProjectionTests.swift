import Raster
import Testing

@testable import Fields
@testable import Plot

@Suite("The camera of a scene") struct SceneProjectionTests {
  private static let azimuths = stride(from: -177.0, to: 180, by: 17).map { $0 }

  private func projection(_ azimuth: Double, _ elevation: Double = 30) -> Projection {
    Projection(Camera(azimuth: azimuth, elevation: elevation), longestSide: 1, zoom: 500, center: Point(320, 240))
  }

  @Test("the middle of the box stands in the middle of the picture", arguments: azimuths) func middle(azimuth: Double) {
    let spot = projection(azimuth)(.zero)
    #expect(spot.pixel.distance(to: Point(320, 240)) < 1e-9)
    #expect(abs(spot.nearness - 0.2) < 1e-12)
  }

  @Test("up is up, and what is nearer has the larger nearness", arguments: azimuths) func directions(azimuth: Double) {
    let projection = projection(azimuth)
    #expect(projection(SIMD3(0, 0, 0.5)).pixel.y < projection(.zero).pixel.y - 10)
    #expect(abs(projection(SIMD3(0, 0, 0.5)).pixel.x - 320) < 1e-9)
    let near = projection.eye * 0.1
    #expect(projection(near).nearness > projection(.zero).nearness)
    #expect(projection(-near).nearness < projection(.zero).nearness)
  }

  @Test("seen from small y, x runs to the right and y away") func handedness() {
    let projection = projection(-90)
    let (right, far) = (projection(SIMD3(0.5, 0, 0)), projection(SIMD3(0, 0.5, 0)))
    #expect(right.pixel.x > 320 + 10 && abs(right.pixel.y - 240) < 1e-9)
    #expect(abs(far.pixel.x - 320) < 1e-9 && far.pixel.y < 240 - 10)
    #expect(far.nearness < 0.2)
  }

  @Test("a pixel's place on the floor is seen in that pixel", arguments: azimuths) func inverse(azimuth: Double) throws
  {
    let projection = projection(azimuth)
    for pixel in [Point(320, 240), Point(17.5, 400), Point(600, 130)] {
      let place = try #require(projection.place(under: pixel, height: -0.3))
      #expect(abs(place.z + 0.3) < 1e-12)
      #expect(projection(place).pixel.distance(to: pixel) < 1e-7)
    }
  }

  @Test("no pixel above the horizon shows the floor") func horizon() {
    #expect(projection(-118, 5).place(under: Point(320, -400), height: 0) == nil)
  }

  @Test("speeds are the derivatives of places in the picture", arguments: azimuths) func speed(azimuth: Double) {
    let projection = projection(azimuth)
    let place = SIMD3(0.3, -0.2, 0.1)
    let step = 1e-6
    for way in [SIMD3(1.0, 0, 0), SIMD3(0, 1, 0), SIMD3(0.3, 0.2, 1)] {
      let ahead = projection(place + way * step).pixel
      let behind = projection(place - way * step).pixel
      let measured = (ahead - behind) * (0.5 / step)
      #expect(measured.distance(to: projection.speed(at: place, along: way)) < 1e-4)
    }
  }

  @Test("the axes follow the nearest edges, and the vertical one the leftmost", arguments: azimuths) func edges(
    azimuth: Double
  ) {
    let projection = projection(azimuth)
    let box = SceneBox(view: SceneBench.view, size: SIMD3(1.3, 1, 0.7), heights: 0...1)
    let edges = SceneEdges(box, projection)
    func nearness(_ x: Double, _ y: Double) -> Double { projection(SIMD3(x, y, box.floor)).nearness }
    #expect(nearness(0, edges.nearY) > nearness(0, -edges.nearY))
    #expect(nearness(edges.nearX, 0) > nearness(-edges.nearX, 0))
    let corners = box.corners.prefix(4).map { projection($0).pixel.x }
    #expect(edges.z.a.x == corners.min())
    // Labels stand off the floor.
    let middle = projection(SIMD3(0, 0, box.floor)).pixel
    for edge in [edges.x, edges.y] { #expect(Segment.offset(middle - edge.a, edges.normal(edge)) < 0) }
  }
}
