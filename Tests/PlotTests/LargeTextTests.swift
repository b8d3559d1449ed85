import Raster
import Testing

@testable import Fields
@testable import Plot

@Suite("Large words, and clouds of dots") struct LargeTextTests {
  private static let name = Identity("loss", .series(0))

  private func stage(_ mark: any Mark) throws -> Stage {
    var stage = Stage()
    try mark.place(in: Workbench.space(800, 600, x: -1...10, y: 0...10), on: &stage)
    return stage
  }

  @Test("words of callouts, dots and gaps grow by their scale", arguments: [0.8, 1, 1.5]) func scale(scale: Double)
    throws
  {
    let marks: [any Mark] = [
      Callout("never 0", at: Point(5, 5)).with(\.scale, scale),
      LabelledDot(Point(5, 5), label: "7", as: Self.name).with(\.scale, scale),
      Gap(x: 5, from: 8, to: 2, "drop").with(\.scale, scale),
    ]
    for mark in marks { #expect(try stage(mark).labels.map { $0.scale * $0.words.scale } == [scale]) }
  }

  @Test("a larger heading takes its room from the plot, on every page", arguments: Preset.all) func heading(
    preset: Preset
  ) throws {
    let texts = try [1, 1.3].map { scale in
      let panels = (0..<2).map { place in
        Panel(x: Axis("x", domain: 0...1), y: Axis("y", domain: 0...1), heading: "loss \(place)") {
          Line.plain([Point(0, 0), Point(1, 1)], as: Self.name)
        }.with(\.headingScale, scale)
      }
      let record = try Figure(
        headline: ["A headline"], setting: "a setting", arrangement: .row([1, 1]), panels: panels
      ).draw(Workbench.format(preset), with: Workbench.typesetter).record
      #expect(Layouts.flaws(record).isEmpty)
      return (record.texts.filter { $0.role == .heading }, record.axes[0].box.height)
    }
    #expect(zip(texts[0].0, texts[1].0).allSatisfy { abs($1.px - 1.3 * $0.px) < 1e-9 } && texts[1].1 < texts[0].1)
  }

  @Test("a cloud shows every value in view within its width, and all stand in the table", arguments: [1, 40, 500])
  func cloud(count: Int) throws {
    let values = (0..<count).map { 2 + 6 * Double($0 % 37) / 37 } + [99]
    let cloud = Clouds([.init(x: 3, values, middle: 5, as: Self.name)], width: 2)
    let stage = try stage(cloud)
    let space = Workbench.space(800, 600, x: -1...10, y: 0...10)
    let boxes = stage.items.filter { $0.layer == .area }.compactMap { item -> Rect? in
      if case .fill(let path, _) = item.shape { path.bounds } else { nil }
    }
    #expect(boxes.count == count)
    #expect(boxes.allSatisfy { $0.center.x > space(2, 0).x && $0.center.x < space(4, 0).x })
    let table = try #require(cloud.series(x: Axis("x"), y: Axis("y")).first)
    #expect(table.rows == values.map { [$0] })
    #expect(cloud.told(x: Axis("x"), y: Axis("y")).map(\.english) == ["loss: 5"])
    #expect(stage.series.map(\.points) == [count + 1])
  }

  @Test(
    "a curve along another is broken for both to be seen, unless it shall lie whole upon it", arguments: [true, false])
  func stretches(isShared: Bool) throws {
    let (points, space) = ([Point(0, 1), Point(5, 6), Point(9, 2)], Workbench.space(800, 600, x: -1...10, y: 0...10))
    var stage = Stage()
    try Line.plain(points, as: Self.name).place(in: space, on: &stage)
    let first = stage.items.count
    try Line.plain(points, as: Identity("truth", .ink)).with(\.sharesStretches, isShared).place(in: space, on: &stage)
    let dashes = stage.items[first...].compactMap { item -> Bool? in
      if case .stroke(_, let stroke, _) = item.shape { !stroke.dash.isEmpty } else { nil }
    }
    #expect(dashes == [isShared])
  }
}
