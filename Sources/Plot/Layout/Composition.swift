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
    func layout(_ panels: [Panel]) throws -> PanelLayout {
      try PanelLayout(
        panels, figure.arrangement, Arranger(body: all.body, style: style), format: format)
    }
    let shown = Arranger(body: all.body, style: style).shown(figure.panels, figure.arrangement)
    if shown.count < figure.panels.count { all = try header(over: shown) }
    var panels = try layout(shown)
    let essential = shown.filter(\.isEssential)
    if !panels.isRoomy, essential.count < shown.count {
      let kept = essential.isEmpty ? [shown[0]] : essential
      all = try header(over: kept)
      panels = try layout(kept)
    }
    headerTexts = all.texts
    levels = panels.levels
    try place(panels)
  }

  /// Lets the marks take their places in the plot areas.
  private mutating func place(_ layout: PanelLayout) throws {
    for (i, plan) in layout.plans.enumerated() {
      let rise = layout.rises[i]
      if let scene = plan.panel.scene, let levels {
        // The axes stand within a scene: it has its whole cell.
        let (top, cell) = (layout.frames[i].minY, layout.cells[i].box)
        let frame = Rect(
          minX: cell.minX.rounded(.up), minY: top, maxX: cell.maxX.rounded(.down),
          maxY: max(top + 4, cell.maxY.rounded(.down)))
        parts.append(try part(plan, scene, frame: frame, rise: rise, levels: levels))
      } else {
        parts.append(try part(plan, frame: layout.frames[i], rise: rise))
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
}
