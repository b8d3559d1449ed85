/// What points of the reader's own must be like to be fitted.
extension OwnPoints {
  static let mending = [
    "--data wants a CSV file of two columns, x and y: a line such as 0.5,1.2 for each point, a header or none",
    "without --data the lesson makes its own points",
  ]
  static let cutting = ["keep two columns, as in: cut -d, -f1,2 FILE.csv > two.csv; numbers have points, not commas"]

  /// Refuses numbers whose squares would be lost.
  static func requireRange(_ table: Table, _ path: String) throws {
    for row in 0..<table.cells.shape[0] {
      for column in 0..<2 where abs(table.cells[row, column]) > 1e100 {
        let name = table.columns[column]
        throw UnusableInput(
          "\(path), line \(table.line(ofRow: row)): column \(column + 1)\(name == "\(column + 1)" ? "" : " ('\(name)')"): "
            + "\(JSON.spelling(of: table.cells[row, column])) is beyond 1e100",
          hints: ["choose a unit in which the numbers are smaller"])
      }
    }
  }

  /// Refuses numbers that are all the same, or as good as that.
  static func requireSpread(_ values: [Double], of name: String, _ path: String) throws {
    let (low, high) = (values.min() ?? 0, values.max() ?? 0)
    guard low < high else {
      throw UnusableInput(
        "\(path): every \(name) is \(JSON.spelling(of: low)); \(name == "x" ? "points at different x are due" : "there is nothing to fit")",
        hints: Self.mending)
    }
    guard high - low >= 1e-9 * max(abs(low), abs(high)), high - low >= 1e-100 else {
      throw UnusableInput(
        "\(path): \(name) runs from \(JSON.spelling(of: low)) to \(JSON.spelling(of: high)), too little to be told from rounding",
        hints: ["count \(name) from another zero, or in another unit"])
    }
  }

  /// How many different x are sure to be left when so many points are held out, whichever they are.
  public func left(without held: Int) -> Int {
    var sizes: [Int] = []
    for index in xs.indices {
      if index > 0, xs[index] == xs[index - 1] { sizes[sizes.count - 1] += 1 } else { sizes.append(1) }
    }
    var (rest, left) = (held, sizes.count)
    for size in sizes.sorted() where size <= rest {
      rest -= size
      left -= 1
    }
    return left
  }

  /// Refuses a degree that the points do not determine where so many of them are held out.
  ///
  /// Lower degrees down to `lowest` are offered where they would do.
  public func requireDegree(_ degree: Int, holding held: Int, lowest: Int = 5) throws {
    guard let path else { return }
    let left = left(without: held)
    let best = min(left - 1, highestDegree)
    guard degree > best else { return }
    let lower = best > lowest ? "--degree \(best) or lower" : "--degree \(lowest)"
    let more =
      left <= degree ? "more points, at different x" : "leave out the points far away, or take the logarithm of x"
    let different = self.left(without: 0)
    let places = different < count ? " at \(different) different x" : ""
    let rest = held > 0 ? ", of which \(left) are sure to be left when \(held) points are held out" : ""
    throw UnusableInput(
      left > degree
        ? "\(path): the x lie so close together beside their range that no degree above \(best) is determined, and \(degree) is due"
        : "\(path): \(Digits.count(count, of: "point"))\(places)\(rest); a polynomial of degree \(degree) wants \(degree + 1)",
      hints: best >= lowest ? ["\(lower); or \(more)"] : [more])
  }

  /// Refuses options that make points up beside points that are given.
  public func refuse(_ options: String, if areGiven: Bool) throws {
    guard let path, areGiven else { return }
    throw UsageError(
      "\(options) make points up, and with --data they are those of \(path)", hints: ["leave out \(options), or --data"]
    )
  }

  /// The highest degree whose Chebyshev polynomial is more than rounding beside the lower ones, at some places of 0...1.
  static func highestDegree(_ xs: [Double], upTo most: Int) -> Int {
    var (basis, columns) = ([[Double]](), [xs.map { _ in 1.0 }, xs.map { 2 * $0 - 1 }])
    for degree in 0...most {
      if degree > 1 {
        columns.append(zip(xs.indices, xs).map { 2 * (2 * $1 - 1) * columns[degree - 1][$0] - columns[degree - 2][$0] })
      }
      var rest = columns[degree]
      let size = rest.reduce(0) { $0 + $1 * $1 }
      // Twice, for what rounding leaves of the first.
      for _ in 0..<2 {
        for other in basis {
          let share = zip(other, rest).reduce(0) { $0 + $1.0 * $1.1 }
          for index in rest.indices { rest[index] -= share * other[index] }
        }
      }
      let length = rest.reduce(0) { $0 + $1 * $1 }
      guard length > 1e-20 * size else { return degree - 1 }
      basis.append(rest.map { $0 / length.squareRoot() })
    }
    return most
  }
}
