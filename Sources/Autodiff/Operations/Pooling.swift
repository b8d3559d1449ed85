import Tensors

/// The greatest element under a window moved over each channel of images.
struct MaxPooling: TwiceDifferentiable {
  let grid: PatchGrid
  let planes: Int

  /// Which element was taken, for each result.
  var savedCount: Int { planes * grid.places }

  func forward(_ step: Step) {
    let (y, places) = (step.output.elements, step.saved)
    for row in 0..<(planes * grid.rows) {
      let (plane, own) = row.quotientAndRemainder(dividingBy: grid.rows)
      let line = (plane * grid.height + own * grid.stride) * grid.width
      for column in stride(from: 0, to: grid.columns, by: 2) {
        let second = min(column + 1, grid.columns - 1)
        let found = greatest(step.values(0), line + column * grid.stride, line + second * grid.stride)
        let (a, b) = (row * grid.columns + column, row * grid.columns + second)
        (y[a], y[b]) = (found.elements.x, found.elements.y)
        (places[a], places[b]) = (found.places.x, found.places.y)
      }
    }
  }

  /// The greatest elements under two windows, found by choosing: a branch could not be foretold.
  @inline(__always) private func greatest(_ x: UnsafePointer<Double>, _ first: Int, _ second: Int) -> (
    elements: SIMD2<Double>, places: SIMD2<Double>
  ) {
    let starts = SIMD2(Double(first), Double(second))
    var (greatest, places) = (SIMD2(x[first], x[second]), starts)
    for row in 0..<grid.windowHeight {
      for offset in (row * grid.width)..<(row * grid.width + grid.windowWidth) {
        let elements = SIMD2(x[first + offset], x[second + offset])
        let isGreater = (elements .> greatest) .| (elements .!= elements)
        let mask = unsafeBitCast(isGreater, to: SIMD2<UInt64>.self)
        greatest = choose(elements, over: greatest, where: mask)
        places = choose(starts + Double(offset), over: places, where: mask)
      }
    }
    return (greatest, places)
  }

  /// The new numbers where the mask has ones, the old where it has zeros.
  @inline(__always) private func choose(_ new: SIMD2<Double>, over old: SIMD2<Double>, where mask: SIMD2<UInt64>)
    -> SIMD2<Double>
  {
    let kept = unsafeBitCast(old, to: SIMD2<UInt64>.self) & ~mask
    let taken = unsafeBitCast(new, to: SIMD2<UInt64>.self) & mask
    return unsafeBitCast(kept | taken, to: SIMD2<Double>.self)
  }

  func backward(_ step: Step) { Selection.giveBack(step) }

  func forwardTangent(_ planes: TangentPlanes) { Selection.forwardTangent(planes) }

  func backwardTangent(_ planes: TangentPlanes) { Selection.backwardTangent(planes) }
}

/// The mean under a window moved over each channel of images.
struct MeanPooling: LinearOperation {
  let grid: PatchGrid
  let planes: Int

  private var share: Double { 1 / Double(grid.windowHeight * grid.windowWidth) }

  func forward(_ step: Step) {
    let x = step.values(0)
    grid.forEachWindow(planes: planes) { result, window in
      var sum = 0.0
      window.forEach { sum += x[$0] }
      step.output.elements[result] = sum * share
    }
  }

  func backward(_ step: Step) {
    guard let target = step.gradient(0)?.cleared() else { return }
    grid.forEachWindow(planes: planes) { result, window in
      let part = step.upstream[result] * share
      window.forEach { target[$0] += part }
    }
  }
}

/// The places of an image plane that a window covers.
struct PoolingWindow {
  let start: Int
  let rows: Int
  let columns: Int
  let width: Int

  @inline(__always) func forEach(_ body: (Int) -> Void) {
    for row in 0..<rows {
      let line = start + row * width
      for index in line..<(line + columns) { body(index) }
    }
  }
}

extension PatchGrid {
  /// Calls `body` with every result's index and window, in all planes; there is no padding.
  @inline(__always) func forEachWindow(planes: Int, _ body: (_ result: Int, _ window: PoolingWindow) -> Void) {
    var result = 0
    for plane in 0..<planes {
      for row in 0..<rows {
        for column in 0..<columns {
          let start = (plane * height + row * stride) * width + column * stride
          body(result, PoolingWindow(start: start, rows: windowHeight, columns: windowWidth, width: width))
          result += 1
        }
      }
    }
  }
}

extension Variable {
  /// The greatest element under a window on images of count×channels×height×width.
  ///
  /// The stride is the window's size unless given; rows and columns that do not fill a window are
  /// left out. The gradient goes to the first of equal elements.
  public func maxPooled(window: Int, stride: Int? = nil) -> Variable {
    let grid = poolingGrid(window, stride, for: "maxPooled")
    let operation = MaxPooling(grid: grid, planes: shape[0] * shape[1])
    return recording(operation, shape: [shape[0], shape[1], grid.rows, grid.columns])
  }

  /// The mean under a window on images of count×channels×height×width; otherwise as `maxPooled`.
  public func meanPooled(window: Int, stride: Int? = nil) -> Variable {
    let grid = poolingGrid(window, stride, for: "meanPooled")
    let operation = MeanPooling(grid: grid, planes: shape[0] * shape[1])
    return recording(operation, shape: [shape[0], shape[1], grid.rows, grid.columns])
  }

  private func poolingGrid(_ window: Int, _ stride: Int?, for operation: StaticString) -> PatchGrid {
    PatchGrid(over: shape, window: (window, window), stride: stride ?? window, padding: 0, for: operation)
  }
}
