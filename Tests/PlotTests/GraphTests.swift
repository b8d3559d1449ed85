import Raster
import Testing

@testable import Fields
@testable import Plot

@Suite("Graphs") struct GraphTests {
  private static let blue: Identity = 0
  /// A step of a computation: two circles, and a box with two floors between them.
  private static let step = Graph(
    nodes: [
      .init("$w$", at: Point(0, 0), .box(width: 0.8, height: 3)),
      .init("× 2", at: Point(3, 0.8), .box(width: 1.6, height: 1.4), as: 0, shade: 0.14),
      .init("× 2", at: Point(3, -0.8), .box(width: 1.6, height: 1.4), as: 1, shade: 0.14),
      .init("$L$", at: Point(6, 0), .box(width: 0.8, height: 3), as: 2, shade: 1),
    ],
    edges: [
      .init(0, 1, above: .init(3), as: 0), .init(1, 3, above: .init(6, name: "$z$"), as: 0),
      .init(3, 2, below: .init(1), as: 1), .init(2, 0, below: .init(-2.5), as: 1),
    ])

  private func draw(_ panels: [Panel], _ preset: Preset = .slide, theme: Theme = .light, language: Language = .english)
    throws -> Drawing
  {
    try Figure(headline: ["A graph"], setting: "a setting", panels: panels).draw(
      Workbench.format(preset, theme: theme, language: language), with: Workbench.typesetter)
  }

  @Test("filled, hollow, pale and dropped nodes, with and without heads of edges", arguments: [Theme.light, .dark])
  func looks(theme: Theme) throws {
    let graph = Graph(
      nodes: [
        .init(at: Point(0, 2), as: 0, shade: 1), .init(at: Point(2, 2), as: 1),
        .init(at: Point(4, 2), as: nil, isDropped: true),
        .init(at: Point(0.2, 0), .box(width: 1.4, height: 1), as: 2, shade: 0.2),
        .init(at: Point(4, 0), .box(width: 1, height: 1), shade: 0.5, hasEdge: false),
      ], edges: [.init(0, 1, as: 0), .init(2, 1, hasHead: false), .init(0, 3), .init(4, 3, as: 2), .init(1, 4, as: 1)])
    let bitmap = try Easel.draw(x: -1...5.3, y: -1.5...3, theme: theme, marks: [graph])
    try expectGolden(bitmap, "graph-\(theme.name)")
  }

  @Test("a cross strikes a hollow node out, well within its outline", arguments: [Theme.light, .dark]) func crosses(
    theme: Theme
  ) throws {
    let node = Graph.Node(at: Point(0, 1), .circle(radius: 1), as: 0, isDropped: true)
    func draw(_ isCrossedOut: Bool) throws -> Bitmap {
      let graph = Graph(nodes: [node.with(\.isCrossedOut, isCrossedOut)], edges: [])
      return try Easel.draw(theme: theme, marks: [graph])
    }
    let (plain, crossed) = (try draw(false), try draw(true))
    #expect(plain[80, 60] == theme.background && crossed[80, 60] != theme.background)
    let places = (0..<160).flatMap { x in (0..<120).map { y in (x: x, y: y) } }
    let changed = places.filter { plain[$0.x, $0.y] != crossed[$0.x, $0.y] }
    // The ellipse's half axes are 35 pixels across and 25 upwards; the cross reaches half as far.
    #expect(changed.allSatisfy { abs($0.x - 80) < 23 && abs($0.y - 60) < 18 } && changed.count > 20)
  }

  @Test("a node with a scale has larger type, and a number without words is in the record alone") func scale() throws {
    var graph = Self.step
    (graph.nodes[1].text, graph.nodes[1].scale) = ("12", 2)
    graph.edges[1].above?.text = ""
    let texts = try draw([Panel(graph)]).record.texts
    let (large, other) = (texts.first { $0.text == "12" }?.px ?? 0, texts.first { $0.text == "3" }?.px ?? .nan)
    #expect(large > 1.5 * other)
    #expect(graph.told(x: Axis(""), y: Axis("")).count == 3)
    #expect(graph.series(x: Axis(""), y: Axis(""))[0].rows[1][2] == 6)
  }

  @Test("between circles edges run from rim to rim, whatever their direction", arguments: 0..<16) func rims(turn: Int)
    throws
  {
    let angle = Double(turn) * .pi / 8
    let graph = Graph(
      nodes: [
        .init(at: .zero, .circle(radius: 0.5)),
        .init(at: Point(4 * cosine(angle), 4 * sine(angle)), .circle(radius: 1)),
      ], edges: [.init(0, 1)])
    let space = Workbench.space(1000, 1000, x: -5...5, y: -5...5)
    let (tail, tip) = try GraphPen(graph, space).ends(of: graph.edges[0])
    #expect(abs(tail.distance(to: space(.zero)) - 50) < 1e-9)
    #expect(abs(tip.distance(to: space(graph.nodes[1].at)) - 100) < 1e-9)
    #expect(abs(tail.distance(to: tip) - 250) < 1e-9)
  }

  @Test(
    "where sides of boxes face each other an edge is level or upright, else it ends on both outlines",
    arguments: stride(from: -4.0, through: 4, by: 0.5).flatMap { x in [-3.0, -1, 0, 1.5, 3].map { Point(x, $0) } })
  func boxes(at: Point) throws {
    let graph = Graph(
      nodes: [.init(at: .zero, .box(width: 2, height: 2)), .init(at: at, .box(width: 1, height: 1))],
      edges: [.init(0, 1)])
    let space = Workbench.space(1000, 1000, x: -5...5, y: -5...5)
    let (tail, tip) = try GraphPen(graph, space).ends(of: graph.edges[0])
    guard max(abs(at.x), abs(at.y)) > 1.5 else { return }
    if abs(at.y) <= 1.5 { #expect(tail.y == tip.y) }
    if abs(at.x) <= 1.5 { #expect(tail.x == tip.x) }
    for (end, center, half) in [(tail, space(.zero), 100.0), (tip, space(at), 50.0)] {
      let off = end - center
      #expect(abs(max(abs(off.x), abs(off.y)) - half) < 1e-9, "\(end) on the box at \(center)")
    }
  }

  @Test("what stands above an edge is above it, whatever the edge's direction", arguments: 0..<24) func sides(turn: Int)
    throws
  {
    let angle = Double(turn) * .pi / 12
    let end = Point(4 * cosine(angle), 4 * sine(angle))
    let graph = Graph(
      nodes: [.init(at: .zero, .circle(radius: 0.3)), .init(at: end, .circle(radius: 0.3))],
      edges: [.init(0, 1, above: .init("over"), below: .init("under"))])
    let drawing = try draw([Panel(graph, view: View(x: -5...5, y: -5...5))])
    func text(_ word: String) throws -> Rect { try #require(drawing.record.texts.first { $0.text == word }).box }
    let (over, under) = (try text("over"), try text("under"))
    let isUpright = turn % 12 == 6
    #expect(isUpright ? over.maxX < under.minX : over.center.y < under.center.y)
    let axes = drawing.record.axes[0]
    func place(_ p: Point) -> Point {
      Point(
        axes.box.minX + (p.x - axes.x.min) / (axes.x.max - axes.x.min) * axes.box.width,
        axes.box.maxY - (p.y - axes.y.min) / (axes.y.max - axes.y.min) * axes.box.height)
    }
    for box in [over, under] {
      let cut = Segment(place(.zero), place(end)).clipped(to: box)
      #expect(cut == nil, "the edge runs through \(box)")
    }
  }

  @Test(
    "every text of a graph is there, in its node, in one size",
    arguments: [Preset.slide, .slide43, .half, .notes, .print]) func texts(preset: Preset) throws
  {
    let drawing = try draw([Panel(Self.step)], preset)
    #expect(drawing.omitted.isEmpty && Layouts.flaws(drawing.record).isEmpty)
    let texts = drawing.record.texts.filter(\.halo)
    #expect(texts.map(\.text).sorted() == ["1", "3", "L", "w", "z = 6", "× 2", "× 2", "−2.5"])
    #expect(Set(texts.map(\.px)).count == 1)
    let axes = drawing.record.axes[0]
    let unit = axes.box.width / (axes.x.max - axes.x.min)
    let factors = texts.filter { $0.text == "× 2" }
    #expect(factors.allSatisfy { $0.box.width < 1.6 * unit && $0.box.height < 1.4 * unit })
  }

  @Test("type grows with its nodes, from the size of labels on") func growth() throws {
    let sizes = try [0.2, 0.6, 1.0, 2, 20].map { width in
      let graph = Graph(nodes: [.init("ReLU", at: .zero, .box(width: width, height: width))], edges: [])
      let drawing = try draw([Panel(graph, view: View(x: -5...5, y: -3...3))])
      return try #require(drawing.record.texts.first { $0.text == "ReLU" }).px
    }
    let label = Workbench.style().size(.label)
    #expect(sizes.first == label)
    #expect(zip(sizes, sizes.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(sizes[4] > 1.5 * label && sizes[4] < 2 * label)
  }

  @Test("a text on a filled node stands out from it, on a pale one from its ground", arguments: [Theme.light, .dark])
  func grounds(theme: Theme) throws {
    let graph = Graph(
      nodes: (0..<6).flatMap { number in
        [0.0, 0.14, 1].map { shade in
          Graph.Node(
            "\(number)", at: Point(Double(number), 2 * shade), .circle(radius: 0.4), as: Identity("", .series(number)),
            shade: shade)
        }
      }, edges: [])
    let record = try draw([Panel(graph)], theme: theme).record
    let texts = record.texts.filter(\.halo)
    #expect(texts.count == 18)
    for text in texts {
      #expect(text.color.contrast(with: text.background) > 3, "\(text)")
      if text.color == theme.background { #expect(text.background != theme.background) }
    }
    #expect(texts.count { $0.color == theme.background } == 6)
  }

  @Test("what is on the edges is told and tabled, in order") func told() {
    let told = Self.step.told(x: Axis(""), y: Axis("")).map(\.english)
    #expect(told == ["w → × 2: 3", "× 2 → L: z = 6", "L → × 2: 1", "× 2 → w: −2.5"])
    let table = Self.step.series(x: Axis(""), y: Axis(""))
    #expect(table.count == 1 && table[0].columns == ["from node", "to node", "above", "below"])
    #expect(table[0].rows.map { Array($0.prefix(3)) }.first == [0, 1, 3])
    #expect(table[0].rows[3][3] == -2.5 && table[0].rows[3][2].isNaN)
    #expect(Self.step.kind?.english == "diagram")
    let both = Graph(
      nodes: [.init(at: .zero), .init(at: Point(2, 0))], edges: [.init(0, 1, above: .init(2), below: .init(5))])
    #expect(both.told(x: Axis(""), y: Axis("")).map(\.english) == ["2, back 5"])
  }

  @Test("nodes stand in the record, with their names") func record() throws {
    let markers = try draw([Panel(Self.step)]).record.markers
    #expect(markers.map(\.label) == ["$w$", "× 2", "× 2", "$L$"])
    #expect(markers[1].at == Point(3, 0.8) && markers[1].color == Theme.light.series[0])
  }

  @Test(
    "of a network, units that are kept are joined with all that are kept in the next layer; the others are crossed out",
    arguments: [[1], [2, 3], [3, 4, 4, 1], [1, 1, 1]], [0, 1, 2, 3]) func network(layers: [Int], every: Int)
  {
    let graph = Graph(layers: layers, as: Self.blue) { layer, unit in every > 0 && (layer + unit) % (every + 1) == every
    }
    let kept = layers.enumerated().map { layer, count in
      (0..<count).count { unit in !(every > 0 && (layer + unit) % (every + 1) == every) }
    }
    #expect(graph.nodes.count == layers.reduce(0, +))
    #expect(graph.nodes.count { !$0.isDropped } == kept.reduce(0, +))
    #expect(graph.edges.count == zip(kept, kept.dropFirst()).map { $0 * $1 }.reduce(0, +))
    #expect(graph.edges.allSatisfy { !graph.nodes[$0.from].isDropped && !graph.nodes[$0.to].isDropped })
    #expect(graph.edges.allSatisfy { graph.nodes[$0.to].at.x - graph.nodes[$0.from].at.x == 1 })
    #expect(graph.nodes.allSatisfy { $0.isDropped == ($0.shade == 0) && $0.isDropped == $0.isCrossedOut })
    let tables = graph.series(x: Axis(""), y: Axis(""))
    let flags = graph.nodes.map { $0.isDropped ? 1.0 : 0 }
    #expect(flags.contains(1) ? tables.map { $0.rows.map { $0[1] } } == [flags] : tables.isEmpty)
  }

  @Test("four networks side by side share a view, and say how many units are out") func multiples() throws {
    let panels = (0..<4).map { pass in
      Panel(Graph(layers: [3, 4, 2], as: Self.blue) { layer, unit in layer == 1 && unit == pass }, heading: "\(pass)")
    }
    let record = try draw(panels).record
    #expect(Layouts.isOneThing(record) && Layouts.flaws(record).isEmpty)
    let told = panels.flatMap(\.told).map(\.english)
    #expect(Set(told) == ["9 nodes, 1 dropped"])
    let areEqual = record.axes.allSatisfy { $0.equalAspect }
    #expect(areEqual)
  }
}
