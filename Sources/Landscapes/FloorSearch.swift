/// Finds where a landscape is lowest in a window: from the low points of a grid down to the bottom, and from the lowest ends
/// a little aside and down again, to tell points from lines.
struct FloorSearch {
  let landscape: Landscape
  let window: Landscape.Window
  let heights: [Double]
  /// How much most heights differ: from the lowest to the 90 % quantile.
  let spread: Double
  private var descent: FloorDescent

  /// Cells of the grid along each side; odd, so that the middle of the window is one of its points.
  static let cells = 161
  /// How many low points of the grid are followed down, and how many heights are asked for.
  private static let (mostStarts, mostCalls) = (1000, 80_000)

  init(landscape: Landscape, window: Landscape.Window) {
    (self.landscape, self.window) = (landscape, window)
    heights = landscape.grid(over: window, columns: Self.cells, rows: Self.cells)
    let sorted = heights.filter(\.isFinite).sorted()
    spread = sorted.isEmpty ? 0 : sorted[Int(0.9 * Double(sorted.count - 1))] - sorted[0]
    descent = FloorDescent(landscape, in: window, spread: spread)
  }

  /// What the lowest part of the window is, and by how much heights may differ from the lowest and yet be the same.
  mutating func floor() -> (floor: LandscapeSummary.Floor, slack: Double) {
    let starts = lowCells
    let pits = heights.indices.filter { heights[$0] == -.infinity }.map(place)
    guard let first = starts.first ?? pits.first.map({ _ in 0 }) else { return (.nothing, 0) }
    if heights.allSatisfy({ $0 == heights[first] || $0.isNaN }), pits.isEmpty { return (.constant(heights[first]), 0) }
    var ends = landscape.minima.filter { window.contains($0.point) }.map { End(point: $0.point, value: $0.value) }
    var poles = pits.prefix(9).map { End(point: $0, value: -.infinity) }
    var isComplete = starts.count <= Self.mostStarts
    for start in starts.prefix(Self.mostStarts) {
      if descent.calls > Self.mostCalls {
        isComplete = false
        break
      }
      var end = descent(from: place(start))
      if end.value.isNaN { continue }
      end = polished(end, within: 1 / Double(Self.cells))
      if descent.isPole(end) { poles.append(end) } else { enter(end, in: &ends) }
    }
    if poles.isEmpty {
      for end in ends.sorted(by: { $0.value < $1.value }).prefix(3) {
        let next = descent.following(end)
        guard next.value < end.value, !descent.isPole(next) else { continue }
        enter(polished(next, within: 1 / Double(Self.cells)), in: &ends)
      }
    }
    if let pole = poles.first { return (.bottomless(near: isAlone(pole, among: poles) ? snapped(pole) : nil), 0) }
    let least = ends.map(\.value).min() ?? heights[first]
    let slack = descent.slack(at: least) + 16 * (ends.first { $0.value == least }.map(doubt) ?? 0)
    let tied = ends.filter { $0.value - least <= slack }
    return (floor(of: tied, within: slack, isComplete), slack)
  }

  private typealias End = FloorDescent.End

  /// Adds an end, but one for several at a place: the lowest.
  private func enter(_ end: End, in ends: inout [End]) {
    guard let same = ends.firstIndex(where: { descent.distance($0.point, end.point) <= 1e-4 }) else {
      ends.append(end)
      return
    }
    // What is known stands as it is.
    if same >= landscape.minima.count, end.value < ends[same].value { ends[same] = end }
  }

  /// What the lowest ends are: on open edges, a plain, lines or points.
  private mutating func floor(of tied: [End], within slack: Double, _ isComplete: Bool) -> LandscapeSummary.Floor {
    let closed = tied.filter { !isOpen($0, slack) }
    let least = zero(tied.map(\.value).min() ?? 0)
    guard !closed.isEmpty else {
      let end = snapped(tied[0])
      return .edge(
        .init(at: end.x, end.y, value: zero(landscape.value(at: end))), isAlone: isAlone(tied[0], among: tied, slack))
    }
    if hasPlain(at: least) { return .plain(least) }
    let apart = closed.map { end in
      (end, closed.map { $0.point == end.point ? .infinity : descent.distance($0.point, end.point) }.min() ?? .infinity)
    }.sorted { $0.1 < $1.1 }
    // Where any of them goes on beside itself, most likely one with another near, all are told as what it is.
    for (end, _) in apart.prefix(12) where goesOn(end, slack) { return .line(least) }
    let isResolved = apart.count < 2 || apart[0].1 > 3.0 / Double(Self.cells)
    guard apart.count <= 16 || (isComplete && isResolved) else { return .many(least) }
    return .points(
      closed.map { end in
        let place = landscape.minima.contains { $0.point == end.point } ? end.point : snapped(end)
        return .init(at: place.x, place.y, value: zero(min(end.value, landscape.value(at: place))))
      })
  }

  /// Zero for a height that is rounding error beside the others.
  private func zero(_ value: Double) -> Double {
    // Heights that span many decades do not make a small one an error.
    abs(value) <= 1e-12 * min(1, spread) ? 0 : value
  }

  // MARK: What lies around an end

  /// Whether an end is the only one there is of its kind.
  private mutating func isAlone(_ end: End, among ends: [End], _ slack: Double = 0) -> Bool {
    let isSingle = ends.allSatisfy { descent.distance($0.point, end.point) < 1e-3 }
    return isSingle && !goesOn(end, slack)
  }

  /// Whether there are others as low on a circle around an end, and half way there as well.
  private mutating func goesOn(_ end: End, _ slack: Double) -> Bool {
    let radius = 1.5 / Double(Self.cells)
    return (0..<12).contains { index in
      let angle = 0.1 + Double(index) * Double.pi / 6
      let aside = descent.place(end.point, radius * cos(angle), radius * sin(angle))
      guard descent.distance(aside, end.point) > 0.9 * radius, let other = asLow(as: end, near: aside, radius / 2)
      else { return false }
      let middle = Vector2((end.point.x + other.x) / 2, (end.point.y + other.y) / 2)
      return asLow(as: end, near: middle, descent.distance(end.point, other) / 4) != nil
    }
  }

  /// A place as low as an end, to rounding, in a box around another place, its half side in shares of the window.
  private mutating func asLow(as end: End, near place: Vector2, _ half: Double) -> Vector2? {
    let (low, high) = (descent.place(place, -half, -half), descent.place(place, half, half))
    guard low.x < high.x, low.y < high.y else { return nil }
    var box = FloorDescent(landscape, in: .init(x: low.x...high.x, y: low.y...high.y), spread: spread)
    let other = polished(box(from: place), within: half / 2)
    descent.calls += box.calls
    if end.value == -.infinity || descent.isPole(end) { return box.isPole(other) ? other.point : nil }
    let noise = 16 * (doubt(end) + doubt(other))
    // One that is lower still would say that the end is none.
    return abs(other.value - end.value) <= noise ? other.point : nil
  }

  /// Whether it lies on an edge beyond which it is lower still.
  private func isOpen(_ end: End, _ slack: Double) -> Bool {
    let (point, near) = (end.point, 1e-7)
    guard landscape.minima.allSatisfy({ $0.point != point }) else { return false }
    let (left, right) = (point.x - window.x.lowerBound, window.x.upperBound - point.x)
    let (down, up) = (point.y - window.y.lowerBound, window.y.upperBound - point.y)
    let sides = descent.sides
    let outwards = [(left, sides.x, -1.0, 0.0), (right, sides.x, 1, 0), (down, sides.y, 0, -1), (up, sides.y, 0, 1)]
    return outwards.contains { gap, side, i, j in
      gap <= near * side
        && [1e-6, 1e-3].contains { share in
          landscape.value(at: Vector2(point.x + i * share * sides.x, point.y + j * share * sides.y)) < end.value - slack
        }
    }
  }

  /// Whether nine cells of the grid that touch are all as low as the lowest, to rounding.
  private func hasPlain(at least: Double) -> Bool {
    let (n, bound) = (Self.cells, least + 4 * least.ulp)
    return (1..<n - 1).contains { row in
      (1..<n - 1).contains { column in
        (row - 1...row + 1).allSatisfy { j in (column - 1...column + 1).allSatisfy { heights[j * n + $0] <= bound } }
      }
    }
  }

  /// An end at the roundest place within some shares of the window where it is lower: a tip may be sharper than numbers have
  /// steps.
  private func polished(_ end: End, within reach: Double) -> End {
    let round = roundest(end, below: end.value.nextDown, within: reach)
    let value = landscape.value(at: round)
    return value < end.value ? End(point: round, value: value) : end
  }

  /// How much of an end's height is not known; at a tip no more than a millionth of how much it rises around it.
  private func doubt(_ end: End) -> Double {
    let half = 0.5 / Double(Self.cells)
    let around = [(-half, -half), (half, half), (-half, half), (half, -half)].map {
      landscape.value(at: descent.place(end.point, $0.0, $0.1)) - end.value
    }
    let rise = around.filter { $0.isFinite && $0 >= 0 }.max() ?? 0
    return min(descent.noise(end), 1e-7 * rise) + end.value.ulp
  }

  /// The roundest place near an end that is as low, as far as that can be known.
  private func snapped(_ end: End) -> Vector2 {
    roundest(end, below: end.value + 8 * doubt(end), within: 1 / Double(Self.cells))
  }

  /// The roundest place within some shares of the window of an end that is not above a bound; the end's own if there is none.
  private func roundest(_ end: End, below bound: Double, within reach: Double) -> Vector2 {
    let first = Int((-log10(max(descent.sides.x, descent.sides.y))).rounded(.up))
    func round(_ value: Double, _ digits: Int) -> Double {
      let unit = pow(10, Double(abs(digits)))
      return digits < 0 ? (value / unit).rounded() * unit : (value * unit).rounded() / unit
    }
    var point = end.point
    func take(_ rounded: (Int) -> Vector2) -> Bool {
      let places = (first..<first + 15).lazy.map(rounded)
      let found = places.first { [window, descent] in
        window.contains($0) && descent.distance($0, end.point) < reach && landscape.value(at: $0) <= bound
      }
      if let found { point = found }
      return found != nil
    }
    let (x, y) = (point.x, point.y)
    if take({ Vector2(round(x, $0), round(y, $0)) }), point.x == 0 || point.y == 0 || hasFewDigits(point) {
      return point
    }
    point = end.point
    _ = take { Vector2(round(x, $0), y) }
    let across = point.x
    _ = take { Vector2(across, round(y, $0)) }
    return point
  }

  /// Whether both coordinates are round beside the window.
  private func hasFewDigits(_ point: Vector2) -> Bool {
    [(point.x, descent.sides.x), (point.y, descent.sides.y)].allSatisfy { value, side in
      let unit = pow(10, (log10(side) - 4).rounded(.down))
      return abs(value / unit - (value / unit).rounded()) < 1e-6
    }
  }

  // MARK: The grid

  /// The middle of a cell, the very point whose height stands in the grid.
  private func place(_ cell: Int) -> Vector2 {
    Vector2(
      Landscape.middle(of: cell % Self.cells, among: Self.cells, window.x),
      Landscape.middle(of: cell / Self.cells, among: Self.cells, window.y))
  }

  /// Finite cells that are no higher than their neighbours, the lowest first; of those that touch one stands for all.
  private var lowCells: [Int] {
    let n = Self.cells
    func around(_ cell: Int) -> [Int] {
      let (column, row) = (cell % n, cell / n)
      return (max(0, row - 1)...min(n - 1, row + 1)).flatMap { j in
        (max(0, column - 1)...min(n - 1, column + 1)).map { j * n + $0 }
      }
    }
    var isOpen = heights.indices.map { cell in
      heights[cell].isFinite && !around(cell).contains { heights[$0] < heights[cell] }
    }
    var found: [Int] = []
    for cell in heights.indices where isOpen[cell] {
      isOpen[cell] = false
      var (group, next) = ([cell], 0)
      while next < group.count {
        for other in around(group[next]) where isOpen[other] {
          isOpen[other] = false
          group.append(other)
        }
        next += 1
      }
      found.append(group.sorted()[group.count / 2])
    }
    return found.sorted { (heights[$0], $0) < (heights[$1], $1) }
  }
}
