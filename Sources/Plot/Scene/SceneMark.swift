import Raster

/// A mark that can be laid on a surface in space.
protocol SceneMark: Mark {
  /// Puts shapes, labels and records of the mark on the stage.
  func place(in scene: SceneSpace, on stage: inout Stage) throws
}

extension Surface: SceneMark {
  /// Lays down the picture of the relief and of the map under it.
  func place(in scene: SceneSpace, on stage: inout Stage) throws {
    stage.image(scene.image, x: Int(scene.frame.minX), y: Int(scene.frame.minY))
    let levels = scene.levels
    let remark = remark(levels)
    if remark != "" {
      let frame = scene.frame.inset(by: 0.75 * scene.style.size(.label))
      let corners = [Point(frame.maxX, frame.maxY), Point(frame.minX, frame.maxY), Point(frame.minX, frame.minY)]
      var request = LabelRequest(
        remark, color: scene.style.theme.muted, at: corners.map { .init($0, clearance: 0) }, rank: .remark)
      request.placement = .inward
      stage.label(request)
    }
    stage.record(LevelsRecord(scale: levels.scale, bands: levels.bands, lines: levels.lines, map: levels.map.name))
  }
}
