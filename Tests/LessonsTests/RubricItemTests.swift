import LessonKit
import Testing

@testable import Lessons

/// One way to spoil a figure, and the item that must notice.
struct Spoiler: Sendable, CustomTestStringConvertible {
  var item: Int
  var testDescription: String
  var spoil: @Sendable (inout Rubric) -> Void

  init(_ item: Int, _ description: String, _ spoil: @escaping @Sendable (inout Rubric) -> Void) {
    (self.item, testDescription, self.spoil) = (item, description, spoil)
  }

  /// A rubric whose record is changed.
  private static func record(
    _ item: Int, _ description: String, _ spoil: @escaping @Sendable (inout FigureRecord) -> Void
  ) -> Spoiler {
    Spoiler(item, description) { rubric in
      var record = rubric.record
      spoil(&record)
      rubric = Rubric(
        record: record, outcome: rubric.outcome, language: rubric.language, minima: rubric.minima)
    }
  }

  /// A rubric whose alternative text is changed.
  private static func alt(_ description: String, _ alt: String) -> Spoiler {
    Spoiler(33, description) { rubric in
      var outcome = rubric.outcome
      outcome.alt = Phrase(same: alt)
      rubric = Rubric(
        record: rubric.record, outcome: outcome, language: rubric.language, minima: rubric.minima)
    }
  }

  static let all: [Spoiler] = texts + axes + marks

  private static let texts: [Spoiler] = [
    record(1, "one text over another") { $0.texts[1].box = $0.texts[0].box },
    record(2, "a text at the edge") { $0.texts[0].box = $0.texts[0].box.offset(by: Point(-60, 0)) },
    record(3, "small type") { $0.texts[2].px = 29 },
    record(4, "gray text") { $0.texts[2].color = Color(hex: 0x888888) },
    record(4, "a bold text of low contrast") {
      $0.texts[0].color = Color(hex: 0xA0A0A0)
    },
    record(4, "a text on the plot without a halo") { record in
      let i = record.texts.firstIndex { $0.halo }!
      record.texts[i].halo = false
    },
    record(18, "a long title") { $0.title = String(repeating: "long ", count: 13) },
    record(18, "a title of three lines") { record in
      record.texts += [record.texts[0], record.texts[0]]
    },
    record(18, "no title") { $0.texts.removeAll { $0.role == .title } },
    record(18, "no subtitle") { $0.texts.removeAll { $0.role == .subtitle } },
    alt("a short alternative text", "A map: 1."),
    alt("a long alternative text", String(repeating: "A map of 1 thing. ", count: 15)),
    alt(
      "no kind of chart", "Adam walks 1000 steps down a valley and ends close to its lowest point."),
    alt("no number", "A map of a valley with a trail that ends close to its lowest point."),
    alt("markup", "A map of $f(x)=1$ with a trail that ends close to its lowest point."),
  ]

  private static let axes: [Spoiler] = [
    record(15, "two ticks") {
      $0.axes[0].x.ticks = [-2, 2]
      $0.axes[0].x.labels = ["−2", "2"]
    },
    record(15, "uneven ticks") { $0.axes[0].x.ticks = [-2, -1, 0.5, 1, 2] },
    record(15, "odd steps") {
      $0.axes[0].x.ticks = [-1.4, -0.7, 0, 0.7, 1.4]
      $0.axes[0].x.labels = ["−1.4", "−0.7", "0", "0.7", "1.4"]
    },
    record(15, "ticks between multiples of the step") {
      $0.axes[0].x.ticks = [-1.5, -0.5, 0.5, 1.5]
      $0.axes[0].x.labels = ["−1.5", "−0.5", "0.5", "1.5"]
    },
    record(15, "a tick out of view") { $0.axes[0].x.max = 1.9 },
    record(15, "a hyphen for a minus") { $0.axes[0].x.labels[0] = "-2" },
    record(15, "uneven decimals") { $0.axes[0].x.labels[0] = "−2.0" },
    record(15, "a wrong label") { $0.axes[0].x.labels[0] = "−3" },
    record(15, "labels that are all the same") { record in
      record.axes[0].x.labels = record.axes[0].x.labels.map { _ in "0" }
    },
    record(16, "0.0 on a log axis") { $0.axes[1].y.labels[0] = "0.0" },
    record(16, "a log axis with one tick") {
      $0.axes[1].y.ticks = [1]
      $0.axes[1].y.labels = ["1"]
    },
    record(16, "ticks beside the decades") {
      $0.axes[1].y.ticks[0] = 0.5
      $0.axes[1].y.labels[0] = "0.5"
    },
    record(16, "no minor ticks") { $0.axes[1].y.minor = [] },
    record(17, "an axis without a name") { $0.axes[1].x.name = "" },
    record(20, "a stretched map of geometry") { $0.axes[0].equalAspect = true },
    record(21, "compared panels of different limits") { record in
      record.axes.append(record.axes[0])
      record.axes[2].x.max += 1
    },
  ]

  private static let marks: [Spoiler] = [
    record(5, "a pale curve") { $0.series[1].color = Color(hex: 0xFFC400) },
    record(5, "a pale marker") { record in
      let i = record.markers.firstIndex { $0.kind == .end }!
      record.markers[i].color = Color(hex: 0xDDDDDD)
    },
    record(7, "a series without a marker") { $0.series[0].marker = nil },
    record(7, "two series with one marker") { record in
      record.series.append(record.series[0])
      record.series[record.series.count - 1].name = "Twin"
    },
    record(9, "few bands") { $0.levels?.bands.removeLast(15) },
    record(9, "few lines") { $0.levels?.lines.removeLast(4) },
    record(9, "many lines") { $0.levels?.lines += [1, 2, 3, 4, 5, 6, 7, 8] },
    record(10, "no star") { $0.markers.removeAll { $0.kind == .minimum } },
    record(10, "a star without its name") { $0.texts.removeAll { $0.text == "minimum" } },
    record(11, "no end") { $0.markers.removeAll { $0.kind == .end } },
    record(11, "no start") { $0.markers.removeAll { $0.kind == .start } },
    record(11, "a start without its name") { $0.texts.removeAll { $0.text == "start" } },
    record(13, "crowded milestones") { $0.series[0].milestones = [500, 501] },
    record(14, "a silent divergence") { $0.series[0].divergedAt = 3 },
    record(19, "a trail without its name") { $0.series[0].name = "Nobody" },
    record(30, "a black page") {
      $0.theme = "dark"
      $0.background = .black
    },
    record(30, "a white page in the dark theme") { $0.theme = "dark" },
  ]
}

@Suite("Items of the standard")
struct RubricItemTests {
  @Test("an item notices what it is for", arguments: Spoiler.all)
  func notices(spoiler: Spoiler) throws {
    let outcome = try Variant(options: [("opt", "adam")]).recipe.run(.figure)
    let record = try outcome.figure.draw(Format(), with: Pictures.typesetter).record
    var rubric = Rubric(
      record: record, outcome: outcome, language: .english, minima: [Point(1, 1)])
    #expect(rubric.violations.isEmpty)
    spoiler.spoil(&rubric)
    let found = rubric.violations
    #expect(found.contains { $0.hasPrefix("\(spoiler.item): ") }, "\(found)")
  }

  @Test(
    "numbers are read as a reader reads them",
    arguments: [
      ("−1.5", -1.5), ("10,000", 10_000), ("1.7×10⁻⁵", 1.7e-5), ("10⁻¹⁰", 1e-10), ("10⁰", 1),
      ("−10³", -1000), ("0", 0), ("1000", 1000), ("1.0×10¹⁰", 1e10),
    ])
  func values(label: String, value: Double) {
    let read = Numbers.value(label) ?? .nan
    #expect(abs(read - value) <= 1e-12 * abs(value))
  }

  @Test(
    "texts that are no numbers are not read as any", arguments: ["", "x", "−", "∞", "NaN", "-"])
  func none(label: String) { #expect(Numbers.value(label) == nil) }

  @Test("all numbers of a sentence are found")
  func sentence() {
    let text = "From (−1.5, 2), 10,000 steps: Adam 1.7×10⁻⁵, RMSprop 0.39."
    #expect(Numbers.all(in: text).map(\.value) == [-1.5, 2, 10_000, 1.7e-5, 0.39])
  }
}
