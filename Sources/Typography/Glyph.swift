import CFreeType
import Raster

/// The outline of one glyph, in em, y down, and what it covers.
struct Glyph {
  var outline = Path()
  var ink = Rect.null

  /// Reads an outline as it was drawn, without hinting. `slope` leans it to the right.
  init(_ index: UInt32, of face: FT_Face, unitsPerEm: Double, slope: Double) {
    let flags = FT_Int32(FT_LOAD_NO_SCALE | FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP)
    guard FT_Load_Glyph(face, index, flags) == 0, let slot = face.pointee.glyph,
      slot.pointee.format == FT_GLYPH_FORMAT_OUTLINE
    else { return }
    var pen = Pen(scale: 1 / unitsPerEm, slope: slope)
    var moves = Pen.moves
    withUnsafeMutablePointer(to: &pen) { pen in _ = FT_Outline_Decompose(&slot.pointee.outline, &moves, pen) }
    pen.closeContour()
    outline = pen.path
    ink = outline.tightBounds
  }
}

/// Takes an outline down as FreeType reads it out.
private struct Pen {
  let scale: Double
  let slope: Double
  var path = Path()
  private var isOpen = false

  init(scale: Double, slope: Double) { (self.scale, self.slope) = (scale, slope) }

  func place(_ vector: UnsafePointer<FT_Vector>?) -> Point {
    guard let vector = vector?.pointee else { return .zero }
    let (x, y) = (Double(vector.x) * scale, Double(vector.y) * scale)
    return Point(x + slope * y, -y)
  }

  mutating func closeContour() {
    if isOpen { path.close() }
    isOpen = false
  }

  mutating func begin(at point: Point) {
    closeContour()
    path.move(to: point)
    isOpen = true
  }

  /// The pen behind the pointer that FreeType hands through.
  static func behind(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<Pen>? {
    pointer?.assumingMemoryBound(to: Pen.self)
  }

  static var moves: FT_Outline_Funcs {
    FT_Outline_Funcs(
      move_to: { to, user in
        guard let pen = Pen.behind(user) else { return 1 }
        pen.pointee.begin(at: pen.pointee.place(to))
        return 0
      },
      line_to: { to, user in
        guard let pen = Pen.behind(user) else { return 1 }
        pen.pointee.path.line(to: pen.pointee.place(to))
        return 0
      },
      conic_to: { control, to, user in
        guard let pen = Pen.behind(user) else { return 1 }
        let (control, to) = (pen.pointee.place(control), pen.pointee.place(to))
        pen.pointee.path.quad(to: to, control: control)
        return 0
      },
      cubic_to: { first, second, to, user in
        guard let pen = Pen.behind(user) else { return 1 }
        let (first, second) = (pen.pointee.place(first), pen.pointee.place(second))
        pen.pointee.path.cubic(to: pen.pointee.place(to), control1: first, control2: second)
        return 0
      }, shift: 0, delta: 0)
  }
}
