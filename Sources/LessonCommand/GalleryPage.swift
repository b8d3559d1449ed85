import LessonKit
import Plot

/// A page in HTML that shows figures by chapter and lesson, each with its caption and command, and the verdicts on record.
///
/// It wants nothing from elsewhere and works from a folder. Where figures are drawn in both languages the reader chooses one;
/// where they are drawn for both pages the system does.
struct GalleryPage {
  private let catalog: Catalog
  private let figures: [GalleryFigure]
  private let command: String
  /// The languages of the pictures; the first is shown first.
  private let languages: [Language]
  /// Whether every picture is there for a light page and for a dark one.
  private let hasPairs: Bool
  /// The theme of the page where the pictures have but one.
  private let theme: Theme

  init(_ catalog: Catalog, _ looks: [Picture], _ figures: [GalleryFigure], command: String) {
    (self.catalog, self.figures, self.command) = (catalog, figures, command)
    languages = looks.map(\.format.language).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    hasPairs = Set(looks.map(\.format.theme.name)).count > 1
    theme = looks[0].format.theme
  }

  /// The page.
  var text: String {
    let language = languages[0].rawValue
    let head = [
      "\(OutputFile.Kind.pageMark): \(Self.comment(command)) -->", "<html lang=\"\(language)\">", "<head>",
      "<meta charset=\"utf-8\">", "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
      "<meta name=\"color-scheme\" content=\"\(hasPairs ? "light dark" : theme.name)\">",
      "<title>\(Markup.escaped(Self.title[languages[0]]))</title>", "<style>",
      GalleryStyle.text(hasPairs ? nil : theme), "</style>", "</head>", "<body>",
    ]
    let foot = [
      "<footer>", "<p>\(both(Phrase("Drawn by", zh: "绘制命令："))) <code>\(Markup.escaped(command))</code></p>",
      "</footer>", "<script>", GalleryScript.text, "</script>", "</body>", "</html>",
    ]
    return (head + top + navigation + main + foot).joined(separator: "\n") + "\n"
  }

  private static let title = Phrase("The figures", zh: "全部图示")

  /// A command in a comment, which two hyphens behind one another would not end, but a pair with `>` would.
  private static func comment(_ text: String) -> String { text.replacing(">", with: "&gt;") }

  /// A text in every language that the reader can choose.
  private func both(_ phrase: Phrase, _ element: String = "span", _ attributes: String = "") -> String {
    languages.map { language in
      "<\(element) lang=\"\(language.rawValue)\"\(attributes)>\(Markup.escaped(phrase[language]))</\(element)>"
    }.joined()
  }

  // MARK: The top

  private var top: [String] {
    var lines = [
      "<a class=\"skip\" href=\"#figures\">\(both(Phrase("Skip to the figures", zh: "跳到图示")))</a>", "<header>",
      "<h1>\(both(Self.title))</h1>", "<form role=\"search\" onsubmit=\"return false\">",
      "<label for=\"query\">\(both(Phrase("Search", zh: "搜索")))</label>",
      "<input id=\"query\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\">",
      "<output id=\"count\" for=\"query\" aria-live=\"polite\">\(figures.count)</output>", "</form>",
    ]
    if languages.count > 1 {
      lines.append("<div class=\"languages\" role=\"group\" aria-label=\"Language / 语言\">")
      for language in Language.allCases {
        let name = language == .english ? "English" : "中文"
        let isFirst = language == languages[0]
        lines.append(
          "<button type=\"button\" data-lang=\"\(language.rawValue)\" aria-pressed=\"\(isFirst)\">\(name)</button>")
      }
      lines.append("</div>")
    }
    return lines + ["</header>"]
  }

  /// The chapters that have a figure here.
  private var chapters: [Chapter] {
    catalog.chapters.filter { chapter in figures.contains { $0.page.chapter == chapter } }
  }

  private var navigation: [String] {
    let label = Phrase("Chapters", zh: "章节")[languages[0]]
    return ["<nav aria-label=\"\(label)\">", "<ul>"]
      + chapters.map { "<li><a href=\"#\($0.name)\">\(both($0.title))</a></li>" } + ["</ul>", "</nav>"]
  }

  // MARK: The figures

  private var main: [String] {
    var lines = ["<main id=\"figures\" tabindex=\"-1\">"]
    for chapter in chapters {
      lines += ["<section class=\"chapter\" aria-labelledby=\"\(chapter.name)\">"]
      lines.append("<h2 id=\"\(chapter.name)\">\(both(chapter.title))</h2>")
      let all = figures.filter { $0.page.chapter == chapter }
      let names = all.map(\.page.name).reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
      for name in names { lines += lesson(all.filter { $0.page.name == name }) }
      lines.append("</section>")
    }
    return lines + ["<p id=\"none\" hidden>\(both(Phrase("No figure speaks of this.", zh: "没有匹配的图。")))</p>", "</main>"]
  }

  private func lesson(_ figures: [GalleryFigure]) -> [String] {
    let page = figures[0].page
    let id = "lesson-\(page.name)"
    return [
      "<section class=\"lesson\" aria-labelledby=\"\(id)\">", "<h3 id=\"\(id)\">\(both(page.title))</h3>",
      both(page.question, "p"), "<div class=\"grid\">",
    ] + figures.flatMap(figure) + ["</div>"] + claims(page) + ["</section>"]
  }

  /// A figure; what its picture is in the second language stands beside it, for the script to exchange.
  private func figure(_ figure: GalleryFigure) -> [String] {
    let pairs = languages.compactMap { language in figure.pair(language).map { (language, $0) } }
    guard let (first, look) = pairs.first else { return [] }
    let other = pairs.dropFirst().first
    func attribute(_ name: String, _ value: String, _ another: String?) -> String {
      " \(name)=\"\(value)\"" + (another.map { " data-\(name)=\"\($0)\"" } ?? "")
    }
    let light = (Markup.link(look.light.file), other.map { Markup.link($0.1.light.file) })
    let dark = (Markup.link(look.dark.file, inList: true), other.map { Markup.link($0.1.dark.file, inList: true) })
    let alt = (Markup.escaped(figure.alternative[first]), other.map { Markup.escaped(figure.alternative[$0.0]) })
    let size = " width=\"\(look.light.width)\" height=\"\(look.light.height)\" loading=\"lazy\""
    let image = "<img\(attribute("src", light.0, light.1))\(attribute("alt", alt.0, alt.1))\(size)>"
    let media = "<source media=\"(prefers-color-scheme: dark)\"\(attribute("srcset", dark.0, dark.1))>"
    let lines = [
      "<article id=\"\(figure.page.name).\(figure.name)\">",
      "<a href=\"\(light.0)\"><picture>\(hasPairs ? media : "")\(image)</picture></a>",
      "<h4>\(both(figure.title))</h4>", figure.caption.isEmpty ? "" : both(figure.caption, "p"),
      "<p class=\"command\"><code>\(command(of: figure))</code></p>", "</article>",
    ]
    return lines.filter { !$0.isEmpty }
  }

  /// The command of what the reader sees: what the languages and the themes put behind it is shown with them.
  private func command(of figure: GalleryFigure) -> String {
    let first = figure.looks[0]
    guard hasPairs || languages.count > 1 else { return Markup.escaped(first.command) }
    let plain = figure.looks.map(\.command).min { $0.count < $1.count } ?? first.command
    let dark = hasPairs ? "<i class=\"dark\"> --theme dark</i>" : ""
    let chinese = languages.count > 1 ? "<i class=\"zh\"> --lang zh</i>" : ""
    return Markup.escaped(plain) + dark + chinese
  }

  private func claims(_ page: Page) -> [String] {
    let statements = catalog.statements(of: page.name).filter { !catalog.lessons(measuring: $0).isEmpty }
    if statements.isEmpty { return [] }
    let count = Phrase("Claims, as measured: \(statements.count)", zh: "论断与实测结论：\(statements.count) 条")
    return ["<details>", "<summary>\(both(count))</summary>", "<ul>"] + statements.map(claim) + [
      "</ul>", "<p class=\"command\"><code>lesson check \(page.name)</code></p>", "</details>",
    ]
  }

  private func claim(_ statement: Statement) -> String {
    let verdict = statement.recorded.verdict
    let name = languages.map { verdict.words[$0] }.joined(separator: " / ")
    let texts = languages.map { language in
      let told = Sheet.told(of: statement, language).map(\.trimmedOfBlanks).joined(
        separator: language == .chinese ? "；" : "; ")
      let text = Markup.escaped(String(told.dropFirst(verdict.symbol.count)))
      return "<span lang=\"\(language.rawValue)\">\(text)</span>"
    }
    return "<li><b title=\"\(name)\">\(verdict.symbol)</b>\(texts.joined())</li>"
  }
}

extension Verdict {
  /// The verdict in a word.
  var words: Phrase {
    switch self {
    case .holds: Phrase("holds", zh: "成立")
    case .fails: Phrase("fails", zh: "不成立")
    case .depends: Phrase("depends", zh: "视条件而定")
    }
  }
}
