import Raster

/// A function of the plane as bands of colour with lines between them, exact at every pixel.
public struct Surface: Mark {
  /// The function.
  public var field: Field
  /// The value at the start of a run: log levels begin two decades below it.
  public var start: Double?
  /// How levels are spread, nil for what suits the view.
  public var spread: Spread?
  /// Whether three of the lines carry their number, one of them in words.
  public var numbered: Bool
  /// What the function is of, as in "loss".
  public var quantity: Phrase
  /// What the function is called, in front of what the colours mean; empty for nothing.
  public var name: Phrase
  /// The height that is zero in the field, where the field is of heights above it.
  public var base = 0.0
  /// The height that the field is cut off level at, nil where it is not.
  public var bottom: Double?
  /// Whether a corner says what the colours mean; of several maps alike, the last one does.
  public var hasNote = true

  /// How the levels of a surface are spread.
  public enum Spread: Sendable {
    /// As the squares of whole numbers, from the floor: contours of a bowl evenly apart.
    case squares
  }

  /// A surface with levels that suit the view.
  ///
  /// - Parameters:
  ///   - field: The function.
  ///   - start: The value at the start of a run.
  ///   - spread: How levels are spread, nil for what suits the view.
  ///   - numbered: Whether three of the lines carry their number.
  ///   - quantity: What the function is of.
  ///   - name: What the function is called.
  public init(
    _ field: Field, start: Double? = nil, spread: Spread? = nil, numbered: Bool = false,
    quantity: Phrase = Phrase("loss", zh: "损失"), name: Phrase = ""
  ) {
    (self.field, self.start, self.spread, self.numbered) = (field, start, spread, numbered)
    (self.quantity, self.name) = (quantity, name)
  }

  /// The function.
  public var relief: Field? { field }

  /// A contour map.
  public var kind: Phrase? { Phrase("contour map", zh: "等高线图") }

  /// The levels for a view.
  public func levels(in view: View, format: Format) -> Levels? {
    let map = format.map ?? (format.theme.name == Theme.dark.name ? ColorMap.dusk : .mist)
    let levels =
      spread == .squares
      ? Levels.squares(field, in: view, map: map) : Levels.automatic(field, in: view, from: start, map: map)
    return numbered ? levels.calm : levels
  }

  /// What is said of heights beyond the levels; empty where all are told apart.
  func remark(_ levels: Levels) -> Phrase {
    if levels.partsMap { return Phrase("lines part the map evenly", zh: "等高线均分面积") }
    let low = levels.isCut.below ? levels.range.lowerBound + base : bottom
    let high = levels.isCut.above ? levels.range.upperBound + base : nil
    switch (low, high) {
    case (let low?, let high?):
      return Phrase("one colour below \(low) and above \(high)", zh: "低于 \(low) 或高于 \(high) 处为同一颜色")
    case (let low?, nil): return Phrase("all below \(low) is one colour", zh: "低于 \(low) 处为同一颜色")
    case (nil, let high?): return Phrase("all above \(high) is one colour", zh: "高于 \(high) 处为同一颜色")
    case (nil, nil): return ""
    }
  }

  /// Paints the bands and lines of the whole plot area, and asks for the numbers of levels.
  public func place(in space: Space, on stage: inout Stage) throws {
    guard let levels = space.levels else { return }
    let painter = SurfacePainter(field: field, levels: levels, space: space)
    stage.map(painter, x: Int(space.frame.minX), y: Int(space.frame.minY))
    if numbered { LevelNumbers(self, levels, in: space).place(on: &stage) }
    if hasNote, space.hasColorNote { placeNote(levels, in: space, on: &stage) }
    stage.record(LevelsRecord(scale: levels.scale, bands: levels.bands, lines: levels.lines, map: levels.map.name))
  }

  /// Asks for the words that say what the colours mean, in the corner where they cover least.
  private func placeNote(_ levels: Levels, in space: Space, on stage: inout Stage) {
    let style = space.style
    let isDark = levels.map(0).luminance < levels.map(1).luminance
    let shade = isDark ? Phrase("darker", zh: "深") : Phrase("brighter", zh: "亮")
    let remark = remark(levels)
    let suffix = remark == "" ? remark : Phrase("\n\(remark)", zh: "\n\(remark)")
    let prefix = name == "" ? name : Phrase("\(name): ", zh: "\(name)：")
    let frame = space.frame.inset(by: 0.75 * style.size(.label))
    let corners = [
      Point(frame.maxX, frame.maxY), Point(frame.minX, frame.maxY), Point(frame.maxX, frame.minY),
      Point(frame.minX, frame.minY),
    ]
    var request = LabelRequest(
      Phrase("\(prefix)\(shade) = lower \(quantity)\(suffix)", zh: "\(prefix)颜色越\(shade)，\(quantity)越小\(suffix)"),
      color: style.theme.note, at: corners.map { .init($0, clearance: 0) }, rank: .remark)
    request.placement = .inward
    stage.label(request)
  }
}
