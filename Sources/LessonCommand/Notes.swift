import LessonKit

/// A document in Markdown, byte by byte: the places that ask for figures, and the language that it says it is in.
///
/// A marker is a line `<!-- lesson NAME … -->`; what is written for it goes up to the line `<!-- /lesson -->`, which is put in
/// where it is missing, with a check sum of what was written: `<!-- /lesson 1a2b3c4d -->`. Markers in fenced or indented code
/// and in front matter are text.
struct Notes: Sendable {
  /// A place that asks for a figure.
  struct Marker: Sendable {
    /// Its line, from 1.
    let line: Int
    /// The command in it: `lesson vanishing --depth 10`.
    let command: String
    /// What begins each line of its block: blanks, and the signs of a quotation.
    let indent: String
    /// How its lines end.
    let ending: String
    /// Where the block stands in the bytes: from behind the marker up to the closing line.
    fileprivate(set) var block: Range<Int>
    /// The comment in the closing line; nil where there is none.
    fileprivate var closing: Range<Int>?
    /// The check sum in it.
    fileprivate var sum: String?

    /// Whether a closing line is there.
    var isClosed: Bool { closing != nil }
  }

  let bytes: [UInt8]
  private(set) var markers: [Marker] = []
  /// Lines that are meant as markers and are none, with what is wrong.
  private(set) var faults: [(line: Int, error: UsageError)] = []
  /// What stands behind `lang:` in the front matter.
  private(set) var language: (line: Int, code: String)?
  /// Every line that is neither code nor front matter, and no marker.
  private(set) var prose: [(line: Int, text: String)] = []

  /// Reads a document.
  ///
  /// - Throws: `UnusableInput` where the bytes are not UTF-8.
  init(_ bytes: [UInt8], name: String) throws {
    self.bytes = bytes
    guard String(validating: bytes, as: UTF8.self) != nil else {
      let lines = NotesLine.all(in: bytes)
      let bad = lines.firstIndex { String(validating: bytes[$0.content], as: UTF8.self) == nil } ?? 0
      throw UnusableInput(
        "\(name):\(bad + 1): the text is not UTF-8", zh: "\(name):\(bad + 1): 文字不是 UTF-8",
        hints: [Message("save the document as UTF-8", zh: "请把文档存为 UTF-8")])
    }
    let lines = NotesLine.all(in: bytes)
    let body = frontMatter(lines)
    var (fence, isOpen, starts) = (NotesLine.Fence?.none, false, [Int]())
    for (index, line) in lines.enumerated().dropFirst(body) {
      let text = line.text(in: bytes)
      if let inside = fence {
        if inside.isClosed(by: text) { fence = nil }
        continue
      }
      fence = NotesLine.Fence(opening: text)
      if fence != nil { continue }
      if let mark = NotesLine.Mark(text) {
        take(mark, index + 1, line, &isOpen)
      } else {
        prose.append((index + 1, text))
        starts.append(line.content.lowerBound)
      }
    }
    let blocks = markers.map(\.block)
    prose = zip(prose, starts).filter { _, start in !blocks.contains { $0.contains(start) } }.map(\.0)
  }

  private mutating func take(_ mark: NotesLine.Mark, _ number: Int, _ line: NotesLine, _ isOpen: inout Bool) {
    switch mark {
    case .open(let command, let indent):
      let ending =
        line.ending.isEmpty
        ? String(decoding: bytes.firstLineEnding, as: UTF8.self) : String(decoding: bytes[line.ending], as: UTF8.self)
      let end = line.ending.upperBound
      markers.append(Marker(line: number, command: command, indent: indent, ending: ending, block: end..<end))
      isOpen = true
    case .close(let sum):
      guard isOpen else {
        faults.append(
          (
            number,
            UsageError(
              "'<!-- /lesson -->' closes no marker", zh: "“<!-- /lesson -->”没有对应的标记",
              hints: [Message("take it out, or put above: <!-- lesson NAME -->", zh: "去掉它，或在上面写：<!-- lesson NAME -->")])
          ))
        return
      }
      let place = markers.count - 1
      markers[place].block = markers[place].block.lowerBound..<line.content.lowerBound
      let content = bytes[line.content]
      let end = content.lastIndex(of: UInt8(ascii: ">")) ?? line.content.upperBound - 1
      markers[place].closing = (content.firstIndex(of: UInt8(ascii: "<")) ?? line.content.lowerBound)..<end + 1
      markers[place].sum = sum
      isOpen = false
    case .broken:
      faults.append(
        (
          number,
          UsageError(
            "a marker stands alone on one line, up to '-->'", zh: "标记独占一行，直到“-->”",
            hints: [.example("<!-- lesson vanishing --depth 10 -->")])
        ))
    }
  }

  /// How many lines the front matter has; takes the language from it.
  private mutating func frontMatter(_ lines: [NotesLine]) -> Int {
    guard let first = lines.first, first.text(in: bytes).trimmedOfBlanks == "---" else { return 0 }
    for (index, line) in lines.enumerated().dropFirst() {
      let text = line.text(in: bytes)
      if ["---", "..."].contains(text.trimmedOfBlanks) { return index + 1 }
      guard language == nil, text.hasPrefix("lang:") else { continue }
      var code = text.dropFirst(5)[...]
      if let comment = code.firstRange(of: " #") { code = code[..<comment.lowerBound] }
      let plain = String(code).trimmedOfBlanks.filter { $0 != "\"" && $0 != "'" }
      if !plain.isEmpty { language = (index + 1, plain) }
    }
    // It is never closed: what looked like front matter is a rule.
    language = nil
    return 0
  }

  /// What stands in the block of a marker, line by line, without what begins each line.
  private func lines(of block: [UInt8], _ marker: Marker) -> [String] {
    NotesLine.all(in: block).map { line in
      let text = String(decoding: block[line.content], as: UTF8.self)
      let inside = text.hasPrefix(marker.indent) ? String(text.dropFirst(marker.indent.count)) : text
      return inside.allSatisfy { " >".contains($0) } ? "" : inside.trimmedOfBlanks
    }
  }

  /// The words of a block; blanks and line breaks between them may be others.
  private func words(of block: [UInt8], _ marker: Marker) -> String {
    lines(of: block, marker).flatMap { $0.split { $0 == " " || $0 == "\t" } }.joined(separator: " ")
  }

  /// Whether somebody has changed what was written in a block; a block without a check sum tells nothing, nor does an empty one.
  func isEdited(_ marker: Marker) -> Bool {
    guard let sum = marker.sum else { return false }
    let words = words(of: Array(bytes[marker.block]), marker)
    return !words.isEmpty && CheckSum.digits(of: words.utf8) != sum
  }

  /// Whether what stands in a block can only be a figure that was written there: nothing, or an image with its caption.
  func isFigure(_ marker: Marker) -> Bool {
    let paragraphs = lines(of: Array(bytes[marker.block]), marker).split(separator: "")
    guard let first = paragraphs.first?.first else { return true }
    return paragraphs.count <= 2 && ["![", "<img ", "<figure>"].contains { first.hasPrefix($0) }
  }

  /// The bytes of a block with these lines in it.
  func block(_ lines: [String], for marker: Marker) -> [UInt8] {
    let bare = marker.indent.trimmedOfBlanks.isEmpty ? "" : marker.indent.trimmedAtEnd
    let all = lines.map { ($0.isEmpty ? bare : marker.indent + $0) + marker.ending }
    return Array(((isLast(marker) ? marker.ending : "") + all.joined()).utf8)
  }

  /// Whether a marker is the last line of the document, and without an end: it gets one, and the closing line is the last then.
  private func isLast(_ marker: Marker) -> Bool {
    marker.block.lowerBound == bytes.count && bytes.last != UInt8(ascii: "\n")
  }

  /// The document with blocks in place of those that stand there, each with its check sum behind it; nil leaves one as it is.
  func filled(_ blocks: [[UInt8]?]) -> [UInt8] {
    var (result, place) = ([UInt8](), 0)
    for (marker, block) in zip(markers, blocks) {
      guard let block else { continue }
      result += bytes[place..<marker.block.lowerBound]
      result += block
      let close = Array("<!-- /lesson \(CheckSum.digits(of: words(of: block, marker).utf8)) -->".utf8)
      if let closing = marker.closing {
        result += bytes[marker.block.upperBound..<closing.lowerBound]
        result += close
        place = closing.upperBound
      } else {
        result += Array(marker.indent.utf8)
        result += close
        result += isLast(marker) ? [] : Array(marker.ending.utf8)
        place = marker.block.upperBound
      }
    }
    return result + bytes[place...]
  }
}
