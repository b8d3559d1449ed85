import Raster

extension Graph {
  /// A network of layers of units, each joined with all units of the next layer.
  ///
  /// Layers stand a unit of the plane apart from the left, each with its middle at height 0. Units that are dropped are hollow,
  /// grey and crossed out, and have no edges.
  ///
  /// - Parameters:
  ///   - layers: How many units each layer has.
  ///   - identity: Whose colour the units have.
  ///   - spacing: From unit to unit of a layer.
  ///   - radius: Of a unit.
  ///   - isDropped: Whether a unit of a layer is dropped.
  public init(
    layers: [Int], as identity: Identity?, spacing: Double = 0.6, radius: Double = 0.17,
    isDropped: (_ layer: Int, _ unit: Int) -> Bool = { _, _ in false }
  ) {
    var (nodes, edges, before) = ([Node](), [Edge](), [Int]())
    for (layer, count) in layers.enumerated() {
      let first = nodes.count
      for unit in 0..<count {
        let at = Point(Double(layer), spacing * (Double(count - 1) / 2 - Double(unit)))
        let isOut = isDropped(layer, unit)
        nodes.append(
          Node(
            at: at, .circle(radius: radius), as: isOut ? (identity ?? Identity("", .ink)).greyed : identity,
            shade: isOut ? 0 : 1, isCrossed: isOut))
      }
      let kept = (first..<nodes.count).filter { !nodes[$0].isCrossed }
      edges += before.flatMap { from in kept.map { Edge(from, $0, hasHead: false, weight: 0.3) } }
      before = kept
    }
    self.init(nodes: nodes, edges: edges)
  }
}
