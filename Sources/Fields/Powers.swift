/// Ten to a power.
package func exponential(_ power: Double) -> Double { pow(10, power) }

/// The logarithm to base ten.
package func decimal(_ value: Double) -> Double { log10(value) }

/// The largest whole number that is not above a value.
package func roundDown(_ value: Double) -> Double { value.rounded(.down) }
