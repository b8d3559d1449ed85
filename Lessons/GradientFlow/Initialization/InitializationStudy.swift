import LessonKit

extension Initialization {
  /// Which of four minima gradient descent reaches, from each start.
  struct BasinStudy {
    static let landscape = Landscape.himmelblau
    static let rule = Rule.sgd.with(learningRate: 0.004)
    static let (side, steps) = (640, 80)
    static let window = Landscape.Window(x: -5...5, y: -5...5)
    let map = StartMap(of: landscape, by: rule, over: window, columns: side, rows: side, steps: steps)
    /// Of each start, the minimum that it leads to.
    var cells: [UInt8] { map.nearest(of: Self.landscape.minima.map { [$0.point] }) }
  }
}
