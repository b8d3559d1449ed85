import LessonKit

extension Spoiler {
  static let axes: [Spoiler] = [
    record(15, "two ticks") {
      $0.axes[0].x.ticks = [-2, 2]
      $0.axes[0].x.labels = ["−2", "2"]
    }, record(15, "uneven ticks") { $0.axes[0].x.ticks = [-2, -1, 0.5, 1, 2] },
    record(15, "odd steps") {
      $0.axes[0].x.ticks = [-1.4, -0.7, 0, 0.7, 1.4]
      $0.axes[0].x.labels = ["−1.4", "−0.7", "0", "0.7", "1.4"]
    },
    record(15, "ticks between multiples of the step") {
      $0.axes[0].x.ticks = [-1.5, -0.5, 0.5, 1.5]
      $0.axes[0].x.labels = ["−1.5", "−0.5", "0.5", "1.5"]
    }, record(15, "a tick out of view") { $0.axes[0].x.max = 1.9 },
    record(15, "a hyphen for a minus") { $0.axes[0].x.labels[0] = "-2" },
    record(15, "uneven decimals") { $0.axes[0].x.labels[0] = "−2.0" },
    record(15, "a wrong label") { $0.axes[0].x.labels[0] = "−3" },
    record(15, "labels that are all the same") { record in
      record.axes[0].x.labels = record.axes[0].x.labels.map { _ in "0" }
    }, record(16, "0.0 on a log axis", of: .chart) { $0.axes[0].y.labels[0] = "0.0" },
    record(16, "a log axis with one tick", of: .chart) {
      $0.axes[0].y.ticks = [1]
      $0.axes[0].y.labels = ["1"]
    },
    record(16, "ticks beside the decades", of: .chart) {
      $0.axes[0].y.ticks[0] = 0.5
      $0.axes[0].y.labels[0] = "0.5"
    }, record(16, "no minor ticks", of: .chart) { $0.axes[0].y.minor = [] },
    record(17, "an axis without a name") { $0.axes[0].x.name = "" },
    record(20, "a stretched map of geometry") { $0.axes[0].equalAspect = true },
    record(21, "compared panels of different limits") { record in
      record.axes.append(record.axes[0])
      record.axes[1].x.max += 1
    },
  ]

  static let marks: [Spoiler] = [
    record(5, "a pale curve", of: .chart) { $0.series[1].color = Color(hex: 0xFFC400) },
    record(5, "a pale marker") { record in
      let i = record.markers.firstIndex { $0.kind == .end }!
      record.markers[i].color = Color(hex: 0xDDDDDD)
    }, record(7, "a series without a marker") { $0.series[0].marker = nil },
    record(7, "two series with one marker") { record in
      record.series.append(record.series[0])
      record.series[record.series.count - 1].name = "Twin"
    }, record(9, "few bands") { $0.levels?.bands.removeLast(15) },
    record(9, "few lines") { $0.levels?.lines = [1, 2] },
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
    }, record(30, "a white page in the dark theme") { $0.theme = "dark" },
  ]
}
