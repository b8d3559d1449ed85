import Raster

/// The levels of a surface: bands of colour, and the values that get a line.
public struct Levels: Sendable, Hashable {
  /// How levels are spread.
  public let scale: Scale.Kind
  /// Boundaries between bands, ascending.
  public let bands: [Double]
  /// Values with a line, a subset of the boundaries.
  public let lines: [Double]
  /// Values whose line is heavier: decades.
  public let heavy: [Double]
  /// The colours.
  package let map: ColorMap
  /// Whether part of the map lies below the lowest boundary and above the highest, in one colour each.
  package private(set) var isCut = Sides(below: false, above: false)

  /// Whether the lines have as much of the map between them everywhere, and not as much of the height.
  package var partsMap = false

  /// What is so at either end of the heights.
  package struct Sides: Sendable, Hashable {
    package let below: Bool
    package let above: Bool
  }

  /// Levels with boundaries and lines, of which the heavy ones are some.
  package init(scale: Scale.Kind, bands: [Double], lines: [Double], heavy: [Double], map: ColorMap) {
    (self.scale, self.bands, self.lines, self.heavy, self.map) = (scale, bands, lines, heavy, map)
  }

  /// The same levels, knowing which sides of some heights they leave in one colour.
  package func cut(_ sides: Sides) -> Levels {
    var levels = self
    levels.isCut = sides
    return levels
  }

  /// From the lowest to the highest boundary.
  package var range: ClosedRange<Double> { bands[0]...bands[bands.count - 1] }

  /// The same bands with lines at the decades alone, for maps whose lines carry numbers; linear levels stay as they are.
  package var calm: Levels {
    heavy.count < 4 ? self : Levels(scale: scale, bands: bands, lines: heavy, heavy: heavy, map: map)
  }

  /// The colour of the band around a value.
  package func color(of value: Double) -> Color { color(band: bands.count { $0 <= value }) }

  /// The colour of a band: 0 lies below the lowest boundary.
  package func color(band: Int) -> Color {
    let inner = Double(min(max(band - 1, 0), bands.count - 2))
    return map(bands.count > 2 ? inner / Double(bands.count - 2) : 0.5)
  }

  /// Levels that suit a field over a view.
  ///
  /// Log levels (a band every quarter of a decade, a line every half) when the 99 % quantile of the value above the
  /// floor is a hundred times the 5 % quantile or more, else linear levels at steps of 1, 2, 2.5 or 5.
  /// Log levels begin at least two decades below the value `from`, where a run starts.
  package static func automatic(_ field: Field, in view: View, from start: Double?, map: ColorMap) -> Levels {
    // No farther apart than a number can say.
    let bound = Double.greatestFiniteMagnitude / 8
    let samples = field.samples(in: view, columns: 96, rows: 72).filter(\.isFinite).map { min(max($0, -bound), bound) }
      .sorted()
    guard let least = samples.first, let most = samples.last, most > least else {
      return flat(samples.first ?? 0, map: map)
    }
    let floor = field.floor ?? least
    func quantile(_ q: Double) -> Double { samples[Int(q * Double(samples.count - 1))] - floor }
    if floor == 0, quantile(0.05) > 0, quantile(0.99) >= 100 * quantile(0.05) {
      let low = quantile(0.01) > 0 ? quantile(0.01) : quantile(0.05)
      let levels = logarithmic(from: low, to: quantile(0.995), start: start, map: map)
      return levels.onBulk(of: samples, hasFloor: true) { _, high in powers(from: low, to: samples[high], map: map) }
    }
    let levels = linear(from: least, to: floor + quantile(0.995), map: map)
    return levels.onBulk(of: samples, hasFloor: field.floor != nil) { low, high in
      linear(from: samples[low], to: samples[high], map: map)
    }
  }

  /// Levels at the squares of whole numbers, times what brings the 99.5 % quantile over a view to the fourteenth.
  package static func squares(_ field: Field, in view: View, map: ColorMap) -> Levels {
    let samples = field.samples(in: view, columns: 96, rows: 72).filter(\.isFinite).sorted()
    let floor = field.floor ?? samples.first ?? 0
    let top = samples.isEmpty ? 1 : samples[Int(0.995 * Double(samples.count - 1))] - floor
    let step = (top > 0 ? top : 1) / 196
    let bands = (0...14).map { floor + step * Double($0 * $0) }
    return Levels(scale: .linear, bands: bands, lines: Array(bands.dropFirst()), heavy: [], map: map)
  }

  private static func logarithmic(from low: Double, to high: Double, start: Double?, map: ColorMap) -> Levels {
    let last = Int(ceil(log10(high)))
    var first = Int(roundDown(log10(low)))
    if let start, start > 0 { first = min(first, Int(roundDown(log10(start))) - 2) }
    first = max(first, last - 12)
    let decades = last - first
    // A quarter of a decade a band, finer where there are only two decades, coarser where that would make more than 24 of them.
    let perDecade = decades <= 2 ? 8 : decades <= 6 ? 4 : decades <= 8 ? 3 : 2
    let perLine = decades <= 2 ? 2 : decades == 3 ? 1 : perDecade == 4 ? 2 : perDecade
    // No bands beyond what is in view: the palest colour is for what is highest there.
    let above = (log10(high) - Double(first)) * Double(perDecade)
    let count = max(decades <= 2 ? decades * perDecade : 10, Int(ceil(above)))
    let bands = (0...count).map { exponential(Double(first) + Double($0) / Double(perDecade)) }
    let lines = bands.enumerated().filter { $0.offset % perLine == 0 }.map(\.element)
    let heavy = bands.enumerated().filter { $0.offset % perDecade == 0 }.map(\.element)
    return Levels(scale: .log, bands: bands, lines: lines, heavy: heavy, map: map)
  }

  /// A band for every so many decades, of heights that span more than twelve; no more than 24 bands.
  private static func powers(from low: Double, to high: Double, map: ColorMap) -> Levels {
    let (least, most) = (log10(low), log10(high))
    let step = [1, 2, 5, 10, 20].first { (most - least) / $0 <= 23 } ?? 50
    let first = max(roundDown(least / step), ceil(most / step) - 24)
    let bands = stride(from: first, through: ceil(most / step), by: 1).map { exponential($0 * step) }.filter(\.isFinite)
    let lines = bands.enumerated().filter { bands.count <= 14 || $0.offset % 2 == 0 }.map(\.element)
    return Levels(scale: .log, bands: bands, lines: lines, heavy: lines, map: map)
  }

  /// One colour on either side of a value, without lines.
  private static func flat(_ value: Double, map: ColorMap) -> Levels {
    let reach = max(1, abs(value) / 1000)
    return Levels(scale: .linear, bands: [value - reach, value, value + reach], lines: [], heavy: [], map: map)
  }

  private static func linear(from low: Double, to high: Double, map: ColorMap) -> Levels {
    let rough = (high - low) / 16
    // Heights may differ by less than a number can say beside the floor, or at all.
    guard rough >= .leastNormalMagnitude else { return flat(low, map: map) }
    let power = exponential(roundDown(log10(rough)))
    let step = [1, 2, 2.5, 5, 10].map { $0 * power }.first { (high - low) / $0 <= 20 } ?? rough
    let first = roundDown(low / step)
    let last = ceil(high / step)
    let bands = stride(from: first, through: last, by: 1).map { $0 * step }
    // Of few bands every boundary has a line: 8 to 14 of them in all.
    let perLine = bands.count <= 14 ? 1 : 2
    let lines = bands.enumerated().filter { $0.offset % perLine == 0 }.map(\.element)
    return Levels(scale: .linear, bands: bands, lines: lines, heavy: [], map: map)
  }
}
