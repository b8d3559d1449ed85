import Raster

@testable import Plot

/// What can be wrong with the layout of a figure.
enum Layouts {
  /// Texts that leave the page or run into each other (items 1 and 2).
  static func flaws(_ record: FigureRecord) -> [String] {
    let page = Rect(x: 0, y: 0, width: Double(record.width), height: Double(record.height))
    var flaws = record.texts.filter { !page.contains($0.box) }.map { "'\($0.text)' is cut off" }
    for (i, a) in record.texts.enumerated() {
      for b in record.texts.dropFirst(i + 1) {
        let common = a.box.intersection(b.box)
        if !common.isNull, common.width > 2, common.height > 2 { flaws.append("'\(a.text)' runs into '\(b.text)'") }
      }
    }
    return flaws
  }

  /// The share of the page that the plots take.
  static func area(_ record: FigureRecord) -> Double {
    let plots = record.axes.map { $0.box.width * $0.box.height }.reduce(0, +)
    return plots / Double(record.width * record.height)
  }

  /// Whether the plots are large enough: 55 % of the page for one, 45 % for several (item 35).
  static func isFull(_ record: FigureRecord) -> Bool { area(record) >= (record.axes.count == 1 ? 0.55 : 0.45) }

  /// Whether the panels are few enough: two, or up to six alike (item 38).
  static func isOneThing(_ record: FigureRecord) -> Bool {
    guard record.axes.count > 2 else { return true }
    func axes(_ panel: AxesRecord) -> [String] {
      [panel.x, panel.y].map { "\($0.name) \($0.scale) \($0.min) \($0.max)" }
    }
    return record.axes.count <= 6 && record.axes.allSatisfy { axes($0) == axes(record.axes[0]) }
  }
}
