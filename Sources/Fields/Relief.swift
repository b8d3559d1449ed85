import Raster

/// A field as a surface in a box: where its places are in space, and in the picture.
package struct Relief: Sendable {
  package let grid: ReliefGrid
  package let box: SceneBox
  package let height: HeightScale
  package var projection: Projection

  /// A field in a box, as a camera sees it.
  package init(grid: ReliefGrid, box: SceneBox, height: HeightScale, projection: Projection) {
    (self.grid, self.box, self.height, self.projection) = (grid, box, height, projection)
  }

  /// The place in space over a place of the grid, for a value there.
  package func space(_ u: Double, _ v: Double, value: Double) -> SIMD3<Double> {
    SIMD3(
      (u / Double(grid.columns) - 0.5) * box.size.x, (v / Double(grid.rows) - 0.5) * box.size.y,
      box.elevation(height(value)))
  }

  /// Directions in space along the two directions of the grid, where the value has these slopes.
  package func tangents(_ patch: ReliefPatch) -> (u: SIMD3<Double>, v: SIMD3<Double>) {
    let steep = height.slope(at: patch.value) * box.rise
    return (
      SIMD3(box.size.x / Double(grid.columns), 0, steep * patch.u),
      SIMD3(0, box.size.y / Double(grid.rows), steep * patch.v)
    )
  }

  /// Whether the camera sees the upper side at a place in space, were nothing before it.
  package func showsUpperSide(at spot: SIMD3<Double>, _ patch: ReliefPatch) -> Bool {
    let tangents = tangents(patch)
    let normal = Projection.cross(tangents.u, tangents.v)
    return Projection.dot(normal, projection.eye - spot) > 0
  }
}
