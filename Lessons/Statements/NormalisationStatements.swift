import LessonKit

extension Statement {
  /// What the course says in this chapter, with the verdicts on record.
  static let normalisation: [Statement] = [
    Statement(
      "bn-conditioning.eigenvalues", "C3", from: "S4",
      "Eigenvalues 17.2 and 2.8, more than 6 apart, become 1.5 and 0.5, a ratio of 3",
      zh: "特征值由 17.2 和 2.8（比率超过 6）变为 1.5 和 0.5，条件数降至 3"),
    Statement(
      "bn-conditioning.steps", "C3", from: "S4",
      "Descent is faster: 42.3 steps to a millionth of the distance become 19.9", zh: "训练更快：距离缩到百万分之一由 42.3 步变为 19.9 步"),
    Statement(
      "bn-conditioning.rounder", "C4", from: "S4",
      "Standardising reshapes the landscape into a sphere: it gets rounder", zh: "标准化对损失景观做“球化”重塑：变得更圆",
      .depends(
        on:
          "the dimension: never worse for two features; from three on sometimes, by a factor that is bounded (van der Sluis 1969)",
        zh: "维数：两个特征时从不变差；三个起有时变差，但倍数有界（van der Sluis 1969）")),
    Statement(
      "bn-conditioning.often", "C4", from: "S4",
      "In three dimensions standardising worsens some 3 to 8 % of covariances, few where units differ",
      zh: "三维时，标准化使约 3% 至 8% 的协方差变差；单位相差悬殊时很少变差"),
    Statement(
      "batch-norm.moments", "H3", from: "S4", "Batch norm makes every unit’s mean 0 and its variance 1, but for ε",
      zh: "批归一化使每个单元均值为 0、方差为 1（ε 除外）"),
    Statement(
      "batch-norm.saturation", "H3", from: "S4",
      "Normalised inputs stay in the part of the activation that is not saturated", zh: "归一化把输入约束在激活函数的非饱和区",
      .depends(
        on: "γ and β, which are learned: with γ = 1 and β = 0 they do, larger ones lead out of it",
        zh: "γ 与 β，它们是学出来的：γ = 1、β = 0 时成立，更大的值会离开非饱和区")),
    Statement(
      "batch-norm.feature", "H4", from: "S4", "When an input feature is scaled up, batch norm cancels it",
      zh: "某个输入特征放大时，批归一化会抵消它",
      .depends(
        on:
          "what is scaled: it cancels a scale of all inputs of a unit, while their variance is far above ε; that of one of three inputs it does not",
        zh: "缩放的是什么：单元的全部输入一起缩放且方差远大于 ε 时抵消；三个输入之一则不能")),
    Statement(
      "batch-norm.sizes", "H4", "All inputs × 1000: 0.00015 at most; one of three: 3.9; all × 0.001: 2.5",
      zh: "全部输入 × 1000：至多变化 0.00015；三个之一：3.9；全部 × 0.001：2.5"),
    Statement(
      "batch-norm.rates", "H8", from: "S2", "Normalisation allows larger learning rates", zh: "归一化允许更大的学习率",
      .depends(
        on:
          "the depth: with one hidden layer hardly, with two and three about 3 times, for He’s and PyTorch’s start alike",
        zh: "深度：一个隐藏层时几乎没有，两层和三层时约为 3 倍，He 与 PyTorch 默认初始化皆然")),
    Statement(
      "norm-batch-size.stated", "H5", from: "S4",
      "In a typical setting batch norm’s variance is more than 6 % off at b = 2, group norm’s about 3 % at b = 1",
      zh: "在典型设置下，b = 2 时 BN 的方差误差超过 6%，b = 1 时 GN 约 3%",
      .depends(
        on:
          "values that are independent and normal, on maps of 16 × 16 in groups of 8 channels; the notes state neither",
        zh: "数值独立且正态，特征图 16 × 16、每组 8 个通道；讲义均未说明")),
    Statement(
      "norm-batch-size.law", "H5", from: "S4", "The relative error of a variance from n values is √(2/(n − 1))",
      zh: "n 个值的方差的相对误差为 √(2/(n − 1))"),
    Statement(
      "norm-batch-size.correlated", "H5", from: "S4",
      "Neighbours that are alike make it 15.5 % and 7.7 %, ReLU makes it 9.3 %",
      zh: "相邻值相关时为 15.5% 与 7.7%，ReLU 之后为 9.3%"),
    Statement(
      "norm-batch-size.ratio", "H5", from: "S4",
      "Batch norm with two samples is twice as far off as group norm with one", zh: "两个样本的 BN 误差是一个样本的 GN 的两倍"),
    Statement(
      "norm-batch-size.match", "H5", from: "S4", "Batch norm needs a batch of 8 to match group norm",
      zh: "BN 需要批量 8 才能赶上 GN"),
    Statement(
      "norm-batch-size.pair", "H6", from: "S4",
      "With one value a sample, a batch of two comes out as ±1: only a sign is left, unless ε is felt",
      zh: "每个样本一个值时，批量为 2 的输出为 ±1：只剩符号，除非 ε 起作用"),
    Statement(
      "norm-batch-size.within", "H7", from: "S4",
      "Group and layer norm normalise within a sample, batch norm across the batch", zh: "GN 与 LN 在样本内归一化，BN 跨样本归一化"),
    Statement(
      "norm-batch-size.tiny", "H9", from: "S4",
      "Layer norm does as well with tiny batches as with large ones, better than batch norm there",
      zh: "LN 在极小批量下与大批量一样好，且优于 BN"),
    Statement(
      "covariate-shift.worse", "H1", from: "S0",
      "A model fails where new inputs are spread unlike those that it learned from", zh: "新输入的分布与训练时不同，模型就会失效"),
    Statement(
      "covariate-shift.weights", "H1", "Weighting the data by the ratio of both densities mends that",
      zh: "按两个密度之比给数据加权就能补救",
      .depends(
        on: "whether the curve stays the same: weights mend a shift of the inputs alone (Shimodaira 2000)",
        zh: "曲线是否不变：加权只能补救输入分布的偏移（Shimodaira 2000）")),
    Statement(
      "covariate-shift.held", "H2", from: "S0",
      "Batch norm keeps the inputs of layers from shifting while others learn", zh: "批归一化使层的输入不随其他层的学习而偏移"),
    Statement(
      "covariate-shift.cause", "E12", from: "S0",
      "Shifting inputs slow training, and batch norm is faster since it holds them", zh: "输入偏移拖慢训练，批归一化因稳住输入而更快",
      .fails(
        correct:
          "shaken so that inputs shift as much as without normalisation it is faster all the same; it makes the landscape smoother",
        zh: "加扰动使输入偏移与不归一化时一样大，它仍然更快；它的作用在于让损失曲面更平滑", source: "S. Santurkar et al., arXiv:1805.11604; measured here")),
    Statement(
      "covariate-shift.smooth", "H2", from: "S0", "With batch norm a network learns faster", zh: "有批归一化的网络学得更快"),
  ]
}
