import Raster
import Typography

/// Where the panels of a figure stand: what each shows, its ticks, and its plot area.
struct PanelLayout {
  let style: Style
  private(set) var cells: [Arranger.Cell]
  private(set) var plans: [PanelPlan] = []
  private(set) var frames: [Rect] = []
  /// Room above each plot area.
  private(set) var rises: [Double] = []
  /// The levels of the figure's surface.
  private(set) var levels: Levels?
  private let arranger: Arranger

  init(
    _ panels: [Panel], _ arrangement: Arrangement, _ arranger: Arranger, format: Format
  ) throws {
    let style = arranger.style
    (self.style, self.arranger) = (style, arranger)
    let shares = arranger.cells(arrangement, count: panels.count)
    cells = shares
    let panels = Self.withOwnAxes(panels, in: shares)
    var views = panels.enumerated().map { i, panel in
      let extent = panel.extent
      let own = View(x: panel.x.view(of: extent.x), y: panel.y.view(of: extent.y))
      let isMap = panel.isPlane && (i == 0 || panel.sharesSurface(with: panels[0]))
      return isMap ? format.view ?? own : own
    }
    for (panel, view) in zip(panels, views) where levels == nil {
      levels = panel.surface?.resolvedLevels(in: view, format: format)
    }
    var sizes = cells.map { Point($0.box.width * 0.75, $0.box.height * 0.75) }
    func plan() throws -> [PanelPlan] {
      try panels.indices.map { i in
        try PanelPlan(
          panels[i], view: views[i], size: sizes[i], cell: cells[i].box,
          levels: panels[i].heatMap?.levels(for: format) ?? levels, style: style)
      }
    }
    let growing = panels.indices.filter {
      panels[$0].equalAspect && panels[$0].growsToFill && (format.view == nil || $0 > 0)
    }
    for _ in 0..<2 {
      plans = try plan()
      cells = arranger.balanced(shares, insets: plans.map(\.insets))
      frames = arranger.frames(cells, insets: plans.map(\.insets))
      Self.even(&frames, growing, cells)
      for i in panels.indices where panels[i].equalAspect {
        if growing.contains(i) {
          views[i] = Self.grown(views[i], to: frames[i])
        } else {
          frames[i] = Self.squared(frames[i], views[i])
        }
      }
      sizes = frames.map { Point($0.width, $0.height) }
    }
    if !growing.isEmpty { plans = try plan() }
    rises = arranger.rises(cells, insets: plans.map(\.insets))
  }

  /// The panels, with ticks on an axis that nothing at the left, or below, has ticks for.
  private static func withOwnAxes(_ panels: [Panel], in cells: [Arranger.Cell]) -> [Panel] {
    zip(panels, cells).map { panel, cell in
      var panel = panel
      let isBelow = cells.contains {
        $0.row == cell.row + 1 && $0.column == cell.column && $0.columns == cell.columns
      }
      if cell.column == 0 { panel.y.isRepeated = false }
      if !isBelow { panel.x.isRepeated = false }
      return panel
    }
  }

  /// Whether all plot areas can be read, the names at their left in lines of their own, and no heading runs into the next.
  var isRoomy: Bool {
    let em = style.size(.tick)
    return plans.indices.allSatisfy { i in
      let (cell, plan) = (cells[i].box, plans[i])
      let names = Double(plan.panel.y.categories.count)
      guard cell.width > 9 * em, cell.height > max(8, 6 + names) * em else { return false }
      guard plan.panel.scene == nil else { return true }
      let least = max(3.2, 0.85 * names) * em
      guard frames[i].width > 4.5 * em, frames[i].height > least else { return false }
      // Where a page is narrow, names that have no margin and headings too long are signs of too many panels.
      guard arranger.shape == .tall, cells[i].columns > 1 else { return true }
      return plan.hasEndMargin && hasRoomAbove(i)
    }
  }

  /// Whether what stands above a panel ends before the next panel of its row, or the edge of the page.
  private func hasRoomAbove(_ i: Int) -> Bool {
    let left = frames[i].minX - plans[i].insets.left
    let next = frames.indices.filter { cells[$0].row == cells[i].row && frames[$0].minX > left }
      .map { frames[$0].minX - plans[$0].insets.left }.filter { $0 > left }.min()
    let words = [plans[i].heading, plans[i].subheading].compactMap { $0?.advance }.max() ?? 0
    return left + words < next ?? arranger.body.maxX
  }

  /// The largest frame inside another, at its top left, in which a unit of x is as long as a unit of y.
  private static func squared(_ frame: Rect, _ view: View) -> Rect {
    let width = view.x.upperBound - view.x.lowerBound
    let height = view.y.upperBound - view.y.lowerBound
    guard width > 0, height > 0 else { return frame }
    let unit = min(frame.width / width, frame.height / height)
    let (w, h) = ((unit * width).rounded(), (unit * height).rounded())
    // What would be a thread is drawn out of scale, for something to be seen.
    guard min(w, h) * 20 > min(frame.width, frame.height) else { return frame }
    return Rect(x: frame.minX, y: frame.minY, width: w, height: h)
  }

  /// Cuts frames of a row that are to fill to the same size, so that panels of one view stay alike.
  private static func even(_ frames: inout [Rect], _ places: [Int], _ cells: [Arranger.Cell]) {
    for i in places {
      let row = places.filter { cells[$0].row == cells[i].row }
      let width = row.map { frames[$0].width }.min() ?? frames[i].width
      let height = row.map { frames[$0].height }.min() ?? frames[i].height
      frames[i] = Rect(x: frames[i].minX, y: frames[i].minY, width: width, height: height)
    }
  }

  /// A view made wider or higher about its middle, until a unit of x is as long in a frame as a unit of y.
  private static func grown(_ view: View, to frame: Rect) -> View {
    func stretched(_ range: ClosedRange<Double>, to length: Double) -> ClosedRange<Double> {
      let extra = max(0, (length - (range.upperBound - range.lowerBound)) / 2)
      return (range.lowerBound - extra)...(range.upperBound + extra)
    }
    let width = view.x.upperBound - view.x.lowerBound
    let height = view.y.upperBound - view.y.lowerBound
    let unit = min(frame.width / width, frame.height / height)
    guard unit > 0, unit.isFinite else { return view }
    return View(
      x: stretched(view.x, to: frame.width / unit), y: stretched(view.y, to: frame.height / unit))
  }
}
