import Raster

@testable import Fields
@testable import Plot

/// Small scenes for tests: fields, and a relief without texts around it, so that no font matters.
enum SceneBench {
  /// A hill of height 1 in the middle of a plain.
  static let hill = Field(floor: 0) { x, y in
    let height = exponential(-0.8 * (x * x + y * y))
    let fall = -1.6 * 2.302585092994046 * height
    return (height, fall * x, fall * y)
  }

  /// A plane that rises along x.
  static let ramp = Field { x, y in (x, 1, 0) }

  /// A saddle.
  static let saddle = Field { x, y in (x * x - y * y, 2 * x, -2 * y) }

  static let view = View(x: -2...2, y: -2...2)

  /// A scene in a frame of so many pixels.
  static func space(
    _ field: Field, width: Double = 200, height: Double = 160, view: View = view, camera: Camera = Camera(),
    z: ClosedRange<Double>? = nil, heights: Height = .automatic, theme: Theme = .light, cells: Int = 60,
    bandHeight: Int = 16
  ) -> SceneSpace {
    var preset = Preset.slide
    (preset.width, preset.height) = (480, 360)
    let style = Workbench.style(preset, theme: theme)
    let map = theme.name == "dark" ? ColorMap.dusk : .mist
    let levels = Levels.automatic(field, in: view, from: nil, map: map)
    let grid = ReliefGrid(field, in: view, columns: cells, rows: cells)
    let scene = Scene(z: Axis("z", domain: z), height: heights, camera: camera)
    let range = SceneRange(scene, grid: grid, levels: levels)
    let box = SceneBox(view: view, size: SIMD3(1, 1, 0.7), heights: range.heights)
    let frame = Rect(x: 0, y: 0, width: width, height: height)
    let projection = Projection(camera, longestSide: 1, zoom: 3.4 * min(width, height), center: frame.center)
    let relief = Relief(grid: grid, box: box, height: range.height, projection: projection)
    let cuts = range.cuts(of: grid)
    let shader = ReliefShader(relief, levels: levels, cuts: cuts, style: style)
    let painter = ReliefPainter(shader: shader, frame: frame, bandHeight: bandHeight)
    let (image, depth) = painter.image()
    return SceneSpace(
      relief: relief, depth: depth, cuts: cuts, frame: frame, style: style, levels: levels, image: image)
  }

  /// What marks put on the stage of a scene, painted in the order of their layers.
  static func draw(_ scene: SceneSpace, _ marks: [any SceneMark]) throws -> Bitmap {
    var stage = Stage()
    try Surface(scene.relief.grid.field).place(in: scene, on: &stage)
    for mark in marks { try mark.place(in: scene, on: &stage) }
    var canvas = Canvas(
      width: Int(scene.frame.width), height: Int(scene.frame.height), background: scene.style.theme.background)
    let items = stage.items.enumerated().sorted { ($0.element.layer, $0.offset) < ($1.element.layer, $1.offset) }
    for item in items.map(\.element) { Painter.paint(item.shape, &canvas) }
    return canvas.bitmap
  }

  /// A panel with a scene.
  static func panel(_ field: Field, camera: Camera = Camera(), @MarkBuilder marks: () -> [any Mark] = { [] }) -> Panel {
    var panel = Panel(x: Axis("$x$"), y: Axis("$y$"), scene: Scene(z: Axis("loss"), camera: camera)) {
      Surface(field)
      marks()
    }
    panel.show(view)
    return panel
  }
}
