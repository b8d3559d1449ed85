import Raster

/// Which points are held out in which round of cross-validation: a row of cells for each round, a column for each point.
///
/// Point i stands at i + 1 of the horizontal axis, round k at the category k of the vertical one.
public struct FoldStrip: Mark {
  /// The points that each round holds out, counted from 0.
  public var folds: [[Int]]
  /// How many points there are.
  public var count: Int
  /// Whose colours cells have that are learned from and that are held out.
  public var training: Identity, held: Identity

  /// Rounds over so many points.
  public init(_ folds: [[Int]], of count: Int, training: Identity = 0, held: Identity) {
    require(folds.joined().allSatisfy { $0 >= 0 && $0 < count }, "a fold with a point beyond \(count)")
    (self.folds, self.count, self.training, self.held) = (folds, count, training, held)
  }

  /// All cells.
  public var extent: Extent { Extent([Point(0.5, .nan), Point(Double(count) + 0.5, .nan)]) }

  /// The round in which each point is held out, a row for each time that it is.
  public func series(x: Axis, y: Axis) -> [Series] {
    let rows = folds.enumerated().flatMap { round, held in held.map { [Double($0 + 1), Double(round + 1)] } }
    return [Series(of: held.name, [x.name.or("point"), y.name.or("round")], rows: rows.sorted { $0[0] < $1[0] })]
  }

  /// How many points each round holds out.
  public func told(x: Axis, y: Axis) -> [Phrase] {
    let sizes = folds.map(\.count)
    guard let least = sizes.min(), let most = sizes.max() else { return [] }
    let size = least == most ? "\(least)" : "\(least)–\(most)"
    return [
      Phrase(
        "\(folds.count) rounds hold out \(size) of \(count) points each",
        zh: "\(folds.count) 轮，每轮留出 \(count) 个点中的 \(size) 个")
    ]
  }

  /// A strip of folds.
  public var kind: Phrase? { Phrase("diagram of folds", zh: "折的示意图") }

  /// Fills a cell for each point in each round.
  public func place(in space: Space, on stage: inout Stage) throws {
    let style = space.style
    let (pale, strong) = (style.color(training), style.color(held))
    let pitch = abs(space.x(2) - space.x(1))
    let air = min(0.14 * pitch, 0.3 * style.unit)
    for (round, points) in folds.enumerated() {
      let out = Set(points)
      let (top, bottom) = (space.y(Double(round) - 0.4), space.y(Double(round) + 0.4))
      for point in 0..<count {
        let (left, right) = (space.x(Double(point) + 0.5) + air, space.x(Double(point) + 1.5) - air)
        let cell = Rect(minX: left, minY: min(top, bottom), maxX: right, maxY: max(top, bottom))
        let isOut = out.contains(point)
        stage.fill(.rect(cell), isOut ? strong : pale.opacity(0.2), layer: .area)
      }
    }
    for (identity, color) in [(training, pale), (held, strong)] {
      stage.record(
        SeriesRecord(
          name: identity.name[style.language], color: color, width: pitch, halo: nil, marker: .square,
          start: Point(1, 0), end: Point(Double(count), Double(folds.count - 1)), points: count, divergedAt: nil,
          milestones: []))
    }
  }
}
