import LessonKit
import Testing

@Suite("Messages") struct MessageTests {
  @Test("names and numbers stand as they are, in both languages") func parts() {
    let message = Message("'\("图a.png")' has \(12_345) points and \(1, "line")", zh: "“\("图a.png")”有 \(12_345) 个点")
    #expect(message[.english] == "'图a.png' has 12345 points and 1 line")
    #expect(message[.chinese] == "“图a.png”有 12345 个点")
  }

  @Test("a message inside a message speaks the language of the sentence") func nested() {
    let kind = Message("optimizer", zh: "优化器")
    let whole = Message("unknown \(kind)", zh: "未知的\(kind)") + Message(same: ": x")
    #expect(whole[.english] == "unknown optimizer: x" && whole[.chinese] == "未知的优化器: x")
    #expect(Message.joined([kind, kind], by: Message(", ", zh: "、"))[.chinese] == "优化器、优化器")
  }

  @Test("an error tells itself and its remedies in English where nobody asks for a language") func description() {
    let error = UsageError("--steps 0 is out of range", zh: "--steps 0 超出范围", hints: [.attempt("lesson list")])
    #expect("\(error)" == "--steps 0 is out of range\n  try: lesson list")
    #expect(error.told.chinese == "--steps 0 超出范围" && error.remedies[0].chinese == "可试：lesson list")
  }

  @Test("what the system refuses is told in both languages", arguments: [ENOENT, EACCES, ENOSPC, EROFS, ENOMEM])
  func system(_ code: Int32) {
    #expect(Message.system(code).chinese.contains(/\p{Han}/))
    #expect(Message.system(code).english == String(cString: strerror(code)))
  }
}
