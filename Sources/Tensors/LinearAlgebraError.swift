/// Why a matrix could not be taken apart.
public enum LinearAlgebraError: Error, Hashable, CustomStringConvertible {
  /// A column depends on those before it, or as good as.
  case singular(column: Int)
  /// The leading part of this many rows and columns is not positive definite.
  case notPositiveDefinite(leading: Int)
  /// An iteration did not settle, as it does not on NaN.
  case noConvergence

  /// What is wrong, in words.
  public var description: String {
    switch self {
    case .singular(let column): "the matrix is singular: column \(column) depends on the others"
    case .notPositiveDefinite(let leading):
      "the matrix is not positive definite: its leading \(leading)×\(leading) part is not"
    case .noConvergence: "the iteration did not settle; are all elements finite?"
    }
  }
}
