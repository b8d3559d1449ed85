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
    stage.record(LevelsRecord(scale: levels.scale, bands: levels.bands, lines: levels.lines, map: levels.map.name))
  }
}
