/// Why a matrix could not be taken apart.
public enum LinearAlgebraError: ReportedError, Hashable {
  /// A column depends on those before it, or as good as.
  case singular(column: Int)
  /// The leading part of this many rows and columns is not positive definite.
  case notPositiveDefinite(leading: Int)
  /// An iteration did not settle, as it does not on NaN.
  case noConvergence

  /// What is wrong, in words.
  public var told: Message {
    switch self {
    case .singular(let column):
      Message("the matrix is singular: column \(column) depends on the others", zh: "矩阵奇异：第 \(column) 列与其他列线性相关")
    case .notPositiveDefinite(let leading):
      Message(
        "the matrix is not positive definite: its leading \(leading)×\(leading) part is not",
        zh: "矩阵不是正定的：左上角 \(leading)×\(leading) 的部分不正定")
    case .noConvergence: Message("the iteration did not settle; are all elements finite?", zh: "迭代没有收敛；所有元素都是有限数吗？")
    }
  }
}
