import Raster
import Testing
import Typography

@testable import Fields
@testable import Plot

@Suite("The order of frames") struct FrameOrderTests {
  private static let (a, b) = (Identity("a", .series(0)), Identity("b", .series(1)))
  private static let points = [Point(0, 0), Point(1, 1)]

  private func panel(_ marks: [any Mark]) -> Panel { Panel(x: Axis("x"), y: Axis("y")) { for mark in marks { mark } } }

  private func frames(_ marks: [any Mark]) -> [Int] {
    let order = FrameOrder([panel(marks)])
    return marks.indices.map { order.frame(of: .mark($0), panel: 0) }
  }

  @Test("what stands for one thing comes together, in the order of drawing") func things() {
    let (line, other) = (Line(Self.points, as: Self.a), Line(Self.points, as: Self.b))
    let words = Callout("of a", at: .zero, as: Self.a)
    #expect(frames([line, other, words]) == [1, 2, 1])
    #expect(FrameOrder([panel([line, other, words])]).names == [["a"], ["b"]])
  }

  @Test("a remark comes with what is drawn before it, or is given; starts, stars and data without a name are given")
  func remarks() {
    let (line, remark) = (Line(Self.points, as: Self.a), Reference(Self.points))
    #expect(frames([remark, line, remark]) == [0, 1, 1])
    let given: [any Mark] = [Ring(.zero, label: ""), Star(.zero, label: ""), Dots(Self.points, name: ""), Given(line)]
    #expect(frames([line] + given) == [1, 0, 0, 0, 0])
    #expect(
      frames([line, Star(.zero, label: "", detail: "step 9")]) == [1, 1], "a star that tells the end comes with it")
  }

  @Test("a panel that shows nothing in its turn comes as a whole") func plain() {
    let order = FrameOrder([panel([Line(Self.points, as: Self.a)]), panel([Star(.zero, label: "")])])
    #expect(order.count == 2 && order.frame(of: .mark(0), panel: 1) == 2)
    #expect(FrameOrder([panel([])]).count == 1)
  }

  @Test("more than seven things come by panels, or else several at once, none earlier than one before it") func many() {
    func lines(_ count: Int) -> [any Mark] {
      (0..<count).map { Line(Self.points, as: Identity(Phrase(same: "\($0)"), .series($0))) }
    }
    let panels = FrameOrder([panel(lines(5)), panel(lines(4)), panel(lines(3))])
    #expect(panels.count == 3)
    #expect((0..<5).allSatisfy { panels.frame(of: .mark($0), panel: 0) == 1 })
    #expect(panels.frame(of: .reading, panel: 1) == 2 && panels.names[2] == ["0", "1", "2"])
    for count in 1...40 {
      let found = frames(lines(count))
      #expect(Set(found) == Set(1...min(count, FrameOrder.most)) && found == found.sorted(), "\(count)")
    }
    let narrow = FrameOrder((0..<12).map { _ in panel(lines(1)) })
    #expect(narrow.count == FrameOrder.most)
  }

  @Test(
    "a question stands where the title does, as large as fits and never larger",
    arguments: [
      "Why?", "What will be left of a gradient after twenty layers?",
      "The weight grows by a hundredth of itself. By how much does the loss grow, and how do you know that?",
    ], Preset.all) func question(_ ask: String, _ preset: Preset) throws
  {
    var format = Format()
    format.preset = preset
    var figure = Figure(
      headline: ["A title of some words"], setting: "Setting", panels: [panel([Line(Self.points, as: Self.a)])])
    figure.ask = Phrase(same: ask)
    let sequence = try figure.frames(format, with: Workbench.typesetter)
    let (asked, told) = (sequence.drawing(0).record, sequence.whole.record)
    let title = try #require(told.texts.first { $0.role == .title })
    let lines = asked.texts.filter { $0.role == .title }
    let below = told.texts.filter { $0.role != .title }.map(\.box.minY).min() ?? .infinity
    #expect(lines.map(\.text).joined(separator: " ") == ask)
    for line in lines {
      #expect(
        line.px <= title.px + 0.01 && line.box.maxX < Double(told.width) && line.box.minY >= 0 && line.box.maxY < below)
    }
  }

  @Test("a figure without a title asks nothing") func untitled() throws {
    var format = Format()
    (format.preset, format.title) = (.thumb, "")
    var figure = Figure(headline: ["Title"], panels: [panel([Line(Self.points, as: Self.a)])])
    figure.ask = "Why?"
    let record = try figure.frames(format, with: Workbench.typesetter).drawing(0).record
    #expect(record.title == "" && !record.texts.contains { $0.role == .title })
  }
}
