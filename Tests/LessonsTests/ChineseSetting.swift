/// How Chinese text is set: full-width punctuation, no blanks beside it, a blank between Chinese and Latin.
enum ChineseSetting {
  /// What is wrong with a text.
  static func faults(in text: String) -> [String] {
    faults.flatMap { fault in text.matches(of: fault.pattern).map { "\(fault.name): '\($0.output)' in '\(text)'" } }
  }

  private static var faults: [(name: String, pattern: Regex<Substring>)] {
    [
      ("half-width punctuation behind Chinese", /[\u{4E00}-\u{9FFF}][,:;?!()]/),
      ("half-width punctuation before Chinese", /[,:;?!()][\u{4E00}-\u{9FFF}]/),
      ("a half-width full stop", /[\u{4E00}-\u{9FFF}]\.(?:$|[^0-9])/), ("a blank before punctuation", /[ ]+[，。：；！？、）]/),
      ("a blank behind punctuation", /[，。：；！？、（][ ]+/), ("punctuation twice", /[，。：；！？、][，。：；！？、]/),
      ("a blank before a percent sign", /[0-9][ \u{A0}\u{202F}]%/),
      ("a blank between Chinese characters", /[\u{4E00}-\u{9FFF}][ ][\u{4E00}-\u{9FFF}]/),
      ("no blank behind Chinese", /[\u{4E00}-\u{9FFF}][A-Za-z0-9]/),
      ("no blank before Chinese", /[A-Za-z0-9][\u{4E00}-\u{9FFF}]/),
    ]
  }
}
