import CPNGBridge
import Raster

/// How the pixels of one bitmap, or of several in one file, are best stored: the leanest colour type that loses nothing, 8 bits
/// a sample.
struct PixelLayout {
  /// A colour type of the PNG specification.
  var colorType: Int32
  /// One byte a pixel for gray and palette, bitmap by bitmap; nil if their own four are used.
  var samples: [[UInt8]]?
  /// RGBA quadruples, those that are not opaque first.
  var palette: [UInt8] = []
  /// How many entries of the palette are not opaque.
  var translucentCount = 0
  /// Whether the tones are continuous, so that differences between neighbours pack better than
  /// values.
  var isContinuous: Bool

  private let bitmaps: [Bitmap]

  init(_ bitmaps: Bitmap...) { self.init(bitmaps) }

  init(_ bitmaps: [Bitmap]) {
    self.bitmaps = bitmaps
    let traits = PixelTraits(bitmaps)
    isContinuous = traits.repeats < traits.count / 2
    if traits.isGray && traits.isOpaque {
      colorType = Int32(PLUMBLINE_PNG_GRAY)
      samples = bitmaps.map(Self.firstBytes)
      return
    }
    let channels = traits.isOpaque ? 3 : 4
    if let indexed = IndexedPixels(bitmaps), traits.count + indexed.palette.count < traits.count * channels {
      colorType = Int32(PLUMBLINE_PNG_PALETTE)
      (samples, palette) = (indexed.samples, indexed.palette)
      translucentCount = indexed.translucentCount
      isContinuous = false
      return
    }
    colorType = Int32(traits.isOpaque ? PLUMBLINE_PNG_RGB : PLUMBLINE_PNG_RGBA)
  }

  /// The rows of a bitmap in this layout, by its place among all.
  func scanlines(_ place: Int = 0) -> Scanlines {
    let channels =
      switch Int(colorType) {
      case Int(PLUMBLINE_PNG_RGB): 3
      case Int(PLUMBLINE_PNG_RGBA): 4
      default: 1
      }
    let bitmap = bitmaps[place]
    return Scanlines(
      width: bitmap.width, height: bitmap.height, channels: channels, samples: samples?[place] ?? bitmap.pixels,
      isFiltered: isContinuous)
  }

  private static func firstBytes(_ bitmap: Bitmap) -> [UInt8] {
    let count = bitmap.width * bitmap.height
    return [UInt8](unsafeUninitializedCapacity: count) { samples, size in
      bitmap.pixels.withUnsafeBufferPointer { pixels in for i in 0..<count { samples[i] = pixels[4 * i] } }
      size = count
    }
  }
}
