/// Where the parts of a join lie in the whole.
package struct Concatenation {
  /// The shape of the whole.
  package let shape: [Int]
  /// One place for each part.
  package let places: [Place]

  /// A part's rows in the whole.
  package struct Place {
    let outer: Int
    /// Neighbouring elements of the part, and of the whole, for each outer position.
    let width: Int
    let wholeWidth: Int
    let start: Int

    /// Calls `body` with offsets in whole and part, and a count, for every run of elements.
    package func forEachRow(_ body: (_ whole: Int, _ own: Int, _ count: Int) -> Void) {
      for index in 0..<outer { body(index * wholeWidth + start, index * width, width) }
    }
  }

  /// Joins shapes along a dimension; negative counts from the last.
  package init(_ shapes: [[Int]], along axis: Int) {
    require(!shapes.isEmpty, "concatenate: no tensors")
    let first = shapes[0]
    let place = AxisLoop.place(axis, in: first, for: "concatenate")
    for other in shapes {
      var same = other
      if other.count == first.count { same[place] = first[place] }
      require(
        same == first,
        "concatenate: shapes \(Tensor.name(of: first)) and \(Tensor.name(of: other)) do not join "
          + "along dimension \(axis)")
    }
    var whole = first
    whole[place] = shapes.reduce(0) { $0 + $1[place] }
    let loop = AxisLoop(whole, axis: place, for: "concatenate")
    var (start, places) = (0, [Place]())
    for other in shapes {
      let width = other[place] * loop.inner
      places.append(Place(outer: loop.outer, width: width, wholeWidth: loop.length * loop.inner, start: start))
      start += width
    }
    (shape, self.places) = (whole, places)
  }
}
