import Raster
import Testing

@testable import Fields
@testable import Plot

@Suite("Solids in space") struct SolidTests {
  private static let axes: [Phrase] = ["$w_1$", "$w_2$", "$w_3$"]
  private static let solids = [Solid.octahedron(as: 0, axes: axes), Solid.cube(as: 0, axes: axes)]

  private func edges(_ solid: Solid) -> Set<Set<Int>> {
    Set(solid.faces.flatMap { face in face.indices.map { [face[$0], face[($0 + 1) % face.count]] } })
  }

  @Test("an octahedron has six corners, twelve edges, eight faces; a cube eight, twelve, six") func counts() {
    #expect(Self.solids.map(\.corners.count) == [6, 8])
    #expect(Self.solids.map { edges($0).count } == [12, 12])
    #expect(Self.solids.map(\.faces.count) == [8, 6])
  }

  @Test("every face is flat, each edge belongs to two, and nothing lies outside of a face", arguments: 0...1)
  func convex(index: Int) {
    let solid = Self.solids[index]
    for face in solid.faces {
      let (a, b, c) = (solid.corners[face[0]], solid.corners[face[1]], solid.corners[face[2]])
      let normal = Projection.cross(b - a, c - a)
      let outwards = Projection.dot(normal, a) > 0 ? normal : -normal
      #expect(face.allSatisfy { abs(Projection.dot(normal, solid.corners[$0] - a)) < 1e-12 })
      #expect(solid.corners.allSatisfy { Projection.dot(outwards, $0 - a) < 1e-12 })
    }
    for edge in edges(solid) { #expect(solid.faces.count { edge.isSubset(of: $0) } == 2) }
  }

  @Test("every corner has its number and every axis its name, on every page", arguments: Preset.all) func numbers(
    preset: Preset
  ) throws {
    for solid in Self.solids {
      let panel = Panel(x: Axis("$w_1$", domain: -1...1), y: Axis("$w_2$", domain: -1...1), frame: .bare) { solid }
      let drawing = try Figure(headline: ["A headline"], setting: "a setting", panels: [panel, panel]).draw(
        Workbench.format(preset, language: .english), with: Workbench.typesetter)
      #expect(drawing.omitted.isEmpty && Layouts.flaws(drawing.record).isEmpty)
      let texts = drawing.record.texts.map(\.text)
      for number in 1...solid.corners.count { #expect(texts.count { $0 == "\(number)" } == 2) }
      for name in ["w₁", "w₂", "w₃"] { #expect(texts.count { $0 == name } == 2) }
    }
  }

  @Test("faces turned to the light are paler than others, and what lies behind does not shine through") func light()
    throws
  {
    let bitmap = try Easel.draw(x: -1...1, y: -1...1, marks: [Self.solids[1]])
    let column = (0..<bitmap.height).map { bitmap[80, $0] }.filter { $0.alpha == 1 && $0 != Theme.light.background }
    #expect(Set(column.map(\.bytes.red)).count > 3)
  }
}
