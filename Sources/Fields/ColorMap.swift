import Raster

/// A sequence of colours for values from 0 (lowest) to 1 (highest), of strictly rising or falling lightness.
public struct ColorMap: Sendable, Hashable {
  /// The name on the command line.
  public let name: String
  private let colors: [Color]

  /// The colour of a share 0…1; beyond, the end's.
  public func callAsFunction(_ share: Double) -> Color {
    guard share > 0 else { return colors[0] }
    guard share < 1 else { return colors[colors.count - 1] }
    let position = share * Double(colors.count - 1)
    let index = Int(position)
    return colors[index].mixed(with: colors[index + 1], by: position - Double(index))
  }

  /// The map from its last colour to its first.
  public var turned: ColorMap { ColorMap(name: name, colors: colors.reversed()) }

  /// A map through colours evenly apart, low values first; at least two.
  public init(name: String, stops: [Color]) {
    require(stops.count > 1, "a map of \(stops.count) colours")
    self.init(name: name, colors: stops)
  }

  private init(name: String, colors: [Color]) { (self.name, self.colors) = (name, colors) }

  private init(name: String, table: String) {
    let digits = Array(table.utf8)
    func share(_ place: Int) -> Double {
      let text = String(decoding: digits[place..<(place + 3)], as: UTF8.self)
      return Double(Int(text, radix: 16) ?? 0) / 4095
    }
    self.name = name
    colors = stride(from: 0, to: digits.count - 8, by: 9).map { i in
      Color(red: share(i), green: share(i + 3), blue: share(i + 6))
    }
  }

  /// A map of one hue through equally spaced lightness and chroma, low values first.
  private init(name: String, hue: Double, lightness: [Double], chroma: [Double]) {
    func value(_ stops: [Double], at share: Double) -> Double {
      let position = share * Double(stops.count - 1)
      let index = min(Int(position), stops.count - 2)
      return stops[index] + (stops[index + 1] - stops[index]) * (position - Double(index))
    }
    self.name = name
    colors = (0..<256).map { i in
      let share = Double(i) / 255
      return OKLCH(lightness: value(lightness, at: share), chroma: value(chroma, at: share), hue: hue).color
    }
  }

  /// The default on white: one blue, low values dark, equal steps of lightness.
  public static let mist = ColorMap(
    name: "mist", hue: 250, lightness: [0.66, 0.985], chroma: [0.072, 0.055, 0.038, 0.020, 0.008])
  /// The default on black: one blue, low values bright, equal steps of lightness.
  public static let dusk = ColorMap(
    name: "dusk", hue: 250, lightness: [0.56, 0.235], chroma: [0.085, 0.075, 0.055, 0.035, 0.018])
  /// Paler than `mist`; high values hardly differ.
  public static let pale = ColorMap(
    name: "pale", hue: 250, lightness: [0.64, 0.80, 0.90, 0.955, 0.985], chroma: [0.075, 0.050, 0.028, 0.014, 0.008])
  /// Dark blue over green to yellow.
  public static let viridis = ColorMap(name: "viridis", table: ColorMapTables.viridis)
  /// Dark blue over grey to yellow, the same to readers who do not see red or green.
  public static let cividis = ColorMap(name: "cividis", table: ColorMapTables.cividis)
  /// Black over red to cream.
  public static let magma = ColorMap(name: "magma", table: ColorMapTables.magma)

  /// All of them by name.
  public static let names = ["mist", "dusk", "pale", "viridis", "cividis", "magma"]

  /// The map with a name, nil when there is none.
  public static func named(_ name: String) -> ColorMap? {
    switch name {
    case "mist": .mist
    case "dusk": .dusk
    case "pale": .pale
    case "viridis": .viridis
    case "cividis": .cividis
    case "magma": .magma
    default: nil
    }
  }
}
