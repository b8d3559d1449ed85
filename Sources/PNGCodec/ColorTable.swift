/// Numbers for colours, in the order in which they come up: 0, 1, 2 and so on.
struct ColorTable {
  /// The colours, by their numbers.
  private(set) var colors: [UInt32] = []
  /// One more than the number of the colour that lies there, or 0.
  private var places: [Int32]
  private var shift: UInt32

  init() {
    places = [Int32](repeating: 0, count: 1024)
    shift = 22
  }

  /// The number of a colour, a new one if it has none yet.
  mutating func number(_ color: UInt32) -> Int {
    var place = Self.place(color, shift)
    while places[place] != 0 {
      let number = Int(places[place]) - 1
      if colors[number] == color { return number }
      place = (place + 1) & (places.count - 1)
    }
    colors.append(color)
    places[place] = Int32(colors.count)
    if 2 * colors.count > places.count { grow() }
    return colors.count - 1
  }

  private mutating func grow() {
    shift -= 1
    places = [Int32](repeating: 0, count: 2 * places.count)
    for (number, color) in colors.enumerated() {
      var place = Self.place(color, shift)
      while places[place] != 0 { place = (place + 1) & (places.count - 1) }
      places[place] = Int32(number + 1)
    }
  }

  /// Fibonacci hashing: the upper bits of a product with the golden section of a word.
  private static func place(_ color: UInt32, _ shift: UInt32) -> Int { Int((color &* 0x9E37_79B1) >> shift) }
}
