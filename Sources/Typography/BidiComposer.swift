/// Sets lines in which some of the text runs from right to left.
extension Composer {
  /// The box of a line: places of a paragraph whose directions are known.
  func box(_ elements: [Element], _ line: Range<Int>, _ bidi: Bidi, _ style: FaceStyle) throws -> Box {
    var box = Box()
    for (places, isRightToLeft) in bidi.runs(of: line) {
      guard isRightToLeft else {
        box.append(try straightBox(elements[places], style))
        continue
      }
      for piece in Self.pieces(elements[places]).reversed() {
        switch piece {
        case .text(let letters): box.append(try run(letters, style, isRightToLeft: true))
        case .formula(let nodes): box.append(try formula(nodes, style))
        }
      }
    }
    return box
  }

  private enum Piece {
    case text([Letter])
    case formula([MathNode])
  }

  /// Characters in a row, and formulas, as they are read.
  private static func pieces(_ elements: ArraySlice<Element>) -> [Piece] {
    var pieces: [Piece] = []
    for element in elements {
      switch element {
      case .math(let nodes): pieces.append(.formula(nodes))
      case .character(let character, let wide):
        let letter = Letter(character: character, isWide: wide)
        if case .text(let letters)? = pieces.last {
          pieces[pieces.count - 1] = .text(letters + [letter])
        } else {
          pieces.append(.text([letter]))
        }
      }
    }
    return pieces
  }
}
