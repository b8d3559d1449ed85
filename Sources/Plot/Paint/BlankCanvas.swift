import Dispatch
import Raster
import Typography

/// A canvas in the colour of the page, which another thread may clear while the figure is being laid out.
final class BlankCanvas: Sendable {
  private enum State: Sendable { case notYet, made(Canvas), taken }

  private let state = Guarded(State.notYet)
  private let format: Format

  init(_ format: Format) { self.format = format }

  /// Has another thread make it, if one is free before it is taken.
  func prepare() {
    DispatchQueue.global(qos: .userInitiated).async { [self] in
      state.withLock { state in if case .notYet = state { state = .made(canvas()) } }
    }
  }

  /// The canvas; this thread makes it if none has begun to.
  func take() -> Canvas {
    state.withLock { state in
      defer { state = .taken }
      if case .made(let canvas) = state { return canvas }
      return canvas()
    }
  }

  private func canvas() -> Canvas {
    let size = format.pixels
    return Canvas(
      width: size.width, height: size.height, background: format.transparent ? .clear : format.theme.background)
  }
}
