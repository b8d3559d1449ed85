import CDeflate

/// The check sum CRC-32, which tells whether something has changed.
enum CheckSum {
  /// The sum of some bytes.
  static func of(_ bytes: some Sequence<UInt8>) -> UInt32 {
    Array(bytes).withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress, $0.count) }
  }

  /// The same in eight hexadecimal digits.
  static func digits(of bytes: some Sequence<UInt8>) -> String {
    let digits = String(of(bytes), radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
