import LessonKit

extension Spoiler {
  static let page: [Spoiler] = [
    record(35, "a small plot") { record in record.axes[0].box = Rect(x: 600, y: 400, width: 700, height: 400) },
    record(35, "a blank side") { record in
      record.texts = record.texts.map { text in
        var text = text
        text.box = text.box.offset(by: Point(400, 0))
        return text
      }
      record.axes[0].box = record.axes[0].box.offset(by: Point(400, 0))
    },
    record(35, "two small plots") { record in
      let half = Rect(x: 300, y: 400, width: 600, height: 400)
      record.axes[0].box = half
      record.axes.append(record.axes[0])
      record.axes[1].box = half.offset(by: Point(700, 0))
    }, record(37, "too many words") { record in record.texts[0].text = String(repeating: "word ", count: 41) },
    record(37, "two lines at the foot") { record in
      let foot = record.texts.last { $0.role == .note }!
      record.texts.append(foot)
    },
    record(37, "a long line at the foot") { record in
      let foot = record.texts.lastIndex { $0.role == .note }!
      record.texts[foot].text = String(repeating: "0", count: 101)
    },
    figure(38, "three panels of several kinds") { figure in
      figure.panels += [figure.panels[0], Model.chart.figure.panels[0]]
    }, figure(38, "seven panels") { figure in figure.panels = Array(repeating: figure.panels[0], count: 7) },
    Spoiler(38, "three panels on different axes", of: .chart) { rubric in
      rubric.figure.panels = Array(repeating: rubric.figure.panels[0], count: 3)
      rubric.record.axes = Array(repeating: rubric.record.axes[0], count: 3)
      rubric.record.axes[2].x.max += 50
    }, record(39, "the notes") { $0.texts[1].text = "as the notes put it" },
    record(39, "a code") { $0.texts[1].text = "Adam arrives (D9)" },
    record(39, "a source") { $0.texts[1].text = "from S2" },
    record(39, "a rule that is none") { $0.texts[1].text = "four rules, one valley" },
    figure(39, "the script, in what the lecturer says") { $0.talk = Phrase("As in the script.", zh: "如脚本所示。") },
    record(40, "another colour", of: .chart) { record in record.series[0].color = Theme.light.series[0] },
    record(40, "another marker", of: .chart) { $0.series[0].marker = .hexagon },
    record(40, "a name in another colour", of: .chart) { record in
      let name = record.texts.firstIndex { $0.text == "Adam" }!
      record.texts[name].color = Theme.light.seriesText[2]
    },
  ]
}
