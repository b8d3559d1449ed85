import Raster

/// The colours of an opaque bitmap brought down to as many as a palette holds, without dithering.
///
/// Boxes of colours are split at the mean along their widest side, those with the largest error first; then every colour goes to
/// its nearest mean, four times over. Colours count by the square root of their pixels, so that thin lines keep theirs. The same
/// bitmap gives the same colours. Sources: X. Wu, *Efficient statistical computations for optimal color quantization*,
/// Graphics Gems II, 1991; S. Lloyd, *Least squares quantization in PCM*, 1982.
struct ColorReduction {
  /// Red, green and blue, spread so that equal distances look about equal; the fourth number is 0.
  private typealias Spot = SIMD4<Float>

  private static let spread = Spot(1.4, 2, 1.7, 0)
  private static let rounds = 4

  /// A colour with what it counts.
  private struct Entry {
    /// The place of the colour in the table.
    var number: Int
    var color: UInt32
    var spot: Spot
    var count: Int
    var weight: Float
  }

  private var table = ColorTable()
  private var entries: [Entry] = []
  private var centers: [Spot] = []
  /// The colours of the centers.
  private var paints: [UInt32] = []
  /// The center of each entry.
  private var homes: [Int] = []

  /// The bitmap with at most 256 colours.
  static func reduced(_ bitmap: Bitmap) -> Bitmap { ColorReduction(of: bitmap)?.painted(bitmap) ?? bitmap }

  /// The way to bring the colours of a bitmap down; nil where a palette holds them.
  init?(of bitmap: Bitmap) {
    self.init(bitmap)
    guard entries.count > IndexedPixels.most else { return nil }
    split()
    for _ in 0..<Self.rounds { settle() }
    choosePaints()
  }

  /// Counts the colours, in the order of their numbers.
  private init(_ bitmap: Bitmap) {
    var counts: [Int] = []
    ColorRuns(bitmap).forEach { color, run in
      let number = table.number(color)
      if number == counts.count { counts.append(0) }
      counts[number] += run.count
      return true
    }
    let colors = table.colors
    entries = colors.indices.sorted { colors[$0] < colors[$1] }.map { number in
      let (color, count) = (colors[number], counts[number])
      return Entry(
        number: number, color: color, spot: Self.spot(color), count: count, weight: Float(count).squareRoot())
    }
    homes = [Int](repeating: 0, count: entries.count)
  }

  private static func spot(_ color: UInt32) -> Spot { Spot(SIMD4(color, color >> 8, color >> 16, 0) & 0xFF) * spread }

  /// Entries that are to share a colour, with their error about the mean.
  private struct Box {
    var members: [Int]
    var mean = Spot.zero
    var variances = Spot.zero
    var error: Float { variances.sum() }
  }

  private func box(_ members: [Int]) -> Box {
    var box = Box(members: members)
    var total: Float = 0
    for i in members {
      box.mean += entries[i].weight * entries[i].spot
      total += entries[i].weight
    }
    box.mean /= total
    for i in members {
      let off = entries[i].spot - box.mean
      box.variances += entries[i].weight * off * off
    }
    return box
  }

  private mutating func split() {
    var boxes = [box(Array(entries.indices))]
    while boxes.count < IndexedPixels.most {
      let worst = boxes.indices.max { boxes[$0].error < boxes[$1].error } ?? 0
      let parent = boxes[worst]
      let v = parent.variances
      let side = v.x >= v.y && v.x >= v.z ? 0 : v.y >= v.z ? 1 : 2
      let low = parent.members.filter { entries[$0].spot[side] < parent.mean[side] }
      let high = parent.members.filter { entries[$0].spot[side] >= parent.mean[side] }
      guard !low.isEmpty, !high.isEmpty else { break }
      boxes[worst] = box(low)
      boxes.append(box(high))
    }
    centers = boxes.map(\.mean)
  }

  /// Sends every colour to its nearest center, and every center to the mean of what came.
  private mutating func settle() {
    let nearest = NearestSpot(centers)
    var sums = [Spot](repeating: .zero, count: centers.count)
    var weights = [Float](repeating: 0, count: centers.count)
    for i in entries.indices {
      let home = nearest.index(to: entries[i].spot)
      homes[i] = home
      sums[home] += entries[i].weight * entries[i].spot
      weights[home] += entries[i].weight
    }
    for k in centers.indices where weights[k] > 0 { centers[k] = sums[k] / weights[k] }
  }

  /// Gives every center its colour; where one colour has most of its pixels, that very colour.
  private mutating func choosePaints() {
    var totals = [Int](repeating: 0, count: centers.count)
    var leaders = [Int?](repeating: nil, count: centers.count)
    for (i, entry) in entries.enumerated() {
      totals[homes[i]] += entry.count
      if entry.count > leaders[homes[i]].map({ entries[$0].count }) ?? 0 { leaders[homes[i]] = i }
    }
    paints = centers.indices.map { k -> UInt32 in
      if let leader = leaders[k], 2 * entries[leader].count >= totals[k] { return entries[leader].color }
      let spot = (centers[k] / (Self.spread + Spot(0, 0, 0, 1))).rounded(.toNearestOrEven)
      return UInt32(spot.x) | UInt32(spot.y) << 8 | UInt32(spot.z) << 16 | 0xFF00_0000
    }
  }

  /// A bitmap in the colours of the centers: of the one that was looked at, or of another, whose own colours go to the nearest.
  func painted(_ bitmap: Bitmap) -> Bitmap {
    var targets = [UInt32](repeating: 0, count: entries.count)
    for (i, entry) in entries.enumerated() { targets[entry.number] = paints[homes[i]].littleEndian }
    var numbers = table
    let nearest = NearestSpot(paints.map(Self.spot))
    let pixels = [UInt8](unsafeUninitializedCapacity: bitmap.pixels.count) { buffer, size in
      let bytes = UnsafeMutableRawBufferPointer(buffer)
      ColorRuns(bitmap).forEach { color, run in
        let number = numbers.number(color)
        if number == targets.count { targets.append(paints[nearest.index(to: Self.spot(color))].littleEndian) }
        let target = targets[number]
        for i in run { bytes.storeBytes(of: target, toByteOffset: 4 * i, as: UInt32.self) }
        return true
      }
      size = buffer.count
    }
    return Bitmap(width: bitmap.width, height: bitmap.height, pixels: pixels)
  }
}
