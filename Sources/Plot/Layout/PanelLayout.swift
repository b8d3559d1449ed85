import Raster
import Typography

/// Where the panels of a figure stand: what each shows, its ticks, and its plot area.
struct PanelLayout {
  private(set) var plans: [PanelPlan] = []
  private(set) var slots: [Arranger.Slot] = []
  private let arranger: Arranger
  private let panels: [Panel]
  private let places: [Arranger.Place]
  /// What each panel asks to see, before equal scales make it grow.
  private let wanted: [View]
  private var style: Style { arranger.style }

  /// The best of the ways in which the panels may stand.
  static func best(_ panels: [Panel], _ arrangement: Arrangement, body: Rect, style: Style, format: Format) throws
    -> PanelLayout
  {
    func all(_ arrangement: Arrangement) throws -> [PanelLayout] {
      try arrangement.candidates(for: panels.count).map {
        try PanelLayout(panels, Arranger(body: body, style: style, rows: $0), format: format)
      }
    }
    var layouts = try all(arrangement)
    // A page that is too narrow for what was asked for gets what suits it.
    if layouts.count == 1, panels.count > 1, !layouts[0].isRoomy { layouts += try all(.automatic) }
    var best = layouts[0]
    for layout in layouts.dropFirst() where layout.merit > best.merit { best = layout }
    return best
  }

  private init(_ panels: [Panel], _ arranger: Arranger, format: Format) throws {
    (self.arranger, self.panels) = (arranger, panels)
    let places = arranger.places(panels.count)
    self.places = places
    let views = Self.views(of: panels, format)
    wanted = views
    var shown = views
    var sizes = places.map { arranger.cell($0) * 0.8 }
    var (levels, seen) = ([Levels?](), [View]())
    func plan() throws -> [PanelPlan] {
      if seen != shown { (levels, seen) = (Self.levels(of: panels, shown, format), shown) }
      return try panels.indices.map { i in
        try PanelPlan(
          panels[i], view: shown[i], shared: SharedAxes(i, panels, shown, places), size: sizes[i],
          cell: arranger.cell(places[i]), levels: levels[i], style: arranger.style)
      }
    }
    var insets: [PanelPlan.Insets] = []
    for round in 0..<Self.rounds {
      plans = try plan()
      // Labels that come and go with the size of a plot keep the room that they had: else it would never settle.
      let own = plans.map(\.insets)
      insets = round < 2 ? own : zip(insets, own).map { $0.widened(to: $1) }
      slots = arranger.slots(places, insets: insets)
      for i in panels.indices where panels[i].equalAspect && panels[i].scene == nil {
        let isFixed = format.view != nil && panels[i].isLike(panels[0])
        if !isFixed { shown[i] = Self.grown(views[i], panels[i], to: slots[i].frame) }
        // Plots alike show the same where their frames differ by a rounded pixel.
        if let twin = twin(of: i) {
          shown[i] = shown[twin]
          let (own, other) = (slots[i].frame, slots[twin].frame)
          slots[i].frame = Rect(x: own.minX, y: own.minY, width: other.width, height: other.height)
        } else {
          slots[i].frame = Self.squared(slots[i].frame, shown[i])
        }
      }
      sizes = slots.map { Point($0.frame.width, $0.frame.height) }
    }
    // The last views may have grown with the last frames.
    plans = try plan()
  }

  /// The first panel before one that shows the same plane in a frame of the same size, to within two pixels.
  private func twin(of i: Int) -> Int? {
    let frame = slots[i].frame
    return panels.indices.prefix(i).first { j in
      let other = slots[j].frame
      let isSize = abs(other.width - frame.width) <= 2 && abs(other.height - frame.height) <= 2
      return isSize && panels[j].isLike(panels[i]) && wanted[j] == wanted[i]
    }
  }

  /// How often labels and plots are fitted to each other.
  private static let rounds = 5

  /// What each panel shows before it grows: what a user asks for, the domains, or what the marks need.
  private static func views(of panels: [Panel], _ format: Format) -> [View] {
    zip(panels, SharedAxes.views(of: panels)).map { panel, own in
      let isMap = panel.isPlane && panel.x.isLike(panels[0].x) && panel.y.isLike(panels[0].y)
      return isMap ? format.view ?? own : own
    }
  }

  /// The levels of each panel's surface: of panels alike, those that reach least high, so that none is dark all over.
  private static func levels(of panels: [Panel], _ views: [View], _ format: Format) -> [Levels?] {
    var levels = zip(panels, views).map { $0.levels(in: $1, format: format) }
    let own = levels
    func top(_ i: Int) -> Double { own[i]?.range.upperBound ?? .infinity }
    for i in panels.indices where own[i] != nil {
      let alike = panels.indices.filter { own[$0] != nil && panels[$0].isLike(panels[i]) }
      levels[i] = own[alike.min { top($0) < top($1) } ?? i]
    }
    return levels
  }

  /// How large the plots are, seen as shapes that suit what they show; little where they cannot be read.
  private var merit: Double {
    let areas = panels.indices.map { i -> Double in
      let frame = slots[i].frame
      let shape = frame.width / max(frame.height, 1)
      let suits: Double
      if panels[i].equalAspect {
        let (x, y) = (wanted[i].x, wanted[i].y)
        suits = (x.upperBound - x.lowerBound) / max(y.upperBound - y.lowerBound, 1e-300)
      } else {
        suits = min(max(shape, 1), 2)
      }
      let width = min(frame.width, frame.height * suits)
      return width * width / max(suits, 1e-9)
    }
    // A grid with a hole looks unfinished.
    let cells = arranger.rows.map(\.widths.count).reduce(0, +)
    let filled = Double(panels.count) / Double(max(cells, 1))
    let largest = areas.reduce(0, +) * filled * filled.squareRoot()
    return isRoomy ? largest : 0.1 * largest
  }

  /// Whether all plot areas can be read, with the names at their left in lines of their own, and the names of lines.
  var isRoomy: Bool {
    let em = style.size(.tick)
    return panels.indices.allSatisfy { i in
      guard panels[i].scene == nil else { return true }
      let least = max(3.4, 0.95 * Double(panels[i].y.categories.count)) * em
      let frame = slots[i].frame
      return frame.width > 5.5 * em && frame.height > least && plans[i].isNamedWell
    }
  }

  /// The last panel with a map: it says what the colours mean.
  var lastMap: Int? { panels.indices.last { panels[$0].relief != nil } }

  /// The largest frame inside another, at its top left, in which a unit of x is as long as a unit of y.
  private static func squared(_ frame: Rect, _ view: View) -> Rect {
    let width = view.x.upperBound - view.x.lowerBound
    let height = view.y.upperBound - view.y.lowerBound
    guard width > 0, height > 0 else { return frame }
    let unit = min(frame.width / width, frame.height / height)
    let (w, h) = ((unit * width).rounded(), (unit * height).rounded())
    // What would be a thread is drawn out of scale, for something to be seen.
    guard min(w, h) * 20 > min(frame.width, frame.height) else { return frame }
    return Rect(x: frame.minX, y: frame.minY, width: w, height: h)
  }

  /// A view made wider or higher about its middle, until a unit of x is as long in a frame as a unit of y, within the axes' limits.
  private static func grown(_ view: View, _ panel: Panel, to frame: Rect) -> View {
    func stretched(_ axis: Axis, _ range: ClosedRange<Double>, to length: Double) -> ClosedRange<Double> {
      let extra = max(0, (length - (range.upperBound - range.lowerBound)) / 2)
      var (low, high) = (range.lowerBound - extra, range.upperBound + extra)
      if let limits = axis.limits {
        low = min(max(low, limits.lowerBound), range.lowerBound)
        high = max(min(high, limits.upperBound), range.upperBound)
      }
      return low...high
    }
    let width = view.x.upperBound - view.x.lowerBound
    let height = view.y.upperBound - view.y.lowerBound
    let unit = min(frame.width / width, frame.height / height)
    // What would be a thread keeps its view.
    guard unit > 0, unit.isFinite, min(width, height) * 200 > max(width, height) else { return view }
    return View(
      x: stretched(panel.x, view.x, to: frame.width / unit), y: stretched(panel.y, view.y, to: frame.height / unit))
  }
}
