/// Why a text is no function of x and y: what is wrong, at which characters, and what would be right.
public struct ExpressionError: ReportedError, Sendable, Hashable {
  /// The kind of mistake.
  public enum Reason: Sendable, Hashable {
    /// A name that means nothing; `known` are all that do.
    case unknownName(String, known: [String])
    /// Anything else, in words without a full stop, and how to mend it, nil where that is plain.
    case other(Message, mend: Message?)
  }

  /// The kind of mistake.
  public let reason: Reason
  /// The text, its tabs and line breaks as spaces.
  public let text: String
  /// The columns of a terminal under which the mistake stands, from 0; never empty.
  public let columns: Range<Int>

  init(_ reason: Reason, in text: String, at columns: Range<Int>) {
    self.reason = reason
    self.text = String(String.UnicodeScalarView(text.unicodeScalars.map(DisplayWidth.shown)))
    self.columns = columns.isEmpty ? columns.lowerBound..<(columns.lowerBound + 1) : columns
  }

  /// What is wrong, one line without a full stop.
  public var told: Message {
    switch reason {
    case .unknownName(let name, _): Message("unknown name '\(name)'", zh: "未知的名称“\(name)”")
    case .other(let message, _): message
    }
  }

  /// The formula, a mark under the mistake, and how to mend it.
  public var remedies: [Message] {
    let (text, carets) = excerpt()
    let mend =
      switch reason {
      case .unknownName(_, let known): Message.known(known)
      case .other(_, let mend): mend
      }
    return [Message(same: text), Message(same: carets)] + (mend.map { [$0] } ?? [])
  }

  /// What is wrong, in English.
  public var message: String { told.english }

  /// The part of the text around the mistake, and a line of carets to stand under it.
  ///
  /// At most about `width` columns; dots stand for what is left out.
  public func excerpt(width: Int = 60) -> (text: String, carets: String) {
    let first = max(0, columns.lowerBound - (columns.lowerBound < width - 10 ? width : width / 2))
    var (shown, column, start) = ("", 0, first)
    for scalar in text.unicodeScalars {
      let size = DisplayWidth.of(scalar)
      if column >= first && column + size <= first + width { shown.unicodeScalars.append(scalar) }
      if column < first && column + size > first { start = column + size }
      column += size
    }
    let before = first > 0 ? "…" : ""
    let indent = max(0, columns.lowerBound - start) + before.count
    let length = min(columns.count, first + width - columns.lowerBound)
    return (
      before + shown + (column > first + width ? "…" : ""),
      String(repeating: " ", count: indent) + String(repeating: "^", count: max(1, length))
    )
  }
}
