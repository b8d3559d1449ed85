import LessonKit

extension Rubric {
  /// 40: what has a colour and a marker of its own wears them in every figure, or grey.
  var strangeColors: [String] { strangeSeries + strangeTexts }

  private var theme: Theme { record.theme == Theme.dark.name ? .dark : .light }

  private var strangeSeries: [String] {
    record.series.flatMap { series -> [String] in
      guard let known = Identities.named(series.name, language) else { return [] }
      let tones = [theme.color(known.identity.tone), theme.muted]
      var sentences: [String] = []
      if !tones.contains(where: { series.color.isShade(of: $0, on: theme.background) }) {
        sentences.append("'\(series.name)' is \(series.color.hex), not \(tones[0].hex)")
      }
      // Dots are discs; settings tell twins apart by markers of their own.
      let isLine = series.width < series.weight * unit
      if isLine, !known.isTwin, let marker = series.marker, marker != known.identity.marker {
        sentences.append("'\(series.name)' has a \(marker), not a \(known.identity.marker)")
      }
      return sentences
    }
  }

  private var strangeTexts: [String] {
    let roles: Set<TextRole> = [.label, .finding, .heading]
    return record.texts.filter { roles.contains($0.role) }.compactMap { text in
      guard let known = Identities.named(text.text, language), !known.isTwin else { return nil }
      let tone = theme.textColor(known.identity.tone)
      let isRight = [tone, theme.ink, theme.muted].contains(text.color) || isPart(text)
      return isRight ? nil : "the words '\(text.text)' are \(text.color.hex), not \(tone.hex)"
    }
  }
}

extension Rubric {
  /// Whether a text is one line of a longer label, as in "ReLU and Leaky ReLU".
  private func isPart(_ text: TextRecord) -> Bool {
    record.texts.contains { other in
      let gap = max(other.box.minY - text.box.maxY, text.box.minY - other.box.maxY)
      return other != text && (other.role, other.color) == (text.role, text.color) && gap < 0.6 * text.px
        && other.box.maxX > text.box.minX && other.box.minX < text.box.maxX
    }
  }
}

/// All that has a colour, a marker and a dash of its own.
enum Identities {
  /// Optimizers, in every form of their name.
  static let rules: [Identity] = RuleKind.all.map { Rule(known: $0.name).identity } + [Rule.gradientDescent]

  /// Roles, normalisations, penalties.
  static let roles: [Identity] = [
    .batchNorm, .layerNorm, .groupNorm, .noNorm, .l1, .l2, .noPenalty, .training, .validation, .test, .truth, .data,
    .chance, .law, .tooSimple, .aboutRight, .tooFlexible, .before, .after,
  ]

  /// All of them.
  static let all = rules + Activation.allCases.map(\.identity) + roles

  /// What a name stands for; a twin is a name with settings behind it.
  static func named(_ name: String, _ language: Language) -> (identity: Identity, isTwin: Bool)? {
    if let exact = all.first(where: { $0.name[language] == name }) { return (exact, false) }
    let measures = [" error", " loss", " accuracy", "误差", "损失", "准确率"]
    for role in [Identity.training, .validation, .test] {
      if measures.contains(where: { role.name[language] + $0 == name }) { return (role, false) }
    }
    let twin = rules.first { name.hasPrefix($0.name[language] + ", ") }
    return twin.map { ($0, true) }
  }
}

extension Theme {
  func color(_ tone: Identity.Tone) -> Color {
    switch tone {
    case .series(let number): series[number]
    case .ink: ink
    case .muted: muted
    }
  }

  func textColor(_ tone: Identity.Tone) -> Color {
    switch tone {
    case .series(let number): seriesText[number]
    case .ink: ink
    case .muted: muted
    }
  }
}

extension Color {
  /// Whether it is another colour, or that colour mixed with the page.
  func isShade(of color: Color, on page: Color) -> Bool {
    let parts = [(red, color.red, page.red), (green, color.green, page.green), (blue, color.blue, page.blue)]
    // How far the way from the page goes, by the channel in which page and colour differ most.
    guard let widest = parts.max(by: { abs($0.1 - $0.2) < abs($1.1 - $1.2) }), widest.1 != widest.2 else {
      return self == color
    }
    let share = (widest.0 - widest.2) / (widest.1 - widest.2)
    guard share > 0.2, share < 1.001 else { return false }
    return parts.allSatisfy { abs($0.2 + share * ($0.1 - $0.2) - $0.0) < 0.01 }
  }
}
