/// A PNG file taken apart by the specification, without libpng.
struct Chunks {
  struct Chunk {
    var name: String
    var data: [UInt8]
    var storedSum: UInt32
    var bytes: [UInt8]
    var realSum: UInt32 { Chunks.crc(bytes) }
  }

  var all: [Chunk] = []

  init(_ file: [UInt8]) {
    var at = 8
    while at + 12 <= file.count {
      let count = Int(Self.number(file, at))
      let body = Array(file[(at + 4)..<(at + 8 + count)])
      all.append(
        Chunk(
          name: String(decoding: body.prefix(4), as: UTF8.self), data: Array(body.dropFirst(4)),
          storedSum: Self.number(file, at + 8 + count), bytes: body))
      at += 12 + count
    }
  }

  var names: [String] { all.map(\.name) }

  subscript(name: String) -> [UInt8] { all.first { $0.name == name }?.data ?? [] }

  static func number(_ bytes: [UInt8], _ at: Int) -> UInt32 { bytes[at..<(at + 4)].reduce(0) { $0 << 8 | UInt32($1) } }

  static func crc(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xffff_ffff
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xedb8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
