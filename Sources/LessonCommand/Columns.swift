/// Text in columns of a terminal.
enum Columns {
  /// Cells that a text takes: two for wide (East Asian) characters.
  static func width(of text: String) -> Int { text.reduce(0) { $0 + (isWide($1) ? 2 : 1) } }

  /// The text with spaces behind it.
  static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - Self.width(of: text)))
  }

  /// Rows with every column but the last as wide as its widest cell.
  static func table(_ rows: [[String]], gap: String = "  ") -> [String] {
    var widths: [Int] = []
    for row in rows {
      for (index, cell) in row.enumerated() {
        if index == widths.count { widths.append(0) }
        widths[index] = max(widths[index], width(of: cell))
      }
    }
    return rows.map { row in
      let cells = row.enumerated().map { index, cell in index == row.count - 1 ? cell : padded(cell, to: widths[index])
      }
      return cells.joined(separator: gap)
    }
  }

  private static func isWide(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      return true
    default: return false
    }
  }
}
