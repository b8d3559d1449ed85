import LessonKit

/// The standard that every figure is held against: what a program can tell from a figure and the record of its layout.
///
/// Items have the numbers of the standard. Each gives sentences on what is wrong, none where all is well.
struct Rubric {
  var figure: Figure
  /// What stands under it in a document.
  var caption: Phrase
  /// What a reader is told who cannot see it.
  var alternative: Phrase
  var record: FigureRecord
  let language: Language
  /// Whether it is the lesson's own figure, which has fewer words.
  let isHero: Bool
  /// Minima of the landscape, to be marked on a map where they are in view.
  let minima: [Point]

  init(figure: Figure, caption: Caption, record: FigureRecord, language: Language, isHero: Bool, minima: [Point] = []) {
    (self.figure, self.caption, alternative) = (figure, caption.text, caption.alternative)
    (self.record, self.language, self.isHero, self.minima) = (record, language, isHero, minima)
  }

  /// Everything that is wrong, each sentence with the number of its item.
  var violations: [String] {
    let items: [(Int, [String])] = [
      (1, overlaps), (2, cutOff), (3, smallTexts), (4, faintTexts), (5, faintLines), (7, twinsWithoutColor),
      (9, levelCounts), (10, unmarkedMinima), (11, unmarkedEnds), (13, crowdedMilestones), (14, silentDivergence),
      (15, linearTicks), (16, logTicks), (17, namelessAxes), (18, titles), (19, namelessLines), (20, unequalAspect),
      (21, unequalLimits), (30, darkPage), (33, alternativeText), (35, emptyPage), (37, wordiness), (38, mixedPanels),
      (39, unknownWords), (40, strangeColors),
    ]
    return items.flatMap { number, sentences in sentences.map { "\(number): \($0)" } }
  }

  /// The picture.
  var page: Rect { Rect(x: 0, y: 0, width: Double(record.width), height: Double(record.height)) }

  /// Whether the page is a slide of 16:9, for which sizes and shares are laid down.
  var isSlide: Bool { record.preset == Preset.slide.name }

  /// Walks on maps. Other series are curves and dots.
  var trails: [SeriesRecord] {
    let names = Set(walks.map { $0.name[language] })
    return record.series.filter { names.contains($0.name) && $0.halo != nil }
  }

  /// The trails of the figure with the number of their panel, in order.
  var walks: [Trail] { figure.panels.flatMap { $0.marks.compactMap { $0 as? Trail } } }

  /// One percent of the picture's size, by which the plot layer measures its lines.
  var unit: Double { 0.0075 * (page.width * page.height).squareRoot() }

  /// Whether a point of the plane is in view in a panel.
  func isInView(_ p: Point, in axes: AxesRecord) -> Bool {
    p.x >= axes.x.min && p.x <= axes.x.max && p.y >= axes.y.min && p.y <= axes.y.max
  }

  /// Where a point of the plane stands in a panel.
  func place(_ p: Point, in axes: AxesRecord) -> Point {
    let x = Scale(axes.x.scale, domain: axes.x.min...axes.x.max, start: axes.box.minX, end: axes.box.maxX)
    // Names stand from above, numbers rise.
    let (low, high) = (axes.box.maxY, axes.box.minY)
    let isTurned = axes.y.scale == .category
    let y = Scale(
      axes.y.scale, domain: axes.y.min...axes.y.max, start: isTurned ? high : low, end: isTurned ? low : high)
    return Point(x(p.x), y(p.y))
  }
}
