/// The two penalties, each times λ.
public enum WeightPenalty: Sendable, CaseIterable {
  /// |w₁| + |w₂|.
  case l1
  /// w₁² + w₂².
  case l2

  /// The norm that the penalty bounds: ‖w‖₁ or ‖w‖₂.
  public func norm(_ w: Vector2) -> Double { self == .l1 ? abs(w.x) + abs(w.y) : w.length }

  /// Who it is in every figure.
  public var identity: Identity { self == .l1 ? .l1 : .l2 }
}
