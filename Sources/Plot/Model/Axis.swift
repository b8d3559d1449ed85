/// An axis of a panel: what it shows, how it is spread, and what of it is in view.
public struct Axis: Sendable {
  /// How far the view reaches beyond the data.
  public enum Padding: Sendable {
    /// By 3 % on both sides.
    case loose
    /// Not at all: for axes that count steps.
    case tight
  }

  /// A name on an axis of categories.
  public struct Category: Sendable {
    /// The name.
    public var name: Phrase
    /// Whose colour the name has, nil for ink.
    public var identity: Identity?

    /// A category.
    public init(_ name: Phrase, as identity: Identity? = nil) { (self.name, self.identity) = (name, identity) }
  }

  /// The name that stands beside it; units in parentheses.
  public var name: Phrase
  /// How values are spread.
  public var scale: Scale.Kind
  /// What is in view, nil for what the marks ask.
  public var domain: ClosedRange<Double>?
  /// How far the view reaches beyond the data.
  public var padding: Padding
  /// Values beyond which neither marks nor equal scales stretch the view, nil for none.
  public var limits: ClosedRange<Double>?
  /// Whether only whole numbers get ticks: steps, degrees, layers.
  public var countsWholes = false
  /// Whether it has only a zero to show, of data that would stand on a log axis if they were not zero.
  private(set) var showsZeroAlone = false
  /// Whether the ticks of a log axis are told as factors, ×10 and ÷10: for what stands relative to 1.
  public var tellsFactors = false
  /// Values of a linear axis that get its ticks instead of round ones; empty for round ones.
  public var marked: [Double] = []

  /// The names on an axis of categories, from the left or from the top: the first at 0, the next at 1.
  public private(set) var categories: [Category] = []

  /// An axis of names instead of numbers; its own name may be empty, since the categories speak for themselves.
  public init(categories: [Category], name: Phrase = "") {
    require(!categories.isEmpty, "an axis without a category")
    self.init(name, .category, domain: -0.5...(Double(categories.count) - 0.5))
    self.categories = categories
  }

  /// An axis of numbers.
  public init(
    _ name: Phrase, _ scale: Scale.Kind = .linear, domain: ClosedRange<Double>? = nil,
    limits: ClosedRange<Double>? = nil, padding: Padding = .loose
  ) {
    (self.name, self.scale, self.domain) = (name, scale, domain)
    (self.limits, self.padding) = (limits, padding)
  }

  /// Whether another axis shows the same kind of thing in the same way, so that both can have one view.
  func isLike(_ other: Axis) -> Bool {
    name == other.name && scale == other.scale && padding == other.padding
      && categories.map(\.name) == other.categories.map(\.name)
  }

  /// A linear axis in place of a log one that has nothing to show but zeros, with a tick at zero and no other.
  func readable(_ span: Extent.Span) -> Axis {
    guard scale == .log, domain == nil, let data = span.range, data.lowerBound == 0, data.upperBound == 0 else {
      return self
    }
    var axis = self
    (axis.scale, axis.domain, axis.marked, axis.showsZeroAlone) = (.linear, 0...1, [0], true)
    axis.name = name.map { text in [" (log scale)", "（对数坐标）"].reduce(text) { $0.replacing($1, with: "") } }
    return axis
  }

  /// What is in view, given what the marks ask: never empty, never infinite, positive on a log axis.
  func view(of span: Extent.Span) -> ClosedRange<Double> {
    if let domain { return domain }
    var span = span
    if let limits { span.clamp(to: limits) }
    guard scale == .log else {
      guard let data = span.range else { return 0...1 }
      let width = data.upperBound - data.lowerBound
      guard width.isFinite else { return data }
      if width == 0 {
        let half = data.lowerBound == 0 ? 1 : abs(data.lowerBound) * 0.1
        return (data.lowerBound - half)...(data.upperBound + half)
      }
      let margin = padding == .loose ? 0.03 * width : 0
      let most = Double.greatestFiniteMagnitude
      func end(_ value: Double, _ margin: Double) -> Double { span.standsOnZero && value == 0 ? 0 : value + margin }
      return max(end(data.lowerBound, -margin), -most)...min(end(data.upperBound, margin), most)
    }
    guard let top = span.range?.upperBound, top > 0, let least = span.smallestPositive else { return 0.1...10 }
    // Numbers so small that they have lost digits have no decade below them.
    let high = max(top, 1e-290)
    let low = max(least, high * 1e-16)
    let isSingle = high <= low * 1.0001
    let factor = isSingle ? 10 : padding == .loose ? exponential(0.03 * decimal(high / low)) : 1
    return max(low / factor, .leastNormalMagnitude)...min(high * factor, .greatestFiniteMagnitude)
  }
}
