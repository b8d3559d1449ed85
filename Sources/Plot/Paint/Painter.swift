import Raster
import Typography

extension Composition {
  /// Paints what has been composed.
  func paint(on canvas: BlankCanvas? = nil) -> Drawing { paint(headerTexts, title: title, on: canvas) { _, _ in true } }

  /// Paints those things of each panel that are shown, under the texts of a header.
  func paint(
    _ header: [PlacedText], title: String, on canvas: BlankCanvas? = nil,
    showing isShown: (_ panel: Int, Source) -> Bool
  ) -> Drawing {
    Drawing(
      bitmap: bitmap(header, canvas ?? BlankCanvas(format), isShown), record: record(header, title, isShown),
      omitted: omitted.map { $0[style.language] })
  }

  private func bitmap(_ headerTexts: [PlacedText], _ canvas: BlankCanvas, _ isShown: (_ panel: Int, Source) -> Bool)
    -> Bitmap
  {
    var painter = Painter(canvas: canvas.take(), style: style)
    for (panel, part) in parts.enumerated() { painter.paint(part) { isShown(panel, $0) } }
    for text in headerTexts { painter.paint(text) }
    return painter.canvas.bitmap
  }

  /// What stands where in the whole.
  func record() -> FigureRecord { record(headerTexts, title) { _, _ in true } }

  private func record(_ headerTexts: [PlacedText], _ title: String, _ isShown: (_ panel: Int, Source) -> Bool)
    -> FigureRecord
  {
    let size = format.pixels
    var record = FigureRecord(
      width: size.width, height: size.height, dpi: size.dpi, preset: size.name, theme: style.theme.name,
      background: style.theme.background, title: title)
    func shown<Value>(_ all: (Part) -> [(record: Value, source: Source)]) -> [Value] {
      parts.enumerated().flatMap { panel, part in all(part).filter { isShown(panel, $0.source) }.map(\.record) }
    }
    let texts = headerTexts + shown { $0.texts.map { ($0, $0.source) } }
    record.texts = texts.map { text in
      TextRecord(
        text: text.line.plain, role: text.role, box: text.box, px: text.px, bold: text.bold, color: text.color,
        background: text.ground ?? style.theme.background, halo: text.halo)
    }
    record.axes = parts.map { part in
      let x = part.sceneAxes?.x ?? part.plan.x
      let y = part.sceneAxes?.y ?? part.plan.y
      return AxesRecord(
        box: part.space.frame, x: x.record(name: part.plan.xName.plain), y: y.record(name: part.plan.yName.plain),
        z: part.sceneAxes?.record, equalAspect: part.plan.panel.equalAspect && part.sceneAxes == nil)
    }
    record.series = shown(\.stage.ownedSeries)
    record.markers = shown(\.stage.ownedMarkers)
    record.levels = parts.lazy.compactMap(\.stage.levels).first
    return record
  }
}

/// Paints parts of a composition, from the surface up to the texts.
struct Painter {
  var canvas: Canvas
  let style: Style

  mutating func paint(_ part: Composition.Part, showing isShown: (Source) -> Bool) {
    let items = part.stage.items.enumerated().sorted { ($0.element.layer, $0.offset) < ($1.element.layer, $1.offset) }
      .map(\.element).filter { isShown($0.source) }
    if part.plan.panel.hasGrid { paintGrid(part) }
    let frame = Path.rect(part.space.frame)
    canvas.clipped(to: frame) { canvas in for item in items where item.clipped { Self.paint(item.shape, &canvas) } }
    if part.sceneAxes == nil { paintAxes(part) }
    for item in items where !item.clipped { Self.paint(item.shape, &canvas) }
    for leader in part.leaders where isShown(leader.source) {
      let line = Path.polyline([leader.segment.a, leader.segment.b])
      canvas.stroke(line, Stroke(width: 0.16 * style.unit), with: .solid(leader.color))
    }
    for text in part.texts where isShown(text.source) { paint(text) }
  }

  static func paint(_ shape: Stage.Shape, _ canvas: inout Canvas) {
    switch shape {
    case .fill(let path, let paint): canvas.fill(path, with: paint)
    case .stroke(let path, let stroke, let paint): canvas.stroke(path, stroke, with: paint)
    case .image(let image, let x, let y): canvas.draw(image, x: x, y: y)
    case .map(let painter, let x, let y): painter.paint(on: &canvas, x: x, y: y)
    }
  }

  /// A text, over its halo where it needs one.
  mutating func paint(_ text: PlacedText) {
    let outline = text.outline
    let ground = text.halo ? Ground(canvas.bitmap, under: text.box.inset(by: -0.24 * text.px)) : nil
    if let halo = ground?.halo(of: text.color, on: text.ground, page: style.theme.background) {
      let paper = Paint.solid(halo)
      canvas.stroke(outline, Stroke(width: 0.24 * text.px), with: paper)
      // Contour by contour: what lies behind does not show through the eyes of letters and figures.
      for contour in outline.contours { canvas.fill(contour, with: paper) }
      // Nor, where the halo has the ground's colour, through the gaps between words, as a minus.
      if halo == ground?.color {
        let middle = [text.box.minX, text.box.maxX].map { Point($0, text.box.center.y) }
        canvas.stroke(.polyline(middle), Stroke(width: 0.3 * text.px, cap: .butt), with: paper)
      }
    }
    let isLight = text.color.luminance > 0.4
    canvas.fill(outline, with: .solid(text.color), gamma: isLight ? 1.3 : 1)
  }

  private mutating func paintGrid(_ part: Composition.Part) {
    let space = part.space
    // The grid runs across the axis of numbers: where the rows are names, along them.
    if part.plan.y.axis.scale == .category {
      for value in part.plan.x.ticks where part.plan.x.axis.scale != .category {
        let x = aligned(space.x(value), style.gridLine)
        canvas.stroke(
          .polyline([Point(x, space.frame.minY), Point(x, space.frame.maxY)]),
          Stroke(width: snapped(style.gridLine), cap: .butt), with: .solid(style.theme.grid))
      }
      return
    }
    for value in part.plan.y.ticks {
      let y = aligned(space.y(value), style.gridLine)
      canvas.stroke(
        .polyline([Point(space.frame.minX, y), Point(space.frame.maxX, y)]),
        Stroke(width: snapped(style.gridLine), cap: .butt), with: .solid(style.theme.grid))
    }
  }

  private mutating func paintAxes(_ part: Composition.Part) {
    let frame = part.space.frame
    let width = snapped(style.axisLine)
    let stroke = Stroke(width: width, join: .miter, cap: .butt)
    let ink = Paint.solid(style.theme.muted)
    let edge = Rect(
      minX: aligned(frame.minX, width), minY: aligned(frame.minY, width), maxX: aligned(frame.maxX, width),
      maxY: aligned(frame.maxY, width))
    switch part.plan.panel.frame {
    case .bare: return
    case .box: canvas.stroke(.rect(edge), stroke, with: ink)
    case .open:
      let corner = Point(edge.minX, edge.maxY)
      let reach = Point(edge.maxX + width / 2, edge.minY - width / 2)
      canvas.stroke(.polyline([Point(corner.x, reach.y), corner, Point(reach.x, corner.y)]), stroke, with: ink)
    }
    paintTicks(part.plan.x, part.space.x, below: frame.maxY, stroke, ink)
    paintTicks(part.plan.y, part.space.y, leftOf: frame.minX, stroke, ink)
    if let plan = part.plan.bar, let levels = part.space.levels {
      let left = frame.maxX + ColorBar.gap(style)
      let right = left + ColorBar.width(style)
      let scale = Scale(plan.axis.scale, domain: plan.domain, start: frame.maxY, end: frame.minY)
      paintBar(levels, scale: scale, left: left, right: right, ink, stroke)
      paintTicks(plan, scale, leftOf: right + style.tick + width, stroke, ink)
    }
  }

  private mutating func paintBar(
    _ levels: Levels, scale: Scale, left: Double, right: Double, _ ink: Paint, _ stroke: Stroke
  ) {
    for (box, color) in ColorBar.boxes(levels, scale: scale, from: left, to: right) {
      canvas.fill(.rect(box), with: .solid(color))
    }
    let top = min(scale.start, scale.end)
    let bottom = max(scale.start, scale.end)
    let border = Rect(minX: left, minY: top, maxX: right, maxY: bottom)
    canvas.stroke(.rect(border.inset(by: -stroke.width / 2)), stroke, with: ink)
  }

  private mutating func paintTicks(_ plan: AxisPlan, _ scale: Scale, below y: Double, _ stroke: Stroke, _ ink: Paint) {
    guard plan.axis.scale != .category else { return }
    for (values, length) in [(plan.ticks, style.tick), (plan.minor, style.minorTick)] {
      for value in values {
        let x = aligned(scale(value), stroke.width)
        canvas.stroke(.polyline([Point(x, y), Point(x, y + length)]), stroke, with: ink)
      }
    }
  }

  private mutating func paintTicks(_ plan: AxisPlan, _ scale: Scale, leftOf x: Double, _ stroke: Stroke, _ ink: Paint) {
    guard plan.axis.scale != .category else { return }
    for (values, length) in [(plan.ticks, style.tick), (plan.minor, style.minorTick)] {
      for value in values {
        let y = aligned(scale(value), stroke.width)
        canvas.stroke(.polyline([Point(x, y), Point(x - length, y)]), stroke, with: ink)
      }
    }
  }

  /// A width of whole pixels, so that straight lines are sharp.
  private func snapped(_ width: Double) -> Double { max(1, width.rounded()) }

  /// The position nearest to one at which a line of this width covers whole pixels.
  private func aligned(_ position: Double, _ width: Double) -> Double {
    let odd = Int(snapped(width)) % 2 == 1
    return odd ? position.rounded(.down) + 0.5 : position.rounded()
  }
}
