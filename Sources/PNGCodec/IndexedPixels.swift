import Raster

/// Pixels as places in a palette of at most 256 colours.
struct IndexedPixels {
  /// What a palette holds.
  static let most = 256

  /// The place of every pixel.
  var samples: [UInt8]
  /// RGBA quadruples, those that are not opaque first.
  var palette: [UInt8]
  /// How many entries of the palette are not opaque.
  var translucentCount: Int

  /// Nil if there are more than 256 colours.
  init?(_ bitmap: Bitmap) {
    var table = ColorTable()
    var fits = true
    samples = [UInt8](unsafeUninitializedCapacity: bitmap.width * bitmap.height) { samples, size in
      fits = ColorRuns(bitmap).forEach { color, run in
        let number = table.number(color)
        guard number < Self.most else { return false }
        samples[run].update(repeating: UInt8(number))
        return true
      }
      size = fits ? samples.count : 0
    }
    guard fits else { return nil }

    let colors = table.colors
    let translucent = colors.indices.filter { colors[$0] >> 24 < 255 }
    let order = translucent + colors.indices.filter { colors[$0] >> 24 == 255 }
    palette = order.flatMap { i in withUnsafeBytes(of: colors[i].littleEndian) { Array($0) } }
    translucentCount = translucent.count
    guard !translucent.isEmpty else { return }
    var moved = [UInt8](repeating: 0, count: Self.most)
    for (new, old) in order.enumerated() { moved[old] = UInt8(new) }
    for i in samples.indices { samples[i] = moved[Int(samples[i])] }
  }
}
