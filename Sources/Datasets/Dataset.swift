import Tensors

/// Examples to learn from: what goes in, and what should come out.
///
/// The first dimension of the inputs counts the examples; the rest is the shape of one.
public struct Dataset: Sendable, Hashable {
  /// What goes in: examples × the shape of one.
  public private(set) var inputs: Tensor
  /// What should come out.
  public private(set) var targets: Targets

  /// What should come out, for every example.
  public enum Targets: Sendable, Hashable {
    /// Numbers: examples × outputs.
    case numbers(Tensor)
    /// A class for each example, from 0 up to, but not including, the number of classes.
    case classes([Int], of: Int)
  }

  /// Examples whose targets are numbers, as many rows as there are inputs.
  public init(inputs: Tensor, numbers: Tensor) {
    require(
      inputs.rank >= 1 && numbers.rank >= 1 && inputs.shape[0] == numbers.shape[0],
      "a data set with inputs of shape \(inputs.shape) and targets of shape \(numbers.shape)")
    (self.inputs, targets) = (inputs, .numbers(numbers))
  }

  /// Examples whose targets are classes.
  public init(inputs: Tensor, classes: [Int], of classCount: Int) {
    require(
      inputs.rank >= 1 && inputs.shape[0] == classes.count,
      "a data set with inputs of shape \(inputs.shape) and \(classes.count) classes")
    if let stray = classes.first(where: { $0 < 0 || $0 >= classCount }) {
      fatalError("class \(stray) of \(classCount)")
    }
    (self.inputs, targets) = (inputs, .classes(classes, of: classCount))
  }

  /// How many examples there are.
  public var count: Int { inputs.shape[0] }

  /// The class of every example; the targets must be classes.
  public var classes: [Int] {
    guard case .classes(let classes, _) = targets else { fatalError("classes of a data set whose targets are numbers") }
    return classes
  }

  /// How many classes there are; the targets must be classes.
  public var classCount: Int {
    guard case .classes(_, let count) = targets else { fatalError("classes of a data set whose targets are numbers") }
    return count
  }

  /// The number that should come out of every example; the targets must be numbers.
  public var numbers: Tensor {
    guard case .numbers(let numbers) = targets else { fatalError("numbers of a data set whose targets are classes") }
    return numbers
  }

  /// The same examples, each of another shape that holds as much: `[1, 8, 8]` for images.
  public func reshaped(examples shape: [Int]) -> Dataset {
    var dataset = self
    dataset.inputs = inputs.reshaped(to: [count] + shape)
    return dataset
  }

  /// The same examples, every number of the inputs changed.
  public func mapInputs(_ change: (Double) -> Double) -> Dataset {
    var dataset = self
    dataset.inputs = inputs.map(change)
    return dataset
  }

  /// The examples of the rows given, in their order; a row may come twice.
  public func rows(_ rows: some Collection<Int>) -> Dataset {
    var taken = self
    taken.take(Array(rows), from: self)
    return taken
  }

  /// The examples before a row, and those from it on.
  public func split(at row: Int) -> (Dataset, Dataset) {
    require(row >= 0 && row <= count, "a split of \(count) examples at \(row)")
    return (rows(0..<row), rows(row..<count))
  }

  /// The examples in random order.
  public func shuffled(using stream: inout some RandomStream) -> Dataset { rows(stream.permutation(count)) }

  /// Becomes the examples of another data set's rows, in the memory that it has if they are as many.
  public mutating func take(_ rows: [Int], from other: Dataset) {
    for row in rows { require(row >= 0 && row < other.count, "row \(row) of \(other.count) examples") }
    inputs.take(rows, from: other.inputs)
    switch (other.targets, targets) {
    case (.numbers(let source), .numbers(var own)):
      // Held in one place only, so that it changes where it lies.
      targets = .classes([], of: 0)
      own.take(rows, from: source)
      targets = .numbers(own)
    case (.numbers(let source), .classes):
      var own = Tensor.empty
      own.take(rows, from: source)
      targets = .numbers(own)
    case (.classes(let source, let count), .classes(var own, _)):
      targets = .classes([], of: 0)
      own.removeAll(keepingCapacity: true)
      own.append(contentsOf: rows.lazy.map { source[$0] })
      targets = .classes(own, of: count)
    case (.classes(let source, let count), .numbers): targets = .classes(rows.map { source[$0] }, of: count)
    }
  }
}
