import LessonKit

extension Rubric {
  /// 5: lines and markers with data stand out from the page, or from their halo.
  var faintLines: [String] {
    let series = record.series.compactMap { series -> String? in
      let contrast = series.color.contrast(with: series.halo ?? record.background)
      return contrast < 3 && !isLighter(series) ? "series '\(series.name)' has a contrast of \(contrast)" : nil
    }
    // The golden star has a dark edge, a halo and its name.
    let markers = record.markers.filter { $0.kind != .minimum }.compactMap { marker -> String? in
      let contrast = marker.color.contrast(with: record.background)
      return contrast < 3 ? "a marker (\(marker.kind)) has a contrast of \(contrast)" : nil
    }
    return series + markers
  }

  /// 7: without colour, curves still differ by the marker at their end. What is grey has a dash, or is not to be told apart.
  var twinsWithoutColor: [String] {
    let theme: Theme = record.theme == Theme.dark.name ? .dark : .light
    var (own, shared) = ([String: Set<String>](), [String: Set<String>]())
    for series in curves where !series.color.isShade(of: theme.muted, on: theme.background) {
      guard let marker = series.marker else { return ["series '\(series.name)' has no marker"] }
      own[series.name, default: []].insert(marker.rawValue)
      // "Adam, in theory" is Adam under another dash; a lighter Adam is Adam before.
      let thing = String(series.name.prefix { $0 != "," && $0 != "，" })
      if !isLighter(series) { shared[marker.rawValue, default: []].insert(thing) }
    }
    let several = own.filter { $0.value.count > 1 }.keys.sorted()
    // Panels with headings of their own tell their curves apart.
    let areApart = record.axes.count > 1 && record.texts.count { $0.role == .heading } >= record.axes.count
    let twins = own.count <= 6 && !areApart ? shared.values.filter { $0.count > 1 } : []
    return several.map { "'\($0)' has several markers" } + twins.map { "series share a marker: \($0.sorted())" }
  }

  /// Lines; dots are discs, and wide.
  private var curves: [SeriesRecord] { record.series.filter { $0.width < $0.weight * unit } }

  /// Whether a series is a lighter form of another one's colour: what leads up to it.
  private func isLighter(_ series: SeriesRecord) -> Bool {
    record.series.contains { other in
      other.color != series.color && series.color.isShade(of: other.color, on: record.background)
    }
  }

  /// 9: surfaces have 10 to 24 bands and 3 to 14 lines; tables of cells as many bands.
  var levelCounts: [String] {
    guard let levels = record.levels else { return [] }
    var sentences: [String] = []
    if !(10...24).contains(levels.bands.count - 1) { sentences.append("\(levels.bands.count - 1) bands") }
    // Cells have bands but no lines.
    if !levels.lines.isEmpty && !(3...14).contains(levels.lines.count) {
      sentences.append("\(levels.lines.count) lines")
    }
    if !Set(levels.lines).isSubset(of: levels.bands) { sentences.append("lines within bands") }
    return sentences
  }

  /// 10: a minimum that is in view on a map is marked, and on a map that stands alone named.
  var unmarkedMinima: [String] {
    guard record.levels != nil, let map = record.axes.first else { return [] }
    return minima.filter { isInView($0, in: map) }.compactMap { p in
      let marker = record.markers.first { $0.kind == .minimum && $0.at.distance(to: p) < 1e-9 }
      guard let marker else { return "the minimum at (\(p.x), \(p.y)) is not marked" }
      let isNamed = record.texts.contains { $0.text == marker.label }
      guard isNamed || record.axes.count > 1 else { return "the minimum at (\(p.x), \(p.y)) has no name" }
      return nil
    }
  }

  /// 11: both ends of every trail are marked, each in its own way; on a map that stands alone the start is named.
  var unmarkedEnds: [String] {
    trails.flatMap { trail in
      var sentences: [String] = []
      let ends = record.markers.filter { $0.kind == .end || $0.kind == .diverged }
      if !ends.contains(where: { $0.at == trail.end && $0.color == trail.color }) {
        sentences.append("the end of '\(trail.name)' is not marked")
      }
      let starts = record.markers.filter { $0.kind == .start }
      let isSeen = record.axes.contains { isInView(trail.start, in: $0) }
      if isSeen && !starts.contains(where: { $0.at == trail.start }) {
        sentences.append("the start of '\(trail.name)' is not marked")
      }
      let texts = Set(record.texts.map(\.text))
      let labels = starts.compactMap(\.label).filter { !$0.isEmpty }
      if record.axes.count == 1, !starts.isEmpty, !labels.contains(where: texts.contains) {
        sentences.append("the start has no name")
      }
      return sentences
    }
  }

  /// 13: numbered steps are at least 2.5 dots apart.
  var crowdedMilestones: [String] {
    guard figure.panels.count == record.axes.count else { return [] }
    let diameter = 2 * 0.82 * unit
    return zip(figure.panels, record.axes).flatMap { panel, axes -> [String] in
      // One in space is not measured by the plane.
      guard axes.z == nil else { return [] }
      let walks = panel.marks.compactMap { $0 as? Trail }.filter { $0.points.count > 41 }
      return walks.flatMap { walk -> [String] in
        let ends = (walk.points.first, walk.points.last { $0.isFinite })
        let record = trails.first { ($0.start, $0.end) == ends && $0.name == walk.name[language] }
        let places = (record?.milestones ?? []).map { place(walk.points[$0], in: axes) }
        return zip(places, places.dropFirst()).filter { $0.distance(to: $1) < 2.5 * diameter }.map {
          "milestones of '\(walk.name[language])' at \($0) and \($1) are too close"
        }
      }
    }
  }

  /// 14: a run that was lost says so on the figure.
  var silentDivergence: [String] {
    let lost = trails.filter { $0.divergedAt != nil }
    guard !lost.isEmpty else { return [] }
    var sentences: [String] = []
    let word = language == .chinese ? "发散" : "diverge"
    let texts = record.texts.map(\.text)
    if !texts.contains(where: { $0.contains(word) }) {
      sentences.append("no text says that \(lost.map(\.name)) diverged")
    }
    if record.markers.count(where: { $0.kind == .diverged }) < lost.count {
      sentences.append("a run that diverged has no marker")
    }
    if !alternative[language].contains(word) {
      sentences.append("the alternative text does not say that a run diverged")
    }
    return sentences
  }

  /// 19: up to six series have their names beside them, over their panel, on its axis or in what stands above.
  var namelessLines: [String] {
    // A law in grey speaks for itself.
    let names = Set(curves.map(\.name)).subtracting(["", Identity.law.name[language]])
    guard names.count <= 6 else { return [] }
    let roles: [TextRole] = [.label, .finding, .heading, .tick, .axis, .title, .subtitle]
    // A name may stand in several lines, and what it has behind a comma in another label.
    let texts = record.texts.filter { roles.contains($0.role) }.map { $0.text.lowercased() }
    let all = [texts.joined(separator: language == .english ? " " : ""), texts.joined(separator: " ")]
    return names.sorted().filter { name in
      let parts = name.replacing("\n", with: " ").replacing("，", with: ", ").split(separator: ", ")
      // What tells twins apart stands behind the comma.
      return !parts.suffix(1).allSatisfy { part in all.contains { $0.contains(part.trimmingPrefix(" ").lowercased()) } }
    }.map { "no text names '\($0)'" }
  }

  /// 30: the dark page is not black, and nothing on it is.
  var darkPage: [String] {
    guard record.theme == "dark" else { return [] }
    var sentences = record.background == .black ? ["the page is pure black"] : []
    if record.background.luminance > 0.05 { sentences.append("the page is not dark") }
    let colors = record.texts.map(\.color) + record.series.map(\.color) + record.markers.map(\.color)
    if colors.contains(.black) { sentences.append("black on a dark page") }
    return sentences
  }
}
