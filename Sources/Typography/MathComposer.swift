import Raster

/// Places formulas. Lengths are in em of the formula around.
extension Composer {
  private enum Measure {
    /// Size of a script against its base.
    static let scriptScale = 0.7
    /// How far a superscript's baseline is above its base's.
    static let raise = 0.38
    /// How far a subscript's baseline is below its base's.
    static let drop = 0.17
    /// Added to both where one is above the other, so that the dot of an i stays clear.
    static let apart = 0.05
    /// Room after a script.
    static let afterScript = 0.03
    /// Least height of a superscript above what it is on: its baseline is at most this far below
    /// the base's top.
    static let raiseBelowTop = 0.42
    /// Least depth of a subscript: its baseline is at most this far above the base's bottom.
    static let dropAboveBottom = 0.06
    /// Room between a letter and a mark over it.
    static let underAccent = 0.06
    /// Tangent of the angle of slanted letters.
    static let lean = 0.166
    /// Room between a radical's line and what is under it.
    static let overRoot = 0.1
  }

  /// The box of a formula.
  func formula(_ nodes: [MathNode], _ style: FaceStyle, isScript: Bool = false) throws -> Box {
    var box = Box()
    for (gap, node) in nodes.spaced {
      let next = try self.node(node, style, isScript: isScript)
      // A slanted letter keeps its top clear of what stands upright behind it.
      if !node.isSlanted { box.advance += box.overhang }
      if !isScript { box.advance += gap.em }
      box.append(next)
    }
    return box
  }

  private func node(_ node: MathNode, _ style: FaceStyle, isScript: Bool) throws -> Box {
    switch node {
    case .symbol(let symbol):
      if symbol.role == .fence { return bars(symbol.text == "|" ? 1 : 2, bold: style.bold) }
      var style = style
      style.italic = style.italic || symbol.face == .italic
      style.bold = style.bold || symbol.face == .bold
      let letters = symbol.text.map { Letter(character: $0, isWide: $0.isChinese) }
      return try run(letters, style)
    case .accent(let symbol, let accent):
      let letter = try self.node(.symbol(symbol), style, isScript: isScript)
      return try over(letter, accent, leaning: style.italic || symbol.face == .italic, style)
    case .space(let room):
      var box = Box()
      box.advance = room
      return box
    case .group(let inner): return try formula(inner, style, isScript: isScript)
    case .root(let inner): return radical(over: try formula(inner, style, isScript: isScript), bold: style.bold)
    case .scripts(let base, let below, let above):
      var box = try formula(base, style, isScript: isScript)
      try attach(below: below, above: above, to: &box, style)
      return box
    }
  }

  private func attach(below: [MathNode]?, above: [MathNode]?, to box: inout Box, _ style: FaceStyle) throws {
    let (end, overhang) = (box.advance, box.overhang)
    let apart = above == nil || below == nil ? 0 : Measure.apart
    let (top, bottom) = box.ink.isNull ? (0, 0) : (-box.ink.minY, box.ink.maxY)
    if let above {
      let script = try formula(above, style, isScript: true)
      let raise = max(Measure.raise + apart, top - Measure.raiseBelowTop)
      let x = end + overhang
      box.place(script, at: Point(x, -raise), scale: Measure.scriptScale)
      box.advance = x + script.advance * Measure.scriptScale + Measure.afterScript
    }
    if let below {
      let script = try formula(below, style, isScript: true)
      let drop = max(Measure.drop + apart, bottom - Measure.dropAboveBottom)
      box.place(script, at: Point(end, drop), scale: Measure.scriptScale)
      let after = end + script.advance * Measure.scriptScale + Measure.afterScript
      box.advance = max(box.advance, after)
    }
  }

  /// A letter with a mark over the middle of its top.
  private func over(_ letter: Box, _ accent: MathAccent, leaning: Bool, _ style: FaceStyle) throws -> Box {
    let mark = try run([Letter(character: accent.mark, isWide: false)], style)
    guard !letter.ink.isNull, !mark.ink.isNull else { return letter }
    let lean = leaning ? Measure.lean * letter.ink.height / 2 : 0
    let x = letter.ink.center.x + lean - mark.ink.center.x
    let y = letter.ink.minY - Measure.underAccent - mark.ink.maxY
    var box = letter
    box.place(mark, at: Point(x, y))
    return box
  }

  /// The bars of an absolute value or a norm, as high as brackets. In bold type the font's double
  /// bar nearly closes.
  private func bars(_ count: Int, bold: Bool) -> Box {
    let (line, between, beside) = bold ? (0.1, 0.14, 0.1) : (0.065, 0.12, 0.1)
    var box = Box()
    for i in 0..<count {
      let x = beside + Double(i) * (line + between)
      box.shapes.append(.rect(Rect(minX: x, minY: -0.8, maxX: x + line, maxY: 0.2)))
    }
    let end = beside + Double(count) * (line + between) - between
    box.ink = Rect(minX: beside, minY: -0.8, maxX: end, maxY: 0.2)
    box.advance = end + beside
    return box
  }

  /// A radical sign drawn as one shape, as high as what is under it.
  private func radical(over inner: Box, bold: Bool) -> Box {
    let line = bold ? 0.105 : 0.068
    let (innerTop, innerBottom) = inner.ink.isNull ? (0.5, 0) : (-inner.ink.minY, inner.ink.maxY)
    let under = -(max(innerTop, 0.5) + Measure.overRoot)
    let foot = max(innerBottom, 0) + 0.02
    let width = 0.52
    let end = width + 0.06 + max(inner.advance, inner.ink.isNull ? 0 : inner.ink.maxX) + 0.04
    // The long stroke rises from the foot to the line; its slope sets how wide it is measured
    // level.
    let (low, high) = (0.26, width)
    let rise = (foot - under) / (high - low)
    let level = line * (1 + 1 / (rise * rise)).squareRoot()
    let hook = foot - 0.42 * (foot - under)
    let sign = Path.polygon([
      Point(0.02, hook + 0.02), Point(0.17, hook - 0.05), Point(low + level / 2, foot - 1.6 * line),
      Point(high - level / 2, under - line), Point(end, under - line), Point(end, under),
      Point(high + level / 2 - line / rise, under), Point(low + level, foot), Point(low - level * 0.3, foot),
      Point(0.125, hook + 0.035), Point(0.04, hook + 0.075),
    ])
    var box = Box()
    box.shapes = [sign]
    box.ink = sign.bounds
    box.place(inner, at: Point(width + 0.06, 0))
    box.advance = end + 0.04
    return box
  }
}

extension MathNode {
  /// Whether it begins with a slanted letter, which leans away from what stands before it.
  fileprivate var isSlanted: Bool {
    switch self {
    case .symbol(let symbol), .accent(let symbol, _): symbol.face == .italic
    case .scripts(let base, _, _): base.first?.isSlanted ?? false
    case .group(let inner): inner.first?.isSlanted ?? false
    case .space, .root: false
    }
  }
}
