import Raster

/// Pixels as places in a palette of at most 256 colours.
struct IndexedPixels {
  /// What a palette holds.
  static let most = 256

  /// The place of every pixel of each bitmap.
  var samples: [[UInt8]]
  /// RGBA quadruples, those that are not opaque first.
  var palette: [UInt8]
  /// How many entries of the palette are not opaque.
  var translucentCount: Int

  /// Nil if there are more than 256 colours.
  init?(_ bitmaps: [Bitmap]) {
    var table = ColorTable()
    samples = []
    for bitmap in bitmaps {
      var fits = true
      let places = [UInt8](unsafeUninitializedCapacity: bitmap.width * bitmap.height) { samples, size in
        fits = ColorRuns(bitmap).forEach { color, run in
          let number = table.number(color)
          guard number < Self.most else { return false }
          samples[run].update(repeating: UInt8(number))
          return true
        }
        size = fits ? samples.count : 0
      }
      guard fits else { return nil }
      samples.append(places)
    }

    let colors = table.colors
    let translucent = colors.indices.filter { colors[$0] >> 24 < 255 }
    let order = translucent + colors.indices.filter { colors[$0] >> 24 == 255 }
    palette = order.flatMap { i in withUnsafeBytes(of: colors[i].littleEndian) { Array($0) } }
    translucentCount = translucent.count
    guard !translucent.isEmpty else { return }
    var moved = [UInt8](repeating: 0, count: Self.most)
    for (new, old) in order.enumerated() { moved[old] = UInt8(new) }
    for k in samples.indices { for i in samples[k].indices { samples[k][i] = moved[Int(samples[k][i])] } }
  }
}
