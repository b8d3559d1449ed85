extension Landscape {
  /// An expression to walk on, over a part of the plane; where it is lowest nobody has said.
  ///
  /// Without a view from −2 to 2 both ways. A walk starts near the upper left corner, or at the first
  /// of a few other places where the height is finite.
  public init(_ expression: Expression, view: Window = Window(reach: 2)) {
    let kernel = Kernel(expression.program)
    self.init(
      name: expression.text, displayName: "f", formula: expression.formula, minima: [], view: view,
      start: Self.start(in: view, kernel), kernel: kernel)
  }

  init(
    name: String, displayName: String, formula: String, minima: [Minimum], view: Window, start: Vector2, kernel: Kernel
  ) {
    (self.name, self.displayName, self.formula) = (name, displayName, formula)
    (self.minima, self.view, self.start, self.kernel) = (minima, view, start, kernel)
  }

  /// The landscape with other minima, view and start.
  public func with(minima: [Minimum]? = nil, view: Window? = nil, start: Vector2? = nil) -> Landscape {
    Landscape(
      name: name, displayName: displayName, formula: formula, minima: minima ?? self.minima, view: view ?? self.view,
      start: start ?? self.start, kernel: kernel)
  }

  /// A point of a view from which a walk is worth watching: one eighth from the left, a fifth from the top,
  /// where the height is finite there.
  public func start(in view: Window) -> Vector2 { Self.start(in: view, kernel) }

  private static func start(in view: Window, _ kernel: Kernel) -> Vector2 {
    func place(_ across: Double, _ down: Double) -> Vector2 {
      Vector2(
        view.x.lowerBound + across * (view.x.upperBound - view.x.lowerBound),
        view.y.upperBound - down * (view.y.upperBound - view.y.lowerBound))
    }
    let steps = [0.125, 0.3, 0.5, 0.7, 0.875]
    let corners = [(0.125, 0.2), (0.875, 0.2), (0.125, 0.75), (0.875, 0.75)]
    let places = corners + steps.flatMap { x in steps.map { (x, $0) } }
    let isUsable: (Vector2) -> Bool = { point in
      let slope = kernel.slope(point.x, point.y)
      return slope.value.isFinite && slope.gradient.isFinite
    }
    return places.map(place).first(where: isUsable) ?? place(0.125, 0.2)
  }
}
