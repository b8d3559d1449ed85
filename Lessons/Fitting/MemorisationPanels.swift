import LessonKit

/// The two panels of the lesson on memorisation: the same network on true labels and on shuffled ones.
struct MemorisationPanels {
  let study: MemorisationStudy

  var all: [Panel] { [panel(.asGiven), panel(.shuffled)] }

  private func panel(_ labels: MemorisationStudy.Labels) -> Panel {
    let epochs = Double(study.plan.epochs)
    var panel = Panel(
      x: Axis(Phrase("epochs of training", zh: "训练轮数"), domain: 0...epochs),
      y: Axis(Phrase("right answers (%)", zh: "正确率（%）"), domain: 0...104), frame: .open,
      heading: labels == .shuffled
        ? Phrase("Labels shuffled", zh: "标签打乱") : Phrase("Labels as given", zh: "真实标签")
    ) {
      Reference(
        (0...epochs).evenlySpaced(count: 25).map { Point($0, 10) },
        label: labels == .asGiven ? Phrase("chance", zh: "随机猜测") : nil)
      if study.seeds.count > 1 {
        band(labels, \.train, 4)
        band(labels, \.test, 1)
      }
      line(labels, \.train, Phrase("train", zh: "训练"), 4)
      line(labels, \.test, Phrase("test", zh: "测试"), 1)
    }
    panel.x.countsWholes = true
    // Where there is room for one panel only, it is the surprising one.
    panel.isEssential = labels == .shuffled
    return panel
  }

  private func points(
    _ labels: MemorisationStudy.Labels, _ part: KeyPath<MemorisationRun, [Double]>,
    _ value: ([Double]) -> Double
  ) -> [Point] {
    study.columns(labels, part).enumerated().map { Point(Double($0.offset), value($0.element)) }
  }

  private func band(
    _ labels: MemorisationStudy.Labels, _ part: KeyPath<MemorisationRun, [Double]>, _ series: Int
  ) -> Band {
    Band(
      lower: points(labels, part) { $0.min() ?? .nan },
      upper: points(labels, part) { $0.max() ?? .nan }, series: series)
  }

  /// The median, with its last value beside it, or as far as all seeds came before one diverged.
  private func line(
    _ labels: MemorisationStudy.Labels, _ part: KeyPath<MemorisationRun, [Double]>,
    _ name: Phrase, _ series: Int
  ) -> Line {
    let points = points(labels, part) { $0.median() }
    let lost = study.divergedIn(labels)
    let end =
      lost.map {
        Phrase(": diverged in epoch\u{A0}\($0)", zh: "：第 \($0) 轮发散")
      } ?? " " + MemorisationStudy.text(study.end(labels, part))
    return Line(points, name: name, label: name + end, series: series, divergedAt: lost)
  }
}
