import CZlib
import Groundwork
import PNGCodec
import Raster

/// Files as they should be, and then damaged.
enum FuzzFile {
  /// A PNG of any of the encoder's kinds, with a chunk or a few bytes changed.
  static func png(_ random: inout FuzzRandom) -> [UInt8] {
    let (width, height) = (Int.random(in: 1...12, using: &random), Int.random(in: 1...12, using: &random))
    let shades = random.several(1...8) { random in (0..<4).map { _ in UInt8.random(in: 0...255, using: &random) } }
    let pixels = (0..<width * height).flatMap { _ in random.one(of: shades) }
    let metadata = PNGMetadata(
      pixelsPerInch: random.one(of: [nil, 144]), title: random.one(of: [nil, "Title", "题"]), software: "Plumbline 0.1",
      comment: "lesson rosenbrock")
    guard let bytes = try? PNG.encode(Bitmap(width: width, height: height, pixels: pixels), metadata: metadata) else {
      return []
    }
    return random.happens(0.5) ? damaged(bytes, &random) : withChangedChunk(bytes, &random)
  }

  /// A file with one chunk changed, doubled or lost, and a check sum that is right all the same.
  private static func withChangedChunk(_ bytes: [UInt8], _ random: inout FuzzRandom) -> [UInt8] {
    var chunks: [[UInt8]] = []
    var place = 8
    while place + 12 <= bytes.count {
      let length = bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
      chunks.append(Array(bytes[place + 4..<place + 8 + length]))
      place += length + 12
    }
    let index = Int.random(in: 0..<chunks.count, using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: chunks.remove(at: index)
    case 1: chunks.insert(chunks[index], at: Int.random(in: 0...chunks.count, using: &random))
    case 2:
      chunks[index].replaceSubrange(0..<4, with: random.one(of: ["IDAT", "PLTE", "tRNS", "zTXt", "iCCP", "acTL"]).utf8)
    default: chunks[index] = Array(chunks[index][..<4]) + damaged(Array(chunks[index][4...]), &random)
    }
    return chunks.reduce(Array(bytes[..<8])) { file, chunk in
      let sum = UInt32(truncatingIfNeeded: crc32(0, chunk, UInt32(chunk.count)))
      return file + bigEndian(UInt32(chunk.count - 4)) + chunk + bigEndian(sum)
    }
  }

  /// MNIST's four files, each perhaps damaged, packed, or something else than a file.
  static func writeDigits(to folder: String, _ random: inout FuzzRandom) {
    let count = UInt32.random(in: 0...12, using: &random)
    let side = random.one(of: [0, 1, 3, 28] as [UInt32])
    for part in ["train", "t10k"] {
      for (name, lengths) in [("images-idx3", [count, side, side]), ("labels-idx1", [count])] {
        var lengths = lengths
        if random.happens(0.1) {
          let place = Int.random(in: 0..<lengths.count, using: &random)
          lengths[place] = random.one(of: [0, 1, 65536, 0x7FFF_FFFF, .max])
        }
        let head = [0, 0, 8, UInt8(lengths.count)] + lengths.flatMap(bigEndian)
        let elements = lengths.reduce(1) { min(1 << 14, $0 * Int($1)) }
        let whole = head + (0..<elements).map { UInt8(truncatingIfNeeded: $0 % 11) }
        let path = "\(folder)/\(part)-\(name)-ubyte"
        for ending in ["", ".gz"] { unlink(path + ending) }
        write(random.happens(0.1) ? damaged(whole, &random) : whole, to: path)
        if random.happens(0.2) { pack(path, damage: random.happens(0.5), &random) }
      }
    }
  }

  /// A table of numbers, with what people put into tables.
  static func csv(_ random: inout FuzzRandom) -> [UInt8] {
    let columns = Int.random(in: 0...4, using: &random)
    let lines = random.several(0...8) { random in
      (0..<columns).map { _ in
        random.happens(0.9)
          ? FuzzFormula.number(&random)
          : random.one(of: [
            "1", "-2.5", "1e3", "", " 4 ", "\"5\"", "\"6", "nan", "x", "1e999", "9999999", "0", "ä\"\"", "\"a,b\"",
          ])
      }.joined(separator: random.one(of: [",", ",", ",", ";", "\t"]))
    }
    let text = Array(lines.joined(separator: random.one(of: ["\n", "\r\n", "\r"])).utf8)
    return random.happens(0.3) ? damaged(text, &random) : text
  }

  /// Bytes with a few changed, lost or put in.
  private static func damaged(_ bytes: [UInt8], _ random: inout FuzzRandom) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes.removeSubrange(place...)
      case 1 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 2 where place < bytes.count: bytes[place] = random.one(of: [0, 0xFF, 0x80, 0x7F])
      default: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
      }
    }
    return bytes
  }

  private static func bigEndian(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  /// Packs a file under the same name with `.gz`, and takes the plain one away.
  private static func pack(_ path: String, damage: Bool, _ random: inout FuzzRandom) {
    let bytes = contents(of: path)
    guard let file = gzopen(path + ".gz", "wb") else { return }
    gzwrite(file, bytes, UInt32(bytes.count))
    gzclose(file)
    unlink(path)
    if damage { write(damaged(contents(of: path + ".gz"), &random), to: path + ".gz") }
  }

  private static func contents(of path: String) -> [UInt8] {
    guard let file = fopen(path, "rb") else { return [] }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&bytes, 1, bytes.count, file)
    return Array(bytes.prefix(count))
  }

  static func write(_ bytes: [UInt8], to path: String) {
    guard let file = fopen(path, "wb") else { return }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }
}
