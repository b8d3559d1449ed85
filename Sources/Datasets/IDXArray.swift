/// An array of bytes from a file in the IDX format, in which MNIST and its relatives are spread.
///
/// The format: two zero bytes, a byte for the type, a byte for the number of dimensions, each length
/// as four bytes, the highest first, then the elements, the last dimension running fastest.
/// Source: http://yann.lecun.com/exdb/mnist/.
public struct IDXArray: Sendable, Hashable {
  /// Length of each dimension, outermost first.
  public let shape: [Int]
  /// Every element.
  public let elements: [UInt8]

  /// Reads a file, packed by gzip or not.
  public init(path: String) throws(DataError) { try self.init(PackedFile.bytes(at: path), path: path) }

  /// Reads what a file holds; `path` is what errors call it.
  init(_ bytes: [UInt8], path: String) throws(DataError) {
    shape = try Self.shape(of: bytes, path: path)
    let header = 4 + 4 * shape.count
    // Some of the lengths must be countable too, even if another is 0: readers multiply them.
    var countable = 1
    for length in shape where length > 0 {
      let (product, overflow) = countable.multipliedReportingOverflow(by: length)
      guard !overflow, product <= PackedFile.mostBytes else {
        throw DataError(
          path, at: .byte(4), Message("\(Self.name(shape)) elements are too many", zh: "\(Self.name(shape)) 个元素太多"))
      }
      countable = product
    }
    let needed = shape.contains(0) ? 0 : countable
    let found = bytes.count - header
    guard found == needed else {
      let problem = found < needed ? Message("is cut off", zh: "文件不完整") : Message("has bytes left over", zh: "有多余的字节")
      throw DataError(
        path, at: .byte(min(bytes.count, header + needed)),
        Message(
          "\(problem): \(Self.name(shape)) needs \(needed) bytes after the header, here are \(found)",
          zh: "\(problem)：\(Self.name(shape)) 在文件头之后需要 \(needed) 字节，这里有 \(found)"))
    }
    elements = Array(bytes[header...])
  }

  /// The shape that the header states.
  private static func shape(of bytes: [UInt8], path: String) throws(DataError) -> [Int] {
    guard bytes.count >= 4 else {
      throw DataError(
        path, at: .byte(bytes.count),
        Message("no IDX file: it ends before the 4 bytes that it starts with", zh: "不是 IDX 文件：不足开头的 4 个字节"))
    }
    guard bytes[0] == 0, bytes[1] == 0 else {
      let start = bytes[..<4].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
      throw DataError(
        path, at: .byte(0),
        Message(
          "no IDX file: it starts with \(start.joined(separator: " ")), not with 00 00 08",
          zh: "不是 IDX 文件：开头是 \(start.joined(separator: " "))，而不是 00 00 08"))
    }
    guard bytes[2] == 8 else {
      throw DataError(
        path, at: .byte(2),
        Message(
          "elements of type 0x\(String(bytes[2], radix: 16)); only bytes, type 0x8, are read",
          zh: "元素类型为 0x\(String(bytes[2], radix: 16))；只能读取字节类型 0x8"))
    }
    let rank = Int(bytes[3])
    guard rank >= 1 else { throw DataError(path, at: .byte(3), Message("an array without dimensions", zh: "数组没有维度")) }
    guard bytes.count >= 4 + 4 * rank else {
      throw DataError(
        path, at: .byte(bytes.count),
        Message("is cut off: the lengths of \(rank) dimensions end here", zh: "文件不完整：\(rank) 个维度的长度到此中断"))
    }
    return (0..<rank).map { dimension in
      bytes[(4 + 4 * dimension)..<(8 + 4 * dimension)].reduce(0) { $0 << 8 | Int($1) }
    }
  }

  /// A shape as messages show it: `60000×28×28`.
  static func name(_ shape: [Int]) -> String { shape.map(String.init).joined(separator: "×") }
}
