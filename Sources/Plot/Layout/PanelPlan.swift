import Raster
import Typography

/// A panel with its ticks chosen, its texts measured, and the room they need around the plot area.
struct PanelPlan {
  /// Room around a plot area, in pixels.
  struct Insets {
    var left = 0.0, right = 0.0, top = 0.0, bottom = 0.0
  }

  let panel: Panel
  let view: View
  let x: AxisPlan
  let y: AxisPlan
  /// Ticks of the colour bar at the right, if there is one.
  let bar: AxisPlan?
  let xName: TextLine
  let yName: TextLine
  let heading: TextLine?
  let subheading: TextLine?
  let barName: TextLine?
  let insets: Insets
  /// The levels of its heat map, or else of the figure's surface.
  let levels: Levels?
  /// Whether the names of lines stand in a margin at the right; where they would take half the panel they stand in it.
  let hasEndMargin: Bool

  /// Plans a panel whose plot area will be about as large as `size`.
  init(
    _ panel: Panel, view: View, size: Point, cell: Rect, levels: Levels?, style: Style
  ) throws {
    (self.panel, self.view, self.levels) = (panel, view, levels)
    x = try AxisPlan(panel.x, domain: view.x, length: size.x, horizontal: true, style: style)
    y = try AxisPlan(panel.y, domain: view.y, length: size.y, horizontal: false, style: style)
    xName = try style.line(panel.x.name, .axis)
    yName = try style.line(panel.y.name, .axis)
    heading = try panel.heading.map { try style.line($0, .heading, bold: true) }
    subheading = try panel.subheading.map { try style.line($0, .label) }
    if let name = panel.colorBar, let levels {
      let axis = Axis(name, levels.scale, domain: levels.range)
      bar = try AxisPlan(
        axis, domain: levels.range, length: size.y, horizontal: false, style: style)
      barName = try style.line(name, .axis)
    } else {
      (bar, barName) = (nil, nil)
    }
    let ends = try EndLabels.width(panel.marks.flatMap(\.endTexts), style: style)
    hasEndMargin = ends <= 0.45 * cell.width
    insets =
      panel.scene != nil
      ? Insets(top: Self.rise(of: panel, style))
      : Self.insets(
        panel, ends: hasEndMargin ? ends : 0, x: x, y: y, bar: bar, barName: barName, style: style)
  }

  private static func insets(
    _ panel: Panel, ends: Double, x: AxisPlan, y: AxisPlan, bar: AxisPlan?, barName: TextLine?,
    style: Style
  ) -> Insets {
    let (em, axisEm) = (style.size(.tick), style.size(.axis))
    var insets = Insets()
    insets.left = y.width + style.tick + 0.35 * em
    if panel.y.isColorBar { insets.left += ColorBar.width(style) }
    let lastLabel = (x.labels.last?.advance ?? 0) / 2
    insets.right = max(ends, 0.6 * lastLabel)
    if let bar {
      let scale = ColorBar.gap(style) + ColorBar.width(style) + style.tick + 0.35 * em + bar.width
      insets.right = max(scale, (barName?.advance ?? 0) + ColorBar.gap(style))
    }
    insets.top = 0.6 * axisEm + rise(of: panel, style)
    insets.bottom =
      panel.x.isRepeated
      ? 0.5 * em : style.tick + 1.3 * em + (panel.x.name == "" ? 0 : 1.15 * axisEm)
    return insets
  }

  /// Height of the texts above a panel's plot area: axis name, heading, and what is under it.
  private static func rise(of panel: Panel, _ style: Style) -> Double {
    let em = style.size(.axis)
    let hasName = !panel.y.isRepeated && panel.y.name != "" && panel.scene == nil
    return (hasName ? 1.1 * em : 0) + (panel.heading == nil ? 0 : 1.5 * em)
      + (panel.subheading == nil ? 0 : 1.35 * style.size(.label))
  }

  /// The fixed texts around the plot area; headings of a row are level, from `top` downwards.
  func texts(around frame: Rect, top: Double, cell: Rect, style: Style) -> [PlacedText] {
    let (em, axisEm) = (style.size(.tick), style.size(.axis))
    let left = frame.minX - insets.left
    var texts: [PlacedText] = []
    func add(
      _ line: TextLine, _ x: Double, _ y: Double, _ role: TextRole, _ color: Color,
      bold: Bool = false
    ) {
      guard !line.ink.isNull else { return }
      texts.append(
        PlacedText(
          line: line, origin: Point(x, y), role: role, bold: bold, color: color,
          px: style.size(role)))
    }
    if panel.scene != nil {
      addHeadings(from: top, left: left, style, add)
      return texts
    }
    let ink = style.theme.ink
    let nameY = frame.minY - 0.75 * axisEm
    if !panel.y.isRepeated { add(yName, left, nameY, .axis, ink) }
    addHeadings(from: top, left: left, style, add)
    if let barName {
      add(barName, frame.maxX + ColorBar.gap(style), nameY, .axis, ink)
    }
    let tickY = frame.maxY + style.tick + 1.05 * em
    let nameX = frame.center.x - xName.advance / 2
    if !panel.x.isRepeated { add(xName, nameX, tickY + 1.2 * axisEm, .axis, ink) }
    let across = x.scale(from: frame.minX, to: frame.maxX, vertical: false)
    for (i, line) in x.labels.enumerated() where !panel.x.isRepeated {
      let limit = cell.maxX - line.advance
      let wanted = across(x.ticks[i]) - line.advance / 2
      add(line, max(min(wanted, limit), cell.minX), tickY, .tick, x.color(i, style))
    }
    let up = y.scale(from: frame.maxY, to: frame.minY, vertical: true)
    let tickX = frame.minX - style.tick - 0.35 * em - barWidth(style)
    for (i, line) in y.labels.enumerated() where !panel.y.isRepeated {
      add(line, tickX - line.advance, up(y.ticks[i]) + 0.36 * em, .tick, y.color(i, style))
    }
    if let bar { addBar(bar, frame, style, add) }
    return texts
  }

  private func addHeadings(
    from top: Double, left: Double, _ style: Style,
    _ add: (TextLine, Double, Double, TextRole, Color, Bool) -> Void
  ) {
    let em = style.size(.axis)
    var y = top + em
    let color = panel.headingSeries.map { style.textColor($0) } ?? style.theme.ink
    if let heading {
      add(heading, left, y, .heading, color, true)
      y += 1.4 * style.size(.label)
    }
    if let subheading { add(subheading, left, y, .label, style.theme.muted, false) }
  }

  private func addBar(
    _ bar: AxisPlan, _ frame: Rect, _ style: Style,
    _ add: (TextLine, Double, Double, TextRole, Color, Bool) -> Void
  ) {
    let up = Scale(bar.axis.scale, domain: bar.domain, start: frame.maxY, end: frame.minY)
    let em = style.size(.tick)
    let x = frame.maxX + ColorBar.gap(style) + ColorBar.width(style) + style.tick + 0.35 * em
    for (value, line) in zip(bar.ticks, bar.labels) {
      add(line, x, up(value) + 0.36 * em, .tick, style.theme.ink, false)
    }
  }

  /// Width of the colour bar that the vertical axis wears, 0 when it wears none.
  func barWidth(_ style: Style) -> Double {
    panel.y.isColorBar ? ColorBar.width(style) : 0
  }
}
