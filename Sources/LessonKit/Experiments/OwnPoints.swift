/// Points of the reader's own in place of the course's: a CSV file of two columns, x and y.
///
/// Lessons fit them with x scaled to 0...1, so that high powers stay apart; pictures and tables have the reader's own x.
public struct OwnPoints: Sendable, Equatable {
  /// The places, scaled to 0...1, ascending.
  public let xs: [Double]
  /// What was observed there.
  public let ys: [Double]
  /// The places as they stand in the file, ascending.
  public let places: [Double]
  /// The file as it was given; nil where the points are the course's.
  public let path: String?
  /// What the header calls the two columns; empty where there is none.
  public let columns: [String]
  /// The highest degree, of 20 at most, that places so close together tell apart from lower ones.
  public let highestDegree: Int

  /// None: the course's points count.
  public static let absent = OwnPoints(places: [], ys: [], path: nil, columns: [])

  /// The most points that a file may hold.
  public static let most = 2000

  private init(places: [Double], ys: [Double], path: String?, columns: [String]) {
    (self.places, self.ys, self.path, self.columns) = (places, ys, path, columns)
    let (low, high) = (places.first ?? 0, places.last ?? 1)
    xs = places.map { ($0 - low) / (high - low) }
    highestDegree = Self.highestDegree(xs, upTo: 20)
  }

  /// Reads a CSV file of two columns, with a header or without.
  ///
  /// Throws `MissingInput` where the file is not there, `UnusableInput` where it is not as it should be.
  public init(path: String) throws {
    let table: Table
    do { table = try Table(path: path) } catch {
      guard error.isMissing else { throw UnusableInput(error.told, hints: Self.mending) }
      throw MissingInput("input missing: \(error.told)", zh: "缺少输入：\(error.told)", hints: Self.mending)
    }
    let count = table.cells.shape[0]
    guard table.columns.count == 2 else {
      throw UnusableInput(
        "\(path): \(table.columns.count, "column"); two are due, x and y",
        zh: "\(path)：有 \(table.columns.count) 列，应为 x、y 两列",
        hints: table.columns.count > 2 ? Self.cutting + Self.mending : Self.mending)
    }
    guard count <= Self.most else {
      let file = ShellWord.quoted(path)
      let draw = (table.line(ofRow: 0) == 2 ? "tail -n +2 \(file) | shuf" : "shuf \(file)") + " -n 1000 > some.csv"
      throw UnusableInput(
        "\(path): \(Digits.count(count)) points; at most \(Digits.count(Self.most)) are fitted",
        zh: "\(path)：有 \(Digits.count(count)) 个点，最多拟合 \(Digits.count(Self.most)) 个",
        hints: [Message("take some at random: \(draw)", zh: "随机取一部分：\(draw)")])
    }
    try Self.requireRange(table, path)
    let order = (0..<count).sorted { table.cells[$0, 0] < table.cells[$1, 0] }
    for (column, name) in ["x", "y"].enumerated() {
      try Self.requireSpread(order.map { table.cells[$0, column] }, of: name, path)
    }
    self.init(
      places: order.map { table.cells[$0, 0] }, ys: order.map { table.cells[$0, 1] }, path: path,
      columns: table.columns == ["1", "2"] ? [] : table.columns)
  }

  /// Whether the points are the reader's.
  public var isGiven: Bool { path != nil }
  /// How many points there are.
  public var count: Int { xs.count }
  /// The points, as lessons take them.
  public var samples: CosineSamples { CosineSamples(xs: xs, ys: ys) }

  /// The reader's x at a place between 0 and 1: of a point, the very number in the file.
  public func x(_ place: Double) -> Double {
    guard isGiven else { return place }
    var (low, high) = (0, xs.count)
    while low < high {
      let middle = (low + high) / 2
      if xs[middle] < place { low = middle + 1 } else { high = middle }
    }
    if low < xs.count, xs[low] == place { return places[low] }
    return places[0] + place * (places[count - 1] - places[0])
  }

  /// A range of places between 0 and 1 as the reader's x.
  public func x(_ range: ClosedRange<Double>) -> ClosedRange<Double> { x(range.lowerBound)...x(range.upperBound) }

  /// Points to learn from, and the third of all points that is held out, by a seed.
  public func split(seed: Int) -> (learned: CosineSamples, held: CosineSamples) {
    let held = Set(HeldOutErrors.shuffled(count, folds: 3, seed: seed)[0])
    return (samples.only { !held.contains($0) }, samples.only { held.contains($0) })
  }

  /// Points to learn from, and new ones: the reader's, a third of them held out, or the course's, so many of each drawn by a seed.
  public func learnedAndNew(seed: Int, points: Int, noise: Double, new: Int) -> (CosineSamples, CosineSamples) {
    if isGiven { return split(seed: seed) }
    return (
      CosineSamples(seed: seed, count: points, noise: noise),
      CosineSamples(seed: seed + 1_000_000, count: new, noise: noise)
    )
  }

  /// The points at different x: of several at one x the mean, since no curve passes more than one.
  public var atDifferentPlaces: CosineSamples {
    let heights = Dictionary(grouping: zip(xs, ys), by: \.0)
    let places = heights.keys.sorted()
    return CosineSamples(xs: places, ys: places.map { (heights[$0] ?? []).map(\.1).mean })
  }

  /// So many random four fifths of the points, by a seed.
  public func fourFifths(_ number: Int, seed: Int) -> [CosineSamples] {
    (0..<number).map { index in
      let held = Set(HeldOutErrors.shuffled(count, folds: 5, seed: seed + index)[0])
      return samples.only { !held.contains($0) }
    }
  }

  /// The heights that a picture of the points shows: all of them, and half as much again above and below.
  public var heights: ClosedRange<Double> {
    let (low, high) = (ys.min() ?? 0, ys.max() ?? 1)
    return low - 0.5 * (high - low)...high + 0.5 * (high - low)
  }

  /// The mean square error below which there is nothing but rounding; 0 for the course's points.
  public var rounding: Double {
    guard isGiven else { return 0 }
    let size = ys.map(abs).max() ?? 0
    return 1e-24 * ys.map { ($0 - ys.mean) * ($0 - ys.mean) }.mean + 1e-28 * size * size
  }
}

extension CosineSamples {
  /// So many of the points to learn from and all others to be tested on, by a seed.
  public func parted(learning count: Int, seed: Int) -> (learned: CosineSamples, held: CosineSamples) {
    var random = SeededGenerator(seed: UInt64(seed))
    let chosen = Set(random.permutation(xs.count).prefix(count))
    return (only { chosen.contains($0) }, only { !chosen.contains($0) })
  }

  /// The points whose indices are accepted.
  func only(_ isKept: (Int) -> Bool) -> CosineSamples {
    let kept = xs.indices.filter(isKept)
    return CosineSamples(xs: kept.map { xs[$0] }, ys: kept.map { ys[$0] })
  }
}
