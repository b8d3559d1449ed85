extension Option where Value == [Point] {
  /// Points: the option given several times, or pairs of numbers joined by commas.
  public init(wrappedValue: [Point], _ key: String, in interval: Interval = .finite, most: Int, help: Phrase? = nil) {
    self.init(wrappedValue, keys: [key]) { options, points in
      try options.takePoints(key, into: &points, in: interval, most: most, help: help)
    }
  }
}

extension Options {
  mutating func takePoints(_ key: String, into points: inout [Point], in interval: Interval, most: Int, help: Phrase?)
    throws(UsageError)
  {
    let initial = points
    let given = values(for: key)
    if !given.isEmpty {
      points = []
      for item in given { points += try Self.points(item, in: interval) }
    }
    if points.count > most {
      throw UsageError(
        "--\(key) takes \(most, "point") at most, not \(points.count)",
        zh: "--\(key) 最多取 \(most) 个点，这里有 \(points.count) 个")
    }
    let value = Self.spelling(of: points)
    record(
      Declaration(
        key: key, placeholder: "X,Y[,X,Y…]", range: interval.words, unit: "", help: Self.help(key, help), choices: [],
        initial: Self.spelling(of: initial), value: value, json: .array(points.map { .numbers([$0.x, $0.y]) }),
        differs: points != initial, filePart: FileName.part(of: key + value)))
  }

  private static func spelling(of points: [Point]) -> String {
    points.flatMap { [$0.x, $0.y] }.map { JSON.spelling(of: $0) }.joined(separator: ",")
  }

  private static func points(_ given: Given, in interval: Interval) throws(UsageError) -> [Point] {
    var numbers: [Double] = []
    for part in Typed.list(given.value) { numbers.append(try OptionReading.number(part, given.spelled, in: interval)) }
    guard numbers.count.isMultiple(of: 2) else {
      throw UsageError(
        "\(given.spelled) wants pairs of numbers X,Y such as -1.5,2, not '\(given.value)'",
        zh: "\(given.spelled) 应为成对的数 X,Y，如 -1.5,2，不能是“\(given.value)”")
    }
    return stride(from: 0, to: numbers.count, by: 2).map { Point(numbers[$0], numbers[$0 + 1]) }
  }
}
