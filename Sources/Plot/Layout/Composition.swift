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
    var leaders: [Leader]
  }

  let format: Format
  let style: Style
  let title: String
  let header: Header
  /// Title, or the question in its place, and the lines under it and at the foot.
  let headerTexts: [PlacedText]
  private(set) var parts: [Part] = []
  private(set) var omitted: [Phrase] = []
  private let page: Rect

  init(_ figure: Figure, _ format: Format, _ typesetter: Typesetter) throws {
    self.format = format
    let style = Style(format, typesetter: typesetter)
    let title = format.title ?? figure.headline[format.language]
    let isAsking = figure.isAsking && format.title == nil
    (self.style, self.title) = (style, isAsking ? figure.ask[format.language] : title)
    let size = format.pixels
    page = Rect(x: 0, y: 0, width: Double(size.width), height: Double(size.height))
    header = try Header(
      title: title, setting: figure.setting[format.language], foot: figure.foot[format.language], page: page,
      style: style)
    headerTexts = isAsking ? try header.asking(self.title) : header.texts
    try place(
      PanelLayout.best(
        SharedAxes.readable(figure.panels), figure.arrangement, body: header.body, style: style, format: format))
  }

  /// The same with its maps painted once for all frames.
  var withMapsPainted: Composition {
    var composition = self
    for index in parts.indices { composition.parts[index].stage.paintMaps() }
    return composition
  }

  /// Lets the marks take their places in the plot areas.
  private mutating func place(_ layout: PanelLayout) throws {
    for (i, plan) in layout.plans.enumerated() {
      if let scene = plan.panel.scene, let levels = plan.levels {
        parts.append(try part(plan, scene, layout.slots[i], levels: levels))
      } else {
        let hasNote = layout.lastMap == nil || layout.lastMap == i
        parts.append(try part(plan, layout.slots[i], hasColorNote: hasNote))
      }
    }
  }

  private mutating func part(_ plan: PanelPlan, _ slot: Arranger.Slot, hasColorNote: Bool) throws -> Part {
    let frame = slot.frame
    var space = Space(
      x: plan.x.scale(from: frame.minX, to: frame.maxX, vertical: false),
      y: plan.y.scale(from: frame.maxY, to: frame.minY, vertical: true), frame: frame, style: style,
      axes: (plan.panel.x, plan.panel.y), hasEndMargin: plan.hasEndMargin, levels: plan.levels)
    space.covered = plan.panel.marks.flatMap(\.covers)
    space.hasColorNote = hasColorNote
    var stage = Stage()
    for (index, mark) in plan.panel.marks.enumerated() {
      stage.source = .mark(index)
      try mark.place(in: space, on: &stage)
    }
    var texts = plan.texts(around: slot, page: page.inset(by: 1.2 * style.unit), style: style)
    let ends = try EndLabels(stage.endLabels, frame: frame, limit: plan.endLimit, style: style)
    var placer = LabelPlacer(frame: frame, obstacles: stage.obstacles, style: style)
    try placer.place(stage.labels)
    omitted += placer.omitted
    texts += ends.placed + placer.placed
    return Part(plan: plan, space: space, stage: stage, texts: texts, leaders: ends.leaders + placer.leaders)
  }

  private mutating func part(_ plan: PanelPlan, _ scene: Scene, _ slot: Arranger.Slot, levels: Levels) throws -> Part {
    // The axes stand within a scene: it has its whole cell.
    let (inner, room) = (slot.frame, slot.room)
    let frame = Rect(
      minX: (inner.minX - room.left).rounded(.up), minY: inner.minY, maxX: (inner.maxX + room.right).rounded(.down),
      maxY: (inner.maxY + room.bottom).rounded(.down))
    let scene = try ScenePlan(plan.panel, scene, view: plan.view, frame: frame, levels: levels, style: style)
    var stage = Stage()
    try scene.place(plan.panel.marks, on: &stage)
    var placer = LabelPlacer(frame: frame, obstacles: stage.obstacles, style: style, taken: scene.axes.texts)
    try placer.place(stage.labels)
    omitted += placer.omitted
    let headings = plan.texts(
      around: Arranger.Slot(frame: frame, room: PanelPlan.Insets(top: room.top)), page: page, style: style)
    return Part(
      plan: plan, sceneAxes: scene.axes, space: scene.space.pixels, stage: stage, texts: headings + placer.placed,
      leaders: placer.leaders)
  }
}
