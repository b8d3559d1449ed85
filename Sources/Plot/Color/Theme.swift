import Raster

/// The colours of a figure.
public struct Theme: Sendable, Hashable {
  /// The name on the command line.
  public let name: String
  /// The page.
  public let background: Color
  /// Titles, labels.
  public let ink: Color
  /// Subtitles, axes.
  public let muted: Color
  /// Lines that should hardly be seen.
  public let faint: Color
  /// Grid lines.
  public let grid: Color
  /// Up to six series, in order; told apart also by readers who do not see all colours.
  public let series: [Color]
  /// The same six, dark (light) enough for text.
  public let seriesText: [Color]
  /// Words and numbers on a map.
  public let note: Color
  /// Where the minimum is.
  public let star: Color

  /// Colours of one's own; what stands on the page needs a contrast of 3:1 against it, texts 4.5:1.
  ///
  /// - Parameters:
  ///   - name: What a record calls the theme.
  ///   - background: The page.
  ///   - ink: Titles, labels.
  ///   - muted: Subtitles, axes.
  ///   - faint: Lines that should hardly be seen.
  ///   - grid: Grid lines.
  ///   - series: From one to six colours of what is compared.
  ///   - seriesText: As many, for texts.
  ///   - note: Words and numbers on a map.
  ///   - star: Where the minimum is.
  public init(
    name: String, background: Color, ink: Color, muted: Color, faint: Color, grid: Color, series: [Color],
    seriesText: [Color], note: Color, star: Color
  ) {
    require(
      !series.isEmpty && series.count == seriesText.count, "a theme of \(series.count) and \(seriesText.count) colours")
    (self.name, self.background, self.ink, self.muted) = (name, background, ink, muted)
    (self.faint, self.grid, self.note, self.star) = (faint, grid, note, star)
    (self.series, self.seriesText) = (series, seriesText)
  }

  /// Dark ink on white.
  public static let light = Theme(
    name: "light", background: .white, ink: Color(hex: 0x1F2430), muted: Color(hex: 0x5B6472),
    faint: Color(hex: 0xC9CFD8), grid: Color(hex: 0xE4E8EE),
    series: [0x265AB9, 0xF06C00, 0x11A781, 0x910057, 0x6B5400, 0x9E83E9].map { Color(hex: $0) },
    seriesText: [0x265AB9, 0xB34A00, 0x0A7358, 0x910057, 0x6B5400, 0x6A4FC0].map { Color(hex: $0) },
    note: Color(hex: 0x2C4A68), star: Color(hex: 0xFFC400))

  /// Light ink on nearly black.
  public static let dark = Theme(
    name: "dark", background: Color(hex: 0x14171C), ink: Color(hex: 0xE8ECF2), muted: Color(hex: 0x9AA4B2),
    faint: Color(hex: 0x4A525E), grid: Color(hex: 0x2A3038),
    series: [0x437EF8, 0xF99C76, 0x7DDDC6, 0xDB5286, 0xA0800D, 0xC5B2EF].map { Color(hex: $0) },
    seriesText: [0x6F9BFA, 0xF99C76, 0x7DDDC6, 0xE573A0, 0xC9A22A, 0xC5B2EF].map { Color(hex: $0) },
    note: Color(hex: 0xBFD3EA), star: Color(hex: 0xFFC400))
}
