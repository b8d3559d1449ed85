/// What a reader would read aloud or type: superscripts as Unicode where they exist, no markup.
enum PlainText {
  /// The text of the pieces of a line.
  static func of(_ elements: some Sequence<Element>) -> String {
    elements.reduce(into: "") { text, element in
      switch element {
      case .character(let character, _): text.append(character)
      case .math(let nodes): text += of(nodes)
      }
    }
  }

  private static func of(_ nodes: [MathNode], isScript: Bool = false) -> String {
    var text = ""
    for (gap, node) in nodes.spaced {
      if gap != .none && !isScript { text.addSpace() }
      switch node {
      case .symbol(let symbol): text += symbol.text == "∗" ? "*" : symbol.text
      case .accent(let symbol, let accent): text += symbol.text + String(accent.combining)
      case .space(let room): if room > 0.1 && !isScript { text.addSpace() }
      case .group(let inner): text += of(inner, isScript: isScript)
      case .root(let inner): text += "√" + braced(of(inner, isScript: isScript))
      case .scripts(let base, let below, let above):
        text += of(base, isScript: isScript)
        if let below { text += script(of(below, isScript: true), mark: "_", lowered) }
        if let above { text += script(of(above, isScript: true), mark: "^", raised) }
      }
    }
    return text
  }

  private static func script(_ text: String, mark: String, _ table: [Character: Character]) -> String {
    let characters = text.compactMap { table[$0] }
    return characters.count == text.count ? String(characters) : "\(mark)(\(text))"
  }

  private static func braced(_ text: String) -> String {
    text.count == 1 || text.allSatisfy { $0.isASCII && $0.isNumber } ? text : "(\(text))"
  }

  private static func table(_ from: String, _ to: String) -> [Character: Character] {
    Dictionary(uniqueKeysWithValues: zip(from, to))
  }

  private static let raised = table(
    "0123456789+−=()abcdefghijklmnoprstuvwxyzTβγδθφχ′*⊤", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀᵝᵞᵟᶿᵠᵡ′*ᵀ")
  private static let lowered = table("0123456789+−=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ")
}

extension String { fileprivate mutating func addSpace() { if !isEmpty && last != " " { append(" ") } } }
