/// In which frame each mark of a figure comes: what the question is asked about from the beginning, then one thing after the
/// other, panel by panel in the order of drawing.
struct FrameOrder: Sendable {
  /// The most frames after the question; a figure of more things shows several of them at once.
  static let most = 7

  /// The frame of each mark of each panel, 0 for what is there from the beginning.
  private var frames: [[Int]]
  /// How many frames come after the question; at least 1, the whole.
  private(set) var count = 1
  /// What comes in each frame after the question: names of things, or else of panels.
  private(set) var names: [[Phrase]]

  /// The order of the marks of some panels.
  init(_ panels: [Panel]) {
    (frames, names) = ([], [])
    for panel in panels { add(panel) }
    merge()
    count = max(1, names.count)
  }

  /// The frame in which something of a panel comes.
  func frame(of source: Source, panel: Int) -> Int {
    switch source {
    case .setting: 0
    case .mark(let index): frames[panel][index]
    case .reading: frames[panel].max() ?? 0
    }
  }

  private mutating func add(_ panel: Panel) {
    var (known, own) = ([Identity: Int](), [Int]())
    // Before the first thing of a panel, a remark belongs to the setting.
    var latest = 0
    func next(_ name: Phrase?) -> Int {
      names.append([name ?? "", panel.heading ?? ""].filter { $0 != "" }.prefix(1).map { $0 })
      return names.count
    }
    for mark in panel.marks {
      switch mark.entry {
      case .setting: own.append(0)
      case .remark: own.append(latest)
      case .thing(let identity):
        if let identity, let frame = known[identity] {
          own.append(frame)
          continue
        }
        latest = next(identity?.name)
        if let identity { known[identity] = latest }
        own.append(latest)
      }
    }
    // What shows nothing in its turn comes as a whole.
    if latest == 0, !own.isEmpty { own = own.map { [number = next(nil)] _ in number } }
    frames.append(own)
  }

  /// Brings many things down to a panel a frame, or else several things.
  private mutating func merge() {
    let total = names.count
    guard total > Self.most else { return }
    let tops = frames.map { $0.max() ?? 0 }
    var ends = Set(tops.filter { $0 > 0 }).sorted()
    if ends.count > Self.most || ends.count < 2 { ends = (1...Self.most).map { total * $0 / Self.most } }
    func merged(_ frame: Int) -> Int { frame == 0 ? 0 : 1 + (ends.firstIndex { frame <= $0 } ?? 0) }
    let grouped = ends.indices.map { place in names[(place == 0 ? 0 : ends[place - 1])..<ends[place]].flatMap { $0 } }
    (frames, names) = (frames.map { $0.map(merged) }, grouped)
  }
}
