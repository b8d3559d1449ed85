import Raster
import Testing

@testable import PNGCodec

@Suite("Rows before they are packed") struct ScanlineTests {
  private static let widths = [1, 2, 3, 64, 65]

  /// The bytes of the rows without their filters, by the specification.
  private func unfiltered(_ bytes: [UInt8], _ lines: Scanlines) -> [UInt8] {
    var (result, above): ([UInt8], [UInt8]) = ([], [UInt8](repeating: 0, count: lines.stride - 1))
    for y in 0..<lines.height {
      var row = Array(bytes[(y * lines.stride + 1)..<((y + 1) * lines.stride)])
      let filter = bytes[y * lines.stride]
      #expect(lines.isFiltered ? filter == 1 || filter == 2 : filter == 0)
      for x in row.indices {
        let left = x >= lines.channels ? row[x - lines.channels] : 0
        row[x] &+= filter == 1 ? left : filter == 2 ? above[x] : 0
      }
      result += row
      above = row
    }
    return result
  }

  private func lines(_ kind: Kind, _ width: Int, filtered: Bool) -> (Scanlines, [UInt8]) {
    let bitmap = kind.picture(width: width, height: 9)
    let layout = PixelLayout(bitmap)
    let given = layout.scanlines()
    let lines = Scanlines(
      width: width, height: 9, channels: given.channels, samples: given.samples, isFiltered: filtered)
    let samples = given.samples.enumerated().filter { given.channels != 3 || $0.offset % 4 != 3 }
    return (lines, samples.map(\.element))
  }

  @Test("a reader finds the samples again", arguments: Kind.allCases, [false, true]) func samples(
    kind: Kind, filtered: Bool
  ) {
    for width in Self.widths {
      let (lines, samples) = lines(kind, width, filtered: filtered)
      #expect(unfiltered(lines.bytes(0..<9), lines) == samples)
    }
  }

  @Test("a row is the same by itself and among others", arguments: Kind.allCases, [false, true]) func pieces(
    kind: Kind, filtered: Bool
  ) {
    for width in Self.widths {
      let (lines, _) = lines(kind, width, filtered: filtered)
      #expect((0..<9).flatMap { lines.bytes($0..<($0 + 1)) } == lines.bytes(0..<9))
    }
  }
}
