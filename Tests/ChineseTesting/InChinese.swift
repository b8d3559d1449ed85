import Groundwork

extension ReportedError {
  /// Whether it is told in Chinese as well, each line with the numbers of the English one; what is no words may stand as it is.
  public var isInChinese: Bool {
    told.chinese.contains(/\p{Han}{2}/)
      && ([told] + remedies).allSatisfy { line in
        line.chinese.contains(/\p{Han}/)
          ? isAlike(line) : line.chinese == line.english && !line.english.contains(/[a-z]{3,} [a-z]{3,}/)
      }
  }

  private func isAlike(_ line: Message) -> Bool {
    !line.chinese.contains(/\p{Han}[,;:?]/)
      && line.english.matches(of: /[0-9]+/).allSatisfy { line.chinese.contains($0.0) }
  }
}
