import Raster

/// The box around a surface: the floor with its map below, the surface above it, the origin in the middle.
package struct SceneBox: Sendable {
  /// What of the plane the floor shows.
  package let view: View
  /// Lengths along x, y and upwards.
  package let size: SIMD3<Double>
  /// Heights that the surface may have, as a height scale gives them.
  package let heights: ClosedRange<Double>

  /// A box over a part of the plane.
  package init(view: View, size: SIMD3<Double>, heights: ClosedRange<Double>) {
    (self.view, self.size, self.heights) = (view, size, heights)
  }

  /// How high above the floor the surface begins, as a share of the box's height.
  package static let gap = 0.4

  /// How much a height of the scale rises in the box.
  package var rise: Double {
    let span = heights.upperBound - heights.lowerBound
    return span > 0 ? (1 - Self.gap) * size.z / span : 0
  }

  /// The level of the floor.
  package var floor: Double { -size.z / 2 }
  /// The upper edge.
  package var top: Double { size.z / 2 }
  /// Where the lowest point of the surface may lie.
  package var bottom: Double { floor + Self.gap * size.z }

  /// How high a height of the scale is in the box.
  package func elevation(_ height: Double) -> Double {
    let span = heights.upperBound - heights.lowerBound
    return span > 0 ? bottom + (height - heights.lowerBound) * rise : (bottom + top) / 2
  }

  /// Where a value of x lies in the box.
  package func x(_ value: Double) -> Double { Self.place(value, in: view.x, length: size.x) }
  /// Where a value of y lies in the box.
  package func y(_ value: Double) -> Double { Self.place(value, in: view.y, length: size.y) }

  private static func place(_ value: Double, in range: ClosedRange<Double>, length: Double) -> Double {
    let width = range.upperBound - range.lowerBound
    return width > 0 ? ((value - range.lowerBound) / width - 0.5) * length : 0
  }

  /// The eight corners, those of the floor first.
  package var corners: [SIMD3<Double>] {
    let half = size / 2
    return [-half.z, half.z].flatMap { z in
      [(-1.0, -1.0), (1, -1), (1, 1), (-1, 1)].map { SIMD3($0.0 * half.x, $0.1 * half.y, z) }
    }
  }
}
