/// A chapter of a course.
///
/// Plumbline's own are named here; lessons of one's own stand in one of them, or in a chapter of their own:
/// `Chapter("seminar", title: Phrase("Seminar", zh: "讨论班"))`.
public struct Chapter: Sendable, Hashable {
  /// The name on the command line: lower-case words joined by hyphens.
  public let name: String
  /// The heading.
  public let title: Phrase

  /// A chapter of one's own.
  public init(_ name: String, title: Phrase) {
    require(Page.isName(name), "'\(name)' as a chapter's name")
    (self.name, self.title) = (name, title)
  }

  /// Landscapes and optimizers.
  public static let descent = Chapter("descent", title: Phrase("Descent: landscapes and optimizers", zh: "下降：曲面与优化器"))
  /// How gradients survive depth.
  public static let gradientFlow = Chapter("gradient-flow", title: Phrase("Gradient flow", zh: "梯度的流动"))
  /// Normalisation and shift.
  public static let normalisation = Chapter("normalisation", title: Phrase("Normalisation and shift", zh: "归一化与分布偏移"))
  /// Fitting and regularisation.
  public static let fitting = Chapter("fitting", title: Phrase("Fitting and regularisation", zh: "拟合与正则化"))
  /// Losses, data, architecture.
  public static let ingredients = Chapter("ingredients", title: Phrase("Losses, data, architecture", zh: "损失、数据与结构"))

  /// Plumbline's own, in the order of the course.
  public static let course = [descent, gradientFlow, normalisation, fitting, ingredients]
}
