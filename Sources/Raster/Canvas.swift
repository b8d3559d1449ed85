/// A bitmap that is painted on.
///
/// Pixels are covered by the exact share of their area. A canvas with an opaque background stays opaque; on any other
/// one, colours lie over each other by the usual rule (Porter and Duff, 1984), and the result has straight alpha.
/// Points that are not finite are left out; a shape may reach any distance beyond the canvas.
public struct Canvas: Sendable {
  /// What has been painted.
  public private(set) var bitmap: Bitmap
  /// Applied to every path, gradient and stroke width.
  public var transform = Transform.identity

  private var clip: Clip
  /// Whether every pixel has full alpha.
  private var isOpaque: Bool
  /// The last tone that was asked for: often one text follows another.
  private var tone = Tone.linear
  private var rasterizer = Rasterizer()

  /// A canvas of one colour.
  public init(width: Int, height: Int, background: Color) {
    bitmap = Bitmap(width: width, height: height, fill: background)
    isOpaque = background.bytes.alpha == 255
    clip = Clip(bounds: PixelRect(minX: 0, minY: 0, maxX: width, maxY: height), mask: nil)
  }

  /// A canvas to paint on a picture that is there already.
  public init(_ bitmap: Bitmap) {
    self.bitmap = bitmap
    isOpaque = bitmap.isOpaque
    clip = Clip(bounds: PixelRect(minX: 0, minY: 0, maxX: bitmap.width, maxY: bitmap.height), mask: nil)
  }

  /// Fills a path. Coverage is raised to 1/gamma: above 1 makes thin light text on dark stronger.
  public mutating func fill(_ path: Path, with paint: Paint, rule: FillRule = .nonZero, gamma: Double = 1) {
    rasterizer.load(path, transform)
    if gamma == 1 { return lay(paint, rule) }
    if gamma != tone.gamma { tone = Tone(gamma: gamma) }
    lay(paint, rule, tone)
  }

  /// Draws a line along a path; where it crosses itself, it is not painted twice.
  ///
  /// Dashes are closed off by caps. A line without length is a dot, unless its caps are butt.
  public mutating func stroke(_ path: Path, _ stroke: Stroke, with paint: Paint) {
    rasterizer.load(path, stroke, transform, window: clip.bounds.rect)
    lay(paint, .nonZero)
  }

  /// Paints with everything outside a path left as it is. Clips nest.
  ///
  /// A rectangle of whole pixels costs nothing; other paths are kept as a mask of 8 bits a pixel.
  public mutating func clipped<Result>(
    to path: Path, rule: FillRule = .nonZero, _ body: (inout Canvas) throws -> Result
  ) rethrows -> Result {
    let outer = clip
    defer { clip = outer }
    narrow(to: path, rule)
    return try body(&self)
  }

  /// Lays a bitmap over the canvas, pixel for pixel, its upper left corner at column x, row y.
  ///
  /// The transform does not count here; clips do.
  public mutating func draw(_ image: Bitmap, x: Int, y: Int) {
    let mask = clip.mask
    let far = 1 << 40
    let (left, top) = (max(-far, min(far, x)), max(-far, min(far, y)))
    let area = PixelRect(minX: left, minY: top, maxX: left + image.width, maxY: top + image.height).intersection(
      clip.bounds)
    guard !area.isEmpty else { return }
    let width = bitmap.width
    bitmap.pixels.withUnsafeMutableBytes { pixels in
      let layer = ImageLayer(image, left: left, top: top)
      layer.lay(over: pixels.baseAddress!, width: width, area, mask: mask)
    }
  }

  /// Has opaque pixels written straight to the canvas by several threads, as those of a bitmap are, and then laid down.
  ///
  /// The transform does not count here; clips do.
  package mutating func paint(
    width: Int, height: Int, x: Int, y: Int, rowsAtOnce: Int,
    write: @Sendable (_ rows: Range<Int>, _ pixels: PixelRows) -> Void
  ) {
    let area = PixelRect(minX: x, minY: y, maxX: x + width, maxY: y + height)
    guard clip.mask == nil, area.intersection(clip.bounds) == area else {
      return draw(Bitmap(width: width, height: height, rowsAtOnce: rowsAtOnce, write: write), x: x, y: y)
    }
    let stride = bitmap.width
    bitmap.pixels.withUnsafeMutableBytes { bytes in
      let start = bytes.baseAddress!.assumingMemoryBound(to: UInt32.self) + y * stride + x
      PixelRows(start, width: width, height: height, stride: stride).write(rowsAtOnce: rowsAtOnce, write)
    }
  }

  /// Lays a bitmap over a rectangle of the canvas, scaled bilinearly.
  ///
  /// The rectangle is mapped by the transform. Its border is as smooth as that of a path.
  public mutating func draw(_ image: Bitmap, in rect: Rect) {
    guard rect.width > 0, rect.height > 0, rect.width.isFinite, rect.height.isFinite, let toPath = transform.inverse
    else { return }
    rasterizer.load(.rect(rect), transform)
    image.pixels.withUnsafeBytes { pixels in
      let base = pixels.baseAddress!
      shade(ImageSource(image, pixels: base, in: rect, toPath: toPath), .nonZero)
    }
  }

  /// Hands out the pixels to be changed in place: `4 * width * height` bytes, straight alpha, clips left aside.
  public mutating func withPixels<Result>(_ body: (UnsafeMutableBufferPointer<UInt8>) throws -> Result) rethrows
    -> Result
  {
    defer { isOpaque = bitmap.isOpaque }
    return try bitmap.pixels.withUnsafeMutableBufferPointer { try body($0) }
  }

  private mutating func narrow(to path: Path, _ rule: FillRule) {
    if let rect = path.pixelRect(under: transform) {
      clip.bounds = clip.bounds.intersection(rect)
      return
    }
    rasterizer.load(path, transform)
    let area = rasterizer.reach(within: clip.bounds)
    guard !area.isEmpty else {
      clip = Clip(bounds: area, mask: nil)
      return
    }
    var painter = MaskPainter(area: area)
    rasterizer.paint(area, rule, into: &painter)
    if let outer = clip.mask { painter.mask.multiply(by: outer) }
    clip = Clip(bounds: area, mask: painter.mask)
  }

  /// Lays paint over what the rasterizer has loaded.
  private mutating func lay(_ paint: Paint, _ rule: FillRule, _ tone: Tone = .linear) {
    switch paint {
    case .solid(let color):
      if isOpaque && clip.mask == nil && tone.gamma == 1 {
        laySolid(color, rule)
      } else {
        shade(SolidSource(pixel: Pixel(color)), rule, tone)
      }
    case .gradient(let gradient):
      guard let toPath = transform.inverse else { return }
      let table = GradientTable(gradient.stops)
      switch gradient.shape {
      case .linear(let from, let to): shade(LinearSource(table, from: from, to: to, toPath: toPath), rule, tone)
      case .radial(let center, let radius):
        let source = RadialSource(table, center: center, radius: radius, toPath: toPath)
        shade(source, rule, tone)
      }
    }
  }

  private mutating func laySolid(_ color: Color, _ rule: FillRule) {
    let area = rasterizer.reach(within: clip.bounds)
    guard !area.isEmpty && color.alpha > 0 else { return }
    let width = bitmap.width
    bitmap.pixels.withUnsafeMutableBytes { pixels in
      var painter = SolidPainter(pixels: pixels.baseAddress!, width: width, color: color)
      rasterizer.paint(area, rule, into: &painter)
    }
  }

  private mutating func shade(_ source: some ColorSource, _ rule: FillRule, _ tone: Tone = .linear) {
    let area = rasterizer.reach(within: clip.bounds)
    guard !area.isEmpty else { return }
    let (width, mask) = (bitmap.width, clip.mask)
    bitmap.pixels.withUnsafeMutableBytes { pixels in
      var painter = ShadedPainter(pixels: pixels.baseAddress!, width: width, source: source, tone: tone, mask: mask)
      rasterizer.paint(area, rule, into: &painter)
    }
  }
}
