extension JSON {
  /// The value on one line, without a line break at its end.
  public var compact: String {
    var writer = JSONWriter()
    writer.write(self)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// The value over several indented lines, short arrays and objects on one, with a line break at the end.
  public var pretty: String {
    var writer = JSONWriter()
    writer.write(self, indent: 0)
    writer.bytes.append(UInt8(ascii: "\n"))
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

/// Writes JSON values as UTF-8.
struct JSONWriter {
  /// What has been written.
  var bytes: [UInt8] = []

  /// A line holds at most this many bytes if it can be broken.
  private static let lineWidth = 100

  mutating func write(_ value: JSON) {
    switch value {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .number(let value): write(value)
    case .string(let text): write(text)
    case .array(let values): list("[", values, "]") { writer, value in writer.write(value) }
    case .object(let members):
      list("{", members, "}") { writer, member in
        writer.write(member.name)
        writer.bytes += ": ".utf8
        writer.write(member.value)
      }
    }
  }

  mutating func write(_ value: JSON, indent: Int) {
    let (start, room) = (bytes.count, Self.lineWidth - indent)
    switch value {
    case .array(let values) where !values.isEmpty:
      if writeOnOneLine(value, room: room, from: start) { return }
      lines("[", values, "]", indent) { writer, value in writer.write(value, indent: indent + 2) }
    case .object(let members) where !members.isEmpty:
      if writeOnOneLine(value, room: room, from: start) { return }
      lines("{", members, "}", indent) { writer, member in
        writer.write(member.name)
        writer.bytes += ": ".utf8
        writer.write(member.value, indent: indent + 2)
      }
    default: write(value)
    }
  }

  /// Writes the value if it fits in `room` bytes; else takes it back.
  private mutating func writeOnOneLine(_ value: JSON, room: Int, from start: Int) -> Bool {
    guard Self.leastWidth(of: value, within: room) <= room else { return false }
    write(value)
    if bytes.count - start <= room { return true }
    bytes.removeSubrange(start...)
    return false
  }

  /// A width that the value has at least; counting stops beyond `limit`, so that long arrays are not written twice.
  private static func leastWidth(of value: JSON, within limit: Int) -> Int {
    switch value {
    case .null, .bool: return 4
    case .number: return 1
    case .string(let text): return text.utf8.count + 2
    case .array(let values): return total(values, within: limit) { leastWidth(of: $0, within: limit) }
    case .object(let members):
      return total(members, within: limit) { $0.name.utf8.count + 4 + leastWidth(of: $0.value, within: limit) }
    }
  }

  private static func total<Item>(_ items: [Item], within limit: Int, width: (Item) -> Int) -> Int {
    var total = 0
    for item in items {
      total += 2 + width(item)
      if total > limit { break }
    }
    return total
  }

  private mutating func list<Item>(
    _ open: Unicode.Scalar, _ items: [Item], _ close: Unicode.Scalar, _ body: (inout JSONWriter, Item) -> Void
  ) {
    bytes.append(UInt8(ascii: open))
    for (index, item) in items.enumerated() {
      if index > 0 { bytes += ", ".utf8 }
      body(&self, item)
    }
    bytes.append(UInt8(ascii: close))
  }

  private mutating func lines<Item>(
    _ open: Unicode.Scalar, _ items: [Item], _ close: Unicode.Scalar, _ indent: Int,
    _ body: (inout JSONWriter, Item) -> Void
  ) {
    bytes.append(UInt8(ascii: open))
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      breakLine(indent + 2)
      body(&self, item)
    }
    breakLine(indent)
    bytes.append(UInt8(ascii: close))
  }

  private mutating func breakLine(_ indent: Int) {
    bytes.append(UInt8(ascii: "\n"))
    bytes += repeatElement(UInt8(ascii: " "), count: indent)
  }

  private mutating func write(_ number: Double) {
    let text = JSON.spelling(of: number)
    if number.isFinite { bytes += text.utf8 } else { write(text) }
  }

  private mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes += "\\\"".utf8
      case UInt8(ascii: "\\"): bytes += "\\\\".utf8
      case 0x08: bytes += "\\b".utf8
      case 0x09: bytes += "\\t".utf8
      case 0x0A: bytes += "\\n".utf8
      case 0x0C: bytes += "\\f".utf8
      case 0x0D: bytes += "\\r".utf8
      case 0..<0x20:
        bytes += "\\u00".utf8
        bytes += (byte < 16 ? "0" : "").utf8
        bytes += String(byte, radix: 16).utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
