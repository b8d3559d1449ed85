import Raster
import Typography

/// Title, subtitle and note, wrapped to the page, and the room that is left for the panels.
struct Header {
  private(set) var texts: [PlacedText] = []
  /// What is left of the page.
  let body: Rect

  init(
    title: String, subtitle: String, notes: [String], page: Rect, style: Style, isRoomy: Bool
  ) throws {
    let margin = Point(5 * style.unit, 4.2 * style.unit)
    let inner = page.inset(x: margin.x, y: margin.y)
    var top = inner.minY
    var bottom = inner.maxY
    var texts: [PlacedText] = []
    func add(_ text: String, _ role: TextRole, _ color: Color, leading: Double) throws {
      let em = style.size(role)
      let weight: TextStyle.Weight = role == .title ? .bold : .regular
      let textStyle = TextStyle(size: em, weight: weight)
      let lines = try style.balanced(text, textStyle, width: inner.width)
      for line in lines where !line.ink.isNull {
        texts.append(
          PlacedText(
            line: line, origin: Point(inner.minX, top + 0.76 * em), role: role,
            bold: role == .title, color: color, px: em))
        top += leading * em
      }
    }
    try add(title, .title, style.theme.ink, leading: 1.22)
    if isRoomy { try add(subtitle, .subtitle, style.theme.muted, leading: 1.36) }
    if isRoomy {
      let em = style.size(.note)
      let isTall = page.height > 30 * em
      let lines = try Self.fitted(
        notes, em: em, width: inner.width, isTall: isTall, style: style)
      for (i, line) in lines.enumerated() where !line.ink.isNull {
        let y = bottom - 1.25 * em * Double(lines.count - 1 - i) - 0.22 * em
        texts.append(
          PlacedText(
            line: line, origin: Point(inner.minX, y), role: .note, color: style.theme.muted, px: em)
        )
      }
      if !lines.isEmpty { bottom -= 1.25 * em * Double(lines.count) + 0.4 * em }
    }
    self.texts = texts
    body = Rect(minX: inner.minX, minY: top + 0.6 * style.unit, maxX: inner.maxX, maxY: bottom)
  }

  /// As many of the sentences as fit into two lines, three on a tall page; at least the first.
  private static func fitted(
    _ notes: [String], em: Double, width: Double, isTall: Bool, style: Style
  ) throws -> [TextLine] {
    let most = isTall ? 3 : 2
    for count in stride(from: notes.count, through: 1, by: -1) {
      let space = style.language == .chinese ? "" : " "
      let text = notes.prefix(count).joined(separator: space)
      let lines = try style.balanced(text, TextStyle(size: em), width: width)
      if lines.count <= most || count == 1 { return lines }
    }
    return []
  }
}
