import Raster

/// Nodes joined by edges, with what travels along them: a computation, a network, a scheme.
///
/// It stands in a panel of its own, `Panel(graph)`, without axes and with units as long across as upwards. All its texts have
/// one size, the largest in which each fits its node or its edge; only a node with a scale has a larger one.
public struct Graph: Mark {
  /// The nodes; those that come later are drawn over those before.
  public var nodes: [Node]
  /// The edges, drawn below the nodes.
  public var edges: [Edge]

  /// Nodes and edges; an edge names its nodes by their places in the list.
  public init(nodes: [Node], edges: [Edge]) {
    for edge in edges {
      require(
        nodes.indices.contains(edge.from) && nodes.indices.contains(edge.to),
        "an edge from \(edge.from) to \(edge.to) among \(nodes.count) nodes")
    }
    (self.nodes, self.edges) = (nodes, edges)
  }

  /// All nodes.
  public var extent: Extent { Extent(nodes.flatMap { [$0.at - $0.shape.reach, $0.at + $0.shape.reach] }) }

  /// The numbers on its edges, a row for each edge that has one; where none has and nodes are dropped, which ones.
  public func series(x: Axis, y: Axis) -> [Series] {
    let rows = edges.filter { $0.numbers.contains(where: \.isFinite) }.map { edge in
      [Double(edge.from), Double(edge.to)] + edge.numbers
    }
    guard rows.isEmpty else {
      return [Series("edges", columns: ["from node", "to node", "above", "below"], rows: rows)]
    }
    guard nodes.contains(where: \.isDropped) else { return [] }
    let cells = nodes.enumerated().map { [Double($0.offset), $0.element.isDropped ? 1 : 0] }
    return [Series("nodes", columns: ["node", "dropped"], rows: cells)]
  }

  /// What stands on each edge; where nothing does, how many nodes there are, and how many of them are dropped.
  public func told(x: Axis, y: Axis) -> [Phrase] {
    let texts = edges.compactMap { edge -> Phrase? in
      let values = [edge.above, edge.below].compactMap { $0?.text.plain }.filter { !$0.isEmpty }
      guard let first = values.first else { return nil }
      let all = values.count == 1 ? first : Phrase("\(first), back \(values[1])", zh: "\(first)，返回 \(values[1])")
      let (from, to) = (nodes[edge.from].text.plain, nodes[edge.to].text.plain)
      return from.isEmpty || to.isEmpty ? all : Phrase("\(from) → \(to): \(all)", zh: "\(from) → \(to)：\(all)")
    }
    guard texts.isEmpty else { return texts }
    let dropped = nodes.count(where: \.isDropped)
    let all = Phrase("\(nodes.count, "node")", zh: "\(nodes.count) 个节点")
    return [dropped == 0 ? all : Phrase("\(all), \(dropped) dropped", zh: "\(all)，丢弃 \(dropped) 个")]
  }

  /// A diagram.
  public var kind: Phrase? { Phrase("diagram", zh: "示意图") }

  /// Draws edges and nodes, and asks for their texts.
  public func place(in space: Space, on stage: inout Stage) throws {
    let pen = try GraphPen(self, space)
    for edge in edges { try pen.draw(edge, &stage) }
    for node in nodes { try pen.draw(node, &stage) }
  }
}

extension Graph {
  /// A thing that computes or is computed.
  public struct Node: Sendable {
    /// Its middle.
    public var at: Point
    /// What stands in it.
    public var text: Phrase
    /// Its outline.
    public var shape: Shape
    /// Whose it is, which chooses the colour; nil for ink.
    public var identity: Identity?
    /// How strong the inside is coloured: 0 for hollow, 1 for filled.
    public var shade: Double
    /// Whether a line runs along its outline.
    public var hasEdge = true
    /// Whether it takes no part: pale and hollow.
    public var isDropped = false
    /// Whether a cross strikes it out.
    public var isCrossedOut = false
    /// Size of its text, as far as it has room, and thickness of its outline, against those of other nodes: above 1 for what
    /// the picture ends in.
    public var scale = 1.0

    /// A node.
    public init(
      _ text: Phrase = "", at: Point, _ shape: Shape = .circle(radius: 0.5), as identity: Identity? = nil,
      shade: Double = 0, hasEdge: Bool = true, isDropped: Bool = false
    ) {
      (self.text, self.at, self.shape, self.identity) = (text, at, shape, identity)
      (self.shade, self.hasEdge, self.isDropped) = (min(max(shade, 0), 1), hasEdge, isDropped)
    }
  }

  /// The outline of a node, in units of the plane.
  public enum Shape: Sendable, Hashable {
    /// A circle.
    case circle(radius: Double)
    /// A box with round corners.
    case box(width: Double, height: Double)

    /// How far it reaches from its middle, to the right and upwards.
    var reach: Point {
      switch self {
      case .circle(let radius): Point(radius, radius)
      case .box(let width, let height): Point(width / 2, height / 2)
      }
    }
  }

  /// A line from one node to another.
  public struct Edge: Sendable {
    /// The place of its first node in the list.
    public var from: Int
    /// The place of the node that its head points to.
    public var to: Int
    /// What stands above it; at the left of an upright edge.
    public var above: Value?
    /// What stands below it; at the right of an upright edge.
    public var below: Value?
    /// Whose it is, which chooses the colour; nil for grey.
    public var identity: Identity?
    /// Whether it has a head.
    public var hasHead: Bool
    /// Thickness against that of other edges.
    public var weight: Double

    /// An edge.
    public init(
      _ from: Int, _ to: Int, above: Value? = nil, below: Value? = nil, as identity: Identity? = nil,
      hasHead: Bool = true, weight: Double = 1
    ) {
      (self.from, self.to, self.above, self.below) = (from, to, above, below)
      (self.identity, self.hasHead, self.weight) = (identity, hasHead, weight)
    }

    /// The numbers above and below, NaN where there is none.
    var numbers: [Double] { [above?.number ?? .nan, below?.number ?? .nan] }
  }

  /// What stands on an edge.
  public struct Value: Sendable {
    /// The words.
    public var text: Phrase
    /// The number that they give, nil for none; without words it stands in the record alone.
    public var number: Double?
    /// Whose it is, which chooses the colour; nil for that of the edge.
    public var identity: Identity?

    /// Words.
    public init(_ text: Phrase, as identity: Identity? = nil) { (self.text, self.identity) = (text, identity) }

    /// A number, behind its name and an equals sign if it has one.
    public init(_ number: Double, name: Phrase? = nil, digits: Int = 3, as identity: Identity? = nil) {
      let digits: Phrase = "\(number, digits: digits)"
      (text, self.number, self.identity) = (name.map { "\($0) = \(digits)" } ?? digits, number, identity)
    }
  }
}

extension Panel {
  /// A graph in a panel of its own, without axes, its units as long across as upwards.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - view: What of the plane is in view at least; nil for all nodes.
  ///   - heading: The panel's name.
  ///   - identity: Whose colour the heading has.
  ///   - marks: What else is drawn.
  public init(
    _ graph: Graph, view: View? = nil, heading: Phrase? = nil, as identity: Identity? = nil,
    @MarkBuilder marks: () -> [any Mark] = { [] }
  ) {
    let others = marks()
    self.init(
      x: Axis("", domain: view?.x), y: Axis("", domain: view?.y), frame: .bare, heading: heading, as: identity,
      equalAspect: true
    ) {
      graph
      others
    }
  }
}
