extension RandomState {
  /// Brings the elements into random order: NumPy's `shuffle`.
  public mutating func shuffle<Elements: MutableCollection & RandomAccessCollection>(_ elements: inout Elements)
  where Elements.Index == Int {
    let first = elements.startIndex
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(first + last, first + Int(number(upTo: UInt64(last))))
    }
  }

  /// A whole number drawn evenly from a range that is not empty: NumPy's `randint`, of type int64.
  public mutating func randint(_ range: Range<Int>) -> Int {
    require(!range.isEmpty, "a whole number from the empty range \(range)")
    let width = UInt64(bitPattern: Int64(range.upperBound) &- Int64(range.lowerBound))
    return range.lowerBound &+ Int(truncatingIfNeeded: number(upTo: width - 1))
  }

  /// Whole numbers drawn evenly from a range that is not empty: NumPy's `randint`, of type int64.
  public mutating func randint(_ range: Range<Int>, count: Int) -> [Int] {
    require(count >= 0, "\(count) whole numbers")
    return (0..<count).map { _ in randint(range) }
  }

  /// Numbers below `total`, each as often as it comes or only once: NumPy's `choice`.
  ///
  /// Without repetition there can be no more than `total`.
  public mutating func choice(_ total: Int, count: Int, repeating: Bool = true) -> [Int] {
    if repeating { return randint(0..<total, count: count) }
    require(count >= 0 && count <= total, "\(count) different numbers below \(total)")
    return Array(permutation(total).prefix(count))
  }

  /// A number from 0 to `most`: bits beyond its highest are cut off, and what is too large redrawn.
  private mutating func number(upTo most: UInt64) -> UInt64 {
    if most == 0 { return 0 }
    let mask = UInt64.max >> most.leadingZeroBitCount
    while true {
      let bits = most <= UInt32.max ? UInt64(twister.next()) : twister.next64()
      if bits & mask <= most { return bits & mask }
    }
  }
}
