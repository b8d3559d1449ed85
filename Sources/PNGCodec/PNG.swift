import CPNGBridge
import Raster

/// Bitmaps as PNG files in memory: 8 bits a sample, sRGB, never interlaced, no dates.
///
/// The same bitmap and metadata give the same bytes. Source: *Portable Network Graphics*, W3C,
/// third edition.
public enum PNG {
  /// The most pixels that `decode` reads; larger pictures are an error, before memory is taken.
  public static let mostPixels = 1 << 26

  /// The file for a bitmap: gray, palette, RGB or RGBA, whichever is smallest without loss.
  ///
  /// Chunks: IHDR, gAMA (1/2.2), sRGB (perceptual), PLTE, tRNS, pHYs, iTXt (UTF-8), IDAT, IEND.
  public static func encode(_ bitmap: Bitmap, metadata: PNGMetadata = PNGMetadata()) throws(PNGError) -> [UInt8] {
    try file(PixelLayout(bitmap), metadata)
  }

  /// The file for a bitmap, in 256 colours where it would be larger than `limit` bytes with all of them.
  ///
  /// Only opaque bitmaps lose colours, and only where that makes the file smaller; there is no dithering.
  public static func encode(_ bitmap: Bitmap, metadata: PNGMetadata, limit: Int) throws(PNGError) -> [UInt8] {
    try leanest(bitmap, metadata, limit: limit).file
  }

  /// The file for a bitmap, and the way in which its colours were brought down to 256, if they were.
  static func leanest(_ bitmap: Bitmap, _ metadata: PNGMetadata, limit: Int) throws(PNGError) -> (
    file: [UInt8], reduction: ColorReduction?
  ) {
    let layout = PixelLayout(bitmap)
    let file = try file(layout, metadata)
    guard file.count > limit, layout.colorType == Int32(PLUMBLINE_PNG_RGB), let reduction = ColorReduction(of: bitmap)
    else { return (file, nil) }
    let smaller = try self.file(PixelLayout(reduction.painted(bitmap)), metadata)
    return smaller.count < file.count ? (smaller, reduction) : (file, nil)
  }

  /// The file for the first bitmap of a layout.
  static func file(_ layout: PixelLayout, _ metadata: PNGMetadata) throws(PNGError) -> [UInt8] {
    let pixelsPerMetre = try metadata.pixelsPerMetre
    let texts = try TextChunks(metadata)
    let lines = layout.scanlines()
    let stream = try ZlibStream.packed(lines)
    var bytes: UnsafeMutablePointer<UInt8>?
    var count = 0
    try call { message in
      stream.withUnsafeBufferPointer { stream in
        layout.palette.withUnsafeBufferPointer { palette in
          texts.withChunks { chunks in
            var source = plumbline_png_source()
            (source.width, source.height) = (UInt32(lines.width), UInt32(lines.height))
            source.color_type = layout.colorType
            (source.stream, source.stream_count) = (stream.baseAddress, stream.count)
            source.palette = palette.baseAddress
            source.palette_count = Int32(palette.count / 4)
            source.translucent_count = Int32(layout.translucentCount)
            source.pixels_per_metre = pixelsPerMetre
            source.texts = chunks.baseAddress
            source.text_count = Int32(chunks.count)
            return plumbline_png_write(&source, &bytes, &count, message)
          }
        }
      }
    }
    defer { plumbline_png_free_bytes(bytes) }
    return Array(UnsafeBufferPointer(start: bytes, count: count))
  }

  /// The bitmap in a file of any colour type and depth, and what the file says about it.
  public static func decode(_ bytes: [UInt8]) throws(PNGError) -> (bitmap: Bitmap, metadata: PNGMetadata) {
    try read(bytes, headOnly: false) { result in
      let (width, height) = (Int(result.width), Int(result.height))
      let pixels = UnsafeBufferPointer(start: result.pixels, count: 4 * width * height)
      return Bitmap(width: width, height: height, pixels: Array(pixels))
    }
  }

  /// What a file says about its picture before the pixels begin; the beginning of a file is enough.
  public static func metadata(of bytes: [UInt8]) throws(PNGError) -> PNGMetadata {
    try read(bytes, headOnly: true) { _ in }.metadata
  }

  private static func read<Value>(_ bytes: [UInt8], headOnly: Bool, value: (plumbline_png_result) -> Value)
    throws(PNGError) -> (bitmap: Value, metadata: PNGMetadata)
  {
    var result = plumbline_png_result()
    try call { message in
      bytes.withUnsafeBufferPointer { bytes in
        plumbline_png_read(bytes.baseAddress, bytes.count, headOnly ? 1 : 0, UInt32(mostPixels), &result, message)
      }
    }
    defer { plumbline_png_free_result(&result) }
    return (value(result), PNGMetadata(result))
  }

  /// Runs a function of the bridge and throws the message it left.
  private static func call(_ function: (UnsafeMutablePointer<CChar>) -> Int32) throws(PNGError) {
    var text = [CChar](repeating: 0, count: Int(PLUMBLINE_PNG_MESSAGE))
    let failed = text.withUnsafeMutableBufferPointer { function($0.baseAddress!) }
    if failed != 0 {
      let bytes = text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      throw PNGError(String(decoding: bytes, as: UTF8.self))
    }
  }
}
