import Fields
import Raster

extension SurfacePainter {
  /// A painter for a part of the picture, in its look.
  init(field: Field, levels: Levels, space: Space) {
    self.init(
      field: field, levels: levels, x: space.x, y: space.y, frame: space.frame, unit: space.style.unit,
      invalid: space.style.theme.faint)
  }
}

extension ReliefShader {
  /// A shader in a look.
  init(_ relief: Relief, levels: Levels, cuts: ClosedRange<Double>, style: Style) {
    self.init(relief, levels: levels, cuts: cuts, unit: style.unit, rim: style.theme.muted, invalid: style.theme.faint)
  }
}
