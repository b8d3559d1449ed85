extension Landscape {
  /// Every landscape that has a name, the ones that lessons use most first.
  public static let all: [Landscape] = [
    rosenbrock, sphere, ravine, beale, himmelblau, rastrigin, ackley, booth, matyas, goldsteinPrice, styblinskiTang,
    easom, threeHumpCamel, levy,
  ]

  /// The landscape of a name, if there is one.
  public static func named(_ name: String) -> Landscape? { all.first { $0.name == name } }
}
