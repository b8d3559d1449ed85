import CPNGBridge
import Raster

/// How the pixels of a bitmap are best stored: the leanest colour type that loses nothing, 8 bits a
/// sample.
struct PixelLayout {
  /// A colour type of the PNG specification.
  var colorType: Int32
  /// One byte a pixel for gray and palette; nil if the bitmap's own four are used.
  var samples: [UInt8]?
  /// RGBA quadruples, those that are not opaque first.
  var palette: [UInt8] = []
  /// How many entries of the palette are not opaque.
  var translucentCount = 0
  /// Whether the tones are continuous, so that differences between neighbours pack better than
  /// values.
  var isContinuous: Bool

  init(_ bitmap: Bitmap) {
    let traits = Traits(bitmap)
    isContinuous = traits.repeats < traits.count / 2
    if traits.isGray && traits.isOpaque {
      colorType = Int32(PLUMBLINE_PNG_GRAY)
      samples = stride(from: 0, to: bitmap.pixels.count, by: 4).map { bitmap.pixels[$0] }
      return
    }
    let channels = traits.isOpaque ? 3 : 4
    if let indexed = Indexed(bitmap),
      traits.count + indexed.palette.count < traits.count * channels
    {
      colorType = Int32(PLUMBLINE_PNG_PALETTE)
      (samples, palette) = (indexed.samples, indexed.palette)
      translucentCount = indexed.translucentCount
      isContinuous = false
      return
    }
    colorType = Int32(traits.isOpaque ? PLUMBLINE_PNG_RGB : PLUMBLINE_PNG_RGBA)
  }
}

/// What one look at every pixel tells.
private struct Traits {
  var count = 0
  var isGray = true
  var isOpaque = true
  /// Pixels equal to the one before them.
  var repeats = 0

  init(_ bitmap: Bitmap) {
    count = bitmap.width * bitmap.height
    bitmap.pixels.withUnsafeBytes { bytes in
      var previous: UInt32?
      for i in 0..<count {
        let pixel = bytes.loadUnaligned(fromByteOffset: 4 * i, as: UInt32.self)
        if pixel == previous {
          repeats += 1
          continue
        }
        previous = pixel
        let (red, green, blue) = (bytes[4 * i], bytes[4 * i + 1], bytes[4 * i + 2])
        isGray = isGray && red == green && green == blue
        isOpaque = isOpaque && bytes[4 * i + 3] == 255
      }
    }
  }
}

/// Pixels as places in a palette of at most 256 colours.
private struct Indexed {
  var samples: [UInt8]
  var palette: [UInt8]
  var translucentCount: Int

  /// Nil if there are more than 256 colours.
  init?(_ bitmap: Bitmap) {
    let count = bitmap.width * bitmap.height
    var places: [UInt32: UInt8] = [:]
    var colors: [UInt32] = []
    var samples = [UInt8](repeating: 0, count: count)
    let fits = bitmap.pixels.withUnsafeBytes { bytes in
      var (previous, place): (UInt32?, UInt8) = (nil, 0)
      for i in 0..<count {
        let pixel = bytes.loadUnaligned(fromByteOffset: 4 * i, as: UInt32.self)
        if pixel != previous {
          if let known = places[pixel] {
            place = known
          } else {
            guard colors.count < 256 else { return false }
            place = UInt8(colors.count)
            colors.append(pixel)
            places[pixel] = place
          }
          previous = pixel
        }
        samples[i] = place
      }
      return true
    }
    guard fits else { return nil }

    let quads = colors.map { color in withUnsafeBytes(of: color) { Array($0) } }
    let translucent = quads.indices.filter { quads[$0][3] < 255 }
    let order = translucent + quads.indices.filter { quads[$0][3] == 255 }
    var moved = [UInt8](repeating: 0, count: 256)
    for (new, old) in order.enumerated() { moved[old] = UInt8(new) }
    self.samples = translucent.isEmpty ? samples : samples.map { moved[Int($0)] }
    palette = order.flatMap { quads[$0] }
    translucentCount = translucent.count
  }
}
