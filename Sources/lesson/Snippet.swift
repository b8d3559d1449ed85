import LessonKit
import Plot

/// A kind of document that a figure is pasted into.
enum Snippet: String, Sendable, CaseIterable {
  case md, html, tex, typst, quarto

  /// What a snippet says.
  struct Content: Sendable {
    let path: String
    /// The same figure for the other page colour, if it is there too: light, dark.
    let pair: (light: String, dark: String)?
    let alt: String
    let caption: String
    /// Width of the placed picture.
    let inches: Double
  }

  /// The text to paste, with a line break at its end.
  func text(_ content: Content) -> String {
    switch self {
    case .md: Self.markdown(content)
    case .html: Self.html(content)
    case .tex: Self.latex(content)
    case .typst: Self.typst(content)
    case .quarto: Self.quarto(content)
    }
  }

  private static func markdown(_ content: Content) -> String {
    let alt = escaped(content.alt, "\\[]*_`<", by: "\\")
    return "![\(alt)](\(link(content.path)))\n\n\(escaped(content.caption, "\\[]*_`<", by: "\\"))\n"
  }

  private static func quarto(_ content: Content) -> String {
    let caption = escaped(content.caption, "\\[]*_`<$", by: "\\")
    let alt = escaped(content.alt, "\\\"", by: "\\")
    let width = Numeral.short(min(content.inches, 6.5), digits: 3)
    return "![\(caption)](\(link(content.path))){fig-alt=\"\(alt)\" width=\(width)in}\n"
  }

  private static func html(_ content: Content) -> String {
    let width = Int((96 * content.inches).rounded())
    let source = content.pair?.light ?? content.path
    let image = "<img src=\"\(markup(link(source)))\" alt=\"\(markup(content.alt))\" width=\"\(width)\">"
    var lines = ["<figure>"]
    if let dark = content.pair?.dark {
      lines.append("  <picture>")
      lines.append("    <source srcset=\"\(markup(link(dark)))\" media=\"(prefers-color-scheme: dark)\">")
      lines += ["    \(image)", "  </picture>"]
    } else {
      lines.append("  \(image)")
    }
    lines += ["  <figcaption>\(markup(content.caption))</figcaption>", "</figure>"]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func latex(_ content: Content) -> String {
    """
    \\begin{figure}
      \\centering
      \\includegraphics[width=\\linewidth, alt={\(tex(content.alt))}]{\(content.path)}
      \\caption{\(tex(content.caption))}
    \\end{figure}

    """
  }

  private static func typst(_ content: Content) -> String {
    """
    #figure(
      image("\(escaped(content.path, "\\\"", by: "\\"))", width: 100%, alt: "\(escaped(content.alt, "\\\"", by: "\\"))"),
      caption: [\(escaped(content.caption, "\\[]*_`#$@<~", by: "\\"))],
    )

    """
  }

  /// A text with an escape before each of some characters.
  private static func escaped(_ text: String, _ special: String, by escape: String) -> String {
    text.map { special.contains($0) ? escape + String($0) : String($0) }.joined()
  }

  /// A path as the address of a link.
  private static func link(_ path: String) -> String {
    let special = Array(" ()<>\"%?#\\".utf8)
    let bytes = path.utf8.flatMap { byte in
      special.contains(byte) ? Array("%\(String(byte, radix: 16, uppercase: true))".utf8) : [byte]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func markup(_ text: String) -> String {
    text.map { character in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      default: String(character)
      }
    }.joined()
  }

  /// A text as pdfLaTeX reads it.
  private static func tex(_ text: String) -> String {
    var (tex, raised) = ("", "")
    func flush() {
      if !raised.isEmpty { tex += "\\textsuperscript{\(raised)}" }
      raised = ""
    }
    for character in text {
      if let plain = superscripts[character] {
        raised.append(plain)
        continue
      }
      flush()
      switch character {
      case "\\": tex += "\\textbackslash{}"
      case "~": tex += "\\textasciitilde{}"
      case "^": tex += "\\textasciicircum{}"
      case "&", "%", "$", "#", "_", "{", "}": tex += "\\\(character)"
      default: tex += texNames[character] ?? String(character)
      }
    }
    flush()
    return tex
  }

  private static let superscripts: [Character: Character] = [
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9", "⁻": "-",
  ]

  /// Characters that pdfLaTeX does not know by itself.
  private static let texNames: [Character: String] = [
    "−": "-", "≤": "\\ensuremath{\\le}", "≥": "\\ensuremath{\\ge}", "≈": "\\ensuremath{\\approx}",
    "→": "\\ensuremath{\\to}", "∇": "\\ensuremath{\\nabla}", "η": "\\ensuremath{\\eta}", "κ": "\\ensuremath{\\kappa}",
    "λ": "\\ensuremath{\\lambda}", "β": "\\ensuremath{\\beta}",
  ]
}
