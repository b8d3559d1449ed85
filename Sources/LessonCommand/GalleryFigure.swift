import LessonKit
import Plot

/// A figure on the page: its texts, and the file of each of its looks.
struct GalleryFigure: Sendable {
  /// One of its pictures.
  struct Look: Sendable {
    let file: String
    let language: Language
    /// Whether it is for a dark page.
    let isDark: Bool
    let width: Int
    let height: Int
    /// The command that draws it.
    let command: String
  }

  let page: Page
  let name: String
  let title: Phrase
  /// What the caption says behind the title.
  let caption: Phrase
  /// What a reader who cannot see it should know besides its title, which stands below.
  let alternative: Phrase
  let looks: [Look]

  /// The pictures that speak a language: for a light page, and for a dark one; one that is drawn for one page alone is both.
  func pair(_ language: Language) -> (light: Look, dark: Look)? {
    let all = looks.filter { $0.language == language }
    guard let any = all.first else { return nil }
    return (all.first { !$0.isDark } ?? any, all.first { $0.isDark } ?? any)
  }
}

extension GalleryFigure {
  init(_ renderings: [Rendering], files: [String]) {
    let first = renderings[0]
    (page, name) = (first.recipe.page, first.name)
    title = first.figure.title.plain
    let rest = [first.figure.setting.plain, first.figure.foot.plain].filter { !$0.isEmpty }
    caption =
      rest.isEmpty ? "" : Phrase.joined(rest.map(Self.sentence), by: Phrase(". ", zh: "。")) + Phrase(".", zh: "。")
    let (alternative, title) = (first.caption.alternative, self.title)
    self.alternative = Phrase(
      english: alternative.english.replacing(": \(title.english)", with: "", maxReplacements: 1),
      chinese: alternative.chinese.replacing("：\(title.chinese)", with: "", maxReplacements: 1))
    looks = zip(renderings, files).map { rendering, file in
      Look(
        file: file, language: rendering.language, isDark: rendering.picture.format.theme == .dark,
        width: rendering.width, height: rendering.height, command: rendering.command)
    }
  }

  /// A text with a capital at its beginning, as a sentence has it.
  private static func sentence(_ text: Phrase) -> Phrase {
    Phrase(english: text.english.prefix(1).uppercased() + text.english.dropFirst(), chinese: text.chinese)
  }
}
