import LessonKit

/// How pdfLaTeX spells what stands on no plain keyboard.
enum TeXSigns {
  /// The spelling of a character; the character itself where pdfLaTeX knows it, or nobody does.
  static func spelling(_ character: Character) -> String {
    if let special = special[character] { return special }
    if let name = signs[character] { return math(name) }
    if let mark = accented(character) { return mark }
    let scalars = character.unicodeScalars
    // Marks of direction, joiners and the like.
    if scalars.allSatisfy({ Typed.plain(String($0)).isEmpty }) { return "" }
    if let scalar = scalars.first, scalars.count == 1 {
      let plain = Typed.plain(scalar)
      if plain != scalar {
        let text = spelling(Character(plain))
        return (0x1D400...0x1D7FF).contains(scalar.value) && plain.properties.isAlphabetic
          ? "\\ensuremath{\(text)}" : text
      }
    }
    return String(character)
  }

  /// The command that raises or lowers a small character, and the plain one.
  static func script(_ character: Character) -> (command: String, plain: String)? {
    if let plain = raised[character] { return ("textsuperscript", spelling(plain)) }
    if let plain = lowered[character] { return ("textsubscript", spelling(plain)) }
    return nil
  }

  /// Whether pdfLaTeX prints a character without a package.
  static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x180 || "–—‘’‚“”„…†‡•‰‹›€™".unicodeScalars.contains(scalar)
  }

  private static func math(_ text: String) -> String { "\\ensuremath{\(text)}" }

  private static let special: [Character: String] = [
    "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}", "&": "\\&", "%": "\\%",
    "$": "\\$", "#": "\\#", "_": "\\_", "{": "\\{", "}": "\\}", "<": "\\textless{}", ">": "\\textgreater{}",
    "|": "\\textbar{}", "`": "\\textasciigrave{}", "−": "-", "\u{A0}": "~", "\u{202F}": "\\,", "\u{2009}": "\\,",
    "\u{2006}": "\\,", "\u{200A}": "\\,", "\u{2002}": "\\enspace{}", "\u{2003}": "\\quad{}", "\u{2004}": "\\ ",
    "\u{2005}": "\\ ", "\u{2007}": "~", "\u{2008}": "\\,", "\u{205F}": "\\,", "\u{3000}": "\\quad{}", "\n": " ",
    "\t": " ", "\u{2010}": "-", "\u{2011}": "-", "ﬁ": "fi", "ﬂ": "fl", "№": "No.", "✓": "\\ensuremath{\\surd}",
    "✗": "\\ensuremath{\\times}",
  ]

  private static let marks: [Unicode.Scalar: String] = [
    "\u{300}": "grave", "\u{301}": "acute", "\u{302}": "hat", "\u{303}": "tilde", "\u{304}": "bar", "\u{305}": "bar",
    "\u{306}": "breve", "\u{307}": "dot", "\u{308}": "ddot", "\u{30C}": "check", "\u{20D7}": "vec",
  ]

  /// A letter with a mark over it that has no character of its own: m̂.
  private static func accented(_ character: Character) -> String? {
    let scalars = Array(character.unicodeScalars)
    guard scalars.count == 2, let mark = marks[scalars[1]] else { return nil }
    let base = signs[Character(scalars[0])] ?? String(Typed.plain(scalars[0]))
    return base.unicodeScalars.allSatisfy(\.isASCII) ? math("\\\(mark){\(base)}") : nil
  }

  private static let raised: [Character: Character] = table(
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡ",
    "0123456789+-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφχ")
  private static let lowered: [Character: Character] = table(
    "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ", "0123456789+-=()aehijklmnoprstuvxβγρφχ")

  private static func table(_ from: String, _ to: String) -> [Character: Character] {
    Dictionary(uniqueKeysWithValues: zip(from, to))
  }

  /// Signs and letters that stand in math, by what TeX has for them.
  private static let signs: [Character: String] = [
    "α": "\\alpha", "β": "\\beta", "γ": "\\gamma", "δ": "\\delta", "ε": "\\varepsilon", "ϵ": "\\epsilon", "ζ": "\\zeta",
    "η": "\\eta", "θ": "\\theta", "ϑ": "\\vartheta", "ι": "\\iota", "κ": "\\kappa", "λ": "\\lambda", "μ": "\\mu",
    "ν": "\\nu", "ξ": "\\xi", "ο": "o", "π": "\\pi", "ϖ": "\\varpi", "ρ": "\\rho", "ϱ": "\\varrho", "σ": "\\sigma",
    "ς": "\\varsigma", "τ": "\\tau", "υ": "\\upsilon", "φ": "\\varphi", "ϕ": "\\phi", "χ": "\\chi", "ψ": "\\psi",
    "ω": "\\omega", "Α": "A", "Β": "B", "Γ": "\\Gamma", "Δ": "\\Delta", "Ε": "E", "Ζ": "Z", "Η": "H", "Θ": "\\Theta",
    "Ι": "I", "Κ": "K", "Λ": "\\Lambda", "Μ": "M", "Ν": "N", "Ξ": "\\Xi", "Ο": "O", "Π": "\\Pi", "Ρ": "P",
    "Σ": "\\Sigma", "Τ": "T", "Υ": "\\Upsilon", "Φ": "\\Phi", "Χ": "X", "Ψ": "\\Psi", "Ω": "\\Omega", "ℓ": "\\ell",
    "ℏ": "\\hbar", "ı": "\\imath", "ȷ": "\\jmath", "ℂ": "\\mathbf{C}", "𝔼": "\\mathbf{E}", "ℕ": "\\mathbf{N}",
    "ℙ": "\\mathbf{P}", "ℚ": "\\mathbf{Q}", "ℝ": "\\mathbf{R}", "ℤ": "\\mathbf{Z}", "ℜ": "\\Re", "ℑ": "\\Im",
    "ℵ": "\\aleph", "≤": "\\le", "≥": "\\ge", "≠": "\\ne", "≈": "\\approx", "≡": "\\equiv", "∼": "\\sim",
    "≃": "\\simeq", "≅": "\\cong", "∝": "\\propto", "≪": "\\ll", "≫": "\\gg", "∈": "\\in", "∉": "\\notin", "∋": "\\ni",
    "⊂": "\\subset", "⊆": "\\subseteq", "⊃": "\\supset", "⊇": "\\supseteq", "→": "\\to", "←": "\\leftarrow",
    "↔": "\\leftrightarrow", "↑": "\\uparrow", "↓": "\\downarrow", "↦": "\\mapsto", "⇒": "\\Rightarrow",
    "⇐": "\\Leftarrow", "⇔": "\\Leftrightarrow", "↗": "\\nearrow", "↘": "\\searrow", "↖": "\\nwarrow", "↙": "\\swarrow",
    "⟶": "\\longrightarrow", "⟵": "\\longleftarrow", "∓": "\\mp", "∗": "*", "⋅": "\\cdot", "∙": "\\cdot", "∘": "\\circ",
    "⊙": "\\odot", "⊗": "\\otimes", "⊕": "\\oplus", "∧": "\\wedge", "∨": "\\vee", "∪": "\\cup", "∩": "\\cap",
    "∖": "\\setminus", "∕": "/", "⁄": "/", "∑": "\\sum", "∏": "\\prod", "∫": "\\int", "√": "\\surd",
    "∛": "{}^{3}\\surd", "∂": "\\partial", "∇": "\\nabla", "∞": "\\infty", "∅": "\\emptyset", "∀": "\\forall",
    "∃": "\\exists", "¬": "\\neg", "‖": "\\Vert", "∥": "\\parallel", "∣": "\\mid", "⟨": "\\langle", "⟩": "\\rangle",
    "⌈": "\\lceil", "⌉": "\\rceil", "⌊": "\\lfloor", "⌋": "\\rfloor", "⋯": "\\cdots", "⋮": "\\vdots", "⋱": "\\ddots",
    "′": "{}'", "″": "{}''", "⊤": "\\top", "⊥": "\\bot", "⊢": "\\vdash", "★": "\\star", "☆": "\\star", "⋆": "\\star",
    "●": "\\bullet", "○": "\\circ", "◦": "\\circ", "△": "\\triangle", "▲": "\\triangle", "▽": "\\bigtriangledown",
    "◇": "\\diamond", "◆": "\\diamond", "♦": "\\diamondsuit", "♥": "\\heartsuit", "♠": "\\spadesuit", "♣": "\\clubsuit",
    "∠": "\\angle",
  ]
}
