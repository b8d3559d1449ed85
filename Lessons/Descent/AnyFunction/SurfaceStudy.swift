import LessonKit

/// A function with the walks over it, and what is to be seen of it.
struct SurfaceStudy {
  /// The function; of a formula the minima are those that a search of the view has found.
  let landscape: Landscape
  /// What it looks like in the part of the plane that is shown.
  let summary: LandscapeSummary
  /// The part of the plane that is shown.
  let view: View
  /// The optimizers with their rates; nil without walks.
  let tuned: Tuned?
  /// One walk for each optimizer, or for each start of one.
  let walks: [Walk]
  /// Who walks.
  let names: [Identity]
  /// How near a walk must come to a minimum to be there: about an eightieth of the view, 0.05 from −2 to 2.
  let reach: Double
  /// What each walk comes to.
  let endings: [WalkEnding]
  /// How many steps each walk takes to where it is lowest; nil for one that does not end there.
  let arrivals: [Int?]

  init(_ lesson: AnyFunction) {
    let given = lesson.landscape
    let found = given.summary(of: given.view)
    var landscape = given
    let starts = Self.starts(lesson)
    if lesson.steps > 0 {
      let rules = Self.rated(lesson.rules, on: landscape, found)
      let tuned = Tuned(
        rules, on: landscape, from: starts[0], steps: lesson.steps, schedule: lesson.schedule, by: .loss)
      let runs = starts.count > 1 ? starts.map { (tuned.rules[0], $0) } : tuned.rules.map { ($0, starts[0]) }
      walks = runs.map { descend(given, from: $0.1, by: $0.0, steps: lesson.steps, schedule: lesson.schedule) }
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

  /// The starts that were given, or those that suit the function.
  private static func starts(_ lesson: AnyFunction) -> [Vector2] {
    let landscape = lesson.landscape
    if !lesson.starts.isEmpty { return lesson.starts.map { Vector2($0) } }
    if landscape.name == AnyFunction.twoValleys.name, lesson.rules.count == 1 {
      return [Vector2(-0.2, 1.5), Vector2(0.7, 1.4)]
    }
    return [landscape.view.contains(landscape.start) ? landscape.start : landscape.start(in: landscape.view)]
  }

  /// Optimizers with the rates that are not to be tuned: where there is no lowest value to tune for, their defaults.
  private static func rated(_ rules: [Rule], on landscape: Landscape, _ summary: LandscapeSummary) -> [Rule] {
    switch summary.floor {
    case .points, .many, .line, .plain:
      // On the lesson's own function a ball that rolls well.
      return rules.map {
        landscape.name == AnyFunction.twoValleys.name && $0 == .momentum ? $0.with(learningRate: 0.01) : $0
      }
    default:
      guard landscape.minima.isEmpty else { return rules }
      return rules.map { $0.with(learningRate: $0["lr"] ?? 1e-3) }
    }
  }

  private static func named(_ starts: [Vector2]) -> [Identity] {
    let letters = ["A", "B", "C", "D", "E", "F"]
    let tones = [1, 3, 0, 2, 4, 5]
    return starts.indices.map { Identity(Phrase(same: letters[$0]), .series(tones[$0]), marker: .of(tones[$0])) }
  }

  private static func length(_ range: ClosedRange<Double>) -> Double { range.upperBound - range.lowerBound }

  /// Whether a walk ends where it is lowest.
  func isThere(_ index: Int) -> Bool { arrivals[index] != nil }

  /// Whether a minimum is known to be a local one: there is a lower place in view.
  func isLocal(_ minimum: Landscape.Minimum) -> Bool {
    summary.lowest.map { minimum.value > $0 + summary.slack } ?? false
  }

  /// Those of the walks that end lowest, all of them where heights are the same as far as figures tell.
  var leaders: [Int] {
    let sound = walks.indices.filter { !walks[$0].hasDiverged }
    let heights = sound.map { walks[$0].losses[walks[$0].steps] }
    guard let least = heights.min() else { return [] }
    let tie = summary.slack + 1e-9 * max(0, walks[sound[0]].losses[0] - least)
    return zip(sound, heights).filter { $0.1 - least <= tie || Digits.text($0.1) == Digits.text(least) }.map(\.0)
  }
}
