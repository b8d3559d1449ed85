extension OptionName {
  /// The option without one of its keys: for a figure that takes the optimizers, but not their common rate.
  public func without(_ key: String) -> OptionName { OptionName(keys: keys.filter { $0 != key }, isGiven: isGiven) }
}
