import Raster
import Typography

/// A figure with everything in its place: all texts set and measured, all shapes known, nothing painted.
struct Composition {
  /// A panel in its place.
  struct Part {
    var plan: PanelPlan
    /// The axes in space, if the panel shows a scene.
    var sceneAxes: SceneAxes?
    var space: Space
    var stage: Stage
    var texts: [PlacedText]
    var leaders: [(Segment, Color)]
  }

  let format: Format
  let style: Style
  let title: String
  private(set) var headerTexts: [PlacedText] = []
  private(set) var parts: [Part] = []
  private(set) var omitted: [Phrase] = []
  private(set) var levels: Levels?

  init(_ figure: Figure, _ format: Format, _ typesetter: Typesetter) throws {
    self.format = format
    let style = Style(format, typesetter: typesetter)
    let title = format.title ?? figure.title[format.language]
    (self.style, self.title) = (style, title)
    let size = format.pixels
    let page = Rect(x: 0, y: 0, width: Double(size.width), height: Double(size.height))
    let isRoomy = page.width / style.size(.tick) > 26 && page.height / style.size(.tick) > 20
    func header(over panels: [Panel]) throws -> Header {
      let notes = panels.flatMap(\.notes) + figure.notes
      return try Header(
        title: title, subtitle: figure.subtitle[format.language],
        notes: notes.map { $0[format.language] }, page: page, style: style, isRoomy: isRoomy)
    }
    var all = try header(over: figure.panels)
    let arranger = Arranger(body: all.body, style: style)
    var panels = arranger.shown(figure.panels, figure.arrangement)
    if !arranger.hasRoom(for: panels, figure.arrangement) { panels = panels.filter(\.isEssential) }
    if panels.isEmpty { panels = [figure.panels[0]] }
    if panels.count < figure.panels.count { all = try header(over: panels) }
    headerTexts = all.texts
    try compose(panels, figure.arrangement, Arranger(body: all.body, style: style))
  }

  /// Finds the plot areas, then lets the marks take their places.
  private mutating func compose(
    _ panels: [Panel], _ arrangement: Arrangement, _ arranger: Arranger
  ) throws {
    var views = panels.enumerated().map { i, panel in
      let extent = panel.extent
      let own = View(x: panel.x.view(of: extent.x), y: panel.y.view(of: extent.y))
      let isMap = panel.isPlane && (i == 0 || panel.sharesSurface(with: panels[0]))
      return isMap ? format.view ?? own : own
    }
    for (panel, view) in zip(panels, views) where levels == nil {
      levels = panel.surface?.resolvedLevels(in: view, format: format)
    }
    let shares = arranger.cells(arrangement, count: panels.count)
    var cells = shares
    var sizes = cells.map { Point($0.box.width * 0.75, $0.box.height * 0.75) }
    var plans: [PanelPlan] = []
    var frames: [Rect] = []
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
    let rises = arranger.rises(cells, insets: plans.map(\.insets))
    for (i, plan) in plans.enumerated() {
      if let scene = plan.panel.scene, let levels {
        // The axes stand within a scene: it has its whole cell.
        let top = frames[i].minY
        let cell = cells[i].box
        let frame = Rect(
          minX: cell.minX.rounded(.up), minY: top, maxX: cell.maxX.rounded(.down),
          maxY: max(top + 4, cell.maxY.rounded(.down)))
        parts.append(try part(plan, scene, frame: frame, rise: rises[i], levels: levels))
      } else {
        parts.append(try part(plan, frame: frames[i], rise: rises[i]))
      }
    }
  }

  private mutating func part(_ plan: PanelPlan, frame: Rect, rise: Double) throws -> Part {
    let space = Space(
      x: plan.x.scale(from: frame.minX, to: frame.maxX, vertical: false),
      y: plan.y.scale(from: frame.maxY, to: frame.minY, vertical: true),
      frame: frame, style: style, hasEndMargin: plan.hasEndMargin, levels: plan.levels)
    var stage = Stage()
    for mark in plan.panel.marks { try mark.place(in: space, on: &stage) }
    let page = Rect(
      x: 0, y: 0, width: Double(format.pixels.width), height: Double(format.pixels.height)
    ).inset(by: 1.2 * style.unit)
    var texts = plan.texts(
      around: frame, top: frame.minY - rise, cell: page, style: style)
    let ends = try EndLabels(stage.endLabels, frame: frame, style: style)
    var placer = LabelPlacer(frame: frame, obstacles: stage.obstacles, style: style)
    try placer.place(stage.labels)
    omitted += placer.omitted
    texts += ends.placed + placer.placed
    return Part(
      plan: plan, space: space, stage: stage, texts: texts, leaders: ends.leaders + placer.leaders)
  }

  private mutating func part(
    _ plan: PanelPlan, _ scene: Scene, frame: Rect, rise: Double, levels: Levels
  ) throws -> Part {
    let scene = try ScenePlan(
      plan.panel, scene, view: plan.view, frame: frame, levels: levels, style: style)
    var stage = Stage()
    try scene.place(plan.panel.marks, on: &stage)
    var placer = LabelPlacer(
      frame: frame, obstacles: stage.obstacles, style: style, taken: scene.axes.texts)
    try placer.place(stage.labels)
    omitted += placer.omitted
    let headings = plan.texts(
      around: frame, top: frame.minY - rise, cell: frame, style: style)
    return Part(
      plan: plan, sceneAxes: scene.axes, space: scene.space.pixels, stage: stage,
      texts: headings + placer.placed, leaders: placer.leaders)
  }

  /// The largest frame inside another, at its top left, in which a unit of x is as long as a unit of y.
  private static func squared(_ frame: Rect, _ view: View) -> Rect {
    let width = view.x.upperBound - view.x.lowerBound
    let height = view.y.upperBound - view.y.lowerBound
    guard width > 0, height > 0 else { return frame }
    let unit = min(frame.width / width, frame.height / height)
    let (w, h) = ((unit * width).rounded(), (unit * height).rounded())
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
