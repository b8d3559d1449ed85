import CFriBidi

/// In which direction each piece of a text runs, by the Unicode bidirectional algorithm (UAX #9).
struct Bidi {
  /// The level of each element: odd from right to left, even from left to right.
  let levels: [Int]
  /// The level of the paragraph.
  let base: Int

  /// The levels of a paragraph; nil where everything runs from left to right.
  init?(_ elements: some Collection<Element>) {
    guard elements.contains(where: { $0.character?.unicodeScalars.contains(where: Self.isRightToLeft) ?? false }) else {
      return nil
    }
    var (scalars, starts) = ([UInt32](), [Int]())
    for element in elements {
      starts.append(scalars.count)
      // A formula stands in the text as one sign without a direction of its own.
      scalars += element.character?.unicodeScalars.map(\.value) ?? [0xFFFC]
    }
    var found = [CChar](repeating: 0, count: scalars.count)
    let base = bidi_levels(scalars, Int32(scalars.count), -1, &found)
    guard base >= 0 else { return nil }
    (levels, self.base) = (starts.map { Int(found[$0]) }, Int(base))
  }

  /// Runs of one direction in the order in which they stand on a line, from left to right.
  ///
  /// - Parameter line: The places in the paragraph that the line holds.
  func runs(of line: Range<Int>) -> [(places: Range<Int>, isRightToLeft: Bool)] {
    var runs: [(places: Range<Int>, level: Int)] = []
    for place in line {
      if let last = runs.last, last.level == levels[place] {
        runs[runs.count - 1].places = last.places.lowerBound..<(place + 1)
      } else {
        runs.append((place..<(place + 1), levels[place]))
      }
    }
    // Rule L2: from the highest level down to the lowest odd one, what is at least so high is turned round.
    let lowest = runs.map(\.level).filter { !$0.isMultiple(of: 2) }.min() ?? 1
    for level in stride(from: runs.map(\.level).max() ?? 0, through: lowest, by: -1) {
      var start = 0
      while start < runs.count {
        var end = start
        while end < runs.count, runs[end].level >= level { end += 1 }
        if end > start { runs[start..<end].reverse() }
        start = max(end, start + 1)
      }
    }
    return runs.map { ($0.places, !$0.level.isMultiple(of: 2)) }
  }

  /// Whether a character runs from right to left, or turns the text.
  private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0590...0x08FF, 0x200F, 0x202B, 0x202E, 0x2067, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF,
      0x1E800...0x1EFFF:
      true
    default: false
    }
  }
}
