/// What the characters and the `\names` of a formula stand for.
enum MathNames {
  /// A character that is typed as it is.
  static func symbol(for character: Character) -> MathSymbol {
    if let (text, role) = signs[character] { return MathSymbol(text: text, role: role) }
    let isSmallGreek = "αβγδεζηθικλμνξοπρστυφχψωςϑϕϵϱϖ".contains(character)
    return MathSymbol(text: String(character), face: isSmallGreek ? .italic : .upright)
  }

  /// What a name after a backslash stands for, if it is a sign, a letter or a word; nil if it is
  /// unknown.
  static func symbol(named name: String) -> MathSymbol? {
    if words.contains(name) { return MathSymbol(text: name, role: .word) }
    return named[name].map(symbol(for:))
  }

  /// Room, in em, by name.
  static let spaces = [",": 0.16, ":": 0.22, ";": 0.28, " ": 0.26, "quad": 1.0, "!": -0.16]

  /// Letters with a double stroke.
  static let blackboard: [Character: Character] = [
    "C": "ℂ", "E": "𝔼", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ",
  ]

  private static let signs: [Character: (String, MathSymbol.Role)] = {
    var signs: [Character: (String, MathSymbol.Role)] = [
      "-": ("−", .binary), "'": ("′", .ordinary), "*": ("∗", .ordinary),
    ]
    let roles: [(String, MathSymbol.Role)] = [
      ("+−±∓×·÷∘⊙⊗∧∨∪∩", .binary), ("=≠<>≤≥≪≫≈≡∼∝→←↔↦⇒∈∉⊂⊆:", .relation), ("([{⟨⌈⌊", .open), (")]}⟩⌉⌋!", .close),
      (",;", .punctuation), ("|‖", .fence), ("∑∏∫", .word),
    ]
    for (characters, role) in roles { for character in characters { signs[character] = (String(character), role) } }
    return signs
  }()

  /// Words that stand upright and keep a distance.
  static let words = [
    "arg", "cos", "cosh", "det", "diag", "exp", "lim", "ln", "log", "max", "min", "sign", "sin", "sinh", "tan", "tanh",
    "tr", "argmax", "argmin",
  ]

  /// Signs and letters by name.
  static let named: [String: Character] = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ", "eta": "η",
    "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ",
    "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω",
    "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ",
    "Omega": "Ω", "cdot": "·", "times": "×", "pm": "±", "mp": "∓", "div": "÷", "circ": "∘", "odot": "⊙", "le": "≤",
    "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠", "ll": "≪", "gg": "≫", "approx": "≈", "equiv": "≡",
    "sim": "∼", "propto": "∝", "to": "→", "rightarrow": "→", "leftarrow": "←", "gets": "←", "mapsto": "↦",
    "Rightarrow": "⇒", "in": "∈", "notin": "∉", "infty": "∞", "nabla": "∇", "partial": "∂", "sum": "∑", "prod": "∏",
    "int": "∫", "ell": "ℓ", "prime": "′", "top": "⊤", "ldots": "…", "dots": "…", "cdots": "⋯", "langle": "⟨",
    "rangle": "⟩", "|": "‖", "{": "{", "}": "}", "$": "$", "%": "%", "_": "_", "#": "#", "&": "&",
  ]
}
