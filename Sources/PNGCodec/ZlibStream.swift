import CDeflate
import Dispatch

/// The rows of a picture as one zlib stream, packed in stripes on all processors at once.
///
/// The stripes depend on the picture alone, so that the same rows give the same bytes anywhere.
/// Source: RFC 1950.
enum ZlibStream {
  /// Method 8 (deflate), a window of 32 KiB, no dictionary, the default effort.
  private static let header: [UInt8] = [0x78, 0x9C]
  /// Bytes below which one stripe is enough.
  private static let fewBytes = 1_000_000
  /// Bytes for every two stripes, about a slide's. What a stripe costs in size is in its first bytes.
  private static let pairBytes = 6_000_000

  /// The stream of all rows.
  static func packed(_ lines: Scanlines) throws(PNGError) -> [UInt8] { try packed(lines, in: parts(lines)) }

  /// The stream of rows in given stripes.
  static func packed(_ lines: Scanlines, in parts: [Range<Int>]) throws(PNGError) -> [UInt8] {
    var stripes = [Stripe?](repeating: nil, count: parts.count)
    stripes.withUnsafeMutableBufferPointer { buffer in
      // Every iteration writes to a place of its own.
      nonisolated(unsafe) let places = buffer
      DispatchQueue.concurrentPerform(iterations: parts.count) { i in
        places[i] = Stripe(lines.bytes(parts[i]), isLast: i == parts.count - 1)
      }
    }
    var sum = CheckSum()
    var stream = header
    stream.reserveCapacity(stripes.reduce(6) { $0 + ($1?.packed.count ?? 0) })
    for stripe in stripes {
      guard let stripe else { throw PNGError("out of memory") }
      stream += stripe.packed
      sum.append(stripe.sum)
    }
    return stream + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: sum.value >> $0) }
  }

  /// The rows of each stripe: an even number of stripes, as of processors, or all rows in one.
  static func parts(_ lines: Scanlines) -> [Range<Int>] {
    let (bytes, rows) = (lines.stride * lines.height, lines.height)
    guard bytes >= fewBytes, rows > 1 else { return [0..<rows] }
    let pairs = max(1, (bytes + pairBytes / 2) / pairBytes)
    let count = min(2 * pairs, rows)
    return (0..<count).map { rows * $0 / count..<rows * ($0 + 1) / count }
  }
}

/// Some rows, packed by themselves.
private struct Stripe {
  /// The least that packs every slide smaller than zlib does by default.
  private static let effort: Int32 = 7

  /// Whole bytes of a deflate stream, which ends with them only if the stripe is the last.
  var packed: [UInt8]
  var sum: CheckSum

  /// Nil without memory.
  init?(_ bytes: [UInt8], isLast: Bool) {
    guard let compressor = libdeflate_alloc_compressor(Self.effort) else { return nil }
    defer { libdeflate_free_compressor(compressor) }
    let most = libdeflate_deflate_compress_bound(compressor, bytes.count)
    packed = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
      count = libdeflate_deflate_compress(compressor, bytes, bytes.count, buffer.baseAddress, buffer.count)
    }
    guard !packed.isEmpty, isLast || DeflateJoint.open(&packed) else { return nil }
    sum = CheckSum(bytes)
  }
}
