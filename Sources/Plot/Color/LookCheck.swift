import Raster

/// What readers would lose with a look of one's own.
public struct LookCheck: Sendable {
  /// Something that some readers would not see.
  public struct Loss: Sendable, Hashable {
    /// The part of the look that it comes from.
    public var key: Key
    /// What is lost, and how much is due.
    public var text: Phrase
  }

  /// A part of a look, under its name in the file.
  public enum Key: String, Sendable, CaseIterable { case font, page, ink, series, map }

  /// Least contrast of texts with the page (WCAG 2.2, 1.4.3).
  public static let textContrast = 4.5
  /// Least contrast of lines and points with the page (WCAG 2.2, 1.4.11).
  public static let lineContrast = 3.0
  /// Least difference of two series to any reader, in CIEDE2000.
  public static let leastDifference = 10.0
  /// Least range of lightness of a map, in L*.
  public static let leastRange = 30.0

  /// What is lost, in the order of the keys.
  public let losses: [Loss]

  /// Checks a look over the theme that it changes.
  public init(_ look: Look, over base: Theme = .light) {
    let theme = look.theme(over: base)
    losses = Self.texts(look, theme) + Self.lines(look, theme) + Self.pairs(look, theme) + Self.map(look)
  }

  private static func texts(_ look: Look, _ theme: Theme) -> [Loss] {
    let contrast = theme.ink.contrast(with: theme.background)
    guard contrast < textContrast else { return [] }
    let (ink, page) = (theme.ink.hex, theme.background.hex)
    return [
      Loss(
        key: look.ink == nil ? .page : .ink,
        text: Phrase(
          "ink \(ink) on the page \(page) has a contrast of \(ratio(contrast)), texts need 4.5",
          zh: "文字颜色 \(ink) 与页面 \(page) 的对比度为 \(ratio(contrast))，文字至少要 4.5"))
    ]
  }

  private static func lines(_ look: Look, _ theme: Theme) -> [Loss] {
    theme.series.enumerated().compactMap { place, color in
      let contrast = color.contrast(with: theme.background)
      guard contrast < lineContrast else { return nil }
      let number = place + 1
      return Loss(
        key: look.series.isEmpty ? .page : .series,
        text: Phrase(
          "series \(number), \(color.hex), on the page has a contrast of \(ratio(contrast)), lines need 3",
          zh: "第 \(number) 条序列 \(color.hex) 与页面的对比度为 \(ratio(contrast))，线条至少要 3"))
    }
  }

  private static func pairs(_ look: Look, _ theme: Theme) -> [Loss] {
    guard !look.series.isEmpty else { return [] }
    let colors = theme.series
    return colors.indices.flatMap { i in
      colors.indices.dropFirst(i + 1).compactMap { j -> Loss? in
        let seen = Vision.allCases.map { ($0, Lab(colors[i], seenBy: $0).difference(to: Lab(colors[j], seenBy: $0))) }
        guard let worst = seen.min(by: { $0.1 < $1.1 }), worst.1 < leastDifference else { return nil }
        let (first, second) = ("\(i + 1) \(colors[i].hex)", "\(j + 1) \(colors[j].hex)")
        let (readers, difference) = (worst.0.readers, ratio(worst.1))
        return Loss(
          key: .series,
          text: Phrase(
            "series \(first) and \(second) look alike \(readers): a difference of \(difference), 10 tells them apart",
            zh: "\(readers)看来，序列 \(first) 与 \(second) 几乎一样：色差 \(difference)，至少要 10"))
      }
    }
  }

  private static func map(_ look: Look) -> [Loss] {
    guard let map = look.colorMap else { return [] }
    let lights = (0...255).map { Lab(map(Double($0) / 255)).l }
    let rises = lights[255] > lights[0]
    var losses: [Loss] = []
    let turns = look.map.indices.dropFirst().filter { stop in
      let step = Lab(look.map[stop]).l - Lab(look.map[stop - 1]).l
      return rises ? step <= 0 : step >= 0
    }
    for stop in turns {
      let (from, to) = (look.map[stop - 1].hex, look.map[stop].hex)
      losses.append(
        Loss(
          key: .map,
          text: Phrase(
            "from \(from) to \(to) lightness turns back: a reader takes higher values for lower ones",
            zh: "从 \(from) 到 \(to) 明度反转：读者会把高值看成低值")))
    }
    if turns.isEmpty, abs(lights[255] - lights[0]) < leastRange {
      let range = ratio(abs(lights[255] - lights[0]))
      losses.append(
        Loss(
          key: .map,
          text: Phrase("lightness spans \(range) of 100, 30 tells levels apart", zh: "明度跨度为 \(range)（满分 100），至少要 30")))
    }
    return losses
  }

  private static func ratio(_ value: Double) -> String { Numeral.short(value, digits: 2) }
}

extension Vision {
  /// To whom, as a message says it.
  fileprivate var readers: Phrase {
    switch self {
    case .normal: Phrase("to everybody", zh: "在所有人")
    case .protan: Phrase("to readers who do not see red (protan)", zh: "在红色盲读者")
    case .deutan: Phrase("to readers who do not see green (deutan)", zh: "在绿色盲读者")
    case .tritan: Phrase("to readers who do not see blue (tritan)", zh: "在蓝色盲读者")
    }
  }
}
