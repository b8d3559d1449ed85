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
    over shape: [Int], window: (height: Int, width: Int), stride: Int, padding: Int,
    for operation: StaticString
  ) {
    require(
      shape.count == 4,
      "\(operation): shape \(Tensor.name(of: shape)) is not images×channels×height×width")
    require(stride > 0, "\(operation): a stride of \(stride)")
    require(padding >= 0, "\(operation): a padding of \(padding)")
    (channels, height, width) = (shape[1], shape[2], shape[3])
    (windowHeight, windowWidth) = window
    (self.stride, self.padding) = (stride, padding)
    let (spareHeight, spareWidth) = (
      height + 2 * padding - windowHeight, width + 2 * padding - windowWidth
    )
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

  /// Writes an image's patches as columns: element k of place p goes to `patches[k·step + p]`.
  package func unfold(
    _ image: UnsafePointer<Double>, into patches: UnsafeMutablePointer<Double>, step: Int
  ) {
    forEachRow { element, row, imageRow, first in
      let target = patches + element * step + row * columns
      guard imageRow >= 0 else { return target.update(repeating: 0, count: columns) }
      let inside = insideColumns(from: first)
      let source = image + imageRow + first
      for column in 0..<inside.lowerBound { target[column] = 0 }
      if stride == 1 {
        for column in inside { target[column] = source[column] }
      } else {
        for column in inside { target[column] = source[column * stride] }
      }
      for column in inside.upperBound..<columns { target[column] = 0 }
    }
  }

  /// Adds patches back to the places of the image that they came from.
  package func fold(
    _ patches: UnsafePointer<Double>, step: Int, into image: UnsafeMutablePointer<Double>
  ) {
    forEachRow { element, row, imageRow, first in
      guard imageRow >= 0 else { return }
      let source = patches + element * step + row * columns
      let target = image + imageRow + first
      if stride == 1 {
        for column in insideColumns(from: first) { target[column] += source[column] }
      } else {
        for column in insideColumns(from: first) { target[column * stride] += source[column] }
      }
    }
  }

  /// Visits every row of every element of the window.
  ///
  /// Gives the element's index, the window's row, the offset of the image's row or −1 where that is
  /// outside, and the image's column for the window's first place.
  @inline(__always)
  private func forEachRow(_ body: (_ element: Int, _ row: Int, _ offset: Int, _ first: Int) -> Void)
  {
    var element = 0
    for channel in 0..<channels {
      for y in 0..<windowHeight {
        for x in 0..<windowWidth {
          for row in 0..<rows {
            let line = row * stride + y - padding
            let isInside = line >= 0 && line < height
            body(element, row, isInside ? (channel * height + line) * width : -1, x - padding)
          }
          element += 1
        }
      }
    }
  }

  /// The window's places whose column lies inside of the image.
  @inline(__always)
  private func insideColumns(from first: Int) -> Range<Int> {
    let start = first >= 0 ? 0 : (stride - 1 - first) / stride
    let end = first >= width ? 0 : (width - 1 - first) / stride + 1
    let lower = min(start, columns)
    return lower..<max(lower, min(end, columns))
  }
}

extension Tensor {
  /// The patches that a window sees on images, as the columns of a matrix for each image (im2col).
  ///
  /// From images×channels×height×width to images×(channels·window²)×places; outside counts as 0.
  public func patches(window: Int, stride: Int = 1, padding: Int = 0) -> Tensor {
    let grid = PatchGrid(
      over: shape, window: (window, window), stride: stride, padding: padding, for: "patches")
    let size = grid.patchCount * grid.places
    return Tensor(shape: [shape[0], grid.patchCount, grid.places]) { result in
      withElements { images in
        for image in 0..<shape[0] {
          grid.unfold(
            images.baseAddress! + image * grid.imageCount, into: result + image * size,
            step: grid.places)
        }
      }
    }
  }
}
