/// A property of a lesson that the command line may set: its key, its range and its help stand once, beside its default.
///
/// ```swift
/// @Option("depth", in: 1...1000, unit: "layers", help: Phrase("how many layers", zh: "层数"))
/// var depth = 20
/// ```
@propertyWrapper public struct Option<Value: Sendable>: Sendable {
  /// The value.
  public var wrappedValue: Value
  /// What figures name it by that use it.
  public let projectedValue: OptionName

  /// An option of a kind that knows how values are read and written.
  init(_ initial: Value, _ key: String, as form: OptionForm<Value>, unit: String, help: Phrase?)
  where Value: Equatable {
    wrappedValue = OptionReader.value(initial) { options, value in
      try options.take(key, into: &value, as: form, unit: unit, help: help)
    }
    projectedValue = OptionName(keys: [key], isGiven: OptionReader.isGiven([key]))
  }

  /// An option that stands for several keys of the command line.
  init(_ initial: Value, keys: [String], read: (inout Options, inout Value) throws -> Void) {
    wrappedValue = OptionReader.value(initial, read)
    projectedValue = OptionName(keys: keys, isGiven: OptionReader.isGiven(keys))
  }
}

/// What names an option where a figure says that it uses it.
public struct OptionName: Sendable, Hashable {
  /// Its keys on the command line.
  let keys: [String]
  /// Whether the command line gives it: a default may give way to what is there, and a wish may not.
  public let isGiven: Bool
}

extension Option {
  /// A whole number. Notations such as `1e3` count as whole numbers too.
  public init(wrappedValue: Int, _ key: String, in range: ClosedRange<Int>, unit: String = "", help: Phrase? = nil)
  where Value == Int { self.init(wrappedValue, key, as: .integer(in: range), unit: unit, help: help) }

  /// A finite number.
  public init(
    wrappedValue: Double, _ key: String, in interval: Interval = .finite, unit: String = "", help: Phrase? = nil
  ) where Value == Double { self.init(wrappedValue, key, as: .decimal(in: interval), unit: unit, help: help) }

  /// A finite number between two bounds.
  public init(
    wrappedValue: Double, _ key: String, in range: ClosedRange<Double>, unit: String = "", help: Phrase? = nil
  ) where Value == Double { self.init(wrappedValue, key, as: .decimal(in: Interval(range)), unit: unit, help: help) }

  /// Finite numbers joined by commas.
  public init(
    wrappedValue: [Double], _ key: String, in interval: Interval = .finite, unit: String = "", help: Phrase? = nil
  ) where Value == [Double] {
    self.init(wrappedValue, key, as: .decimals(in: interval, placeholder: "X[,X…]"), unit: unit, help: help)
  }

  /// A flag.
  public init(wrappedValue: Bool, _ key: String, help: Phrase? = nil) where Value == Bool {
    self.init(wrappedValue, key, as: .flag(key), unit: "", help: help)
  }

  /// A point `X,Y`.
  public init(wrappedValue: Point, _ key: String, in interval: Interval = .finite, help: Phrase? = nil)
  where Value == Point { self.init(wrappedValue, key, as: .point(in: interval), unit: "", help: help) }

  /// A range `A:B`, the smaller number first.
  public init(
    wrappedValue: ClosedRange<Double>, _ key: String, in interval: Interval = .finite, unit: String = "",
    help: Phrase? = nil
  ) where Value == ClosedRange<Double> { self.init(wrappedValue, key, as: .span(in: interval), unit: unit, help: help) }

  /// A text.
  public init(wrappedValue: String, _ key: String, placeholder: String = "TEXT", help: Phrase? = nil)
  where Value == String { self.init(wrappedValue, key, as: .text(placeholder), unit: "", help: help) }

  /// One of a list of names.
  public init(wrappedValue: Value, _ key: String, help: Phrase? = nil)
  where Value: RawRepresentable & CaseIterable & Equatable, Value.RawValue == String {
    self.init(wrappedValue, key, as: .choice, unit: "", help: help)
  }
}
