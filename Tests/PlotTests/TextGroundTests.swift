import Raster
import Testing

@testable import Fields
@testable import Plot

@Suite("What a text stands on") struct TextGroundTests {
  private static let box = Rect(minX: 10, minY: 10, maxX: 50, maxY: 30)
  private static let ground = Color(hex: 0xE0F0E8)

  private static func canvas(_ draw: (inout Canvas) -> Void) -> Bitmap {
    var canvas = Canvas(width: 80, height: 40, background: .white)
    canvas.fill(.rect(Rect(minX: 0, minY: 0, maxX: 80, maxY: 40)), with: .solid(ground))
    draw(&canvas)
    return canvas.bitmap
  }

  @Test("an even ground needs no halo") func even() {
    let ground = Ground(Self.canvas { _ in }, under: Self.box)
    #expect(ground.isEven && ground.color == Self.ground)
  }

  @Test("where a line runs through, the halo has the colour of the ground") func crossed() {
    let bitmap = Self.canvas {
      $0.stroke(.polyline([Point(0, 20), Point(80, 20)]), Stroke(width: 3), with: .solid(.black))
    }
    let ground = Ground(bitmap, under: Self.box)
    #expect(!ground.isEven && ground.color == Self.ground)
  }

  @Test("where no colour has most of the ground there is none") func mixed() {
    let bitmap = Self.canvas { canvas in
      for column in 0..<80 {
        let shade = Color(red: Double(column) / 80, green: 0.5, blue: 0.5)
        let x = Double(column)
        canvas.fill(.rect(Rect(minX: x, minY: 0, maxX: x + 1, maxY: 40)), with: .solid(shade))
      }
    }
    let ground = Ground(bitmap, under: Self.box)
    #expect(!ground.isEven && ground.color == nil)
  }

  @Test(
    "a box beside the picture, without area or without place has no ground",
    arguments: [
      Rect(minX: 100, minY: 10, maxX: 120, maxY: 20), Rect(minX: -20, minY: -20, maxX: -5, maxY: -5),
      Rect(minX: 10, minY: 10, maxX: 10, maxY: 10), Rect(minX: .nan, minY: 0, maxX: 4, maxY: 4),
    ]) func beside(box: Rect)
  {
    let ground = Ground(Self.canvas { _ in }, under: box)
    #expect(!ground.isEven && ground.color == nil)
  }

  @Test("no halo on a ground to read on, else one of that ground, or of the page where nobody could read it")
  func halo() {
    let even = Ground(Self.canvas { _ in }, under: Self.box)
    let crossed = Ground(
      Self.canvas { $0.stroke(.polyline([Point(0, 20), Point(80, 20)]), Stroke(width: 3), with: .solid(.black)) },
      under: Self.box)
    let (dark, pale) = (Color(hex: 0x0A7358), Color(hex: 0x9AD0B8))
    #expect(even.halo(of: dark, on: nil, page: .white) == nil)
    #expect(crossed.halo(of: dark, on: nil, page: .white) == Self.ground)
    #expect(crossed.halo(of: dark, on: pale, page: .white) == pale)
    for ground in [even, crossed] { #expect(ground.halo(of: pale, on: nil, page: .black) == .black) }
  }

  @Test("a line behind two words does not show through the gap between them, nor beside them is it gone") func gap()
    throws
  {
    let style = Workbench.style()
    let line = try style.line("oo oo", .label)
    var canvas = Canvas(width: 400, height: 120, background: .white)
    canvas.fill(.rect(Rect(minX: 0, minY: 0, maxX: 400, maxY: 120)), with: .solid(Self.ground))
    let px = style.size(.label)
    let text = PlacedText(
      line: line, origin: Point(100, 60 + 0.27 * px), role: .label, color: Color(hex: 0x0A2038), halo: true, px: px)
    let row = Int(text.box.center.y)
    canvas.stroke(.polyline([Point(0, Double(row)), Point(400, Double(row))]), Stroke(width: 3), with: .solid(.black))
    var painter = Painter(canvas: canvas, style: style)
    painter.paint(text)
    let gap = Int(text.box.center.x)
    #expect(painter.canvas.bitmap[gap, row] == Self.ground)
    #expect([20, 380].allSatisfy { painter.canvas.bitmap[$0, row] == Color.black })
  }

  @Test("what is given or left out for now has the grid that it always has") func wrapped() {
    let line = Line([Point(0, 1), Point(1, 2)], as: 0, label: "a").with(\.finding, "2")
    #expect(Given(line).standsWithoutGrid && !Given(line.with(\.finding, nil)).standsWithoutGrid)
  }

  @Test("a panel whose picture tells its number has no grid") func grid() {
    let line = Line([Point(0, 1), Point(1, 2)], as: 0, label: "a")
    func panel(_ marks: [any Mark]) -> Panel { Panel(x: Axis("x"), y: Axis("y")) { for mark in marks { mark } } }
    #expect(panel([line]).hasGrid)
    #expect(!panel([line.with(\.finding, "2")]).hasGrid)
    #expect(!panel([line, Callout("2", at: Point(1, 2)).with(\.role, .finding)]).hasGrid)
    #expect(!panel([line, LabelledDot(Point(1, 2), label: "2", as: 0).with(\.scale, 1.4)]).hasGrid)
    #expect(!panel([Fan([.init(x: 0, median: 1, lower: 0, upper: 2)], as: 0).with(\.line.finding, "1")]).hasGrid)
  }
}
