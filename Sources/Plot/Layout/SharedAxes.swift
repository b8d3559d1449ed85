/// What the axes of a panel leave out because a neighbour says it.
struct SharedAxes {
  /// No tick labels and no name under the panel: the one below has the same.
  var hidesX = false
  /// Below the panel is an open place, over which its tick labels may hang.
  var hangsFree = false
  /// No tick labels and no name at its left: the panel there has the same.
  var hidesY = false
  /// No name of the vertical axis: the panel at the left has the same.
  var hidesYName = false
  /// No name of the horizontal axis: the panel below has the same.
  var hidesXName = false

  /// Nothing left out.
  init() {}

  /// What a panel leaves out among others with their views.
  init(_ index: Int, _ panels: [Panel], _ views: [View], _ places: [Arranger.Place]) {
    let (panel, place) = (panels[index], places[index])
    guard panel.scene == nil else { return }
    func neighbour(_ isThere: (Arranger.Place) -> Bool) -> Int? {
      places.indices.first { isThere(places[$0]) && panels[$0].scene == nil }
    }
    let isLast = place.row == places.map(\.row).max()
    hangsFree =
      !isLast && !places.contains { $0.row == place.row + 1 && $0.isInLine(with: place) }
      && places.contains { $0.row == place.row + 1 && $0.columns == place.columns }
    if let left = neighbour({ $0.row == place.row && $0.column == place.column - 1 }) {
      hidesYName = panels[left].y.name == panel.y.name && panels[left].y.scale == panel.y.scale
      hidesY = panels[left].y.isLike(panel.y) && views[left].y == views[index].y && panels[left].frame == panel.frame
    }
    if let below = neighbour({ $0.row == place.row + 1 && $0.isInLine(with: place) }) {
      hidesXName = panels[below].x.name == panel.x.name
      hidesX = panels[below].x.isLike(panel.x) && views[below].x == views[index].x
    }
  }

  /// Panels with a linear axis in place of a log one where all panels alike have nothing to show on it but zeros.
  static func readable(_ panels: [Panel]) -> [Panel] {
    zip(panels, extents(of: panels)).map { panel, extent in
      guard panel.scene == nil else { return panel }
      var panel = panel
      (panel.x, panel.y) = (panel.x.readable(extent.x), panel.y.readable(extent.y))
      return panel
    }
  }

  /// Panels with the views of those that are alike made one, where no domain is set.
  static func views(of panels: [Panel]) -> [View] {
    zip(panels, extents(of: panels)).map { panel, extent in
      View(x: panel.x.view(of: extent.x), y: panel.y.view(of: extent.y))
    }
  }

  /// What each panel and those that are alike ask to see.
  private static func extents(of panels: [Panel]) -> [Extent] {
    panels.indices.map { i -> Extent in
      var extent = panels[i].extent
      for other in panels where other.isLike(panels[i]) && panels[i].scene == nil { extent.include(other.extent) }
      return extent
    }
  }
}
