import Raster

/// Triangles of a relief in the cells that the edge of the function's domain runs through: cut where the last value stands.
///
/// Such a cell is looked at in finer cells; along their sides the edge is found by bisection.
struct ReliefRim: Sendable {
  /// A corner of a triangle: its place, counted in cells of the grid, and the value there.
  struct Corner: Sendable, Hashable { var u: Double, v: Double, value: Double }

  /// Three corners a triangle.
  private(set) var corners: [Corner] = []
  /// Where the corners of each cell are among them.
  private(set) var ranges: [Int: Range<Int>] = [:]

  /// Triangles for all frayed cells of a grid.
  init(_ grid: ReliefGrid) {
    let cells = grid.states.indices.filter { grid.states[$0] == .frayed }
    // Few finer cells where there are very many, as in a pattern of holes.
    let parts = cells.count <= 4000 ? 4 : cells.count <= 20_000 ? 2 : 1
    for cell in cells {
      let start = corners.count
      add(Cell(grid, cell % grid.columns, cell / grid.columns, parts: parts))
      ranges[cell] = start..<corners.count
    }
  }

  /// The lowest and the highest value at the edge, nil without corners.
  var values: ClosedRange<Double>? {
    guard let low = corners.lazy.map(\.value).min(), let high = corners.lazy.map(\.value).max() else { return nil }
    return low...high
  }

  private mutating func add(_ cell: Cell) {
    for q in 0..<cell.parts {
      for p in 0..<cell.parts {
        let outline = cell.outline(p, q)
        guard outline.count > 2 else { continue }
        for k in 2..<outline.count { corners += [outline[0], outline[k - 1], outline[k]] }
      }
    }
  }

  /// A frayed cell in finer cells.
  private struct Cell {
    let grid: ReliefGrid
    let parts: Int
    private let (i, j): (Int, Int)
    /// `(parts + 1)²` samples, the value not finite where there is none.
    private var samples: [Corner] = []

    init(_ grid: ReliefGrid, _ i: Int, _ j: Int, parts: Int) {
      (self.grid, self.i, self.j, self.parts) = (grid, i, j, parts)
      for q in 0...parts { for p in 0...parts { samples.append(sample(p, q)) } }
    }

    /// What is known at a corner of a finer cell; along a side whose ends are known, as the whole cell beyond has it.
    private func sample(_ p: Int, _ q: Int) -> Corner {
      let (s, t) = (Double(p) / Double(parts), Double(q) / Double(parts))
      let place = (u: Double(i) + s, v: Double(j) + t)
      func side(_ a: (Int, Int), _ b: (Int, Int), _ share: Double) -> Double? {
        let (from, to) = (grid.known(i + a.0, j + a.1), grid.known(i + b.0, j + b.1))
        guard let from, let to else { return nil }
        return from + share * (to - from)
      }
      let ends: [Double?] = [
        q == 0 ? side((0, 0), (1, 0), s) : nil, q == parts ? side((0, 1), (1, 1), s) : nil,
        p == 0 ? side((0, 0), (0, 1), t) : nil, p == parts ? side((1, 0), (1, 1), t) : nil,
      ]
      return Corner(u: place.u, v: place.v, value: ends.lazy.compactMap { $0 }.first ?? value(place.u, place.v))
    }

    /// The value at a place, NaN where there is none or too large a one.
    private func value(_ u: Double, _ v: Double) -> Double {
      let p = grid.plane(u, v)
      let value = grid.field.value(p.x, p.y)
      return abs(value) < 1e150 ? value : .nan
    }

    /// The part of a finer cell in which there are values, as a polygon.
    func outline(_ p: Int, _ q: Int) -> [Corner] {
      let width = parts + 1
      let around = [q * width + p, q * width + p + 1, (q + 1) * width + p + 1, (q + 1) * width + p].map { samples[$0] }
      guard around.contains(where: { !$0.value.isNaN }) else { return [] }
      var outline: [Corner] = []
      for (k, here) in around.enumerated() {
        let next = around[(k + 1) % 4]
        if !here.value.isNaN { outline.append(here) }
        if here.value.isNaN != next.value.isNaN {
          outline.append(here.value.isNaN ? edge(from: next, to: here) : edge(from: here, to: next))
        }
      }
      return outline
    }

    /// The last place with a value on the way from one that has it to one that has none.
    private func edge(from inside: Corner, to outside: Corner) -> Corner {
      var last = inside
      var (low, high) = (0.0, 1.0)
      for _ in 0..<30 {
        let middle = (low + high) / 2
        let (u, v) = (inside.u + middle * (outside.u - inside.u), inside.v + middle * (outside.v - inside.v))
        let value = value(u, v)
        if value.isNaN { high = middle } else { (low, last) = (middle, Corner(u: u, v: v, value: value)) }
      }
      return last
    }
  }
}
