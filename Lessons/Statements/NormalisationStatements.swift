import LessonKit

extension Statement {
  /// What the course says in this chapter, with the verdicts on record.
  static let normalisation: [Statement] = [
    Statement(
      "bn-conditioning.eigenvalues", code: "C3", source: "S4",
      "Eigenvalues 17.2 and 2.8, more than 6 apart, become 1.5 and 0.5, a ratio of 3",
      zh: "特征值由 17.2 和 2.8（比率超过 6）变为 1.5 和 0.5，条件数降至 3"),
    Statement(
      "bn-conditioning.steps", code: "C3", source: "S4",
      "Descent is faster: 42.3 steps to a millionth of the distance become 19.9", zh: "训练更快：距离缩到百万分之一由 42.3 步变为 19.9 步"),
    Statement(
      "bn-conditioning.rounder", code: "C4", source: "S4",
      "Standardising reshapes the landscape into a sphere: it gets rounder", zh: "标准化对损失景观做“球化”重塑：变得更圆",
      .depends(
        on: Phrase(
          "the dimension: never worse for two features; from three on sometimes, by a factor that is bounded (van der Sluis 1969)",
          zh: "维数：两个特征时从不变差；三个起有时变差，但倍数有界（van der Sluis 1969）"))),
    Statement(
      "bn-conditioning.often", code: "C4", source: "S4",
      "In three dimensions standardising worsens some 3 to 8 % of covariances, few where units differ",
      zh: "三维时，标准化使约 3% 至 8% 的协方差变差；单位相差悬殊时很少变差"),
    Statement(
      "norm-batch-size.stated", code: "H5", source: "S4",
      "In a typical setting batch norm’s variance is more than 6 % off at b = 2, group norm’s about 3 % at b = 1",
      zh: "在典型设置下，b = 2 时 BN 的方差误差超过 6%，b = 1 时 GN 约 3%",
      .depends(
        on: Phrase(
          "values that are independent and normal, on maps of 16 × 16 in groups of 8 channels; the notes state neither",
          zh: "数值独立且正态，特征图 16 × 16、每组 8 个通道；讲义均未说明"))),
    Statement(
      "norm-batch-size.law", code: "H5", source: "S4", "The relative error of a variance from n values is √(2/(n − 1))",
      zh: "n 个值的方差的相对误差为 √(2/(n − 1))"),
    Statement(
      "norm-batch-size.correlated", code: "H5", source: "S4",
      "Neighbours that are alike make it 15.5 % and 7.7 %, ReLU makes it 9.3 %",
      zh: "相邻值相关时为 15.5% 与 7.7%，ReLU 之后为 9.3%"),
    Statement(
      "norm-batch-size.ratio", code: "H5", source: "S4",
      "Batch norm with two samples is twice as far off as group norm with one", zh: "两个样本的 BN 误差是一个样本的 GN 的两倍"),
    Statement(
      "norm-batch-size.match", code: "H5", source: "S4", "Batch norm needs a batch of 8 to match group norm",
      zh: "BN 需要批量 8 才能赶上 GN"),
    Statement(
      "norm-batch-size.pair", code: "H6", source: "S4",
      "With one value a sample, a batch of two comes out as ±1: only a sign is left, unless ε is felt",
      zh: "每个样本一个值时，批量为 2 的输出为 ±1：只剩符号，除非 ε 起作用"),
    Statement(
      "norm-batch-size.within", code: "H7", source: "S4",
      "Group and layer norm normalise within a sample, batch norm across the batch", zh: "GN 与 LN 在样本内归一化，BN 跨样本归一化"),
    Statement(
      "norm-batch-size.tiny", code: "H9", source: "S4",
      "Layer norm does as well with tiny batches as with large ones, better than batch norm there",
      zh: "LN 在极小批量下与大批量一样好，且优于 BN"),
  ]
}
