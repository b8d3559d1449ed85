/// Words as one types them in a shell.
public enum ShellWord {
  /// The word, between single quotes where a shell would read it otherwise.
  public static func quoted(_ word: String) -> String {
    let isPlain = !word.isEmpty && word.utf8.allSatisfy(isPlain)
    return isPlain
      ? word : "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }

  /// Words as one line.
  public static func line(_ words: [String]) -> String { words.map(quoted).joined(separator: " ") }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: "-_./,:=+@%".utf8.contains(byte)
    }
  }
}
