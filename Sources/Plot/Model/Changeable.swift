/// A value whose properties can be changed where it is made: `Line(points, as: name).with(\.hasEndMarker, false)`.
public protocol Changeable {}

extension Changeable {
  /// The same but for one property.
  public func with<Value>(_ property: WritableKeyPath<Self, Value>, _ value: Value) -> Self {
    var changed = self
    changed[keyPath: property] = value
    return changed
  }
}

extension Axis: Changeable {}
extension Identity: Changeable {}
extension Graph.Node: Changeable {}

extension Panel: Changeable {
  /// The panel with a fixed part of the plane in view.
  public func showing(_ view: View) -> Panel { with(\.x.domain, view.x).with(\.y.domain, view.y) }
}
