/// A subject of the field, under the names that notes have for it.
struct Subject: Sendable {
  /// Its names in English, in small letters.
  let english: [String]
  /// Its names in Chinese.
  let chinese: [String]

  init(_ english: String..., zh chinese: String...) { (self.english, self.chinese) = (english, chinese) }

  /// The name under which a text speaks of it; nil where it does not.
  func name(in text: String) -> String? {
    if let name = chinese.first(where: text.contains) { return name }
    let words = Self.spaced(text)
    return english.first { words.contains(" \($0) ") }
  }

  /// How often a text speaks of it, under any of its names.
  func count(in text: String) -> Int {
    let words = Self.spaced(text)
    return chinese.reduce(0) { $0 + text.ranges(of: $1).count }
      + english.reduce(0) { $0 + words.ranges(of: " \($1) ").count }
  }

  /// The words of a text in small letters, one blank before each and behind the last; a hyphen is a blank.
  private static func spaced(_ text: String) -> String {
    " " + text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: " ") + " "
  }

  /// What courses on deep networks speak of.
  static let all: [Subject] = [
    Subject("vanishing gradient", "vanishing gradients", "gradients vanish", "gradient vanishes", zh: "梯度消失"),
    Subject("exploding gradient", "exploding gradients", "gradients explode", "gradient explodes", zh: "梯度爆炸"),
    Subject("gradient clipping", "clipping", zh: "梯度裁剪", "梯度截断"),
    Subject("backpropagation", "backprop", "chain rule", zh: "反向传播", "链式法则"),
    Subject("activation function", "activation functions", "activations", zh: "激活函数"),
    Subject("dead relu", "dead relus", "dying relu", "dead units", zh: "死亡的 ReLU", "神经元死亡", "死亡 ReLU"),
    Subject("weight initialisation", "weight initialization", "initialisation", "initialization", zh: "初始化"),
    Subject(
      "residual connections", "residual connection", "skip connection", "skip connections", "resnet", "residual",
      zh: "残差连接", "残差网络", "残差"), Subject("pre norm", "post norm", zh: "前归一化", "后归一化"),
    Subject("batch normalisation", "batch normalization", "batch norm", "batchnorm", zh: "批归一化", "批量归一化", "批标准化"),
    Subject("layer norm", "layer normalisation", "layer normalization", "group norm", zh: "层归一化", "组归一化"),
    Subject("covariate shift", "distribution shift", zh: "协变量偏移", "分布偏移"),
    Subject("condition number", "conditioning", zh: "条件数"),
    Subject("overfitting", "overfit", "overfits", "underfitting", zh: "过拟合", "欠拟合"),
    Subject("double descent", zh: "双下降"), Subject("bias and variance", "bias variance", zh: "偏差与方差", "偏差和方差"),
    Subject("cross validation", zh: "交叉验证"), Subject("early stopping", zh: "提前终止", "早停"),
    Subject("memorisation", "memorization", "random labels", zh: "死记硬背", "随机标签"),
    Subject("weight decay", "l2 penalty", "l2 penalties", "l2", "ridge", zh: "权重衰减", "岭回归", "L2"),
    Subject("l1 penalty", "l1 penalties", "l1", "lasso", "sparsity", zh: "稀疏", "L1"),
    Subject("regularisation", "regularization", zh: "正则化"), Subject("p norm", "p norms", zh: "p-范数", "p 范数"),
    Subject("dropout", zh: "随机失活", "随机丢弃"), Subject("adversarial", "robustness", zh: "对抗样本", "稳健"),
    Subject("learning rate", "learning rates", zh: "学习率"),
    Subject(
      "learning rate schedule", "schedule", "schedules", "warmup", "cosine annealing", zh: "学习率调度", "学习率衰减", "余弦退火"),
    Subject("saddle point", "saddle points", "saddle", zh: "鞍点"),
    Subject("local minimum", "local minima", zh: "局部极小", "局部最小"), Subject("rosenbrock", zh: "山谷"),
    Subject("lamb", "layerwise", zh: "LAMB"), Subject("optimizer", "optimizers", zh: "优化器"),
    Subject("momentum", zh: "动量"), Subject("adam", "rmsprop", "adagrad", zh: "自适应学习率"),
  ]
}
