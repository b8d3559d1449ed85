/// How a small window moves over an image with several channels: convolution and pooling share it.
///
/// The window starts at −padding and moves by `stride`; places outside of the image count as 0.
package struct PatchGrid: Sendable, Hashable {
  package let channels: Int
  package let height: Int
  package let width: Int
  package let windowHeight: Int
  package let windowWidth: Int
  package let stride: Int
  package let padding: Int
  /// Places of the window from top to bottom, and from left to right.
  package let rows: Int
  package let columns: Int

  /// The window's places on images of shape (images, channels, height, width).
  package init(
    over shape: [Int], window: (height: Int, width: Int), stride: Int, padding: Int, for operation: StaticString
  ) {
    require(shape.count == 4, "\(operation): shape \(Tensor.name(of: shape)) is not images×channels×height×width")
    require(stride > 0, "\(operation): a stride of \(stride)")
    require(padding >= 0, "\(operation): a padding of \(padding)")
    (channels, height, width) = (shape[1], shape[2], shape[3])
    (windowHeight, windowWidth) = window
    (self.stride, self.padding) = (stride, padding)
    let (spareHeight, spareWidth) = (height + 2 * padding - windowHeight, width + 2 * padding - windowWidth)
    require(
      spareHeight >= 0 && spareWidth >= 0 && windowHeight > 0 && windowWidth > 0,
      "\(operation): a window of \(windowHeight)×\(windowWidth) on images of \(height)×\(width) "
        + "with padding \(padding)")
    (rows, columns) = (spareHeight / stride + 1, spareWidth / stride + 1)
  }

  /// How many places the window has.
  package var places: Int { rows * columns }

  /// How many elements the window covers, over all channels.
  package var patchCount: Int { channels * windowHeight * windowWidth }

  /// How many elements an image has.
  package var imageCount: Int { channels * height * width }

  /// How many elements an image has within its frame of zeros, which makes all rows alike.
  package var framedCount: Int { channels * framedHeight * framedWidth }

  private var framedHeight: Int { height + 2 * padding }

  private var framedWidth: Int { width + 2 * padding }

  /// Writes an image's patches as columns: element k of place p goes to `patches[k·step + p]`.
  ///
  /// `frame` is room for `framedCount` elements.
  package func unfold(
    _ image: UnsafePointer<Double>, into patches: UnsafeMutablePointer<Double>, step: Int,
    frame: UnsafeMutablePointer<Double>
  ) {
    frame.update(repeating: 0, count: padding > 0 ? framedCount : 0)
    forEachLine { framed, line in (frame + framed).update(from: image + line, count: width) }
    forEachRow { element, row, framed in
      let (target, source) = (patches + element * step + row * columns, frame + framed)
      if stride == 1 {
        Self.copy(source, to: target, count: columns)
      } else {
        for column in 0..<columns { target[column] = source[column * stride] }
      }
    }
  }

  /// Adds patches back to the places of the image that they came from.
  ///
  /// `frame` is room for `framedCount` elements.
  package func fold(
    _ patches: UnsafePointer<Double>, step: Int, into image: UnsafeMutablePointer<Double>,
    frame: UnsafeMutablePointer<Double>
  ) {
    frame.update(repeating: 0, count: framedCount)
    forEachRow { element, row, framed in
      let (source, target) = (patches + element * step + row * columns, frame + framed)
      if stride == 1 {
        Self.add(source, to: target, count: columns)
      } else {
        for column in 0..<columns { target[column * stride] += source[column] }
      }
    }
    forEachLine { framed, line in Self.add(frame + framed, to: image + line, count: width) }
  }

  /// Visits every line of the image, with its offset in the frame.
  @inline(__always) private func forEachLine(_ body: (_ framed: Int, _ line: Int) -> Void) {
    for channel in 0..<channels {
      for line in 0..<height {
        let framedLine = channel * framedHeight + line + padding
        body(framedLine * framedWidth + padding, (channel * height + line) * width)
      }
    }
  }

  /// Visits every row of places for every element of the window, with the first place's offset.
  @inline(__always) private func forEachRow(_ body: (_ element: Int, _ row: Int, _ framed: Int) -> Void) {
    let (framedHeight, framedWidth) = (framedHeight, framedWidth)
    var element = 0
    for channel in 0..<channels {
      for y in 0..<windowHeight {
        for x in 0..<windowWidth {
          var framed = (channel * framedHeight + y) * framedWidth + x
          for row in 0..<rows {
            body(element, row, framed)
            framed += stride * framedWidth
          }
          element += 1
        }
      }
    }
  }

  // Rows are short: four at a time by hand costs less than a loop made for long ones.

  @inline(__always) private static func copy(
    _ source: UnsafePointer<Double>, to target: UnsafeMutablePointer<Double>, count: Int
  ) {
    var column = 0
    while column + 4 <= count {
      let four = UnsafeRawPointer(source + column).loadUnaligned(as: SIMD4<Double>.self)
      UnsafeMutableRawPointer(target + column).storeBytes(of: four, as: SIMD4<Double>.self)
      column += 4
    }
    while column < count {
      target[column] = source[column]
      column += 1
    }
  }

  @inline(__always) private static func add(
    _ source: UnsafePointer<Double>, to target: UnsafeMutablePointer<Double>, count: Int
  ) {
    var column = 0
    while column + 4 <= count {
      let old = UnsafeRawPointer(target + column).loadUnaligned(as: SIMD4<Double>.self)
      let four = UnsafeRawPointer(source + column).loadUnaligned(as: SIMD4<Double>.self)
      UnsafeMutableRawPointer(target + column).storeBytes(of: old + four, as: SIMD4<Double>.self)
      column += 4
    }
    while column < count {
      target[column] += source[column]
      column += 1
    }
  }
}

extension Tensor {
  /// The patches that a window sees on images, as the columns of a matrix for each image (im2col).
  ///
  /// From images×channels×height×width to images×(channels·window²)×places; outside counts as 0.
  public func patches(window: Int, stride: Int = 1, padding: Int = 0) -> Tensor {
    let grid = PatchGrid(over: shape, window: (window, window), stride: stride, padding: padding, for: "patches")
    let size = grid.patchCount * grid.places
    var frame = [Double](repeating: 0, count: grid.framedCount)
    return Tensor(shape: [shape[0], grid.patchCount, grid.places]) { result in
      withElements { images in
        for image in 0..<shape[0] {
          grid.unfold(
            images.baseAddress! + image * grid.imageCount, into: result + image * size, step: grid.places, frame: &frame
          )
        }
      }
    }
  }
}
