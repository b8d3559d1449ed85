import Raster

/// A function of the plane as bands of colour with lines between them, exact at every pixel.
public struct Surface: Mark {
  /// The function.
  public var field: Field
  /// The value at the start of a run: log levels begin two decades below it.
  public var start: Double?
  /// How levels are spread, nil for what suits the view.
  public var spread: Spread?

  /// How the levels of a surface are spread.
  public enum Spread: Sendable {
    /// As the squares of whole numbers, from the floor: contours of a bowl evenly apart.
    case squares
  }

  /// A surface with levels that suit the view.
  public init(_ field: Field, start: Double? = nil, spread: Spread? = nil) {
    (self.field, self.start, self.spread) = (field, start, spread)
  }

  /// The levels for a view.
  func resolvedLevels(in view: View, format: Format) -> Levels {
    let map = format.map ?? (format.theme.name == Theme.dark.name ? ColorMap.dusk : .mist)
    return spread == .squares
      ? Levels.squares(field, in: view, map: map)
      : Levels.automatic(field, in: view, from: start, map: map)
  }

  /// Paints the bands and lines of the whole plot area.
  public func place(in space: Space, on stage: inout Stage) throws {
    guard let levels = space.levels else { return }
    let painter = SurfacePainter(field: field, levels: levels, space: space)
    stage.image(painter.image(), x: Int(space.frame.minX), y: Int(space.frame.minY))
    for value in levels.heavy { label(value, in: space, on: &stage) }
    stage.record(
      LevelsRecord(
        scale: levels.scale, bands: levels.bands, lines: levels.lines, map: levels.map.name))
  }

  /// Asks for the number of a level, somewhere on its line.
  private func label(_ value: Double, in space: Space, on stage: inout Stage) {
    let places = LevelFinder(field: field, space: space).places(of: value)
    guard !places.isEmpty else { return }
    var request = LabelRequest(
      Phrase(same: TickLabels.log(value)), role: .tick, color: space.style.theme.muted,
      at: places.map { .init($0, clearance: 0) }, rank: .detail)
    request.placement = .centered
    stage.label(request)
  }
}
