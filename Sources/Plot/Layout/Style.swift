import Raster
import Typography

/// Everything about a look that is decided once a figure: colours, language, sizes in pixels.
public struct Style: Sendable {
  /// Colours.
  public let theme: Theme
  /// The language of every text.
  public let language: Language
  /// About one percent of the picture's height, in pixels: 10.8 on a slide of 1920 × 1080.
  public let unit: Double
  /// Pixels per point of type.
  public let point: Double
  /// Type sizes in points.
  public let type: TypeSizes
  /// Sets text.
  let typesetter: Typesetter

  init(_ format: Format, typesetter: Typesetter) {
    let preset = format.pixels
    theme = format.theme
    language = format.language
    point = preset.dpi / 72
    type = preset.type.fitted(to: preset)
    let size = 0.0075 * (Double(preset.width) * Double(preset.height)).squareRoot()
    // Lines and marks go with the type where that is large for its page.
    unit = max(size, 0.3 * type.tick * point)
    self.typesetter = typesetter
  }

  /// Width of a line that carries data.
  public var dataLine: Double { 0.8 * unit }
  /// Width of a trail on a map.
  public var trailLine: Double { 0.95 * unit }
  /// Width of a line that carries a reference.
  public var referenceLine: Double { 0.3 * unit }
  /// Width of the halo on each side of a line.
  public var halo: Double { 0.33 * unit }
  /// Width of axis and tick lines.
  public var axisLine: Double { 0.18 * unit }
  /// Width of grid lines.
  public var gridLine: Double { 0.15 * unit }
  /// Distance between a mark and its text.
  public var gap: Double { 0.3 * size(.label) }
  /// Length of a tick.
  public var tick: Double { 0.75 * unit }
  /// Length of an unlabelled tick.
  public var minorTick: Double { 0.42 * unit }

  /// The colour of lines and points.
  public func color(_ identity: Identity) -> Color {
    switch identity.tone {
    case .series(let number): theme.series[number % theme.series.count]
    case .ink: theme.ink
    case .muted: theme.muted
    }
  }
  /// The colour of lines and points, or a calm grey where they belong to nothing.
  public func paint(_ identity: Identity?) -> Color { identity.map { color($0) } ?? theme.muted }
  /// The colour of texts.
  public func textColor(_ identity: Identity) -> Color {
    switch identity.tone {
    case .series(let number): theme.seriesText[number % theme.seriesText.count]
    case .ink: theme.ink
    case .muted: theme.muted
    }
  }

  /// Pixels per em for a role of text.
  public func size(_ role: TextRole) -> Double {
    switch role {
    case .title: type.title * point
    case .subtitle: type.subtitle * point
    case .heading, .axis: type.axis * point
    case .tick, .milestone, .note: type.tick * point
    case .label: type.label * point
    case .finding: 1.3 * type.label * point
    }
  }

  /// Sets text in as few lines as a width allows, and these about equally long: no last line of a single word.
  func balanced(_ text: String, _ style: TextStyle, width: Double) throws -> [TextLine] {
    let text = Scripts.set(text)
    let lines = try typesetter.paragraph(text, style, width: width)
    guard lines.count > 1 else { return lines }
    var best = lines
    for share in stride(from: 0.92, through: 0.52, by: -0.08) {
      let narrower = try typesetter.paragraph(text, style, width: share * width)
      guard narrower.count == lines.count else { break }
      best = narrower
    }
    return best
  }

  /// Sets one line in a role.
  func line(_ text: Phrase, _ role: TextRole, bold: Bool = false) throws -> TextLine {
    try line(text[language], role, bold: bold)
  }

  /// Sets one line in a role.
  func line(_ text: String, _ role: TextRole, bold: Bool = false) throws -> TextLine {
    let weight: TextStyle.Weight = bold || role == .title ? .bold : .regular
    let style = TextStyle(size: size(role), weight: weight)
    return try typesetter.line(Scripts.set(text), style)
  }
}

/// What a text is for; the names stand in the record.
public enum TextRole: String, Sendable {
  /// The sentence above the figure.
  case title
  /// The line under it.
  case subtitle
  /// The name of a panel.
  case heading
  /// The name of an axis.
  case axis
  /// A tick's label.
  case tick
  /// A text in or beside the plot.
  case label
  /// A text in the plot that the title speaks of, larger than others.
  case finding
  /// The number of a step on a trail.
  case milestone
  /// A remark in the plot or under the figure.
  case note
}
