import LessonKit

extension Statement {
  /// What the course says in this chapter, with the verdicts on record.
  static let fitting: [Statement] = [
    Statement("overfitting.train", "A1", from: "S0", "The training error falls with the degree", zh: "训练误差随次数升高而下降"),
    Statement(
      "overfitting.test", "A1", from: "S0", "Degree 4 is close to the true curve, 1 and 15 are far from it",
      zh: "4 次接近真实曲线，1 次和 15 次相去甚远"),
    Statement(
      "overfitting.interpolates", "A2", from: "S0",
      "Degree 15 passes every training point; its training error is almost zero", zh: "15 次曲线穿过每一个训练点，训练误差几乎为零",
      .fails(
        correct: "16 coefficients cannot pass 30 points: the distance is 0.071; the interpolant is degree 29, at 4e-06",
        zh: "16 个系数穿不过 30 个点，均方根偏差为 0.071；29 次才穿过每个点（4e-06）", source: "counting coefficients; measured here")),
    Statement(
      "overfitting.fails-right", "A3", from: "S0", "At a new x between 0.8 and 1 the prediction of degree 15 is absurd",
      zh: "在 0.8 到 1.0 之间取一个新的 x，15 次多项式的预测会错得离谱",
      .depends(
        on: "the seed: both ends are extrapolation, and for seed 0 it is the left that fails",
        zh: "种子：两端都是外推，种子 0 时出错的是左端")),
    Statement(
      "overfitting.blue", "A4", from: "S0", "The true function is the blue curve", zh: "蓝色曲线是真实函数",
      .fails(
        correct: "the model is drawn first and is blue; the true function is orange", zh: "先画的模型是蓝色，真实函数是橙色",
        source: "Matplotlib’s default colour cycle")),
    Statement(
      "overfitting.shows", "E1", from: "S0", "The script shows degree 15 swinging far off the curve",
      zh: "脚本画出 15 次曲线剧烈偏离真实曲线",
      .depends(
        on: "the solver: scikit-learn 1.9 cuts off at 1e-6 by default and shows no overfit",
        zh: "求解器：scikit-learn 1.9 默认在 1e-6 处截断，看不到过拟合")),
    Statement(
      "overfitting.cutoff", "E1",
      "Cut off at 1e-6, degree 15 has a training error of 0.0102 and misses the curve by at most 0.55",
      zh: "在 1e-6 处截断后，15 次的训练误差为 0.0102，离真实曲线最多 0.55"),
    Statement(
      "overfitting.luck", "E14", "Within the data, from 0.8 on, degree 15 is never farther than 0.112 from the curve",
      zh: "在数据范围内（0.8 以右），15 次曲线离真实曲线不超过 0.112"),
    Statement(
      "capacity.training", "A6", from: "S1", "The training error falls as the capacity grows", zh: "训练误差随模型容量增加而持续下降"),
    Statement(
      "capacity.u", "A6", from: "S1", "The test error first falls, then rises: a U", zh: "测试误差先降低后升高，形成 U 型曲线",
      .depends(
        on: "how far one goes: up to as many parameters as points it is a U; beyond that it falls again",
        zh: "走多远：参数不多于样本点时是 U 型；再往后又会下降")),
    Statement(
      "capacity.best", "A6", "On 500 draws of the points degree 4 is best in 53 %, 5 in 31 %, 6 in 8 %, 3 in 3 %",
      zh: "样本点抽取 500 次，最佳次数是 4 的占 53%，5 占 31%，6 占 8%，3 占 3%"),
    Statement(
      "capacity.peak", "A7",
      "The error peaks where the parameters are about as many as the points: 8e19 at 29, 4e19 at 30",
      zh: "误差在参数与样本点数相近处达到峰值：29 个参数时 8e19，30 个时 4e19"),
    Statement(
      "capacity.tail", "A7",
      "How far it falls again is the norm’s: 0.33 at 101 parameters in orthonormal Legendre polynomials, 0.034 in plain ones, 0.02 in decaying ones",
      zh: "再次下降的深度取决于范数：101 个参数时，标准正交勒让德基为 0.33，普通勒让德基为 0.034，衰减基为 0.02"),
    Statement(
      "capacity.never", "E18", "With 301 parameters it never beats degree 4, on none of 40 seeds",
      zh: "301 个参数从未胜过 4 次多项式（40 个种子中一次也没有）"),
    Statement(
      "early-stopping.better", "A11", from: "S1",
      "Stopping where the validation error stops falling gives a model that generalises better",
      zh: "在验证误差不再下降时停止，可得到泛化性能更优的模型",
      .depends(
        on: "the labels: where some are wrong, accuracy gains several points; where all are right, only the loss gains",
        zh: "标签：有错误标签时准确率提高数个百分点；标签全对时只有损失变好")),
    Statement(
      "early-stopping.saves", "A11", from: "S1", "Early stopping saves training time", zh: "提前终止避免资源浪费",
      .depends(
        on: "the labels: where some are wrong, most of the epochs; where all are right, validation need not turn in 40",
        zh: "标签：有错误标签时省去大部分轮数；标签全对时 40 轮内验证损失未必回升")),
    Statement(
      "early-stopping.optimism", "A12", from: "S1",
      "The validation set is a mock exam: its score tells that of the real one", zh: "验证集相当于模拟考试：其分数预示真实考试的分数",
      .depends(
        on: "how often one looks: of one network it does, of the best of 100 it promises several points too many",
        zh: "看的次数：只看 1 个网络时属实，从 100 个中挑最好的则高估数个百分点")),
    Statement(
      "bias-variance.sum", "A8", from: "S3", "The expected error is the sum of squared bias, variance and noise",
      zh: "期望误差等于偏差的平方、方差与不可约误差之和"),
    Statement(
      "bias-variance.values", "A8",
      "Squared bias and variance are 0.192 and 0.0007 for degree 1, 0.0002 and 0.002 for degree 4, 0 and 0.62 for degree 15",
      zh: "偏差的平方与方差：1 次为 0.192 和 0.0007，4 次为 0.0002 和 0.002，15 次为 0 和 0.62"),
    Statement(
      "bias-variance.redrawn", "A8",
      "Where places are drawn anew too, variance is larger, and that of degree 15 has no stable value: half its errors exceed 4",
      zh: "位置也重新抽取时方差更大，15 次的方差没有稳定的值：一半的误差大于 4"),
    Statement(
      "bias-variance.table", "A9", from: "S3",
      "Training and test error are high and high for too simple a model, low and low for a right one, very low and high for too complex a one",
      zh: "训练误差与测试误差：模型太简单时高、高，适中时低、低，太复杂时极低、高"),
    Statement(
      "cross-validation.stable", "A10", from: "S1",
      "Averaging over k folds judges a model more stably than one split does", zh: "k 折取平均比单次划分更稳定地评估模型"),
    Statement(
      "cross-validation.choice", "A10",
      "On 30 points ten shuffled folds choose degree 3 in 59 %, 5 in 26 % and 4 in 15 % of shuffles",
      zh: "30 个点，打乱后分 10 折：59% 选 3 次，26% 选 5 次，15% 选 4 次"),
    Statement(
      "cross-validation.parts", "A10",
      "Contiguous folds and leave-one-out both choose degree 3, at 0.01875 and 0.01624",
      zh: "按顺序分折与留一法都选 3 次，误差为 0.01875 和 0.01624"),
    Statement(
      "cross-validation.sorted", "A10",
      "Contiguous folds of sorted points give degree 15 an error of 180 million, shuffled ones of 300",
      zh: "已排序的点按顺序分折，15 次的误差为 1.8 亿；打乱后为 300"),
    Statement(
      "cross-validation.simplest", "A13", "The simplest degree within one standard error of the least is 3",
      zh: "与最小误差相差不超过一个标准误的最简单次数是 3"),
    Statement(
      "cross-validation.occam", "A13", from: "S1",
      "Among models that do about equally well the simplest generalises better", zh: "性能相近的模型中，最简单的泛化更好",
      .depends(
        on: "what counts: it guards against the worst choices, and is a little worse in the middle",
        zh: "看重什么：它避免了最坏的选择，但在中位数上略差")),
    Statement(
      "memorisation.shuffled", "A5", from: "S0",
      "What is only learned by heart is right on every example seen and guessed on every other",
      zh: "死记硬背：见过的样本全对，没见过的只能猜"),
    Statement(
      "width.overfits", "A19", from: "S3", "128 units are too many: the network overfits where 32 units do not",
      zh: "128 个单元太大：与 32 个单元的网络不同，它会过拟合",
      .fails(
        correct: "128 units predict as well as 32: 0.061 against 0.072", zh: "128 个单元与 32 个预测得一样好：0.061 对 0.072",
        source: "measured here")),
    Statement(
      "width.wins", "A19", "128 units predict better than 32 (PyTorch: on 9 of 12 seeds)",
      zh: "128 个单元比 32 个预测得准（PyTorch：12 个种子中有 9 个）",
      .depends(on: "the seed: 7 of 12 here, and 9 of 12 is within chance too", zh: "种子：此处 12 个中有 7 个，12 个中 9 个也在偶然范围内")),
    Statement(
      "width.order", "A19", from: "S3", "4 units underfit; 128 units with dropout are as good as normal",
      zh: "4 个单元欠拟合；128 个单元加 dropout 后恢复正常",
      .depends(
        on: "which half: 4 units do underfit, but dropout makes the large network several times worse",
        zh: "哪一半：4 个单元确实欠拟合，但 dropout 使大网络差了数倍")),
    Statement(
      "width.medians", "A19", "The four networks’ median errors against the truth are 6.8, 0.067, 0.058 and 0.37",
      zh: "四个网络与真实曲线误差的中位数为 6.8、0.067、0.058 和 0.37"),
    Statement(
      "width.shows", "E7", from: "S3", "The drawn training losses tell the overfitting network from the normal one",
      zh: "所画的训练损失能区分过拟合与正常的网络",
      .fails(
        correct: "the two are alike, and no held-out error is drawn", zh: "两者几乎相同，也没有画出测试误差",
        source: "the script; measured here")),
    Statement(
      "width.mode", "G7", from: "S3", "The curve with dropout, drawn without eval(), is what the network predicts",
      zh: "未调用 eval() 画出的 dropout 曲线就是网络的预测",
      .fails(
        correct: "training mode drops units at every pass: the loss is 2.69 there and 0.495 in evaluation mode",
        zh: "训练模式每次都随机丢弃单元：损失为 2.69，评估模式下为 0.495", source: "PyTorch’s documentation of eval(); measured here")),
    Statement("l1-l2.small", "F1", from: "S1", "L2 leads to small weights that are not zero", zh: "L2 得到一组较小但非零的权重"),
    Statement(
      "l1-l2.zeros", "F2", from: "S1", "L1 makes unimportant weights exactly zero", zh: "L1 将不重要的权重压缩至精确为零",
      .depends(
        on: "how it is minimised: coordinate or proximal steps give exact zeros, gradient steps do not",
        zh: "求解方式：坐标或近端步得到精确的零，梯度步得不到")),
    Statement(
      "l1-l2.intersection", "F5", from: "S1", "The optimum is where the contours of loss and penalty intersect",
      zh: "最优解落在损失与正则项等高线的交点处",
      .fails(
        correct: "they touch: where they cross, the loss is lower inside the ball", zh: "两者相切：若相交，球内还有损失更小的点",
        source: "Karush–Kuhn–Tucker conditions; measured here")),
    Statement(
      "l1-l2.tangency", "F5", from: "S1", "At the optimum the loss pulls straight against the penalty",
      zh: "在最优解处，损失的拉力与正则项正好相反"),
    Statement(
      "l1-l2.contours", "F5", from: "S1", "The contours of the loss are paraboloids", zh: "损失的等高线为抛物面",
      .fails(
        correct: "the loss is a paraboloid, its contours are ellipses", zh: "损失是抛物面，其等高线是椭圆", source: "measured here")),
    Statement("regularisation-strength.strong", "F8", from: "S1", "Too large a strength λ underfits", zh: "λ 过大会导致欠拟合"),
    Statement(
      "regularisation-strength.weak", "F8", from: "S1",
      "Too small a strength λ has little effect and does not stop overfitting", zh: "λ 过小则正则效果微弱，难以抑制过拟合"),
    Statement(
      "regularisation-strength.tuned", "F8", from: "S1", "λ is to be tuned on validation data", zh: "λ 需结合验证集进行调优"),
    Statement(
      "regularisation-strength.broad", "F9", from: "S1",
      "In a broad sense data augmentation and early stopping regularise as well, without a penalty",
      zh: "广义正则化包括数据增强、提前终止等，无需惩罚项"),
    Statement(
      "diagnose.optimisation", "A14", from: "S2",
      "A deep network whose training loss is above a linear model’s has failed at optimisation; it is no overfitting",
      zh: "深度网络的训练损失降不到线性模型的水平，是优化出了问题，不是过拟合"),
    Statement(
      "diagnose.overfitting", "A14", from: "S2",
      "Where the training loss is low and the validation loss is not, it is overfitting, and what generalises helps",
      zh: "训练损失足够低而验证损失降不下来，才是过拟合，此时应改善泛化"),
    Statement(
      "diagnose.contains", "E3", from: "S2", "Whatever a deep network can do, a linear model can do too",
      zh: "深度网络能做到的事情，线性模型也能做到",
      .fails(
        correct: "the other way round: whatever the linear model can do, the deep network can",
        zh: "正好相反：线性模型能做到的，深层网络都能做到", source: "its own next sentence needs that; exclusive or, measured here")),
    Statement(
      "robustness.differs", "A16", from: "S3",
      "Robustness is another thing than generalisation: good test accuracy does not bring it",
      zh: "鲁棒性与泛化性是两回事：测试准确率高并不意味着稳健"),
    Statement(
      "robustness.noise", "A16", from: "S3", "Random noise and adversarial examples both test how robust a model is",
      zh: "噪声与对抗样本都能检验模型的鲁棒性",
      .depends(
        on:
          "the direction: a random nudge of 10 % costs about one point, an adversarial one of the same size about forty",
        zh: "方向：10% 的随机扰动损失约 1 个百分点，同样大小的对抗扰动损失约 40 个")),
    Statement(
      "l1-descent.recipe", "F3", from: "S3", "λ|w| added to the loss gives many weights of zero",
      zh: "在损失中加入 λ|w| 会产生很多为 0 的权重",
      .fails(
        correct: "gradient steps jump over zero and never rest on it; proximal steps do", zh: "梯度步会跳过零，从不停在零上；近端步才会",
        source: "measured here")),
    Statement(
      "l1-descent.proximal", "F2",
      "Proximal steps set 156 of 250 weights to exactly zero, as many as the best weights have",
      zh: "近端步使 250 个权重中的 156 个恰好为零，与最优权重中的零一样多"),
    Statement(
      "l1-descent.jumps", "F3",
      "At λ = 1 and rate 0.01 the weight jumps by −0.0046 and 0.0155, and is never larger than 0.0155",
      zh: "λ = 1、学习率 0.01 时，权重每步跳 −0.0046 或 0.0155，绝对值不超过 0.0155"),
    Statement(
      "l1-descent.rate", "F3", "What gradient steps leave of the weight is in proportion to the rate",
      zh: "梯度步留下的权重与学习率成正比"),
    Statement("p-norm.diamond", "F4", from: "S1", "In two dimensions the L1 ball is a diamond", zh: "L1 的等高线在二维中为菱形"),
    Statement(
      "p-norm.hypercube", "E6", from: "S1", "In high dimensions the L1 ball is a hypercube", zh: "L1 的等高线在高维中为超立方体",
      .fails(
        correct: "it is a cross-polytope, in space an octahedron: 20 corners for ten weights, where a cube has 1,024",
        zh: "是正轴体，三维时为正八面体：10 个权重时有 20 个尖角，立方体则有 1,024 个", source: "the definition of ‖w‖₁")),
    Statement(
      "p-norm.special", "F6", from: "S1", "L1 and L2 are the p-norms of p = 1 and p = 2",
      zh: "L1 和 L2 是 p-范数在 p = 1 和 p = 2 时的特例"),
    Statement(
      "p-norm.areas", "F6", "The unit balls of p = ½, 1, 2 and ∞ have areas of 2/3, 2, π and 4",
      zh: "p = ½、1、2、∞ 的单位球面积为 2/3、2、π、4"),
    Statement("p-norm.zeros", "F6", "Zeros need p ≤ 1, a convex ball needs p ≥ 1", zh: "要得到零需 p ≤ 1，要单位球为凸需 p ≥ 1"),
    Statement(
      "p-norm.elastic", "F7", from: "S1", "L1 and L2 can be combined, as elastic net does", zh: "L1 与 L2 可以结合，如弹性网"),
    Statement(
      "dropout.half", "G1", from: "S1", "At a keep probability of 0.5, 500 of 1000 units are active on average",
      zh: "保留概率为 0.5 时，1000 个单元平均有 500 个被激活"),
    Statement(
      "dropout.rate", "G2", from: "S1", "A layer that keeps with probability p is nn.Dropout(p)",
      zh: "以概率 p 保留的层就是 nn.Dropout(p)",
      .depends(
        on: "p: at 0.5 both keep half; nn.Dropout(0.3) keeps 70 %, not 30 %",
        zh: "p：取 0.5 时都保留一半；nn.Dropout(0.3) 保留 70% 而非 30%")),
    Statement(
      "dropout.scaling", "G3", from: "S1",
      "Dividing by the keep probability in training gives the output that is expected without dropout",
      zh: "训练时除以保留概率，输出的期望与不用 dropout 时一致",
      .depends(
        on:
          "the place: before the ReLU it does, after it the mean is larger by 1 over the square root of the keep probability",
        zh: "位置：ReLU 之前成立，ReLU 之后均值放大为保留概率平方根的倒数倍")),
    Statement(
      "dropout.networks", "G4", from: "S1", "n units make 2ⁿ sub-networks that share their weights",
      zh: "n 个单元可生成 2ⁿ 个共享参数的子网络"),
    Statement(
      "dropout.drop", "E8", from: "S3", "The p of nn.Dropout is the probability to drop", zh: "nn.Dropout 的 p 是丢弃概率"),
    Statement(
      "dropout.smaller", "G5", from: "S1",
      "A keep probability of 0.3 or lower suits smaller networks and severe overfitting",
      zh: "保留概率 0.3 或更低，用于较小网络或过拟合严重场景",
      .depends(
        on: "the network: a large one that overfits gains, a small one does worse than at 0.7",
        zh: "网络：过拟合的大网络受益，小网络比保留 0.7 时更差")),
    Statement("dropout.loss", "G6", from: "S2", "Dropout makes the training loss higher", zh: "Dropout 会使训练损失变得更高"),
    Statement(
      "dropout.overfitting", "G6", from: "S2", "Dropout helps only where a network already overfits",
      zh: "Dropout 只适用于已经出现过拟合的情况"),
    Statement(
      "dropout.evaluation", "G7", from: "S1", "In the test the whole network has to answer", zh: "在测试或推理阶段，必须使用完整的网络结构"),
  ]
}
