import Raster
import Typography

/// A scene with its place found: the box as large as its part of the picture and the texts around it allow.
struct ScenePlan: Sendable {
  /// What marks are laid on.
  let space: SceneSpace
  /// Lines and texts around it.
  let axes: SceneAxes

  init(_ panel: Panel, _ scene: Scene, view: View, frame: Rect, levels: Levels, style: Style) throws {
    require(panel.x.scale == .linear && panel.y.scale == .linear, "a scene over a logarithmic axis")
    guard let field = panel.relief else { preconditionFailure("a scene without a surface") }
    let cells = min(max(Int(max(frame.width, frame.height) / 2.5), 96), 400)
    let grid = ReliefGrid(field, in: view, columns: cells, rows: cells)
    let range = SceneRange(scene, grid: grid, levels: levels)
    let size = Self.size(panel, scene, view, frame)
    let box = SceneBox(view: view, size: size, heights: range.heights)
    let (projection, axes) = try Self.fit(panel, scene, box, range, frame, style)
    let relief = Relief(grid: grid, box: box, height: range.height, projection: projection)
    let cuts = range.cuts(of: grid)
    let shader = ReliefShader(relief, levels: levels, cuts: cuts, style: style)
    let (image, depth) = ReliefPainter(shader: shader, frame: frame).image()
    self.axes = axes
    space = SceneSpace(
      relief: relief, depth: depth, cuts: cuts, frame: frame, style: style, levels: levels, image: image,
      covers: panel.marks.flatMap(\.covers))
  }

  /// The proportions of the box: wider and lower on a wide part of the picture; true to scale where units are to be equal.
  private static func size(_ panel: Panel, _ scene: Scene, _ view: View, _ frame: Rect) -> SIMD3<Double> {
    let shape = frame.width / max(frame.height, 1)
    let tall = scene.rise ?? min(max(1.04 - 0.24 * shape, 0.56), 0.86)
    let width = view.x.upperBound - view.x.lowerBound
    let depth = view.y.upperBound - view.y.lowerBound
    guard panel.equalAspect, width > 0, depth > 0 else { return SIMD3(min(max(0.55 + 0.5 * shape, 1), 1.7), 1, tall) }
    let longer = max(width, depth)
    return SIMD3(width / longer, depth / longer, tall)
  }

  /// The largest picture of a box that leaves room for its texts within a frame.
  private static func fit(
    _ panel: Panel, _ scene: Scene, _ box: SceneBox, _ range: SceneRange, _ frame: Rect, _ style: Style
  ) throws -> (Projection, SceneAxes) {
    let unit = Projection(scene.camera, longestSide: max(box.size.x, box.size.y, box.size.z), zoom: 1, center: .zero)
    let hull = bounds(box, unit)
    let em = style.size(.tick)
    var room = PanelPlan.Insets(left: 4 * em, right: em, top: 2 * em, bottom: 3 * em)
    var projection = unit
    var axes: SceneAxes?
    for _ in 0..<4 {
      let inner = Rect(
        minX: frame.minX + room.left, minY: frame.minY + room.top, maxX: frame.maxX - room.right,
        maxY: frame.maxY - room.bottom)
      let zoom = max(min(inner.width / hull.width, inner.height / hull.height), 1)
      projection = Projection(unit, zoom: zoom, center: inner.center - hull.center * zoom)
      let found = try SceneAxes.fitted(panel, scene, box, projection, range, style)
      axes = found
      let air = 0.3 * em
      let drawn = bounds(box, projection)
      let all = found.texts.reduce(drawn) { $0.union($1.box) }
      room = PanelPlan.Insets(
        left: drawn.minX - all.minX + air, right: all.maxX - drawn.maxX + air, top: drawn.minY - all.minY + air,
        bottom: all.maxY - drawn.maxY + air)
    }
    guard let axes else { preconditionFailure("no axes") }
    return (projection, axes)
  }

  private static func bounds(_ box: SceneBox, _ projection: Projection) -> Rect {
    box.corners.reduce(into: Rect.null) { $0.extend(to: projection($1).pixel) }
  }

  /// Puts walls, surface, axes and marks on the stage.
  func place(_ marks: [any Mark], on stage: inout Stage) throws {
    for wall in axes.walls { Self.draw(wall, layer: .surface, on: &stage) }
    for (index, mark) in marks.enumerated() {
      stage.source = .mark(index)
      guard let mark = mark as? any SceneMark else {
        preconditionFailure("\(type(of: mark)) cannot be laid on a surface in space")
      }
      try mark.place(in: space, on: &stage)
    }
    stage.source = .setting
    for rule in axes.rules { Self.draw(rule, layer: .grid, on: &stage) }
  }

  private static func draw(_ rule: SceneAxes.Rule, layer: Stage.Layer, on stage: inout Stage) {
    stage.stroke(.polyline([rule.segment.a, rule.segment.b]), Stroke(width: rule.width), rule.color, layer: layer)
  }
}
