import Raster
import Testing

@testable import Fields
@testable import Plot

@Suite("A look of one's own") struct LookTests {
  private func look(page: UInt32? = nil, ink: UInt32? = nil, series: [UInt32] = [], map: [UInt32] = []) -> Look {
    var look = Look()
    (look.page, look.ink) = (page.map { Color(hex: $0) }, ink.map { Color(hex: $0) })
    (look.series, look.map) = (series.map { Color(hex: $0) }, map.map { Color(hex: $0) })
    return look
  }

  @Test("nothing said, nothing changed; the page decides between light and dark") func themes() {
    #expect(Look().theme(over: .dark) == .dark && Look().colorMap == nil)
    #expect(look(page: 0xFFF8E7).theme(over: .dark).ink == Theme.light.ink)
    #expect(look(page: 0x101820).theme(over: .light).ink == Theme.dark.ink)
    #expect(look(series: [0x000000]).theme(over: .light).background == Theme.light.background)
  }

  @Test(
    "texts are readable whatever the colours of lines, as long as the ink is",
    arguments: [(0xFFF8E7, 0x2B2118), (0x101820, 0xF0F0F0), (0xFFFFFF, 0x000000), (0x767676, 0xFFFFFF)]
      as [(UInt32, UInt32)]) func readable(_ page: UInt32, _ ink: UInt32)
  {
    let theme = look(page: page, ink: ink, series: [0xFFFF00, 0x00FF00, 0x0000FF, 0xFF0000, 0x808080, 0xFFFFFF]).theme(
      over: .light)
    for color in theme.seriesText + [theme.muted, theme.note] { #expect(color.contrast(with: theme.background) >= 4.5) }
  }

  @Test("a map runs through its stops, the first for the lowest value") func map() throws {
    let map = try #require(look(map: [0x000000, 0x808080, 0xFFFFFF]).colorMap)
    #expect(map(0) == .black && map(1) == .white && map(0.5) == Color(hex: 0x808080))
  }

  @Test("our own themes and maps lose nothing") func ours() {
    for theme in [Theme.light, .dark] {
      var own = Look()
      (own.page, own.ink, own.series) = (theme.background, theme.ink, theme.series)
      #expect(LookCheck(own).losses == [], "\(theme.name)")
    }
    for name in ColorMap.names where name != "pale" {
      var own = Look()
      own.map = (0...8).compactMap { ColorMap.named(name)?(Double($0) / 8) }
      #expect(LookCheck(own).losses == [], "\(name)")
    }
  }

  @Test(
    "what a reader would lose is told, by its part",
    arguments: [
      (LookCheck.Key.ink, "contrast", 0xFFFFFF, 0x999999, [], []), (.page, "texts need 4.5", 0x808080, nil, [], []),
      (.series, "lines need 3", 0xFFFFFF, 0x000000, [0xFFFF00], []),
      (.series, "do not see", 0xFFFFFF, 0x000000, [0xC00000, 0x6B6B00], []),
      (.series, "to everybody", 0xFFFFFF, 0x000000, [0x0000FF, 0x0000FF], []),
      (.map, "turns back", nil, nil, [], [0x000000, 0xFFFFFF, 0x888888]),
      (.map, "spans", nil, nil, [], [0x777777, 0x888888]),
    ] as [(LookCheck.Key, String, UInt32?, UInt32?, [UInt32], [UInt32])]) func losses(
      _ key: LookCheck.Key, _ text: String, _ page: UInt32?, _ ink: UInt32?, _ series: [UInt32], _ map: [UInt32]
    )
  {
    let losses = LookCheck(look(page: page, ink: ink, series: series, map: map)).losses
    #expect(
      losses.contains { $0.key == key && $0.text.english.contains(text) && !$0.text.chinese.isEmpty },
      "\(losses.map(\.text.english))")
  }
}
