import LessonKit

extension CapacityStudy {
  private static let keys = ["4", "32", "128", "128-dropout"]

  /// What is drawn, and the last errors of all seeds.
  var tables: [Series] {
    histories + (0..<4).compactMap(spreadTable) + [dropoutTable].compactMap { $0 } + [ends]
  }

  /// Loss and error of the first seed, a table a network: in row k the loss of epoch k, before its step, and the error after
  /// k steps.
  private var histories: [Series] {
    (0..<4).map { kind in
      let run = own(kind)
      let count = max(run.losses.count, run.errors.count + 1)
      let rows = (0..<count).map { epoch in
        [
          Double(epoch), epoch < run.losses.count ? run.losses[epoch] : Double.nan,
          (1...max(1, run.errors.count)).contains(epoch) && !run.errors.isEmpty
            ? run.errors[epoch - 1] : Double.nan,
        ]
      }
      return Series(Self.keys[kind], columns: ["epoch", "loss", "error"], rows: rows)
    }
  }

  /// Median and range of the error over the seeds after every epoch; nil for a network that no error is drawn of.
  private func spreadTable(_ kind: Int) -> Series? {
    guard own(kind).divergedAt == nil else { return nil }
    let (median, low, high) = spread(kind)
    let rows = median.indices.map { [median[$0].x, median[$0].y, low[$0].y, high[$0].y] }
    return rows.isEmpty
      ? nil
      : Series(
        Self.keys[kind] + "-seeds", columns: ["epoch", "median", "lowest", "highest"], rows: rows)
  }

  /// The network with dropout at its samples: the curve behind them, evaluation mode, and training mode.
  private var dropoutTable: Series? {
    let run = own(3)
    guard run.divergedAt == nil else { return nil }
    let (xs, evaluated) = (run.samples.inputs.elements, run.evaluated)
    let rows = xs.indices.map { index in
      let outputs = passes[0].map { $0[index] }
      return [
        xs[index], CapacityRun.curve(xs[index]), evaluated[index], outputs[0],
        outputs.quantile(0.05), outputs.quantile(0.95),
      ]
    }
    return Series(
      "dropout-modes", columns: ["x", "truth", "evaluation", "one_pass", "low_5", "high_95"],
      rows: rows)
  }

  /// The errors of all seeds after the last epoch, and over the last epochs.
  private var ends: Series {
    let rows = seeds.indices.map { index in
      [Double(seeds[index])] + (0..<4).map { errors($0)[index] }
        + (0..<4).map { levels($0)[index] }
    }
    return Series(
      "errors", columns: ["seed"] + Self.keys + Self.keys.map { $0 + "-last-\(tail)" }, rows: rows)
  }
}
