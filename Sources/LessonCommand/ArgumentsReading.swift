import LessonKit
import Plot

extension Arguments {
  /// The language of figures and of what is for programs: `--lang` alone says it.
  var language: Language {
    get throws(UsageError) { try LanguageCode.language(self["lang"]?.value ?? Language.english.rawValue) }
  }

  /// How many lessons at a time.
  var jobs: Int {
    get throws(UsageError) {
      guard let option = self["jobs"], let text = option.value else { return Workers.available }
      guard let number = Typed.number(text), let jobs = Int(exactly: number), (1...64).contains(jobs) else {
        throw UsageError(
          "\(option.spelled) wants a whole number from 1 to 64, not '\(text)'",
          zh: "\(option.spelled) 应为 1 到 64 的整数，不能是“\(text)”")
      }
      return jobs
    }
  }

  /// Throws if a word stands alone.
  func refuseWords(after verb: String) throws(UsageError) {
    guard let word = words.first else { return }
    throw UsageError(
      "'lesson \(verb)' takes no '\(word)'", zh: "“lesson \(verb)”后面不能写“\(word)”", hints: [.attempt("lesson help")])
  }
}
