import LessonKit

extension Statement {
  /// What the course says in this chapter, with the verdicts on record.
  static let gradientFlow: [Statement] = [
    Statement(
      "backprop.chain", "O1", from: "S3",
      "The gradient of L = f(g(h(x))) is the product of the derivatives along the way, ∂L/∂f·∂f/∂g·∂g/∂h·∂h/∂x",
      zh: "L = f(g(h(x))) 的梯度是沿途导数的乘积 ∂L/∂f·∂f/∂g·∂g/∂h·∂h/∂x"),
    Statement(
      "backprop.path", "O2", from: "S3",
      "A weight’s gradient is ∂L/∂ŷ·∂ŷ/∂a·∂a/∂z·∂z/∂W, with a and z of the hidden layer",
      zh: "权重的梯度是 ∂L/∂ŷ·∂ŷ/∂a·∂a/∂z·∂z/∂W，其中 a、z 属于隐藏层",
      .depends(
        on:
          "which weights: right for those of the hidden layer; the output’s do not act through a and z, and theirs is ∂L/∂ŷ·∂ŷ/∂W",
        zh: "是哪一层的权重：对隐藏层成立；输出层的权重不经过 a 和 z，其梯度为 ∂L/∂ŷ·∂ŷ/∂W")),
    Statement(
      "backprop.directions", "B6", from: "S1",
      "Information is hard to carry from front to back (gradients) or from back to front (signals)",
      zh: "信息难以从前往后（梯度）或从后往前（信号）传播",
      .fails(
        correct: "the other way round: signals run forward, from the input to the loss, gradients back",
        zh: "恰好相反：信号从前往后传，从输入到损失；梯度从后往前传",
        source: "D. E. Rumelhart et al., Learning representations by back-propagating errors, 1986; measured here")),
    Statement(
      "backprop.search", "O5", from: "S3",
      "Searching for the best parameters directly is out of reach, so gradients are computed", zh: "直接搜索最优参数行不通，所以要计算梯度"
    ),
    Statement(
      "first-network.losses", "O4", from: "S3",
      "The first network’s loss after 20, 40, 60, 80 and 100 epochs is 1.2027, 1.0303, 0.9236, 0.8581 and 0.8179",
      zh: "第一个网络训练 20、40、60、80、100 轮时，损失依次为 1.2027、1.0303、0.9236、0.8581、0.8179"),
    Statement(
      "first-network.loop", "O3", from: "S3",
      "Each round of the training loop (predict, compare, differentiate, update) lowers the loss",
      zh: "训练循环每走一遍（预测、比较、求梯度、更新），损失就下降"),
    Statement(
      "activations.maxima", "B1", from: "S0",
      "The derivative is at most 0.25 for sigmoid, and at most 1 for tanh, at 0",
      zh: "导数最大值：sigmoid 为 0.25，tanh 为 1（在 0 点处）"),
    Statement(
      "activations.place", "B1", from: "S0", "The sigmoid’s derivative has its maximum at 0.5",
      zh: "sigmoid 的导数在 0.5 处最大",
      .fails(
        correct: "it is at 0; 0.5 is the output there, and at input 0.5 the derivative is 0.235",
        zh: "在 0 处；0.5 是该点的输出，输入为 0.5 时导数为 0.235", source: "definition; measured here")),
    Statement(
      "activations.closing", "B9", from: "S4",
      "Where its inputs are large tanh saturates, and its derivative is nearly 0: the gate closes",
      zh: "输入很大时 tanh 饱和，导数接近于零，梯度之门关闭"),
    Statement(
      "vanishing.product", "B2", from: "S0",
      "With many factors far below 1, gradients decay exponentially: tens of sigmoid layers leave next to nothing",
      zh: "许多远小于 1 的数连乘，梯度以指数级衰减：几十层 sigmoid 之后几乎为零"),
    Statement(
      "vanishing.derivative", "B3", from: "S0",
      "At each layer the gradient is multiplied by the derivative of the activation", zh: "每穿过一层，梯度就乘以激活函数的导数",
      .depends(
        on:
          "the weights, which multiply too: the squared norm changes by n·Var(w)·E[f′²] a layer, by the derivatives alone only where Var(w) = 1/n",
        zh: "权重也参与相乘：范数的平方每层乘以 n·Var(w)·E[f′²]；只有 Var(w) = 1/n 时才等于导数本身的作用")),
    Statement(
      "vanishing.five-relu", "B7", from: "S4", "Across five ReLU layers the gradient shrinks to 0.5⁵ ≈ 3 % of its size",
      zh: "跨越五层 ReLU，梯度缩减到原始幅度的 (0.5)⁵ ≈ 3%",
      .fails(
        correct:
          "norms go by √E[f′²] = 0.707 a layer, not by E[f′] = 0.5: 0.176 is left with weights of variance 1/n, and He’s 2/n keeps 0.995",
        zh: "范数按 √E[f′²] = 0.707 而不是 E[f′] = 0.5 逐层变化：权重方差为 1/n 时剩 0.176，He 的 2/n 则保住 0.995",
        source: "K. He et al., arXiv:1502.01852; measured here")),
    Statement(
      "vanishing.half", "E10", from: "S4", "Each ReLU layer takes half of the gradient", zh: "每层 ReLU 使梯度减半",
      .fails(
        correct: "He’s weights make the factor of the norm 1", zh: "He 初始化使范数的倍数为 1",
        source: "K. He et al., arXiv:1502.01852; measured here")),
    Statement(
      "vanishing.leaky", "B8", from: "S4",
      "Leaky ReLU with slope 0.2 keeps 0.6⁵ ≈ 8 % over five layers, more than twice as much as ReLU",
      zh: "斜率 0.2 的 Leaky ReLU 五层后保留 (0.6)⁵ ≈ 8%，是标准 ReLU 的两倍多",
      .fails(
        correct: "1.1 times as much, and no more at all with He’s weights: E[f′²] is 0.52 against 0.5",
        zh: "只有 1.1 倍，用 He 初始化则不多：E[f′²] 为 0.52 对 0.5", source: "measured here")),
    Statement(
      "vanishing.optimizers", "B13", from: "S3",
      "Vanishing gradients are a problem of gradient descent that other optimizers mend",
      zh: "梯度消失是基础梯度下降的问题，其他优化器能够改进",
      .depends(
        on:
          "the rule: Adam’s scaling makes up for small gradients, until noise or underflow; gradient descent with momentum still ends at 0.3, 1 over 4, 8 layers",
        zh: "规则：Adam 的缩放能弥补小梯度，直到噪声或下溢为止；动量法在 4、8 层上仍停在 0.3、1")),
    Statement(
      "clipping.direction", "B10", from: "S4",
      "Clipping only shortens the gradient, while tanh can change its direction", zh: "梯度裁剪只缩短梯度，而 tanh 还能改变它的方向",
      .depends(
        on: "the kind of clipping: by norm keeps the direction, by value turns (30, 4) by 31.1 degrees at bound 5",
        zh: "取决于裁剪方式：按范数裁剪方向不变；按值裁剪、上限 5 时把 (30, 4) 转了 31.1 度")),
    Statement(
      "clipping.safety", "B11", from: "S1",
      "Where the gradient’s norm exceeds a threshold it is scaled down: a safety valve for recurrent networks",
      zh: "梯度范数超过阈值时按比例缩小：循环网络的安全阀"),
    Statement(
      "exploding.compound", "B4", from: "S0",
      "A factor a little above 1 in every layer swells a gradient, one a little below lets it fade: 1.1⁵⁰ = 117, 0.9⁵⁰ = 0.0052",
      zh: "每层的因子略大于 1 就使梯度膨胀，略小于 1 就使它消失：1.1⁵⁰ = 117，0.9⁵⁰ = 0.0052"),
    Statement(
      "exploding.overflow", "B5", from: "S0",
      "Weights that start too large, or steps too wide, end in numbers that overflow: the loss is NaN",
      zh: "初始权重过大或更新步子过大，会导致数值溢出：损失变为 NaN",
      .depends(on: "the learning rate: at 0.05 weights four times as large still train", zh: "学习率：0.05 时，放大四倍的权重仍能训练")),
    Statement(
      "initialization.signal", "J1", from: "S2",
      "Kaiming initialisation scales weights by the units that enter, and the signal keeps its size through ReLU layers; 0.01 and Xavier let it fade",
      zh: "Kaiming 初始化按输入单元数缩放权重，信号穿过 ReLU 层大小不变；标准差 0.01 和 Xavier 则使它衰减"),
    Statement(
      "initialization.loss", "J1", from: "S2", "Kaiming initialisation makes training better, to a lower loss",
      zh: "Kaiming 初始化显著改善训练，使损失更低"),
    Statement(
      "initialization.minima", "J2", from: "S2", "Different starts may lead to different local minima",
      zh: "不同的初始位置可能导向不同的局部最优解"),
    Statement(
      "residual.highway", "I1", from: "S1", "y = x + F(x) is a highway on which the gradient passes the layers",
      zh: "y = x + F(x) 为梯度开辟了绕过各层的高速公路"),
    Statement(
      "residual.trains", "I1", "With skips 32 ReLU blocks train as well as 4; without, they learn nothing",
      zh: "有残差连接时，32 个 ReLU 块与 4 块一样好训练；没有则什么也学不到"),
    Statement(
      "residual.bound", "I2", from: "S1", "Residual connections mathematically guarantee a lower bound of the gradient",
      zh: "残差连接在数学上保证了梯度的下界",
      .fails(
        correct: "there is no bound: where F′ = −1 the gradient is 0; it is unlikely that a branch cancels it",
        zh: "没有下界：F′ = −1 处梯度为 0；只是支路不太可能正好抵消", source: "K. He et al., arXiv:1603.05027; measured here")),
    Statement(
      "residual.complete", "I3", from: "S1",
      "ReLU, batch norm and residual blocks together protect the gradient completely",
      zh: "ReLU、BN 与残差结构合起来形成完整的梯度保护机制",
      .fails(
        correct: "it still grows, about in proportion to the depth: 5, 12, 30 times at 8, 16, 32 blocks",
        zh: "梯度仍会增长，大致与深度成正比：8、16、32 块时为 5、12、30 倍", source: "measured here")),
    Statement(
      "residual.trio", "I3",
      "Batch norm without skips, or skips without batch norm, let the gradient explode; both together make that about linear in the depth",
      zh: "只用 BN 或只用残差连接，梯度都会爆炸；合用则大致随深度线性增长"),
    Statement(
      "residual.stream", "I3",
      "Skips without normalisation double the variance in every block; with branches of 1/√L it is 2.6 after 32",
      zh: "没有归一化的残差连接使方差每块翻倍；支路乘以 1/√L 时，32 块后为 2.6"),
    Statement(
      "residual.floor", "E11", from: "S1", "A residual block puts a floor under the gradient", zh: "残差块为梯度设定了下限",
      .fails(
        correct: "there is none: at F′ = −1 the gradient is 0", zh: "没有下限：F′ = −1 时梯度为 0",
        source: "K. He et al., arXiv:1603.05027; measured here")),
    Statement(
      "pre-post-norm.explodes", "I4", from: "S4",
      "With post-norm, LN(x + F(x)), a gradient may explode if every block multiplies it by a little more than 1",
      zh: "后归一化 LN(x + F(x)) 中，若每块的乘数都略大于 1，梯度可能爆炸"),
    Statement(
      "pre-post-norm.stable", "I5", from: "S4",
      "Pre-norm, x + F(LN(x)), leaves the path of the gradient alone and is stable from the first step",
      zh: "前归一化 x + F(LN(x)) 保持恒等路径不变，从训练的第一步起就稳定"),
    Statement(
      "pre-post-norm.stream", "I5", "The price: with pre-norm the variance of the stream grows as 1 + vL",
      zh: "代价：前归一化的主干方差按 1 + vL 增长"),
    Statement(
      "pre-post-norm.attention", "I6", from: "S4",
      "Attention on the path, Attn(x) + F(x), is less stable than in the branch, x + F(Attn(x))",
      zh: "把注意力放在主路径上（Attn(x) + F(x)）不如放在残差支路里（x + F(Attn(x))）稳定",
      .depends(
        on:
          "what is looked at: one block’s singular values spread far wider with attention on the path; but 32 blocks without normalisation stretch a change less, since attention averages",
        zh: "取决于看什么：注意力在主路径上时，单块的奇异值分布宽得多；但 32 块、无归一化时，它对变化的放大反而较小，因为注意力在做平均")),
    Statement(
      "pre-post-norm.imitates", "I7", from: "S4", "If need be, pre-norm can learn to become something like post-norm",
      zh: "如果需要，前归一化可以学成类似后归一化的块",
      .depends(
        on:
          "the scale of the input: exactly for normalised inputs, not for larger ones, since LN(x) forgets how large x is",
        zh: "输入的尺度：对归一化的输入可以完全做到，更大的输入则不行，因为 LN(x) 忘掉了 x 的大小")),
    Statement(
      "pre-post-norm.last", "E13", "With pre-norm the last block’s gradient falls as 1/√L; with post-norm it stays",
      zh: "前归一化最后一块的梯度按 1/√L 下降，后归一化则保持不变"),
    Statement(
      "dead-relu.avoids", "B12", from: "S1",
      "Above 0 the slope of ReLU is 1, which avoids vanishing gradients altogether", zh: "ReLU 在正区间导数为 1，彻底避免梯度消失",
      .depends(
        on:
          "what is looked at: true of one active unit; a layer has units that are off, and weights that multiply too, so that 20 layers with weights of variance 1/n leave a thousandth",
        zh: "取决于看什么：对单个激活的单元成立；而一层中有关闭的单元，权重也参与相乘，权重方差为 1/n 时 20 层之后只剩千分之一")),
    Statement(
      "dead-relu.dies", "B12", from: "S1",
      "Below 0 ReLU gives 0, so that units can die: no gradient reaches them any more",
      zh: "ReLU 在负区间输出恒为 0，容易导致神经元“死亡”"),
    Statement(
      "dead-relu.leaky", "B12", from: "S1", "Leaky ReLU has a small slope below 0, so that a gradient passes there too",
      zh: "Leaky ReLU 在负区间引入小斜率，使梯度在负区也能传递"),
  ]
}
