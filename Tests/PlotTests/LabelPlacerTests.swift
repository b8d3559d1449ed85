import Raster
import Testing
import Typography

@testable import Fields
@testable import Plot

@Suite("Labels in the plot") struct LabelPlacerTests {
  private let style = Workbench.style()
  private let frame = Rect(x: 100, y: 80, width: 900, height: 600)

  private func request(_ text: String, _ x: Double, _ y: Double, rank: LabelRequest.Rank = .name) -> LabelRequest {
    LabelRequest(Phrase(same: text), color: style.theme.ink, at: [.init(Point(x, y), clearance: 16)], rank: rank)
  }

  private func place(_ requests: [LabelRequest], frame: Rect? = nil, _ build: (inout Obstacles) -> Void = { _ in })
    throws -> LabelPlacer
  {
    var obstacles = Obstacles()
    build(&obstacles)
    var placer = LabelPlacer(frame: frame ?? self.frame, obstacles: obstacles, style: style)
    try placer.place(requests)
    return placer
  }

  private func check(_ placer: LabelPlacer, in frame: Rect) {
    for (i, a) in placer.placed.enumerated() {
      #expect(frame.contains(a.box), "\(a.line.plain) at \(a.box)")
      for b in placer.placed.dropFirst(i + 1) { #expect(!a.box.overlaps(b.box), "\(a.line.plain) and \(b.line.plain)") }
    }
  }

  @Test("a label alone stands right of its point, level with it") func alone() throws {
    let placer = try place([request("start", 400, 300)])
    let box = try #require(placer.placed.first?.box)
    #expect(box.minX > 400 && box.minX < 440)
    #expect(abs(box.center.y - 300) < 2)
    #expect(placer.leaders.isEmpty)
  }

  @Test("a label at the right edge stands on the other side") func edge() throws {
    let placer = try place([request("minimum", 985, 300)])
    #expect(try #require(placer.placed.first?.box).maxX < 985)
  }

  @Test("names of points at one place neither overlap nor leave the frame", arguments: [2, 4, 6]) func crowded(
    count: Int
  ) throws {
    let requests = (0..<count).map { request("Optimizer \($0)", 500 + Double($0), 300) }
    let placer = try place(requests)
    #expect(placer.placed.count == count)
    #expect(placer.omitted.isEmpty)
    check(placer, in: frame)
  }

  @Test(
    "labels near the corners and beyond the edges stay inside",
    arguments: [Point(100, 80), Point(1000, 80), Point(100, 680), Point(1000, 680), Point(1004, 300)]) func corners(
      p: Point
    ) throws
  {
    let placer = try place([request("minimum", p.x, p.y)])
    #expect(placer.placed.count == 1)
    check(placer, in: frame)
  }

  @Test("a label keeps off a line through its point where it can") func keepsOff() throws {
    let placer = try place([request("Adam", 500, 300)]) { $0.add(line: [Point(100, 300), Point(1000, 300)], width: 8) }
    let box = try #require(placer.placed.first?.box)
    #expect(box.minY > 304 || box.maxY < 296, "\(box)")
  }

  @Test("details are left out where they would cover something, names are not") func details() throws {
    let thicket: (inout Obstacles) -> Void = { obstacles in
      for i in 0..<60 {
        let y = 80 + 10 * Double(i)
        obstacles.add(line: [Point(100, y), Point(1000, y)], width: 6)
      }
    }
    let placer = try place(
      [
        request("500", 500, 300, rank: .detail), request("Adam", 520, 320, rank: .name),
        request("start", 300, 200, rank: .landmark),
      ], thicket)
    #expect(placer.placed.map(\.line.plain).sorted() == ["Adam", "start"])
    #expect(placer.omitted.isEmpty)
  }

  @Test("what matters more gets the place, in whatever order it is asked") func rank() throws {
    let requests = [
      request("500", 500, 300, rank: .detail), request("Adam", 500, 300, rank: .name),
      request("minimum", 500, 300, rank: .landmark),
    ]
    for order in [requests, requests.reversed()] {
      let placer = try place(order)
      #expect(placer.placed.first?.line.plain == "minimum")
      let box = try #require(placer.placed.first?.box)
      #expect(abs(box.center.y - 300) < 2 && box.minX > 500)
    }
  }

  @Test("a text wider than the room on either side of its point slides into the frame") func slides() throws {
    let narrow = Rect(x: 100, y: 80, width: 340, height: 300)
    let placer = try place([request("Momentum diverged", 180, 200)], frame: narrow)
    #expect(placer.omitted.isEmpty)
    check(placer, in: narrow)
  }

  @Test("a frame too small for a text leaves it out and says so") func tiny() throws {
    let small = Rect(x: 0, y: 0, width: 40, height: 20)
    let placer = try place([request("minimum", 20, 10)], frame: small)
    #expect(placer.placed.isEmpty)
    #expect(placer.omitted.map(\.english) == ["minimum"])
  }

  @Test("a point that is none has no label and no crash") func notFinite() throws {
    let placer = try place([request("a", .nan, 3), request("b", .infinity, 3)])
    #expect(placer.placed.isEmpty)
    #expect(placer.omitted.count == 2)
  }

  @Test("a label far from its point has a line to it") func leader() throws {
    let placer = try place([request("Adam", 500, 300)]) { obstacles in obstacles.add(disc: Point(500, 300), radius: 140)
    }
    let box = try #require(placer.placed.first?.box)
    #expect(!box.contains(Point(500, 300)))
    if box.center.distance(to: Point(500, 300)) > 160 { #expect(placer.leaders.count == 1) }
  }

  @Test("a text in the middle of its point stands there or nowhere") func centered() throws {
    var level = request("100", 500, 300, rank: .detail)
    level.placement = .centered
    let placer = try place([level])
    #expect(try #require(placer.placed.first?.box).center.distance(to: Point(500, 300)) < 17)
    let other = try place([request("minimum", 470, 300, rank: .landmark), level])
    #expect(other.placed.count == 1)
  }
}
