/// File names that every system takes, and that say what is in the file.
public enum FileName {
  /// The longest name without its extension, in bytes.
  public static let longest = 80

  /// A name from parts, the empty ones left out; a long one is cut and ends with a checksum.
  public static func joined(_ parts: [String]) -> String {
    let name = parts.filter { !$0.isEmpty }.joined(separator: "-")
    guard name.utf8.count > longest else { return name }
    return name.prefix(longest - 9) + "-" + checksum(name)
  }

  /// A text in letters, digits, points, underscores and hyphens; a checksum follows if something else was lost.
  public static func part(of text: String) -> String {
    var part = ""
    var isLossy = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", ".", "_", "-": part.unicodeScalars.append(scalar)
      // Not a hyphen, which stands between parts: `sgd,adam:lr=0.1` is not `sgd,adam` at the rate 0.1.
      case ",", ":": part += "_"
      case "=": break
      default: isLossy = true
      }
    }
    let short = String(part.prefix(32))
    return isLossy || short != part ? "\(short)-\(checksum(text))" : part
  }

  /// Eight hexadecimal digits that hang on every byte of a text (FNV-1a, 32 bits).
  static func checksum(_ text: String) -> String {
    var hash: UInt32 = 2_166_136_261
    for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
