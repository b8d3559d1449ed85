import Raster

/// A map of what becomes of every point: each cell of a fine grid has the colour of its category.
public struct Basins: Mark {
  /// What a cell can be.
  public struct Category: Sendable, Hashable {
    /// What it stands for, which chooses the colour.
    public var identity: Identity
    /// How pale it is: 0 is the full colour, 1 the page's.
    public var paleness: Double

    /// A category.
    public init(_ identity: Identity, paleness: Double = 0) { (self.identity, self.paleness) = (identity, paleness) }
  }

  /// Cells side by side.
  public let columns: Int
  /// Cells above one another.
  public let rows: Int
  /// The category of each cell, row by row from the top; a number without a category leaves the cell open.
  public let cells: [UInt8]
  /// The part of the plane that the cells cover.
  public let view: View
  /// What the numbers mean.
  public var categories: [Category]
  /// The name in the record.
  public var name: Phrase

  /// A map of `columns` × `rows` cells, row by row from the top.
  public init(columns: Int, rows: Int, cells: [UInt8], over view: View, categories: [Category], name: Phrase = "") {
    require(columns > 0 && rows > 0, "a map of \(columns) × \(rows) cells")
    require(cells.count == columns * rows, "\(cells.count) cells for \(columns) × \(rows)")
    (self.columns, self.rows, self.cells, self.view) = (columns, rows, cells, view)
    (self.categories, self.name) = (categories, name)
  }

  /// The part of the plane that the cells cover.
  public var extent: Extent {
    Extent([Point(view.x.lowerBound, view.y.lowerBound), Point(view.x.upperBound, view.y.upperBound)])
  }

  /// The share of the cells that each category has.
  public var shares: [Double] {
    categories.indices.map { k in Double(cells.count { Int($0) == k }) / Double(cells.count) }
  }

  /// A map of starts.
  public var kind: Phrase? { Phrase("map of starts", zh: "起点地图") }

  /// The share of each category, in order.
  public func series(x: Axis, y: Axis) -> [Series] {
    let rows = shares.enumerated().map { [Double($0.offset), $0.element] }
    return [Series(name == "" ? "shares" : name.word, columns: ["category", "share"], rows: rows)]
  }

  /// The share of each category that has a name.
  public func told(x: Axis, y: Axis) -> [Phrase] {
    zip(categories, shares).filter { $0.0.identity.name != "" }.map { category, share in
      let percent = Digits.text(100 * share)
      return category.identity.name.plain + Phrase(" \(percent) %", zh: "占 \(percent)%")
    }
  }

  /// Lays down a picture in which every pixel has the colour of the cell that it lies in.
  public func place(in space: Space, on stage: inout Stage) throws {
    let style = space.style
    let (width, height) = (Int(space.frame.width), Int(space.frame.height))
    let colors = categories.map { style.color($0.identity).mixed(with: style.theme.background, by: $0.paleness) }
    let across = (0..<width).map { i in
      Self.cell(space.x.value(at: space.frame.minX + Double(i) + 0.5), view.x, columns)
    }
    var image = Bitmap(width: width, height: height, fill: .clear)
    for j in 0..<height {
      let y = space.y.value(at: space.frame.minY + Double(j) + 0.5)
      guard let fromBelow = Self.cell(y, view.y, rows) else { continue }
      let row = (rows - 1 - fromBelow) * columns
      for i in 0..<width {
        guard let column = across[i] else { continue }
        let category = Int(cells[row + column])
        if category < colors.count { image.set(i, j, colors[category]) }
      }
    }
    stage.image(image, x: Int(space.frame.minX), y: Int(space.frame.minY))
  }

  private static func cell(_ value: Double, _ range: ClosedRange<Double>, _ count: Int) -> Int? {
    let share = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
    guard share >= 0, share <= 1 else { return nil }
    return min(count - 1, Int(share * Double(count)))
  }
}

extension Bitmap {
  /// Gives a pixel an opaque colour.
  fileprivate mutating func set(_ x: Int, _ y: Int, _ color: Color) {
    let (c, at) = (color.bytes, 4 * (y * width + x))
    (pixels[at], pixels[at + 1], pixels[at + 2], pixels[at + 3]) = (c.red, c.green, c.blue, 255)
  }
}
