import Tensors

/// Images with a small window of weights moved over them, as a product of weights and patches.
///
/// Images go in chunks whose patches stay in the cache. Patches are made again in the backward pass:
/// that costs little, and keeping them would cost window² times the images' memory.
struct Convolution {
  let grid: PatchGrid
  let images: Int
  let filters: Int

  /// How many images are worked on together.
  private var chunk: Int { max(1, min(images, (1 << 16) / max(1, grid.patchCount * grid.places))) }

  private var outputCount: Int { filters * grid.places }

  /// Writes or adds the convolution.
  func forward(_ step: Step, bias: UnsafePointer<Double>?) {
    let (x, w, y) = (step.values(0), step.values(1), step.output.elements)
    forEachChunk(scratch: step.scratch) { first, count, patches, results, frame in
      unfold(x, first, count, into: patches, frame)
      let width = count * grid.places
      MatrixProduct.multiply(
        MatrixOperand(w, width: grid.patchCount), MatrixOperand(patches, width: width), into: results, rows: filters,
        columns: width, depth: grid.patchCount)
      forEachPlane(first, count) { image, plane, filter in
        let shift = bias?[filter] ?? 0
        let (target, source) = (y + image, results + plane)
        if step.output.isAdding {
          for i in 0..<grid.places { target[i] += source[i] + shift }
        } else {
          for i in 0..<grid.places { target[i] = source[i] + shift }
        }
      }
    }
  }

  /// Writes or adds the gradients of images and weights.
  func backward(_ step: Step) {
    let (g, x, w) = (step.upstream, step.values(0), step.values(1))
    let imageGradient = step.gradient(0)?.cleared()
    let weightGradient = step.gradient(1)?.cleared()
    forEachChunk(scratch: step.scratch) { first, count, patches, pulls, frame in
      let width = count * grid.places
      forEachPlane(first, count) { image, plane, _ in (pulls + plane).update(from: g + image, count: grid.places) }
      if let weightGradient {
        unfold(x, first, count, into: patches, frame)
        MatrixProduct.multiply(
          MatrixOperand(pulls, width: width), MatrixOperand(patches, width: width, isTransposed: true),
          into: weightGradient, rows: filters, columns: grid.patchCount, depth: width, keep: 1)
      }
      if let imageGradient {
        MatrixProduct.multiply(
          MatrixOperand(w, width: grid.patchCount, isTransposed: true), MatrixOperand(pulls, width: width),
          into: patches, rows: grid.patchCount, columns: width, depth: filters)
        for image in 0..<count {
          grid.fold(
            patches + image * grid.places, step: width, into: imageGradient + (first + image) * grid.imageCount,
            frame: frame)
        }
      }
    }
  }

  private func unfold(
    _ x: UnsafePointer<Double>, _ first: Int, _ count: Int, into patches: UnsafeMutablePointer<Double>,
    _ frame: UnsafeMutablePointer<Double>
  ) {
    for image in 0..<count {
      grid.unfold(
        x + (first + image) * grid.imageCount, into: patches + image * grid.places, step: count * grid.places,
        frame: frame)
    }
  }

  /// Calls `body` with each chunk's first image and length, and room for patches, results, a frame.
  private func forEachChunk(
    scratch: Scratch,
    _ body: (
      _ first: Int, _ count: Int, _ patches: UnsafeMutablePointer<Double>, _ results: UnsafeMutablePointer<Double>,
      _ frame: UnsafeMutablePointer<Double>
    ) -> Void
  ) {
    let patchRoom = grid.patchCount * chunk * grid.places
    let resultRoom = chunk * outputCount
    let patches = scratch.room(patchRoom + resultRoom + grid.framedCount)
    let results = patches + patchRoom
    var first = 0
    while first < images {
      let count = min(chunk, images - first)
      body(first, count, patches, results, results + resultRoom)
      first += count
    }
  }

  /// Calls `body` for every image and filter of a chunk with the plane's place in images and results.
  @inline(__always) private func forEachPlane(
    _ first: Int, _ count: Int, _ body: (_ image: Int, _ plane: Int, _ filter: Int) -> Void
  ) {
    for image in 0..<count {
      for filter in 0..<filters {
        let place = ((first + image) * filters + filter) * grid.places
        body(place, (filter * count + image) * grid.places, filter)
      }
    }
  }
}

/// A convolution without bias.
struct PlainConvolution: BilinearOperation {
  let convolution: Convolution

  func forward(_ step: Step) { convolution.forward(step, bias: nil) }

  func backward(_ step: Step) { convolution.backward(step) }
}

/// A convolution with a number added to each filter's results.
struct BiasedConvolution: FusedOperation {
  let convolution: Convolution

  func forward(_ step: Step) { convolution.forward(step, bias: step.values(2)) }

  func backward(_ step: Step) {
    convolution.backward(step)
    guard let target = step.gradient(2)?.cleared() else { return }
    let (filters, places) = (convolution.filters, convolution.grid.places)
    for image in 0..<convolution.images {
      for filter in 0..<filters {
        let plane = step.upstream + (image * filters + filter) * places
        target[filter] += Sums.sum(plane, count: places)
      }
    }
  }

  func expanded(_ inputs: [Variable]) -> Variable {
    let (stride, padding) = (convolution.grid.stride, convolution.grid.padding)
    let plain = inputs[0].convolved(with: inputs[1], stride: stride, padding: padding)
    return plain + inputs[2].reshaped(to: [convolution.filters, 1, 1])
  }
}

extension Variable {
  /// Images with windows of weights moved over them: cross-correlation, as deep learning has it.
  ///
  /// Images are count×channels×height×width, weights filters×channels×height×width, the bias one
  /// number a filter. Places outside of an image count as 0.
  public func convolved(with weight: Variable, bias: Variable? = nil, stride: Int = 1, padding: Int = 0) -> Variable {
    let weightShape = weight.shape
    require(
      shape.count == 4 && weightShape.count == 4 && shape[1] == weightShape[1],
      "convolved: images \(Tensor.name(of: shape)) with weights \(Tensor.name(of: weightShape))")
    if let bias {
      require(
        bias.shape == [weightShape[0]], "convolved: a bias \(Tensor.name(of: bias.shape)) for \(weightShape[0]) filters"
      )
    }
    let grid = PatchGrid(
      over: shape, window: (weightShape[2], weightShape[3]), stride: stride, padding: padding, for: "convolved")
    let convolution = Convolution(grid: grid, images: shape[0], filters: weightShape[0])
    let result = [shape[0], weightShape[0], grid.rows, grid.columns]
    guard let bias else {
      return tape.record(PlainConvolution(convolution: convolution), [self, weight], shape: result)
    }
    return tape.record(BiasedConvolution(convolution: convolution), [self, weight, bias], shape: result)
  }
}
