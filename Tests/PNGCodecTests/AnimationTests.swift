import Raster
import Testing

@testable import PNGCodec

@Suite("Animated PNG") struct AnimationTests {
  /// Pictures that build up: in each a rectangle of the last is added to the one before.
  private static func sequence(_ kind: Kind) -> [Bitmap] {
    let whole = kind.picture(width: 90, height: 60)
    let ground = Bitmap(
      width: 90, height: 60, pixels: Array(repeating: Array(whole.pixels[..<4]), count: 5400).flatMap { $0 })
    let parts = [(5, 7, 20, 11), (40, 0, 50, 30), (0, 59, 1, 1), (0, 0, 90, 60)]
    return parts.reduce(into: [ground]) { all, part in
      var next = all[all.count - 1]
      for y in part.1..<part.1 + part.3 {
        let row = 4 * (y * 90 + part.0)..<4 * (y * 90 + part.0 + part.2)
        next.pixels[row] = whole.pixels[row]
      }
      all.append(next)
    }
  }

  private static let seconds = [2.4, 1.2, 1.2, 0, 70]

  private func file(_ bitmaps: [Bitmap]) throws -> [UInt8] {
    let sequence = try PictureSequence(bitmaps, metadata: PNGMetadata(), limit: .max)
    #expect(sequence.bitmaps == bitmaps)
    return try sequence.animation(seconds: Array(Self.seconds.prefix(bitmaps.count)), metadata: PNGMetadata(title: "T"))
  }

  /// The frames of a file, put together as the specification says: each over the one before, in its place.
  private func frames(_ file: [UInt8]) throws -> [Bitmap] {
    let chunks = Chunks(file)
    let head = chunks.all.prefix { $0.name != "acTL" }
    var (frames, canvas) = ([Bitmap](), Bitmap?.none)
    for (control, data) in zip(chunks.all, chunks.all.dropFirst()) where control.name == "fcTL" {
      #expect(data.name == "fdAT" && control.data.suffix(2) == [0, 0])
      let (width, height) = (Int(Chunks.number(control.data, 4)), Int(Chunks.number(control.data, 8)))
      let (x, y) = (Int(Chunks.number(control.data, 12)), Int(Chunks.number(control.data, 16)))
      var header = Array(chunks["IHDR"])
      header.replaceSubrange(0..<8, with: control.data[4..<12])
      let own = head.map { $0.name == "IHDR" ? ("IHDR", header) : ($0.name, $0.data) }
      let bytes = own + [("IDAT", Array(data.data.dropFirst(4))), ("IEND", [])]
      let part = try PNG.decode(file[..<8] + bytes.flatMap { Self.chunk($0.0, $0.1) }).bitmap
      #expect(part.width == width && part.height == height)
      var all = canvas ?? part
      for row in 0..<height {
        let start = 4 * ((y + row) * all.width + x)
        all.pixels.replaceSubrange(
          start..<start + 4 * width, with: part.pixels[4 * row * width..<4 * (row + 1) * width])
      }
      frames.append(all)
      canvas = all
    }
    return frames
  }

  private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    func word(_ value: UInt32) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) } }
    let body = Array(name.utf8) + data
    return word(UInt32(data.count)) + body + word(Chunks.crc(body))
  }

  @Test("a reader that knows no animation sees the last frame, one that does all of them", arguments: Kind.allCases)
  func readers(_ kind: Kind) throws {
    let bitmaps = Self.sequence(kind)
    let file = try file(bitmaps)
    let still = try PNG.decode(file)
    #expect(still.bitmap == bitmaps.last && still.metadata.title == "T")
    #expect(try frames(file) == bitmaps)
  }

  @Test(
    "chunks stand in their order, numbered from 0, with right check sums, and the still is no frame",
    arguments: Kind.allCases) func chunks(_ kind: Kind) throws
  {
    let chunks = Chunks(try file(Self.sequence(kind)))
    let names = chunks.names
    let frames: [[String]] = Array(repeating: ["fcTL", "fdAT"], count: 5)
    let own = names.filter { $0.hasSuffix("TL") || $0.hasSuffix("AT") }
    #expect(own == ["acTL", "IDAT"] + frames.joined())
    #expect(names.first == "IHDR" && names.last == "IEND" && chunks.all.allSatisfy { $0.storedSum == $0.realSum })
    #expect(chunks["acTL"] == [0, 0, 0, 5, 0, 0, 0, 0], "five frames, again and again")
    let numbers = chunks.all.filter { ["fcTL", "fdAT"].contains($0.name) }.map { Chunks.number($0.data, 0) }
    #expect(numbers == Array(0..<10))
    let times = chunks.all.filter { $0.name == "fcTL" }.map { Chunks.number($0.data, 18) & 0xFFFF }
    let units = chunks.all.filter { $0.name == "fcTL" }.map { Chunks.number($0.data, 20) & 0xFFFF }
    #expect(times == [2400, 1200, 1200, 0, 65535], "at most a minute")
    #expect(units == Array(repeating: 1000, count: 5), "milliseconds")
  }

  @Test("a frame holds the least rectangle that changes; one like the frame before a single pixel") func rectangles()
    throws
  {
    var bitmaps = Array(Self.sequence(.manyColors).prefix(4))
    bitmaps.append(bitmaps[3])
    let places = Chunks(try file(bitmaps)).all.filter { $0.name == "fcTL" }.map { chunk in
      [4, 8, 12, 16].map { Int(Chunks.number(chunk.data, $0)) }
    }
    #expect(places == [[90, 60, 0, 0], [20, 11, 5, 7], [50, 30, 40, 0], [1, 1, 0, 59], [1, 1, 0, 0]])
  }

  @Test("one picture is an animation too") func alone() throws {
    let bitmap = Kind.gray.picture(width: 3, height: 2)
    #expect(try frames(file([bitmap])) == [bitmap])
  }

  @Test("where the whole has to lose colours all frames share its palette, and what is alike stays alike") func fewer()
    throws
  {
    let bitmaps = Self.sequence(.manyColors)
    let sequence = try PictureSequence(bitmaps, metadata: PNGMetadata(), limit: 100)
    let alone = try PNG.encode(bitmaps[4], metadata: PNGMetadata(), limit: 100)
    #expect(try PNG.decode(alone).bitmap == sequence.bitmaps[4])
    #expect((1...1024).contains(PixelLayout(sequence.bitmaps).palette.count))
    for (a, b) in zip(bitmaps, bitmaps.dropFirst()) {
      let (i, j) = (try #require(bitmaps.firstIndex(of: a)), try #require(bitmaps.firstIndex(of: b)))
      for k in stride(from: 0, to: a.pixels.count, by: 4) where a.pixels[k..<k + 4] == b.pixels[k..<k + 4] {
        #expect(sequence.bitmaps[i].pixels[k..<k + 4] == sequence.bitmaps[j].pixels[k..<k + 4])
      }
    }
  }
}
