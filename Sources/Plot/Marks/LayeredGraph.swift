import Raster

extension Graph {
  /// A network of layers of units, each joined with all units of the next layer.
  ///
  /// Layers stand apart from the left, each with its middle at height 0. Units that are dropped are hollow, grey
  /// and crossed out, and have no edges.
  ///
  /// - Parameters:
  ///   - layers: How many units each layer has.
  ///   - identity: Whose colour the units have.
  ///   - joins: Whose colour their edges have, nil for grey.
  ///   - weight: Thickness of the edges.
  ///   - stride: From layer to layer.
  ///   - spacing: From unit to unit of a layer.
  ///   - radius: Of a unit.
  ///   - isDropped: Whether a unit of a layer is dropped.
  public init(
    layers: [Int], as identity: Identity?, joins: Identity? = nil, weight: Double = 0.3, stride: Double = 1,
    spacing: Double = 0.6, radius: Double = 0.17, isDropped: (_ layer: Int, _ unit: Int) -> Bool = { _, _ in false }
  ) {
    var (nodes, edges, before) = ([Node](), [Edge](), 0..<0)
    for (layer, count) in layers.enumerated() {
      let first = nodes.count
      for unit in 0..<count {
        let at = Point(stride * Double(layer), spacing * (Double(count - 1) / 2 - Double(unit)))
        let isOut = isDropped(layer, unit)
        let node = Node(
          at: at, .circle(radius: radius), as: isOut ? (identity ?? Identity("", .ink)).greyed : identity,
          shade: isOut ? 0 : 1, isDropped: isOut)
        nodes.append(node.with(\.isCrossedOut, isOut))
      }
      let own = first..<nodes.count
      edges += before.flatMap { from in own.map { Edge(from, $0, as: joins, hasHead: false, weight: weight) } }
      before = own
    }
    self.init(nodes: nodes, edges: edges.filter { !nodes[$0.from].isDropped && !nodes[$0.to].isDropped })
  }
}
