import LessonKit
import Plot

/// A kind of document that a figure is pasted into.
enum Snippet: String, Sendable, CaseIterable {
  case md, html, tex, typst, quarto, pptx, alt

  /// What a snippet says.
  struct Content: Sendable {
    var path: String
    /// The same figure for the other page colour, if it is there too: light, dark.
    var pair: (light: String, dark: String)?
    var alt: String
    var caption: String
    /// Width of the placed picture.
    let inches: Double
    /// Width of the bitmap; 0 where it does not matter.
    var pixels = 0
    /// What a lecturer says with it; may be empty.
    var talk = ""

    /// The same with each path sent through a function.
    func moved(_ place: (String) -> String) -> Content {
      var content = self
      content.path = place(path)
      content.pair = pair.map { (place($0.light), place($0.dark)) }
      return content
    }
  }

  /// What messages call a kind.
  static let kindName = Message("kind of snippet", zh: "片段类型")
  /// The option that names one.
  static let option = Message(same: "--snippet")

  /// The text to paste, with a line break at its end.
  func text(_ content: Content) -> String {
    switch self {
    case .md: Self.markdown(content)
    case .html: Self.html(content)
    case .tex: TeXText.figure(content)
    case .typst: Self.typst(content)
    case .quarto: Self.quarto(content)
    case .pptx: Self.pptx(content)
    case .alt: content.alt + "\n"
    }
  }

  /// Pixels up to which a picture fits the column of a web page as it is.
  private static let column = 960

  private static func markdown(_ content: Content) -> String {
    let caption = MarkdownText.escaped(content.caption)
    let link = MarkdownText.link(content.path)
    guard content.pixels > column else { return "![\(MarkdownText.escaped(content.alt))](\(link))\n\n\(caption)\n" }
    // Markdown has no width of its own; HTML in it has.
    return
      "<img src=\"\(Markup.link(content.path))\" alt=\"\(Markup.escaped(content.alt))\" width=\"100%\">\n\n\(caption)\n"
  }

  private static func quarto(_ content: Content) -> String {
    let caption = MarkdownText.escaped(content.caption)
    let alt = MarkdownText.escaped(content.alt, only: "\\\"")
    let width = Numeral.short(min(content.inches, 6.5), digits: 3)
    return "![\(caption)](\(MarkdownText.link(content.path))){fig-alt=\"\(alt)\" width=\(width)in}\n"
  }

  private static func html(_ content: Content) -> String {
    let width = Int((96 * content.inches).rounded())
    let source = Markup.link(content.pair?.light ?? content.path)
    let image =
      "<img src=\"\(source)\" alt=\"\(Markup.escaped(content.alt))\" width=\"\(width)\" style=\"max-width: 100%; height: auto\">"
    var lines = ["<figure>"]
    if let dark = content.pair?.dark {
      lines.append("  <picture>")
      lines.append("    <source srcset=\"\(Markup.link(dark, inList: true))\" media=\"(prefers-color-scheme: dark)\">")
      lines += ["    \(image)", "  </picture>"]
    } else {
      lines.append("  \(image)")
    }
    lines += ["  <figcaption>\(Markup.escaped(content.caption))</figcaption>", "</figure>"]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func typst(_ content: Content) -> String {
    let (path, alt) = (
      MarkdownText.escaped(content.path, only: "\\\""), MarkdownText.escaped(content.alt, only: "\\\"")
    )
    return """
      #figure(
        image("\(path)", width: 100%, alt: "\(alt)"),
        caption: [\(MarkdownText.typst(content.caption))],
      )

      """
  }

  /// Lines for python-pptx, behind `presentation = Presentation(…)`: a slide of its own, the picture in its middle.
  private static func pptx(_ content: Content) -> String {
    func quoted(_ text: String) -> String { "\"" + MarkdownText.escaped(text, only: "\\\"") + "\"" }
    let notes = content.talk.isEmpty ? content.caption : content.talk
    return """
      slide = presentation.slides.add_slide(presentation.slide_layouts[6])
      picture = slide.shapes.add_picture(\(quoted(content.path)), 0, 0)
      picture.left = (presentation.slide_width - picture.width) // 2
      picture.top = (presentation.slide_height - picture.height) // 2
      picture._element.nvPicPr.cNvPr.set("descr", \(quoted(content.alt)))
      slide.notes_slide.notes_text_frame.text = \(quoted(notes))

      """
  }
}
