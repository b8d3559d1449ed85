import LessonKit

/// The standard that every figure is held against: what a program can tell from the record of a drawn figure.
///
/// Items have the numbers of the standard. Each gives sentences on what is wrong, none where all is well.
struct Rubric {
  let record: FigureRecord
  let outcome: Outcome
  let language: Language
  /// Minima of the landscape, to be marked where they are in view.
  var minima: [Point] = []

  /// Everything that is wrong, each sentence with the number of its item.
  var violations: [String] {
    let items: [(Int, [String])] = [
      (1, overlaps), (2, cutOff), (3, smallTexts), (4, faintTexts), (5, faintLines),
      (7, twinsWithoutColor), (9, levelCounts), (10, unmarkedMinima), (11, unmarkedEnds),
      (13, crowdedMilestones), (14, silentDivergence), (15, linearTicks), (16, logTicks),
      (17, namelessAxes), (18, titles), (19, namelessLines), (20, unequalAspect),
      (21, unequalLimits), (30, darkPage), (33, alternativeText),
    ]
    return items.flatMap { number, sentences in sentences.map { "\(number): \($0)" } }
  }

  /// The picture.
  var page: Rect { Rect(x: 0, y: 0, width: Double(record.width), height: Double(record.height)) }

  /// Trails on a map; other series are curves, which have no halo, and dots, which are wide.
  var trails: [SeriesRecord] { record.series.filter { $0.halo != nil && $0.width < unit } }

  /// One percent of the picture's size, by which the plot layer measures its lines.
  var unit: Double { 0.0075 * (page.width * page.height).squareRoot() }

  /// Whether a point of the plane is in view in the first panel.
  func isInView(_ p: Point) -> Bool {
    guard let axes = record.axes.first else { return false }
    return p.x >= axes.x.min && p.x <= axes.x.max && p.y >= axes.y.min && p.y <= axes.y.max
  }

  /// Where a point of the plane stands in a panel.
  func place(_ p: Point, in axes: AxesRecord) -> Point {
    let x = Scale(
      axes.x.scale, domain: axes.x.min...axes.x.max, start: axes.box.minX, end: axes.box.maxX)
    // Names stand from above, numbers rise.
    let (low, high) = (axes.box.maxY, axes.box.minY)
    let isTurned = axes.y.scale == .category
    let y = Scale(
      axes.y.scale, domain: axes.y.min...axes.y.max, start: isTurned ? high : low,
      end: isTurned ? low : high)
    return Point(x(p.x), y(p.y))
  }
}
