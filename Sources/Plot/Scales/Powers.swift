/// Ten to a power.
func exponential(_ power: Double) -> Double { pow(10, power) }

/// The logarithm to base ten.
func decimal(_ value: Double) -> Double { log10(value) }

/// The largest whole number that is not above a value.
func roundDown(_ value: Double) -> Double { value.rounded(.down) }
