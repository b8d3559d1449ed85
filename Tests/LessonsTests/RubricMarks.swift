import LessonKit

extension Rubric {
  /// 5: lines and markers with data stand out from the page, or from their halo.
  var faintLines: [String] {
    let series = record.series.compactMap { series -> String? in
      let contrast = series.color.contrast(with: series.halo ?? record.background)
      return contrast < 3 ? "series '\(series.name)' has a contrast of \(contrast)" : nil
    }
    // The golden star has a dark edge, a halo and its name.
    let markers = record.markers.filter { $0.kind != .minimum }.compactMap { marker -> String? in
      let contrast = marker.color.contrast(with: record.background)
      return contrast < 3 ? "a marker (\(marker.kind)) has a contrast of \(contrast)" : nil
    }
    return series + markers
  }

  /// 7: without colour, series still differ by the marker at their end.
  var twinsWithoutColor: [String] {
    var markers: [String: Set<String>] = [:]
    for series in record.series {
      guard let marker = series.marker else { return ["series '\(series.name)' has no marker"] }
      markers[series.name, default: []].insert(marker.rawValue)
    }
    var sentences = markers.filter { $0.value.count > 1 }.map { "'\($0.key)' has several markers" }
    let all = markers.values.flatMap { $0 }
    if markers.count <= 6 && Set(all).count < markers.count {
      sentences.append("series share a marker: \(markers)")
    }
    return sentences
  }

  /// 9: surfaces have 10 to 24 bands and 8 to 14 lines; tables of cells as many bands.
  var levelCounts: [String] {
    guard let levels = record.levels else { return [] }
    var sentences: [String] = []
    if !(10...24).contains(levels.bands.count - 1) {
      sentences.append("\(levels.bands.count - 1) bands")
    }
    // Cells have bands but no lines.
    if !levels.lines.isEmpty && !(8...14).contains(levels.lines.count) {
      sentences.append("\(levels.lines.count) lines")
    }
    if !Set(levels.lines).isSubset(of: levels.bands) { sentences.append("lines within bands") }
    return sentences
  }

  /// 10: a minimum in view is marked and named.
  var unmarkedMinima: [String] {
    minima.filter(isInView).compactMap { p in
      let marker = record.markers.first { $0.kind == .minimum && $0.at.distance(to: p) < 1e-9 }
      guard let marker else { return "the minimum at (\(p.x), \(p.y)) is not marked" }
      guard let label = marker.label, record.texts.contains(where: { $0.text == label }) else {
        return "the minimum at (\(p.x), \(p.y)) has no name"
      }
      return nil
    }
  }

  /// 11: both ends of every trail are marked, each in its own way.
  var unmarkedEnds: [String] {
    trails.flatMap { trail in
      var sentences: [String] = []
      let ends = record.markers.filter { $0.kind == .end || $0.kind == .diverged }
      if !ends.contains(where: { $0.at == trail.end && $0.color == trail.color }) {
        sentences.append("the end of '\(trail.name)' is not marked")
      }
      let starts = record.markers.filter { $0.kind == .start }
      if isInView(trail.start) && !starts.contains(where: { $0.at == trail.start }) {
        sentences.append("the start of '\(trail.name)' is not marked")
      }
      for start in starts where !record.texts.contains(where: { $0.text == start.label }) {
        sentences.append("the start has no name")
      }
      return sentences
    }
  }

  /// 13: numbered steps are at least 2.5 dots apart.
  var crowdedMilestones: [String] {
    let walks = outcome.series.filter { $0.columns.prefix(3) == ["step", "x", "y"] }
    guard !walks.isEmpty else { return [] }
    let diameter = 2 * 0.82 * unit
    // Panels have the trails in the order of the tables; one in space is not measured by the plane.
    return trails.enumerated().flatMap { i, trail -> [String] in
      let (panel, table) = (i / walks.count, walks[i % walks.count])
      guard panel < record.axes.count, record.axes[panel].z == nil else { return [] }
      let axes = record.axes[panel]
      let places = trail.milestones.map { step in
        place(Point(table.rows[step][1], table.rows[step][2]), in: axes)
      }
      return zip(places, places.dropFirst()).filter { $0.distance(to: $1) < 2.5 * diameter }
        .map { "milestones of '\(trail.name)' at \($0) and \($1) are too close" }
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
    if !outcome.alt[language].contains(word) {
      sentences.append("the alternative text does not say that a run diverged")
    }
    return sentences
  }

  /// 19: up to six series have their names beside them, over their panel or on its axis; one alone has it in the title or
  /// subtitle.
  var namelessLines: [String] {
    let names = Set(record.series.map(\.name))
    guard names.count <= 6 else { return [] }
    let roles: [TextRole] =
      names.count == 1 ? [.title, .subtitle, .label, .heading] : [.label, .heading, .tick]
    let texts = record.texts.filter { roles.contains($0.role) }.map(\.text)
    return names.sorted().filter { name in !texts.contains { $0.contains(name) } }
      .map { "no text names '\($0)'" }
  }

  /// 30: the dark page is not black, and nothing on it is.
  var darkPage: [String] {
    guard record.theme == "dark" else { return [] }
    var sentences = record.background == .black ? ["the page is pure black"] : []
    if record.background.luminance > 0.05 { sentences.append("the page is not dark") }
    let colors =
      record.texts.map(\.color) + record.series.map(\.color) + record.markers.map(\.color)
    if colors.contains(.black) { sentences.append("black on a dark page") }
    return sentences
  }
}
