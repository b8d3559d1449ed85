import CDeflate
import Raster

/// A chunk of a PNG file: a name of four letters, and its bytes.
struct PNGChunk: Sendable {
  private let name: String
  private let data: [UInt8]

  /// How many frames there are; they are shown again and again.
  static func animationControl(frames: Int) -> PNGChunk { PNGChunk(name: "acTL", data: word(UInt32(frames)) + word(0)) }

  /// Where a frame stands and how long; its pixels take the place of those that were there, and stay.
  static func frameControl(_ number: UInt32, _ place: PixelRectangle, seconds: Double) -> PNGChunk {
    let words = [number] + [place.width, place.height, place.x, place.y].map { UInt32($0) }
    let milliseconds = UInt16(min(max((1000 * seconds).rounded(), 0), 65535))
    return PNGChunk(name: "fcTL", data: words.flatMap(word) + half(milliseconds) + half(1000) + [0, 0])
  }

  /// The pixels of a frame.
  static func frameData(_ number: UInt32, _ stream: [UInt8]) -> PNGChunk {
    PNGChunk(name: "fdAT", data: word(number) + stream)
  }

  /// Length, name, bytes and check sum, as they stand in a file.
  var bytes: [UInt8] {
    let body = Array(name.utf8) + data
    return Self.word(UInt32(data.count)) + body + Self.word(libdeflate_crc32(0, body, body.count))
  }

  /// A file with some chunks before its pixels and others behind them.
  static func inserted(_ before: [PNGChunk], behindPixels behind: [PNGChunk], into file: [UInt8]) -> [UInt8] {
    var pixels = signature
    while name(in: file, at: pixels) != "IDAT" { pixels += length(in: file, at: pixels) }
    // The end is a chunk without bytes.
    let end = file.count - emptyLength
    return file[..<pixels] + before.flatMap(\.bytes) + file[pixels..<end] + behind.flatMap(\.bytes) + file[end...]
  }

  /// Bytes before the first chunk, and of a chunk that has none.
  private static let (signature, emptyLength) = (8, 12)

  private static func name(in file: [UInt8], at start: Int) -> String {
    String(decoding: file[start + 4..<start + 8], as: UTF8.self)
  }

  private static func length(in file: [UInt8], at start: Int) -> Int {
    emptyLength + file[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
  }

  private static func word(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
  private static func half(_ value: UInt16) -> [UInt8] { [UInt8(value >> 8), UInt8(value & 0xFF)] }
}
