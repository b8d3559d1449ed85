import Raster

@testable import Fields
@testable import Plot

/// A small picture of marks alone, without axes and texts.
enum Easel {
  /// What marks put on the stage, painted in the order of their layers.
  static func draw(
    x: ClosedRange<Double> = -2...2, y: ClosedRange<Double> = -1...3, xScale: Scale.Kind = .linear,
    yScale: Scale.Kind = .linear, isTurned: Bool = false, theme: Theme = .light, field: Field? = nil,
    start: Double? = nil, levels given: Levels? = nil, marks: [any Mark]
  ) throws -> Bitmap {
    var preset = Preset.slide
    (preset.width, preset.height) = (320, 240)
    let style = Workbench.style(preset, theme: theme)
    let frame = Rect(x: 10, y: 10, width: 140, height: 100)
    let map = theme.name == "dark" ? ColorMap.dusk : .mist
    let levels = given ?? field.map { Levels.automatic($0, in: View(x: x, y: y), from: start, map: map) }
    var space = Space(
      x: Scale(xScale, domain: x, start: frame.minX, end: frame.maxX),
      y: Scale(yScale, domain: y, start: isTurned ? frame.minY : frame.maxY, end: isTurned ? frame.maxY : frame.minY),
      frame: frame, style: style, levels: levels)
    space.covered = marks.flatMap(\.covers)
    var stage = Stage()
    if let field { try Surface(field, start: start).place(in: space, on: &stage) }
    for mark in marks { try mark.place(in: space, on: &stage) }
    var canvas = Canvas(width: 160, height: 120, background: theme.background)
    let items = stage.items.enumerated().sorted { ($0.element.layer, $0.offset) < ($1.element.layer, $1.offset) }
    for item in items.map(\.element) where item.clipped {
      canvas.clipped(to: .rect(frame)) { Painter.paint(item.shape, &$0) }
    }
    for item in items.map(\.element) where !item.clipped { Painter.paint(item.shape, &canvas) }
    return canvas.bitmap
  }
}
