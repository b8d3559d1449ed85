/// A function with the walks over it, and what is to be seen of it.
public struct SurfaceWalks {
  /// The function; of a formula the minima are those that a search of the view has found.
  public let landscape: Landscape
  /// What it looks like in the part of the plane that is shown.
  public let summary: LandscapeSummary
  /// The part of the plane that is shown.
  public let view: View
  /// The optimizers with their rates; nil without walks.
  public let tuned: Tuned?
  /// One walk for each optimizer, or for each start of one.
  public let walks: [Walk]
  /// Who walks: the optimizers, or the starts by their letters.
  public let names: [Identity]
  /// How many steps each walk takes; 0 without walks.
  public let steps: Int
  /// Whether the walks are of one optimizer from several starts.
  public let comparesStarts: Bool
  /// Whether the function's minima were known before the view was searched.
  public let hasKnownMinima: Bool
  /// How near a walk must come to a minimum to be there: about an eightieth of the view, 0.05 from −2 to 2.
  public let reach: Double
  /// What each walk comes to.
  public let endings: [WalkEnding]
  /// How many steps each walk takes to where it is lowest; nil for one that does not end there.
  public let arrivals: [Int?]

  /// Walks from every start by the first optimizer if there are several starts, else by all optimizers from one.
  ///
  /// A rate that an optimizer does not name is tuned; where nothing is lowest, it is the optimizer's default.
  ///
  /// - Parameters:
  ///   - given: The function.
  ///   - found: What it looks like in its own view.
  ///   - rules: The optimizers.
  ///   - starts: Where walks start, six points at most; without any, at one that suits the view.
  ///   - steps: How many steps each walk takes; without any there are no walks.
  ///   - schedule: How rates change with the step.
  public init(
    _ given: Landscape, _ found: LandscapeSummary, by rules: [Rule], from starts: [Vector2], steps: Int,
    schedule: Schedule
  ) {
    require(starts.count <= 6, "walks from \(starts.count) starts")
    let starts =
      starts.isEmpty ? [given.view.contains(given.start) ? given.start : given.start(in: given.view)] : starts
    (self.steps, comparesStarts, hasKnownMinima) = (steps, steps > 0 && starts.count > 1, !given.minima.isEmpty)
    var landscape = given
    if steps > 0 {
      let isSought = found.hasBottom || hasKnownMinima
      let rated = isSought ? rules : rules.map { $0.with(learningRate: $0["lr"] ?? 1e-3) }
      let tuned = Tuned(rated, on: landscape, from: starts[0], steps: steps, schedule: schedule, by: .loss)
      let runs = starts.count > 1 ? starts.map { (tuned.rules[0], $0) } : tuned.rules.map { ($0, starts[0]) }
      walks = runs.map { descend(given, from: $0.1, by: $0.0, steps: steps, schedule: schedule) }
      names = starts.count > 1 ? Self.named(starts) : tuned.rules.identities(isRandom: false)
      self.tuned = tuned
    } else {
      (tuned, walks, names) = (nil, [], [])
    }
    let points = walks.map { Point($0.points[0]) }
    view = points.reduce(View(landscape.view)) { $0.holding($1) }.holding(walks)
    let summary = view == View(landscape.view) ? found : landscape.summary(of: .init(x: view.x, y: view.y))
    if landscape.minima.isEmpty, case .points(let minima) = summary.floor { landscape = landscape.with(minima: minima) }
    (self.landscape, self.summary) = (landscape, summary)
    let side = max(Self.length(landscape.view.x), Self.length(landscape.view.y)) / 80
    let power = pow(10, log10(side).rounded(.down))
    let reach = [5, 2, 1].map { $0 * power }.first { $0 <= side * (1 + 1e-9) } ?? power
    self.reach = reach
    endings = walks.map { WalkEnding(of: $0, on: landscape, within: reach) }
    arrivals = walks.map { landscape.arrival(of: $0, at: summary, within: reach) }
  }

  private static func named(_ starts: [Vector2]) -> [Identity] {
    let letters = ["A", "B", "C", "D", "E", "F"]
    let tones = [1, 3, 0, 2, 4, 5]
    return starts.indices.map { Identity(Phrase(same: letters[$0]), .series(tones[$0]), marker: .of(tones[$0])) }
  }

  private static func length(_ range: ClosedRange<Double>) -> Double { range.upperBound - range.lowerBound }

  /// Whether the walks are of several optimizers.
  public var comparesRules: Bool { walks.count > 1 && !comparesStarts }

  /// Whether walks from several starts stay in minima that lie apart; nil for one start, or where a walk stays in none.
  public var endsApart: Bool? {
    let settled = endings.compactMap { $0.minimum?.point }
    guard comparesStarts, settled.count == walks.count else { return nil }
    return settled.contains { $0.distance(to: settled[0]) > reach }
  }

  /// The names of the walks, by their places, that are accepted.
  public func names(where isAccepted: (Int) -> Bool) -> [Phrase] {
    walks.indices.filter(isAccepted).map { names[$0].name }
  }

  /// The lowest point of the function at which a walk ends; nil for none.
  public func target(of index: Int) -> Vector2? {
    let end = walks[index].end
    let nearest = landscape.minima.map(\.point).min { $0.distance(to: end) < $1.distance(to: end) }
    return nearest.flatMap { $0.distance(to: end) <= reach ? $0 : nil }
  }

  /// Whether a walk ends where it is lowest.
  public func isThere(_ index: Int) -> Bool { arrivals[index] != nil }

  /// Whether a minimum is known to be a local one: there is a lower place in view.
  public func isLocal(_ minimum: Landscape.Minimum) -> Bool {
    summary.lowest.map { minimum.value > $0 + summary.slack } ?? false
  }

  /// Those of the walks that end lowest, all of them where heights are the same as far as figures tell.
  public var leaders: [Int] {
    let sound = walks.indices.filter { !walks[$0].hasDiverged }
    let heights = sound.map { walks[$0].losses[walks[$0].steps] }
    guard let least = heights.min() else { return [] }
    let tie = summary.slack + 1e-9 * max(0, walks[sound[0]].losses[0] - least)
    return zip(sound, heights).filter { $0.1 - least <= tie || Digits.text($0.1) == Digits.text(least) }.map(\.0)
  }
}
