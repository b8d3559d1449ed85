import LessonKit

extension Statement {
  /// What the course says in this chapter, with the verdicts on record.
  static let descent: [Statement] = [
    Statement(
      "rosenbrock.condition", "C12", "The banana-shaped valley is far longer than wide: its condition number is 2508",
      zh: "香蕉形山谷狭长：最小值处的条件数为 2508"),
    Statement(
      "rosenbrock.rate-limit", "C12", "Gradient descent is stable at the minimum up to a rate of 0.002",
      zh: "在最小值处，梯度下降的学习率上限为 0.002"),
    Statement("rosenbrock.slope", "C12", "At (−2, 2) the gradient is 1655 long", zh: "(−2, 2) 处梯度的长度为 1655"),
    Statement(
      "rosenbrock.linear-levels", "C12", "With 20 linear levels, 47 % of the map has no line",
      zh: "用 20 条线性等高线时，47% 的图面没有线"),
    Statement(
      "rosenbrock.rmsprop-farther", "D8", from: "S2",
      "In 1,000 steps RMSprop gets farther along the valley than Adagrad", zh: "1,000 步内 RMSprop 比 Adagrad 走得更远",
      .depends(
        on: "the start: true of most, reversed at (−2, 2) once both are tuned", zh: "起点：多数起点成立；在 (−2, 2) 两者都调优后则相反")),
    Statement(
      "rosenbrock.adam-arrives", "D9", from: "S2", "In 1,000 steps Adam reaches the minimum, RMSprop cannot",
      zh: "1,000 步内 Adam 能走到最小值，RMSprop 不能",
      .depends(
        on: "the rate: true when tuned (momentum arrives too), false at an equal small rate",
        zh: "学习率：调优后成立（动量法也能到达）；同用小学习率时不成立")),
    Statement(
      "rastrigin.minima", "C13", from: "S2", "Rastrigin’s function is full of local minima: 121 in [−5.12, 5.12]²",
      zh: "Rastrigin 函数布满局部最小值：[−5.12, 5.12]² 内有 121 个"),
    Statement(
      "rastrigin.basin", "D10", from: "S2", "The deepest dip takes up about a hundredth of the view",
      zh: "最深的凹坑约占视野的百分之一"),
    Statement(
      "rastrigin.rmsprop-stuck", "D10", from: "S2", "RMSprop gets stuck in a local minimum", zh: "RMSprop 会陷入局部最小值"),
    Statement(
      "rastrigin.momentum-settles", "D10", from: "S2",
      "Momentum climbs hill after hill and settles near the global optimum", zh: "动量法能翻越一个又一个山丘，最终在全局最优附近稳定",
      .fails(
        correct: "it does so from 0.85 to 1.7 % of starts, and 0.96 % of the view is that dip: one run is no property",
        zh: "只有 0.85% 到 1.7% 的起点如此，而该坑本就占视野的 0.96%：一次运行不能当作性质", source: "measured here")),
    Statement(
      "rastrigin.adagrad", "D10", from: "S2",
      "At a rate far beyond the usual, Adagrad ends in the deepest dip from 46.5 % of starts",
      zh: "学习率远超常用值时，Adagrad 从 46.5% 的起点落入最深的凹坑"),
    Statement(
      "learning-rate.limit", "D1", from: "S3",
      "Step against the gradient, again and again, until the loss is small: it works for rates below 2/λ",
      zh: "沿负梯度方向反复更新，直到损失足够小：学习率低于 2/λ 时可行"),
    Statement(
      "learning-rate.factor", "D2", from: "S3",
      "Too small a rate is slow, too large a one swings or diverges: a step multiplies the distance by 1 − ηλ",
      zh: "学习率太小则慢，太大则振荡或发散：每一步使距离乘以 1 − ηλ"),
    Statement(
      "learning-rate.curvature", "D5", from: "S2",
      "Descent is slow at 0.0001 and diverges at 0.001, so the largest curvature is between 2,000 and 20,000: here 6835, with a condition number of 12,740",
      zh: "0.0001 时慢、0.001 时发散，故最大曲率在 2,000 与 20,000 之间：此处为 6835，条件数 12,740"),
    Statement(
      "learning-rate.adagrad", "D5", from: "S2",
      "Descent at 0.0001 is slow after 100 steps and diverges at 0.001; Adagrad at 1.0 does far better in the same 100",
      zh: "梯度下降 100 步：0.0001 进展缓慢，0.001 发散；Adagrad 以 1.0 在同样 100 步内好得多",
      .depends(
        on: "the line: far from zero Adagrad is ahead, on y = 2x + 1 the two tie",
        zh: "直线本身：截距大时 Adagrad 领先，在 y = 2x + 1 上两者打平")),
    Statement(
      "race.momentum-out-of-dips", "D10", from: "S2",
      "Where RMSprop is stuck in local minima, momentum gets out of them", zh: "RMSprop 陷入局部最小值之处，动量法能够脱身",
      .depends(
        on:
          "the ball’s weight: at β = 0.9 hardly more often, at 0.95 twice as often, of a share of about one in a hundred",
        zh: "动量系数：β = 0.9 时几乎没有差别，0.95 时约为两倍，而比例本身仅约百分之一")),
    Statement(
      "race.adam-best", "D13", from: "S3", "Adam is the best overall, the default choice", zh: "Adam 综合最佳，是默认选择",
      .depends(
        on:
          "the rate and the function: on Rosenbrock’s, tuned, Adam is best; at a small rate for all, on Rastrigin’s, and on a straight line at 0.01, it is not",
        zh: "学习率与函数：在 Rosenbrock 上调优后 Adam 最佳；同用小学习率时、在 Rastrigin 上、以 0.01 拟合直线时，则不然")),
    Statement(
      "race.good-rates", "D17", from: "S3",
      "A rule is chosen by the task: SGD, Adam, AdamW, LAMB. Measured instead: Adam is good at more rates than any other",
      zh: "讲义按任务在 SGD、Adam、AdamW、LAMB 中选择。改为实测：Adam 可用的学习率档数最多"),
    Statement(
      "saddle.shape", "C6", from: "S0", "At a saddle the gradient is 0, lowest one way and highest the other",
      zh: "鞍点处梯度为零：一个方向上最低，另一个方向上最高"),
    Statement(
      "saddle.closed-form", "C6", "Gradient descent leaves the saddle after ln(1/y₀)/ln(1 + 2η) steps: 349 and 698",
      zh: "梯度下降经 ln(1/y₀)/ln(1 + 2η) 步离开鞍点：349 步与 698 步"),
    Statement(
      "saddle.rush-past", "C7", from: "S0", "Where gradient descent gets stuck, momentum and Adam rush past the saddle",
      zh: "梯度下降会卡在鞍点附近，而 Momentum、Adam 能冲过去",
      .depends(
        on: "the form and the rate: at one rate averaged momentum is slower; near its own limit it is faster too",
        zh: "写法与学习率：学习率相同时平均式动量更慢；各取自己的上限附近时它也更快")),
    Statement(
      "saddle.equal-rate", "C7",
      "At rate 0.01 the saddle is left after 698 steps by SGD, 140 and 811 by momentum, 77 by Adam, 17 by RMSprop",
      zh: "学习率 0.01 时离开鞍点：SGD 698 步，动量 140 步与 811 步，Adam 77 步，RMSprop 17 步"),
    Statement(
      "saddle.own-rate", "C7",
      "Near its own limit SGD needs 84, 775, 7683 steps for κ = 10, 100, 1000; momentum 27, 99, 515 in either form",
      zh: "κ = 10、100、1000 时，各取上限附近：SGD 需 84、775、7683 步；两种动量均为 27、99、515 步"),
    Statement(
      "saddle.momentum-tuned", "C7", "Near its own limit momentum is 3 to 15 times as fast as SGD, in both forms",
      zh: "各取上限附近时，两种动量都比 SGD 快 3 到 15 倍"),
    Statement(
      "saddle.symmetric", "C7", "From y₀ = 0 no rule ever escapes without noise", zh: "若 y₀ = 0，没有噪声时任何优化器都离不开鞍点"),
    Statement(
      "fair-rates.losses", "D13", from: "S3",
      "The script prints final losses of 0.8351 (SGD), 0.8357 (Momentum), 14.7191 (RMSprop), 41.8686 (Adam) and 48.2581 (AdamW)",
      zh: "脚本打印的最终损失：SGD 0.8351、Momentum 0.8357、RMSprop 14.7191、Adam 41.8686、AdamW 48.2581"),
    Statement(
      "fair-rates.reach", "E2", from: "S3",
      "At a rate of 0.01, 100 steps of Adam move a weight by no more than about 1",
      zh: "学习率 0.01 时，Adam 走 100 步，权重的移动不超过约 1"),
    Statement(
      "fair-rates.adam-tuned", "E2", from: "S3",
      "At a rate of 0.1 Adam ends within 0.01 of the best line’s loss under 20 of 20 seeds",
      zh: "学习率 0.1 时，20 个种子中 Adam 有 20 个最终与最佳直线的损失相差不到 0.01",
      .depends(
        on: "the start, which a rule’s place in the script decides: as printed, the worst seed ends 0.012 above",
        zh: "初值（由规则在脚本中的次序决定）：按原文次序，最差的种子最终高出 0.012")),
    Statement(
      "fair-rates.adam-half-tuned", "E2", from: "S3", "At a rate of 0.05 Adam ends at 0.83 to 0.94, whatever the start",
      zh: "学习率 0.05 时，无论初值如何，Adam 最终在 0.83 到 0.94 之间"),
    Statement(
      "lamb.formula", "D16", from: "S3", "LAMB is W − (η/‖W‖)·r, a rate adapted layer by layer",
      zh: "LAMB 为 W − (η/‖W‖)·r，逐层自适应",
      .fails(
        correct:
          "the norm multiplies: W − η·φ(‖W‖)/‖r + λW‖·(r + λW), a step of η‖W‖ where φ is the identity; dividing makes Adam’s unevenness worse",
        zh: "范数在分子上：W − η·φ(‖W‖)/‖r + λW‖·(r + λW)，φ 为恒等时步长为 η‖W‖；除以范数会加剧 Adam 的不均",
        source: "You et al. 2020, arXiv 1904.00962, algorithm 2; measured here")),
    Statement(
      "lamb.published", "D16", from: "S3", "LAMB as published moves layers of any size by the same share, the rate",
      zh: "论文中的 LAMB 使任意大小的层移动相同的比例，即学习率"),
    Statement(
      "lamb.inverted", "E4", from: "S3",
      "Divided by the norm, a large layer moves by 1.46e-5 of itself and one a hundredth its size by 0.144",
      zh: "除以范数时，大层移动自身的 1.46e-5，小 100 倍的层移动 0.144"),
    Statement(
      "lamb.adam", "D16", from: "S3", "Adam moves the large layer by 1.02e-3 of itself and the small one by 0.101",
      zh: "Adam 使大层移动自身的 1.02e-3，小层 0.101"),
    Statement(
      "schedules.forms", "SC1", from: "S3",
      "Step, exponential, cosine, reduce on plateau and warm-up are the common schedules",
      zh: "阶梯、指数、余弦、指标不降时衰减与预热是常见的调度器"),
    Statement(
      "schedules.flatness", "SC3", from: "S4", "Σ|Δη| is low for a smooth schedule such as the cosine, high for steps",
      zh: "Σ|Δη| 对余弦等平滑调度低，对阶梯调度高",
      .fails(
        correct:
          "the changes of a rate that only falls add up to η₀ − η_T, whatever its shape; max|Δη| tells them apart",
        zh: "只降不升的学习率，变化之和恒为 η₀ − η_T，与形状无关；能区分的是 max|Δη|", source: "the sum telescopes; measured here")),
    Statement(
      "schedules.sums", "E5", from: "S4", "From 0.1 to 0 the sum Σ|Δη| is 0.1 for a cosine, steps, one jump and a line",
      zh: "从 0.1 到 0，余弦、阶梯、单次跳变与直线的 Σ|Δη| 均为 0.1"),
    Statement(
      "schedules.largest", "SC3", from: "S4",
      "What differs is max|Δη|: 0.0016 for a cosine, 0.09 for steps, 0.1 for one jump, 0.001 for a line",
      zh: "不同的是 max|Δη|：余弦 0.0016，阶梯 0.09，单次跳变 0.1，直线 0.001"),
    Statement(
      "schedules.squares", "SC3", from: "S4", "Σ(Δη)² is 1.2e-4 for a cosine and 8.2e-3 for steps",
      zh: "Σ(Δη)²：余弦 1.2e-4，阶梯 8.2e-3"),
    Statement(
      "schedules.smoothing", "SC4", from: "S4", "A moving average over the rates lowers Σ|Δη|",
      zh: "对学习率做移动平均可降低 Σ|Δη|",
      .depends(
        on: "whether the rate ever rises: where it only falls the sum stays, 0.0990 before and after for steps",
        zh: "学习率是否上升过：只降不升时总和不变，阶梯前后均为 0.0990")),
    Statement(
      "schedules.rising", "SC4", from: "S4",
      "Warm-up and cosine change the rate by 0.200 in all, four waves with restarts by 0.697",
      zh: "预热加余弦的总变化为 0.200，四个余弦波带重启为 0.697"),
  ]
}
