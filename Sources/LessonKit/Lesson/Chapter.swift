/// A chapter of the course.
public enum Chapter: String, Sendable, CaseIterable {
  /// Landscapes and optimizers.
  case descent
  /// How gradients survive depth.
  case gradientFlow = "gradient-flow"
  /// Normalisation and shift.
  case normalisation
  /// Fitting and regularisation.
  case fitting
  /// Losses, data, architecture.
  case ingredients

  /// The heading.
  public var title: Phrase {
    switch self {
    case .descent: Phrase("Descent: landscapes and optimizers", zh: "下降：曲面与优化器")
    case .gradientFlow: Phrase("Gradient flow", zh: "梯度的流动")
    case .normalisation: Phrase("Normalisation and shift", zh: "归一化与分布偏移")
    case .fitting: Phrase("Fitting and regularisation", zh: "拟合与正则化")
    case .ingredients: Phrase("Losses, data, architecture", zh: "损失、数据与结构")
    }
  }
}
