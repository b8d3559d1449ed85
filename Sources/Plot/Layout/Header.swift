import Raster
import Typography

/// Title, the line under it and the line at the foot, and the room that is left for the panels.
struct Header {
  private(set) var texts: [PlacedText] = []
  /// What is left of the page.
  private(set) var body = Rect.null
  /// Height of the title's lines, in pixels.
  private var titleHeight = 0.0

  private let style: Style
  private let inner: Rect

  init(title: String, setting: String, foot: String, page: Rect, style: Style) throws {
    let em = style.size(.tick)
    let isRoomy = page.width > 26 * em && page.height > 20 * em
    // A slide that is nearly square has room for wide margins, and for a large title in two lines.
    let isTall = page.height > 0.7 * page.width && page.width > 600 * style.point
    self.style = style
    let side = (isTall ? 5 : 3.6) * style.unit
    inner = Rect(
      minX: page.minX + side, minY: page.minY + (isTall ? 3.6 : 2.2) * style.unit, maxX: page.maxX - side,
      maxY: page.maxY - (isTall ? 2.6 : 1.7) * style.unit)
    var lines: [PlacedText] = []
    var top = inner.minY
    for line in try set(title, .title, least: isTall ? 1 : 0.84, most: 3) {
      lines.append(placed(line, .title, baseline: top + 0.76 * line.px))
      top += Self.titleLeading * line.px
    }
    titleHeight = top - inner.minY
    if isRoomy {
      for line in try set(setting, .subtitle, least: 0.9, most: 2) {
        lines.append(placed(line, .subtitle, baseline: top + 0.78 * line.px))
        top += 1.24 * line.px
      }
    }
    var bottom = inner.maxY
    // On a narrow page the line at the foot is left out where it would need two.
    let most = page.width > Self.broad * em ? 2 : 1
    let feet = isRoomy ? try set(foot, .note, least: 0.97, most: most) : []
    for line in feet.reversed() {
      lines.append(placed(line, .note, baseline: bottom - 0.2 * line.px))
      bottom -= 1.2 * line.px
    }
    if !feet.isEmpty { bottom -= 0.2 * em }
    texts = lines
    body = Rect(minX: inner.minX, minY: top + 1.2 * style.unit, maxX: inner.maxX, maxY: bottom)
  }

  /// Width in ems of tick labels from which on a page has room for every line.
  private static let broad = 51.0

  /// From one line of the title to the next, in ems.
  private static let titleLeading = 1.16

  /// The texts with a question in the place of the title, as large as that leaves room for; without one where there is no title.
  func asking(_ question: String) throws -> [PlacedText] {
    let em = style.size(.title)
    let advance = try style.line(question, .title).advance
    var best: (px: Double, lines: [TextLine]) = (0, [])
    for count in 1...3 where titleHeight > 0 && advance > 0 {
      let most = min(em, titleHeight / (Self.titleLeading * Double(count)))
      // One line is made to fit; of several, words decide.
      let px = count == 1 ? min(most, 0.995 * em * inner.width / advance) : most
      let lines = try style.balanced(question, TextStyle(size: px, weight: .bold), width: inner.width)
      if lines.count <= count, px > best.px { best = (px, lines) }
    }
    let asked = best.lines.enumerated().map { index, line in
      let baseline = inner.minY + (Self.titleLeading * Double(index) + 0.76) * best.px
      return placed(Sized(line: line, px: best.px), .title, baseline: baseline)
    }
    return asked + texts.filter { $0.role != .title }
  }

  /// A line and its size.
  private struct Sized {
    var line: TextLine
    var px: Double
  }

  /// A text in one line, down to a share of its size, or else in as few as it needs; nothing where those are too many.
  private func set(_ text: String, _ role: TextRole, least: Double, most: Int) throws -> [Sized] {
    let em = style.size(role)
    let weight: TextStyle.Weight = role == .title ? .bold : .regular
    let whole = try style.line(text, role)
    guard !whole.ink.isNull else { return [] }
    let fit = inner.width / max(whole.advance, 1)
    if fit >= least {
      let px = min(1, fit * 0.995) * em
      let look = TextStyle(size: px, weight: weight)
      return try style.balanced(text, look, width: inner.width).map { Sized(line: $0, px: px) }
    }
    let lines = try style.balanced(text, TextStyle(size: em, weight: weight), width: inner.width)
    guard role == .title || lines.count <= most else { return [] }
    if lines.count == 2, let halves = try halves(text, role) { return halves.map { Sized(line: $0, px: em) } }
    return lines.map { Sized(line: $0, px: em) }
  }

  /// A text in two lines that end where its sense does, at a comma, a colon or the like, if such a place is near its middle.
  private func halves(_ text: String, _ role: TextRole) throws -> [TextLine]? {
    var best: (shorter: Double, lines: [TextLine])?
    for place in text.indices where ",;:，；：".contains(text[place]) {
      let first = text[...place]
      let rest = text[text.index(after: place)...]
      guard rest.first == " " || !text[place].isASCII, first.count(where: { $0 == "$" }).isMultiple(of: 2) else {
        continue
      }
      let lines = try [String(first), String(rest.drop { $0 == " " })].map { try style.line($0, role) }
      let (shorter, longer) = (min(lines[0].advance, lines[1].advance), max(lines[0].advance, lines[1].advance))
      if longer <= inner.width, shorter > 0.4 * longer, shorter > best?.shorter ?? 0 { best = (shorter, lines) }
    }
    return best?.lines
  }

  private func placed(_ text: Sized, _ role: TextRole, baseline: Double) -> PlacedText {
    PlacedText(
      line: text.line, origin: Point(inner.minX, baseline), role: role, bold: role == .title,
      color: role == .title ? style.theme.ink : style.theme.muted, px: text.px)
  }
}
