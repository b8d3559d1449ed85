/// Which points lie inside a path that crosses itself.
public enum FillRule: Sendable, Hashable {
  /// Inside where the path winds around a point, however often and either way.
  case nonZero
  /// Inside where it winds around a point an odd number of times.
  case evenOdd
}
