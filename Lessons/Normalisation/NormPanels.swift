import LessonKit

/// The panels of the lesson on normalisation and batch size.
struct NormPanels {
  let study: VarianceStudy
  let seed: Int

  /// What each normalisation pools, the error against the batch, what the notes state of it for three kinds of values, and
  /// what a batch of two comes to.
  var all: [Panel] { [pools, errors, stated, outputs] }

  static let names = [
    Phrase("BN", zh: "BN"), Phrase("GN", zh: "GN"), Phrase("LN", zh: "LN"),
  ]

  /// Error against batch size for the values that the law is made for.
  private var errors: Panel {
    let sizes = VarianceStudy.batchSizes
    let y = Axis(
      Phrase("error for i.i.d. normal values (%)", zh: "独立正态值的误差 (%)"), .log, domain: 1.5...15)
    let errors = study.errors[VarianceStudy.Values.independent.rawValue]
    var x = Axis(
      categories: sizes.map { .init(Phrase(same: "\($0)")) },
      name: Phrase("batch size $b$", zh: "批量大小 $b$"))
    x.domain = -0.35...Double(sizes.count - 1)
    var panel = Panel(
      x: x, y: y, frame: .open,
      heading: Phrase("Only batch norm needs a batch", zh: "只有 BN 依赖批量大小")
    ) {
      for pooling in Pooling.allCases {
        Reference(
          Self.points(sizes.map { 100 * VarianceStudy.law(pooling.count(samples: $0)) }))
      }
      curve(errors.batch, series: 0, hasDots: true)
      curve(sizes.map { _ in errors.group }, series: 1)
      curve(sizes.map { _ in errors.layer }, series: 2)
    }
    panel.isEssential = false
    return panel
  }

  /// What the notes state of batch norm at b = 2 and of group norm at b = 1, beside what comes out for each kind of values.
  private var stated: Panel {
    let kinds = VarianceStudy.Values.allCases
    func rows(
      _ series: Int, _ stated: Double, _ error: (VarianceStudy.Values) -> VarianceStudy.Spread
    ) -> [StatedBesideMeasured.Row] {
      kinds.map { kind in
        let (name, spread) = (NormWords.shortNames[kind.rawValue], error(kind))
        return StatedBesideMeasured.Row(
          Self.names[series] + Phrase(", ", zh: "，") + name, stated: stated,
          measured: 100 * spread.median,
          range: 100 * spread.range.lowerBound...100 * spread.range.upperBound, series: series)
      }
    }
    var panel = StatedBesideMeasured.panel(
      rows(0, NormWords.statedBatch) { study.batch($0, 2) }
        + rows(1, NormWords.statedGroup) { study.group($0) },
      x: Axis(Phrase("error of the variance (%)", zh: "方差的相对误差 (%)"), .log, domain: 1.3...45),
      heading: Phrase(
        "BN at $b$ = 2, GN at 1: ○ stated ● measured", zh: "BN（$b$ = 2）、GN（$b$ = 1）：○ 讲义 ● 实测"),
      text: { NormWords.percent($0) })
    panel.subheading = nil
    return panel
  }

  /// Errors at the batch sizes: each twice the one before, so that equal distances are equal ratios.
  private static func points(_ errors: [Double]) -> [Point] {
    errors.enumerated().map { Point(Double($0.offset), $0.element) }
  }

  /// A median over the seeds with their range, a batch size each.
  @MarkBuilder private func curve(
    _ errors: [VarianceStudy.Spread], series: Int, hasDots: Bool = false
  ) -> [any Mark] {
    if study.seeds > 1 {
      Band(
        lower: Self.points(errors.map { 100 * $0.range.lowerBound }),
        upper: Self.points(errors.map { 100 * $0.range.upperBound }), series: series)
    }
    line(
      Self.points(errors.map { 100 * $0.median }), series: series, hasDots: hasDots)
  }

  private func line(_ points: [Point], series: Int, hasDots: Bool) -> Line {
    var line = Line(points, name: Self.names[series], label: Self.names[series], series: series)
    line.hasDots = hasDots
    return line
  }

  /// A batch as a table of samples and channels, each cell a map, with what one statistic takes in.
  private var pools: Panel {
    let (samples, channels) = (3, VarianceStudy.channels)
    let shown: Set<Int> = [1, 4, 8, 12, 16]
    let x = Axis(
      categories: (1...channels).map { .init(Phrase(same: shown.contains($0) ? "\($0)" : "")) },
      name: NormWords.channel)
    let y = Axis(
      categories: (1...samples).map { .init(Phrase("sample \($0)", zh: "样本 \($0)")) })
    var panel = Panel(
      x: x, y: y, frame: .box, heading: Phrase("What one variance is taken over", zh: "一个方差由哪些值算出")
    ) {
      for row in 0..<samples {
        for column in 0..<channels { cells(column...column, row...row, series: nil) }
      }
      let shown = [
        Pooling.batch.pools(samples: samples)[2], Pooling.group.pools(samples: samples)[3],
        Pooling.layer.pools(samples: samples)[2],
      ]
      for (series, pool) in shown.enumerated() {
        cells(pool.channels, pool.samples, series: series)
      }
      Callout(
        NormWords.pools[0], at: Point(2.5, 0), series: 0, bold: true, placement: .right)
      Inscription(NormWords.pools[1], at: Point(11.5, 1), series: 1)
      Inscription(NormWords.pools[2], at: Point(9, 2), series: 2)
    }
    panel.isEssential = false
    return panel
  }

  /// A stretch of cells; faint without a series.
  private func cells(_ columns: ClosedRange<Int>, _ rows: ClosedRange<Int>, series: Int?) -> Region
  {
    let inset = series == nil ? 0.06 : 0.0
    let (left, right) = (
      Double(columns.lowerBound) - 0.5 + inset, Double(columns.upperBound) + 0.5 - inset
    )
    let (top, bottom) = (
      Double(rows.lowerBound) - 0.5 + inset, Double(rows.upperBound) + 0.5 - inset
    )
    var region = Region(
      polygon: [Point(left, top), Point(right, top), Point(right, bottom), Point(left, bottom)],
      series: series)
    region.shade = series == nil ? 0.1 : 0.3
    region.hasEdge = series != nil
    region.weight = 0.8
    return region
  }

  /// Outputs of batch norm without spatial dimensions.
  private var outputs: Panel {
    let edges = (0...25).map { -3.125 + 0.25 * Double($0) }
    let pair = PairStudy.outputs(batch: 2, deviation: 1, seed: seed)
    let many = PairStudy.outputs(batch: 32, deviation: 1, seed: seed)
    let areSigns = pair.count { abs(abs($0) - 1) < 0.125 } > pair.count * 19 / 20
    var panel = Panel(
      x: Axis(Phrase("output of batch norm", zh: "批量归一化的输出")),
      y: Axis(Phrase("share", zh: "比例")), frame: .open,
      heading: areSigns
        ? Phrase("One value per sample: only ±1 at $b$ = 2", zh: "每个样本一个值：$b$ = 2 时只有 ±1")
        : Phrase("One value per sample", zh: "每个样本只有一个值")
    ) {
      Histogram(pair, edges: edges, name: "b = 2", series: 3)
      Histogram(many, edges: edges, name: "b = 32", series: 4)
      Callout("$b$ = 2", at: Point(1.125, 0.4), series: 3, bold: true)
      Callout("$b$ = 32", at: Point(1.4, 0.06), series: 4, bold: true)
    }
    panel.isEssential = false
    return panel
  }
}
