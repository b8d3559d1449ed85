import Datasets

extension ReportedError {
  /// Whether it is told in Chinese as well, each line with the numbers of the English one.
  var isInChinese: Bool {
    ([told] + remedies).allSatisfy { line in
      line.chinese.contains(/\p{Han}{2}/) && !line.chinese.contains(/\p{Han}[,;:?]/)
        && line.english.matches(of: /[0-9]+/).allSatisfy { line.chinese.contains($0.0) }
    }
  }
}
