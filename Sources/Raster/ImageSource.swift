/// The colours of a bitmap stretched over a rectangle, between its pixels in proportion to the distance.
struct ImageSource: ColorSource {
  private let image: Bitmap
  /// From the canvas to the pixels of the image, whose centres are at whole numbers.
  private let toImage: Transform

  /// An image over a rectangle in the units of a path that `toPath` leads back to.
  init(_ image: Bitmap, in rect: Rect, toPath: Transform) {
    self.image = image
    let scale = Point(Double(image.width) / rect.width, Double(image.height) / rect.height)
    let (x, y) = (-rect.minX * scale.x - 0.5, -rect.minY * scale.y - 0.5)
    toImage = toPath.then(Transform(a: scale.x, b: 0, c: 0, d: scale.y, tx: x, ty: y))
  }

  func color(x: Int, y: Int) -> Pixel {
    let p = toImage(Point(Double(x) + 0.5, Double(y) + 0.5))
    let (column, right) = Self.split(p.x, image.width)
    let (row, down) = Self.split(p.y, image.height)
    let nextColumn = min(column + 1, image.width - 1)
    let nextRow = min(row + 1, image.height - 1)
    let upper = components(column, row) * (1 - right) + components(nextColumn, row) * right
    let lower = components(column, nextRow) * (1 - right) + components(nextColumn, nextRow) * right
    let sum = upper * (1 - down) + lower * down
    guard sum[3] > 0 else { return Pixel(bits: 0) }
    let straight = sum / (sum[3] / 255)
    return Pixel(
      Byte.rounded(straight[0]), Byte.rounded(straight[1]), Byte.rounded(straight[2]),
      Byte.rounded(sum[3]))
  }

  /// The pixel at or before a position, and the share of the next one.
  private static func split(_ position: Double, _ count: Int) -> (Int, Float) {
    let place = position > 0 ? min(position, Double(count - 1)) : 0
    let index = Int(place)
    return (index, Float(place - Double(index)))
  }

  /// Red, green and blue times alpha, and alpha, each 0…255.
  private func components(_ column: Int, _ row: Int) -> SIMD4<Float> {
    let i = 4 * (row * image.width + column)
    let alpha = Float(image.pixels[i + 3])
    let color = SIMD4(
      Float(image.pixels[i]), Float(image.pixels[i + 1]), Float(image.pixels[i + 2]), 255)
    return color * (alpha / 255)
  }
}
