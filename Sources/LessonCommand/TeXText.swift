import LessonKit

/// Plain text as pdfLaTeX reads it, and the figure that it stands in.
enum TeXText {
  /// A figure for an article and for a frame of Beamer: no wider than the line, and with room for its caption.
  static func figure(_ content: Snippet.Content) -> String {
    let isForeign = (content.alt + content.caption).contains(where: isForeign)
    let head =
      isForeign
      ? "% For XeLaTeX or LuaLaTeX, with a font that has these letters; for Chinese: \\usepackage{ctex}\n" : ""
    return """
      \(head)\\begin{figure}
        \\centering
        \\includegraphics[width=\\linewidth, height=0.58\\textheight, keepaspectratio,
          alt={\(escaped(content.alt))}]{\(path(content.path))}
        \\caption{\(escaped(content.caption))}
      \\end{figure}

      """
  }

  /// A path in the argument of `\includegraphics`.
  static func path(_ path: String) -> String {
    // A blank at the beginning would be lost.
    var (tex, isAfterBlank) = (path.hasPrefix(" ") ? "./" : "", false)
    for character in path {
      if let name = names[character] {
        tex += "\\csname c_\(name)_str\\endcsname "
      } else if character == " " && isAfterBlank {
        // Of several blanks TeX would see one.
        tex += "\\space "
      } else {
        tex.append(character)
      }
      isAfterBlank = character == " " || names[character] != nil
    }
    return tex
  }

  /// Signs that mean something to TeX, by the names of strings that hold them.
  private static let names: [Character: String] = [
    "%": "percent", "#": "hash", "\\": "backslash", "~": "tilde", "{": "left_brace", "}": "right_brace", "$": "dollar",
    "&": "ampersand", "^": "circumflex",
  ]

  /// A text that prints as it is.
  static func escaped(_ text: String) -> String {
    var tex = ""
    var script: (command: String, text: String)?
    func flush() {
      if let script { tex += "\\\(script.command){\(script.text)}" }
      script = nil
    }
    for character in text {
      if let (command, plain) = TeXSigns.script(character) {
        if script?.command != command { flush() }
        script = (command, (script?.text ?? "") + plain)
        continue
      }
      flush()
      // Two hyphens in a row would become a dash.
      if character == "-" && tex.hasSuffix("-") { tex += "{}" }
      tex += TeXSigns.spelling(character)
    }
    flush()
    return tex
  }

  /// Letters and signs that pdfLaTeX has no font for.
  private static func isForeign(_ character: Character) -> Bool {
    TeXSigns.spelling(character) == String(character) && TeXSigns.script(character) == nil
      && !character.unicodeScalars.allSatisfy(TeXSigns.isLatin)
  }
}
