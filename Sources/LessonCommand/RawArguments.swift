import LessonKit

/// The command line as the system hands it over, in bytes.
enum RawArguments {
  /// Refuses an argument whose bytes are not UTF-8: as text it would be another one, and a file would get another name.
  static var refusal: ExitCode? {
    for index in 1..<max(1, Int(CommandLine.argc)) {
      guard let argument = CommandLine.unsafeArgv[index] else { break }
      let bytes = Array(UnsafeBufferPointer(start: argument, count: strlen(argument))).map { UInt8(bitPattern: $0) }
      guard let shown = shown(bytes) else { continue }
      Console(language: CommandLanguage.environment(Console.environment)).error(
        Message("an argument is not UTF-8: $'\(shown)'", zh: "有一个参数不是 UTF-8：$'\(shown)'"),
        hints: [
          Message("name the file with characters of UTF-8", zh: "请用 UTF-8 字符命名文件"),
          Message("or go to its folder, and give a name that is UTF-8 there", zh: "或进入它所在的文件夹，在那里使用 UTF-8 名称"),
        ])
      return .usage
    }
    return nil
  }

  /// The bytes as a shell takes them between $' and ', those that are not UTF-8 in hexadecimal; nil where all of them are.
  static func shown(_ bytes: [UInt8]) -> String? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var shown = ""
    var rest = bytes[...]
    while let first = rest.first {
      let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
      if let character = String(validating: rest.prefix(length), as: UTF8.self) {
        shown += character == "'" || character == "\\" ? "\\\(character)" : character
        rest = rest.dropFirst(length)
      } else {
        shown += "\\x\(String(first, radix: 16))"
        rest.removeFirst()
      }
    }
    return shown
  }
}
