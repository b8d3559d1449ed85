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
        throw DataError(path, at: .byte(4), "\(Self.name(shape)) elements are too many")
      }
      countable = product
    }
    let needed = shape.contains(0) ? 0 : countable
    let found = bytes.count - header
    guard found == needed else {
      let problem = found < needed ? "is cut off" : "has bytes left over"
      throw DataError(
        path, at: .byte(min(bytes.count, header + needed)),
        "\(problem): \(Self.name(shape)) needs \(needed) bytes after the header, here are \(found)")
    }
    elements = Array(bytes[header...])
  }

  /// The shape that the header states.
  private static func shape(of bytes: [UInt8], path: String) throws(DataError) -> [Int] {
    guard bytes.count >= 4 else {
      throw DataError(path, at: .byte(bytes.count), "no IDX file: it ends before the 4 bytes that it starts with")
    }
    guard bytes[0] == 0, bytes[1] == 0 else {
      let start = bytes[..<4].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
      throw DataError(
        path, at: .byte(0), "no IDX file: it starts with \(start.joined(separator: " ")), not with 00 00 08")
    }
    guard bytes[2] == 8 else {
      throw DataError(
        path, at: .byte(2), "elements of type 0x\(String(bytes[2], radix: 16)); only bytes, type 0x8, are read")
    }
    let rank = Int(bytes[3])
    guard rank >= 1 else { throw DataError(path, at: .byte(3), "an array without dimensions") }
    guard bytes.count >= 4 + 4 * rank else {
      throw DataError(path, at: .byte(bytes.count), "is cut off: the lengths of \(rank) dimensions end here")
    }
    return (0..<rank).map { dimension in
      bytes[(4 + 4 * dimension)..<(8 + 4 * dimension)].reduce(0) { $0 << 8 | Int($1) }
    }
  }

  /// A shape as messages show it: `60000×28×28`.
  static func name(_ shape: [Int]) -> String { shape.map(String.init).joined(separator: "×") }
}
