extension Double {
  /// The shortest spelling that reads back exactly: `1`, `0.02`, `1e-5`.
  var shortestSpelling: String {
    var spelling = "\(self)"
    if spelling.hasSuffix(".0") { spelling.removeLast(2) }
    guard let mark = spelling.firstIndex(of: "e"), let exponent = Int(spelling[mark...].dropFirst()) else {
      return spelling
    }
    var digits = spelling[..<mark]
    if digits.hasSuffix(".0") { digits.removeLast(2) }
    return "\(digits)e\(exponent)"
  }
}
