import LessonKit

extension Rubric {
  /// 1: no two texts overlap by more than two pixels.
  var overlaps: [String] {
    var sentences: [String] = []
    for (i, a) in record.texts.enumerated() {
      for b in record.texts.dropFirst(i + 1) {
        let common = a.box.intersection(b.box)
        if !common.isNull, common.width > 2, common.height > 2 {
          sentences.append("'\(a.text)' (\(a.role)) runs into '\(b.text)' (\(b.role))")
        }
      }
    }
    return sentences
  }

  /// 2: every text keeps half a percent of the width from the edges.
  var cutOff: [String] {
    let inside = page.inset(by: 0.005 * page.width)
    return record.texts.filter { !inside.contains($0.box) }.map {
      "'\($0.text)' (\($0.role)) is too near the edge: \($0.box)"
    }
  }

  /// 3: the smallest type can be read from the last row, or in print.
  var smallTexts: [String] {
    let least: Double =
      switch record.preset {
      case "slide", "half": 15
      case "slide43": 29 * 72 / 160.0
      case "thumb": 9
      default: 7
      }
    return record.texts.filter { $0.px / record.dpi * 72 < least - 1e-9 }.map {
      "'\($0.text)' (\($0.role)) is set in \($0.px / record.dpi * 72) points, not \(least)"
    }
  }

  /// 4: texts stand out from what is behind them: from the page, or from their halo where they lie on a plot.
  var faintTexts: [String] {
    var sentences: [String] = []
    for text in record.texts {
      let isLarge = text.bold && text.px >= 24
      let contrast = text.color.contrast(with: text.background)
      if contrast < (isLarge ? 3 : 4.5) { sentences.append("'\(text.text)' has a contrast of \(contrast)") }
      let isOnPlot = record.axes.contains { $0.box.overlaps(text.box) }
      if isOnPlot && !text.halo { sentences.append("'\(text.text)' lies on the plot without a halo") }
    }
    return sentences
  }

  /// 18: the title is short, in one line on a slide, in two elsewhere; a line under it says what is shown.
  var titles: [String] {
    var sentences: [String] = []
    let lines = record.texts.filter { $0.role == .title }
    if lines.isEmpty { sentences.append("there is no title") }
    if lines.count > (isSlide ? 1 : 2) { sentences.append("the title has \(lines.count) lines") }
    let isEnglish = language == .english
    let title = Phrase(english: isEnglish ? record.title : "", chinese: isEnglish ? "" : record.title)
    if !Headline(title).fits { sentences.append("the title has \(record.title.count) characters: \(record.title)") }
    if !record.texts.contains(where: { $0.role == .subtitle }) { sentences.append("there is no line under the title") }
    return sentences
  }

  /// 33: the alternative text has 40 (in Chinese 15) to 250 characters, names the kind of chart and says what is seen.
  var alternativeText: [String] {
    let alternative = alternative[language]
    var sentences: [String] = []
    let least = language == .english ? 40 : 15
    if !(least...250).contains(alternative.count) {
      sentences.append("the alternative text has \(alternative.count) characters: \(alternative)")
    }
    let kinds: [String] =
      switch language {
      case .english: ["map", "curve", "chart", "plot", "bars", "histogram", "scatter", "surface", "diagram"]
      case .chinese: ["图", "曲线", "曲面"]
      }
    if !kinds.contains(where: alternative.lowercased().contains) {
      sentences.append("the alternative text names no kind of chart: \(alternative)")
    }
    if !alternative.contains(figure.title.plain[language]) {
      sentences.append("the alternative text does not say what the title says: \(alternative)")
    }
    if alternative.contains("$") { sentences.append("the alternative text has markup: \(alternative)") }
    return sentences
  }
}
