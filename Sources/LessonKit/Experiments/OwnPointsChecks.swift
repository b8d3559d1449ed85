/// What points of the reader's own must be like to be fitted.
extension OwnPoints {
  static let mending = [
    Message(
      "--data wants a CSV file of two columns, x and y: a line such as 0.5,1.2 for each point, a header or none",
      zh: "--data 需要含 x、y 两列的 CSV 文件：每个点一行，如 0.5,1.2，表头可有可无"),
    Message("without --data the lesson makes its own points", zh: "不给 --data 时，课例自己生成样本点"),
  ]
  static let cutting = [
    Message(
      "keep two columns, as in: cut -d, -f1,2 FILE.csv > two.csv; numbers have points, not commas",
      zh: "只留两列，例如：cut -d, -f1,2 FILE.csv > two.csv；小数点用句点，不用逗号")
  ]

  /// Refuses numbers whose squares would be lost.
  static func requireRange(_ table: Table, _ path: String) throws {
    for row in 0..<table.cells.shape[0] {
      for column in 0..<2 where abs(table.cells[row, column]) > 1e100 {
        let name = table.columns[column]
        let isNamed = name != "\(column + 1)"
        let number = JSON.spelling(of: table.cells[row, column])
        let line = table.line(ofRow: row)
        throw UnusableInput(
          "\(path), line \(line): column \(column + 1)\(isNamed ? " ('\(name)')" : ""): \(number) is beyond 1e100",
          zh: "\(path) 第 \(line) 行第 \(column + 1) 列\(isNamed ? "（“\(name)”）" : "")：\(number) 超出 1e100",
          hints: [Message("choose a unit in which the numbers are smaller", zh: "换一个单位，使数值变小")])
      }
    }
  }

  /// Refuses numbers that are all the same, or as good as that.
  static func requireSpread(_ values: [Double], of name: String, _ path: String) throws {
    let (low, high) = (values.min() ?? 0, values.max() ?? 0)
    guard low < high else {
      throw UnusableInput(
        "\(path): every \(name) is \(JSON.spelling(of: low)); \(name == "x" ? "points at different x are due" : "there is nothing to fit")",
        zh: "\(path)：所有 \(name) 都是 \(JSON.spelling(of: low))，\(name == "x" ? "需要 x 不同的点" : "没有可拟合的")",
        hints: Self.mending)
    }
    guard high - low >= 1e-9 * max(abs(low), abs(high)), high - low >= 1e-100 else {
      throw UnusableInput(
        "\(path): \(name) runs from \(JSON.spelling(of: low)) to \(JSON.spelling(of: high)), too little to be told from rounding",
        zh: "\(path)：\(name) 从 \(JSON.spelling(of: low)) 到 \(JSON.spelling(of: high))，差别太小，与舍入误差无法区分",
        hints: [Message("count \(name) from another zero, or in another unit", zh: "给 \(name) 换一个零点或单位")])
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
    let lower =
      best > lowest
      ? Message("--degree \(best) or lower", zh: "用 --degree \(best) 或更低")
      : Message("--degree \(lowest)", zh: "用 --degree \(lowest)")
    let more =
      left <= degree
      ? Message("more points, at different x", zh: "增加 x 不同的点")
      : Message("leave out the points far away, or take the logarithm of x", zh: "去掉远处的点，或对 x 取对数")
    let different = self.left(without: 0)
    let none = Message(same: "")
    let places = different < count ? Message(" at \(different) different x", zh: "，有 \(different) 个不同的 x") : none
    let rest =
      held > 0
      ? Message(
        ", of which \(left) \(left == 1 ? "is" : "are") sure to be left when \(held, "point") \(held == 1 ? "is" : "are") held out",
        zh: "，留出 \(held) 个点后必定剩下 \(left) 个") : none
    throw UnusableInput(
      left > degree
        ? Message(
          "\(path): the x lie so close together beside their range that no degree above \(best) is determined, and \(degree) is due",
          zh: "\(path)：相对于取值范围，x 靠得太近，高于 \(best) 次的多项式无法确定，而这里需要 \(degree) 次")
        : Message(
          "\(path): \(Digits.count(count, of: "point"))\(places)\(rest); a polynomial of degree \(degree) wants \(degree + 1)",
          zh: "\(path)：\(Digits.count(count)) 个点\(places)\(rest)；\(degree) 次多项式需要 \(degree + 1) 个"),
      hints: best >= lowest ? [Message("\(lower); or \(more)", zh: "\(lower)；或\(more)")] : [more])
  }

  /// Refuses options that make points up beside points that are given.
  public func refuse(_ given: String..., if areGiven: Bool) throws {
    guard let path, areGiven else { return }
    let options = Message.joined(given.map { Message(same: $0) }, by: Message(" and ", zh: " 和 "))
    throw UsageError(
      "\(options) make points up, and with --data they are those of \(path)",
      zh: "\(options) 用于生成样本点，而有 --data 时样本点来自 \(path)",
      hints: [Message("leave out \(options), or --data", zh: "去掉 \(options)，或去掉 --data")])
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
