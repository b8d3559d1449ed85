import CZlib

/// What zlib reads from a stream, as a witness beside libdeflate; nil if it finds a fault.
enum Inflated {
  /// From a zlib stream with its check sum, of which nothing may be left over.
  static func zlib(_ stream: [UInt8], count: Int) -> [UInt8]? { read(stream, count, windowBits: 15) }

  /// From a deflate stream alone.
  static func deflate(_ stream: [UInt8], count: Int) -> [UInt8]? { read(stream, count, windowBits: -15) }

  private static func read(_ stream: [UInt8], _ count: Int, windowBits: Int32) -> [UInt8]? {
    var (input, output) = (stream, [UInt8](repeating: 0, count: count + 1))
    let isWhole = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var state = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        guard inflateInit2_(&state, windowBits, ZLIB_VERSION, size) == Z_OK else { return false }
        defer { inflateEnd(&state) }
        (state.next_in, state.avail_in) = (input.baseAddress, UInt32(input.count))
        (state.next_out, state.avail_out) = (output.baseAddress, UInt32(output.count))
        return inflate(&state, Z_FINISH) == Z_STREAM_END && state.avail_in == 0 && state.avail_out == 1
      }
    }
    return isWhole ? Array(output.dropLast()) : nil
  }
}
