import Raster
import Testing

@testable import Fields
@testable import Plot

@Suite("Maps on their canvas") struct MapPaintingTests {
  private static let levels = Levels.automatic(
    Workbench.rosenbrock, in: View(x: -2...2, y: -1...3), from: nil, map: .mist)

  private static func figure() -> Figure {
    Figure(headline: [Headline("A valley", zh: "山谷", if: true)]) {
      Panel(x: Axis("$x$", domain: -2...2), y: Axis("$y$", domain: -1...3)) {
        Surface(Workbench.rosenbrock)
        Line([Point(-1, 1), Point(1, 1)], as: 0, label: "a")
      }
    }
  }

  @Test("the colour of a pixel is looked up as it is mixed", arguments: [false, true]) func table(calm: Bool) {
    let levels = calm ? Self.levels.calm : Self.levels
    let paint = LevelPaint(levels, unit: 8, invalid: .black)
    var near = 0
    for step in 0..<4000 {
      // Values and shapes spread over many powers of ten, in a fixed order.
      let turn = Double(step) * 0.618
      let value = pow(10, -2 + 5 * (turn - turn.rounded(.down)))
      let slope = value * Double(step % 7) / 12
      let shape = LevelShape(
        slope: Point(slope, slope / Double(1 + step % 3)), xx: value * Double(step % 5 - 2) / 9,
        xy: value * Double(step % 3 - 1) / 20, yy: value * Double(step % 4) / 15)
      let band = paint.band(of: value, near: 0)
      let mixed = paint.color(value, band: band, shape)
      #expect(paint.pixel(value, band: band, shape) == mixed.map(LevelPaint.packed))
      near += mixed == nil ? 0 : 1
      // What is far by the quick rule is far by the exact one.
      let isFar = shape.roughChange(within: paint.reach) < paint.borders[band].room(around: value)
      if isFar { #expect(mixed == nil || mixed == paint.colors[band]) }
    }
    #expect(near > 400)
  }

  @Test("a map that is painted when its turn comes is the one painted before", arguments: [false, true])
  func sameEitherWay(transparent: Bool) throws {
    var format = Workbench.format(.thumb)
    format.transparent = transparent
    let composition = try Composition(Self.figure(), format, Workbench.typesetter)
    func isMap(_ item: Stage.Item) -> Bool { if case .map = item.shape { true } else { false } }
    #expect(composition.parts[0].stage.items.contains(where: isMap))
    let painted = composition.withMapsPainted
    #expect(!painted.parts[0].stage.items.contains(where: isMap))
    #expect(composition.paint().bitmap == painted.paint().bitmap)
  }

  @Test("a map beyond a clip is painted within it alone") func clipped() {
    let painter = SurfacePainter(
      field: Workbench.rosenbrock, levels: Self.levels, space: Workbench.space(60, 40, x: -2...2, y: -1...3))
    let circle = Path.circle(Point(40, 30), radius: 18)
    for (place, clip) in [
      (-20, Path.rect(Rect(x: 0, y: 0, width: 80, height: 60))), (30, .rect(Rect(x: 10, y: 10, width: 30, height: 20))),
      (10, circle),
    ] {
      var (straight, laid) = (
        Canvas(width: 80, height: 60, background: .white), Canvas(width: 80, height: 60, background: .white)
      )
      straight.clipped(to: clip) { painter.paint(on: &$0, x: place, y: 5) }
      laid.clipped(to: clip) { $0.draw(painter.image(), x: place, y: 5) }
      #expect(straight.bitmap == laid.bitmap)
      #expect(straight.bitmap != Canvas(width: 80, height: 60, background: .white).bitmap)
    }
  }

  @Test("a page is of its colour, whichever thread clears it, and is taken once") func blank() async {
    for transparent in [false, true] {
      var format = Workbench.format(.thumb)
      format.transparent = transparent
      let size = format.pixels
      let wanted = Bitmap(width: size.width, height: size.height, fill: transparent ? .clear : format.theme.background)
      let (here, there) = (BlankCanvas(format), BlankCanvas(format))
      there.prepare()
      #expect(here.take().bitmap == wanted && there.take().bitmap == wanted)
      there.prepare()
      #expect(there.take().bitmap == wanted)
    }
  }

  @Test("levels are found where the field crosses them, and nowhere else") func crossings() {
    let scale = Scale(.linear, domain: 0...100, start: 0, end: 100)
    let finder = LevelFinder(
      Field { x, y in (y, 0, 1) }, x: scale, y: scale, frame: Rect(x: 0, y: 0, width: 100, height: 100))
    let places = finder.places(of: 50.5)
    #expect(places.count == 7 && places[0].x == 50)
    #expect(places.allSatisfy { abs($0.y - 50.5) < 1e-9 })
    #expect(finder.places(of: 101).isEmpty && finder.places(of: .nan).isEmpty)
  }

  @Test("a field above a height is never zero, one cut off below it is level there") func derived() {
    let field = Field { x, _ in (x, 1, 2) }
    #expect(field.above(3).value(5, 0) == 2 && field.above(3).value(1, 0) == .leastNormalMagnitude)
    #expect(field.above(3).floor == 0 && field.above(3).value(.nan, 0).isNaN)
    #expect(field.cut(below: 3).sample(5, 0) == (5, 1, 2) && field.cut(below: 3).sample(1, 0) == (3, 0, 0))
  }
}
