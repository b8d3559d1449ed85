import Plot
import Testing

@Suite("Colours and sizes of one's own") struct OwnThemeTests {
  @Test("a figure is drawn on a page of one's own, in two colours") func drawn() throws {
    let paper = Color(hex: 0xFFF8E7)
    let theme = Theme(
      name: "paper", background: paper, ink: .black, muted: Color(hex: 0x555555), faint: Color(hex: 0xCCCCCC),
      grid: Color(hex: 0xEEEEEE), series: [Color(hex: 0x003366), Color(hex: 0xAA3300)],
      seriesText: [Color(hex: 0x003366), Color(hex: 0xAA3300)], note: .black, star: Color(hex: 0xFFC400))
    let sizes = TypeSizes(title: 14, subtitle: 10, axis: 10, tick: 9, label: 10)
    var format = Format()
    format.theme = theme
    format.preset = Preset(name: "card", width: 700, height: 500, dpi: 100, type: sizes)
    let figure = Figure(headline: ["Six curves in two colours"]) {
      Panel(x: Axis("step"), y: Axis("loss")) {
        for index in 0..<6 { Line([Point(0, 1), Point(1, Double(index))], as: Identity("curve", .series(index))) }
      }
    }
    let (bitmap, metadata) = try PNG.decode(try figure.png(format))
    #expect((bitmap.width, bitmap.height, metadata.pixelsPerInch) == (700, 500, 100))
    #expect(Array(bitmap.pixels.prefix(4)) == [0xFF, 0xF8, 0xE7, 0xFF])
  }

  @Test("as many colours of texts as of lines") func mistakes() async {
    await #expect(processExitsWith: .failure) {
      _ = Theme(
        name: "none", background: .white, ink: .black, muted: .black, faint: .black, grid: .black, series: [],
        seriesText: [], note: .black, star: .black)
    }
  }
}
