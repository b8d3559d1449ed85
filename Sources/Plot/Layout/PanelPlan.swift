import Raster
import Typography

/// A panel with its ticks chosen, its texts measured, and the room they need around the plot area.
struct PanelPlan {
  /// Room around a plot area, in pixels.
  struct Insets {
    var left = 0.0, right = 0.0, top = 0.0, bottom = 0.0

    /// The more of two on every side.
    func widened(to other: Insets) -> Insets {
      Insets(
        left: max(left, other.left), right: max(right, other.right), top: max(top, other.top),
        bottom: max(bottom, other.bottom))
    }
  }

  let panel: Panel
  let view: View
  let shared: SharedAxes
  let x: AxisPlan
  let y: AxisPlan
  /// Ticks of the colour bar at the right, if there is one.
  let bar: AxisPlan?
  let xName: TextLine
  let yName: TextLine
  /// The heading and what stands under it, in as many lines as the panel's width needs.
  let headings: [(line: TextLine, role: TextRole, em: Double)]
  let barName: TextLine?
  private(set) var insets = Insets()
  /// The levels of its surface or heat map.
  let levels: Levels?
  /// Whether the names of lines stand in a margin at the right; where they would take half the panel they stand in it.
  let hasEndMargin: Bool
  /// Whether no name had to move for want of room.
  private(set) var isNamedWell = true
  /// Width from which on a name in the margin stands in two lines.
  let endLimit: Double

  /// Plans a panel whose plot area will be about as large as `size`.
  init(_ panel: Panel, view: View, shared: SharedAxes, size: Point, cell: Point, levels: Levels?, style: Style) throws {
    (self.panel, self.view, self.shared, self.levels) = (panel, view, shared, levels)
    x = try AxisPlan(panel.x, domain: view.x, length: size.x, horizontal: true, style: style)
    y = try AxisPlan(panel.y, domain: view.y, length: size.y, horizontal: false, style: style)
    xName = try style.line(panel.x.name, .axis)
    yName = try style.line(panel.y.name, .axis)
    // A heading ends before the next plot begins.
    let own = panel.frame == .open && !shared.hidesY ? y.width : 0
    let limit = max(size.x + own + style.unit, 6 * style.size(.axis))
    let heading = try panel.heading.map {
      try TextBlock(LabelText($0), .heading, scale: panel.headingScale, limit: limit, style: style).lines
    }
    let under = try panel.subheading.map {
      try TextBlock(LabelText($0, bold: false), .label, limit: limit, style: style).lines
    }
    let em = panel.headingScale * style.size(.heading)
    headings =
      (heading ?? []).map { ($0.line, .heading, em) } + (under ?? []).map { ($0.line, .label, style.size(.label)) }
    if let name = panel.colorBar, let levels {
      let axis = Axis(name, levels.scale, domain: levels.range)
      bar = try AxisPlan(axis, domain: levels.range, length: size.y, horizontal: false, style: style)
      barName = try style.line(name, .axis)
    } else {
      (bar, barName) = (nil, nil)
    }
    endLimit = max(0.12 * cell.x, 5.5 * style.size(.label))
    let ends = try EndLabels.width(
      panel.marks.flatMap { $0.endTexts(x: panel.x, y: panel.y) }, limit: endLimit, style: style)
    hasEndMargin = ends <= 0.42 * cell.x
    isNamedWell = hasEndMargin && (heading?.count ?? 0) < 3 && (under?.count ?? 0) < 3
    insets = measured(ends: hasEndMargin ? ends : 0, size: size, style)
  }

  /// Whether the panel has axes around its plot area.
  private var hasAxes: Bool { panel.scene == nil && panel.frame != .bare }
  private var hasXName: Bool { hasAxes && !shared.hidesX && !shared.hidesXName && panel.x.name != "" }
  private var hasYName: Bool { hasAxes && !shared.hidesY && !shared.hidesYName && panel.y.name != "" }

  /// Whether the name of the vertical axis is so short that it stands at the left of its numbers.
  private func isAside(_ style: Style) -> Bool {
    hasYName && yName.advance < 1.7 * style.size(.axis) && (panel.frame == .box || !headings.isEmpty)
  }

  /// Whether the name of the vertical axis stands upright at the left: under a heading it would read as part of it.
  private func isTurned(_ style: Style) -> Bool {
    hasYName && !isAside(style) && panel.frame == .box && !headings.isEmpty
  }
  private func isAbove(_ style: Style) -> Bool { hasYName && !isAside(style) && !isTurned(style) }

  /// Room that the texts need.
  private func measured(ends: Double, size: Point, _ style: Style) -> Insets {
    let (em, axisEm) = (style.size(.tick), style.size(.axis))
    var insets = Insets(top: headingRise(style))
    guard hasAxes else {
      // Room for the arrowheads of curves that leave the plot.
      if !headings.isEmpty { insets.top += 0.36 * em }
      insets.right = ends
      return insets
    }
    if !shared.hidesY {
      insets.left = y.width + style.tick + 0.35 * em
      if isAside(style) { insets.left += yName.advance + 0.45 * axisEm }
      if isTurned(style) { insets.left += 1.25 * axisEm }
    }
    let overhang = x.overhang(length: size.x)
    if !shared.hidesX { insets.left = max(insets.left, overhang.left) }
    insets.right = max(ends, shared.hidesX ? 0 : overhang.right)
    if let bar {
      let scale = ColorBar.gap(style) + ColorBar.width(style) + style.tick + 0.35 * em + bar.width
      insets.right = max(scale, (barName?.advance ?? 0) + ColorBar.gap(style))
    }
    let topLabel = shared.hidesY ? 0 : 0.36 * em
    insets.top += isAbove(style) || barName != nil ? 1.38 * axisEm : topLabel
    insets.bottom = shared.hidesX || shared.hangsFree ? 0 : style.tick + 1.2 * em + (hasXName ? 1.08 * axisEm : 0)
    return insets
  }

  /// Height of the heading and what stands under it.
  private func headingRise(_ style: Style) -> Double {
    guard !headings.isEmpty else { return 0 }
    return headings.map { Self.leading($0.role) * $0.em }.reduce(0, +) + 0.12 * style.size(.axis)
  }

  /// From line to line, in ems.
  private static func leading(_ role: TextRole) -> Double { role == .heading ? 1.3 : 1.26 }

  /// Puts a line of text at the beginning of its baseline.
  private typealias Adder = (TextLine, Double, Double, TextRole, Color, Bool) -> Void

  /// The name of the vertical axis, upright at the left of its numbers.
  private func turnedName(_ slot: Arranger.Slot, _ style: Style) -> PlacedText {
    let em = style.size(.axis)
    let origin = Point(slot.frame.minX - slot.room.left + 0.8 * em, slot.frame.center.y + yName.advance / 2)
    return PlacedText(line: yName, origin: origin, role: .axis, color: style.theme.ink, isTurned: true, px: em)
  }

  /// The fixed texts around the plot area; `room` is what the row and the column leave for them, `page` where they must stay.
  func texts(around slot: Arranger.Slot, page: Rect, style: Style) -> [PlacedText] {
    var texts: [PlacedText] = []
    let add: Adder = { line, x, y, role, color, bold in
      guard !line.ink.isNull else { return }
      let left = max(min(x, page.maxX - line.advance), page.minX)
      texts.append(
        PlacedText(line: line, origin: Point(left, y), role: role, bold: bold, color: color, px: style.size(role)))
    }
    addHeadings(slot, page, style, &texts)
    guard hasAxes else { return texts }
    addNames(slot, style, add)
    if isTurned(style) { texts.append(turnedName(slot, style)) }
    addTicks(slot.frame, style, add)
    if let bar { addBar(bar, slot.frame, style, add) }
    return texts
  }

  private func addHeadings(_ slot: Arranger.Slot, _ page: Rect, _ style: Style, _ texts: inout [PlacedText]) {
    let frame = slot.frame
    // Above the name of the vertical axis a heading begins where that does, else at the plot.
    let left = isAbove(style) ? frame.minX - slot.room.left : frame.minX
    var y = frame.minY - slot.room.top
    for (line, role, em) in headings where !line.ink.isNull {
      y += Self.leading(role) * em
      let own = panel.headingIdentity.map { style.textColor($0) } ?? style.theme.ink
      let color = role == .heading ? own : style.theme.muted
      let start = Point(max(min(left, page.maxX - line.advance), page.minX), y - 0.32 * em)
      texts.append(
        PlacedText(
          line: line, origin: start, role: role, bold: role == .heading, color: color, px: em,
          source: role == .heading && !panel.headingTells ? .setting : .reading))
    }
  }

  private func addNames(_ slot: Arranger.Slot, _ style: Style, _ add: Adder) {
    let (frame, ink) = (slot.frame, style.theme.ink)
    let (em, axisEm) = (style.size(.tick), style.size(.axis))
    let above = frame.minY - 0.58 * axisEm
    if hasYName, !isTurned(style) {
      let left = frame.minX - slot.room.left
      if isAside(style) {
        add(yName, left, frame.center.y + 0.36 * axisEm, .axis, ink, false)
      } else {
        add(yName, left, above, .axis, ink, false)
      }
    }
    if let barName { add(barName, frame.maxX + ColorBar.gap(style), above, .axis, ink, false) }
    guard hasXName else { return }
    let tickY = frame.maxY + style.tick + 1.0 * em
    add(xName, frame.center.x - xName.advance / 2, tickY + 1.1 * axisEm, .axis, ink, false)
  }

  private func addTicks(_ frame: Rect, _ style: Style, _ add: Adder) {
    let em = style.size(.tick)
    let across = x.scale(from: frame.minX, to: frame.maxX, vertical: false)
    for (i, line) in x.labels.enumerated() where !shared.hidesX {
      let left = across(x.ticks[i]) - line.advance / 2
      add(line, left, frame.maxY + style.tick + 1.0 * em, .tick, x.color(i, style), false)
    }
    let up = y.scale(from: frame.maxY, to: frame.minY, vertical: true)
    let right = frame.minX - style.tick - 0.35 * em
    for (i, line) in y.labels.enumerated() where !shared.hidesY {
      add(line, right - line.advance, up(y.ticks[i]) + 0.36 * em, .tick, y.color(i, style), false)
    }
  }

  private func addBar(_ bar: AxisPlan, _ frame: Rect, _ style: Style, _ add: Adder) {
    let up = Scale(bar.axis.scale, domain: bar.domain, start: frame.maxY, end: frame.minY)
    let em = style.size(.tick)
    let x = frame.maxX + ColorBar.gap(style) + ColorBar.width(style) + style.tick + 0.35 * em
    for (value, line) in zip(bar.ticks, bar.labels) {
      add(line, x, up(value) + 0.36 * em, .tick, style.theme.ink, false)
    }
  }
}
