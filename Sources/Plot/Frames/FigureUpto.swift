import Raster

extension Figure {
  /// The most steps of its trails, those that are lost counted up to there; nil where it draws none.
  public var longestTrail: Int? { panels.flatMap(\.marks).compactMap { ($0 as? Trail)?.lastStep }.max() }

  /// The figure with the first steps of each trail on the axes of the whole, under its question: what came of the walks is left
  /// out.
  ///
  /// A figure of which no trail is longer is as it was.
  public func upto(_ steps: Int) -> Figure {
    require(steps >= 0, "a trail of \(steps) steps")
    guard let longest = longestTrail, steps < longest else { return self }
    let order = FrameOrder(panels)
    var part = self
    part.isAsking = true
    for (index, panel) in panels.enumerated() {
      let number = Digits.count(steps)
      let isOne = panel.marks.count { $0 is Trail } == 1
      // The line keeps its room, that plots stay where they are.
      if panel.subheading != nil { part.panels[index].subheading = Phrase("step \(number)", zh: "第 \(number) 步") }
      part.panels[index].marks = panel.marks.enumerated().map { place, mark in
        switch mark {
        case let trail as Trail:
          trail.upto(steps, isNamed: trail.isNamed && !isOne, isNumbered: panel.subheading == nil)
        case let star as Star: star.with(\.detail, nil)
        default: order.frame(of: .mark(place), panel: index) == 0 ? mark : Unseen(mark)
        }
      }
    }
    return part
  }
}

extension Trail {
  /// The last step that it shows.
  fileprivate var lastStep: Int { points.prefix { $0.isFinite }.count - 1 }

  /// Its first steps, the last of them marked, under the name of what it stands for.
  fileprivate func upto(_ steps: Int, isNamed: Bool, isNumbered: Bool) -> Trail {
    var part = self
    (part.name, part.isNamed, part.ending) = (identity.name, isNamed, nil)
    part.table = table.map { Series($0.name, columns: $0.columns, rows: Array($0.rows.prefix(steps + 1))) }
    guard steps < lastStep else { return part }
    part.points = Array(points.prefix(steps + 1))
    part.dots = dots.filter { $0.step < steps } + [isNumbered ? Dot(steps) : Dot(steps, label: nil)]
    part.phases = phases.filter { $0.steps.upperBound <= steps }
    if let settledAt, settledAt >= steps { part.settledAt = nil }
    if let lost = divergedAt, lost > steps { (part.divergedAt, part.hasLeftDomain) = (nil, false) }
    return part
  }
}

/// A mark that keeps its room and is not drawn.
private struct Unseen: Mark {
  let mark: any Mark

  init(_ mark: any Mark) { self.mark = mark }

  var extent: Extent { mark.extent }
  var standsWithoutGrid: Bool { mark.standsWithoutGrid }
  func endTexts(x: Axis, y: Axis) -> [LabelText] { mark.endTexts(x: x, y: y) }
  func levels(in view: View, format: Format) -> Levels? { mark.levels(in: view, format: format) }
  func place(in space: Space, on stage: inout Stage) throws {}
}

extension Unseen: SceneMark { func place(in scene: SceneSpace, on stage: inout Stage) throws {} }
