import Foundation
import Raster
import Testing

@testable import Fields
@testable import Plot

@Suite("Colour difference") struct ColorDifferenceTests {
  @Test(
    "the difference is that of the published pairs",
    arguments: [
      ([50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425), ([50, 3.1571, -77.2803], [50, 0, -82.7485], 2.8615),
      ([50, -1.3802, -84.2814], [50, 0, -82.7485], 1.0000), ([50, 0, 0], [50, -1, 2], 2.3669),
      ([50, 2.49, -0.001], [50, -2.49, 0.0009], 7.1792), ([50, 2.49, -0.001], [50, -2.49, 0.0011], 7.2195),
      ([50, 2.5, 0], [73, 25, -18], 27.1492), ([50, 2.5, 0], [61, -5, 29], 22.8977),
      ([50, 2.5, 0], [56, -27, -3], 31.9030), ([50, 2.5, 0], [58, 24, 15], 19.4535),
      ([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644),
      ([22.7233, 20.0904, -46.6940], [23.0331, 14.9730, -42.5619], 2.0373),
      ([90.8027, -2.0831, 1.4410], [91.1528, -1.6435, 0.0447], 1.4441),
      ([2.0776, 0.0795, -1.1350], [0.9033, -0.0636, -0.5514], 0.9082),
    ]) func sharma(first: [Double], second: [Double], difference: Double)
  {
    let (a, b) = (Lab(first[0], first[1], first[2]), Lab(second[0], second[1], second[2]))
    #expect(abs(a.difference(to: b) - difference) < 1e-4)
    #expect(abs(b.difference(to: a) - difference) < 1e-4)
  }

  @Test("lightness of white, black and middle gray") func lightness() {
    #expect(abs(Lab(.white).l - 100) < 1e-3)
    #expect(abs(Lab(.black).l) < 1e-6)
    #expect(abs(Lab(Color(hex: 0x777777)).l - 50.03) < 0.05)
  }
}

@Suite("Colour maps") struct ColorMapTests {
  private struct Peers: Decodable {
    var viridis: [[Double]]
    var magma: [[Double]]
    var cividis: [[Double]]
  }

  private func lightness(_ map: ColorMap) -> [Double] { (0..<256).map { Lab(map(Double($0) / 255)).l } }

  @Test("every name has its map, and no other has one") func names() {
    for name in ColorMap.names { #expect(ColorMap.named(name)?.name == name) }
    for name in ["jet", "turbo", "rainbow", "hsv", ""] { #expect(ColorMap.named(name) == nil) }
    #expect(Set(ColorMap.names).count == ColorMap.names.count)
  }

  @Test("lightness rises or falls at every one of 256 steps", arguments: ColorMap.names) func monotone(name: String)
    throws
  {
    let values = lightness(try #require(ColorMap.named(name)))
    let steps = zip(values, values.dropFirst()).map { $1 - $0 }
    #expect(steps.allSatisfy { $0 > 0 } || steps.allSatisfy { $0 < 0 })
    #expect(abs(values[255] - values[0]) > 30)
  }

  @Test("the default maps have even steps of lightness", arguments: [ColorMap.mist, .dusk]) func even(map: ColorMap) {
    let values = lightness(map)
    let steps = zip(values, values.dropFirst()).map { abs($1 - $0) }
    #expect(steps.max()! / steps.min()! <= 1.5)
  }

  @Test("the default maps have one hue", arguments: [ColorMap.mist, .dusk]) func oneHue(map: ColorMap) {
    let hues = (0...10).map { i in
      let lab = Lab(map(Double(i) / 10))
      return atan2(lab.b, lab.a) * 180 / .pi
    }
    #expect(hues.max()! - hues.min()! < 40, "\(hues)")
  }

  @Test("viridis, magma and cividis are matplotlib's, to a byte") func peers() {
    let peers = ReferenceFile.read("colormaps.json", as: Peers.self)
    for (map, theirs) in [(ColorMap.viridis, peers.viridis), (.magma, peers.magma), (.cividis, peers.cividis)] {
      #expect(theirs.count == 256)
      for (i, color) in theirs.enumerated() {
        let ours = map(Double(i) / 255)
        for (a, b) in zip([ours.red, ours.green, ours.blue], color) {
          #expect(abs(a - b) <= 1.0001 / 255, "\(map.name) \(i)")
        }
      }
    }
  }

  @Test("beyond the ends, and for NaN, a map gives the colour of an end", arguments: ColorMap.names) func beyond(
    name: String
  ) throws {
    let map = try #require(ColorMap.named(name))
    for (share, end) in [(-1.0, 0.0), (-.infinity, 0), (.nan, 0), (2, 1), (.infinity, 1)] {
      #expect(map(share) == map(end))
    }
    #expect(map(0) != map(1))
  }

  @Test("the dark side of the surface map lies where the theme has low values") func direction() {
    #expect(Lab(ColorMap.mist(0)).l < Lab(ColorMap.mist(1)).l)
    #expect(Lab(ColorMap.dusk(0)).l > Lab(ColorMap.dusk(1)).l)
  }
}

@Suite("Themes") struct ThemeTests {
  @Test("series and grids stand out from the page as they should", arguments: [Theme.light, .dark]) func contrast(
    theme: Theme
  ) {
    let page = theme.background
    for color in theme.series { #expect(color.contrast(with: page) >= 3, "\(color.hex)") }
    for color in theme.seriesText + [theme.ink, theme.muted] {
      #expect(color.contrast(with: page) >= 4.5, "\(color.hex)")
    }
    #expect((1.15...1.5).contains(theme.grid.contrast(with: page)))
    #expect(theme.ink.contrast(with: page) >= 7)
  }

  @Test("six series differ for readers of every vision", arguments: [Theme.light, .dark], Vision.allCases)
  func distinct(theme: Theme, vision: Vision) {
    let labs = theme.series.map { Lab($0, seenBy: vision) }
    #expect(labs.count == 6)
    let least: Double = vision == .tritan ? 12 : 15
    for (i, a) in labs.enumerated() {
      for (j, b) in labs.enumerated().dropFirst(i + 1) {
        let difference = a.difference(to: b)
        #expect(difference >= least, "series \(i) and \(j): \(difference)")
      }
    }
  }

  @Test("text in a series' colour is the series' hue", arguments: [Theme.light, .dark]) func twins(theme: Theme) {
    #expect(theme.seriesText.count == theme.series.count)
    for (color, text) in zip(theme.series, theme.seriesText) {
      let (a, b) = (Lab(color), Lab(text))
      let turn = abs(atan2(a.b, a.a) - atan2(b.b, b.a))
      #expect(min(turn, 2 * .pi - turn) < 0.45, "\(color.hex) and \(text.hex)")
    }
  }

  @Test("neither page is pure black, and dark ink is not pure white") func pages() {
    #expect(Theme.light.background == .white)
    #expect(Theme.dark.background != .black && Theme.dark.background.luminance < 0.02)
    #expect(Theme.dark.ink != .white)
  }

  @Test(
    "contrast is that of the WCAG",
    arguments: [
      (UInt32(0x000000), UInt32(0xFFFFFF), 21.0), (0x777777, 0xFFFFFF, 4.478), (0x767676, 0xFFFFFF, 4.542),
      (0xFF0000, 0xFFFFFF, 3.998), (0x123456, 0x123456, 1),
    ]) func wcag(a: UInt32, b: UInt32, contrast: Double)
  {
    #expect(abs(Color(hex: a).contrast(with: Color(hex: b)) - contrast) < 1e-3)
    #expect(abs(Color(hex: b).contrast(with: Color(hex: a)) - contrast) < 1e-3)
  }

  @Test("axis and grid lines are at most half as wide as lines with data", arguments: Preset.all) func widths(
    preset: Preset
  ) {
    let style = Workbench.style(preset)
    #expect(style.axisLine / style.dataLine <= 0.5)
    #expect(style.gridLine / style.dataLine <= 0.5)
    #expect(style.referenceLine < style.dataLine)
  }
}
