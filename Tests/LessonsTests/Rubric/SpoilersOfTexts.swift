import LessonKit

extension Spoiler {
  static let texts: [Spoiler] = [
    record(1, "one text over another") { $0.texts[1].box = $0.texts[0].box },
    record(2, "a text at the edge") { $0.texts[0].box = $0.texts[0].box.offset(by: Point(-60, 0)) },
    record(3, "small type") { $0.texts[2].px = 29 },
    record(4, "gray text") { $0.texts[2].color = Color(hex: 0x888888) },
    record(4, "a bold text of low contrast") { $0.texts[0].color = Color(hex: 0xA0A0A0) },
    record(4, "a text on the plot without a halo") { record in
      let i = record.texts.firstIndex { $0.halo }!
      record.texts[i].halo = false
    }, record(18, "a long title") { $0.title = String(repeating: "long ", count: 13) },
    record(18, "a title of three lines") { record in record.texts += [record.texts[0], record.texts[0]] },
    record(18, "no title") { $0.texts.removeAll { $0.role == .title } },
    record(18, "no subtitle") { $0.texts.removeAll { $0.role == .subtitle } },
    alternative("a short alternative text", "A map: Adam."),
    alternative("a long alternative text", String(repeating: "A map of 1 thing. ", count: 15)),
    alternative("no kind of chart", "Adam walks 1000 steps down a valley and ends close to its lowest point."),
    alternative(
      "an alternative text without the title", "A map of a valley with a trail that ends close to its lowest point."),
    alternative("markup", "Contour map: Adam crawls along the valley of $f(x)=1$."),
  ]
}
