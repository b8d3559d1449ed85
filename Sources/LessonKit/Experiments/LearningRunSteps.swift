extension LearningRun {
  /// The losses after 0, 1, 2, … steps, as far as the run was not lost.
  public var lossesByStep: [Double] { losses + [lossAfter].compactMap { $0 } }

  /// The step that lost the run; nil for one that was not.
  public var lostInStep: Int? { divergedIn.map { $0 - 1 } }

  /// The steps after which the loss is at most a share of the first and stays there; nil where it never is.
  public func settles(atShare share: Double) -> Int? {
    let losses = lossesByStep
    guard divergedIn == nil, let first = losses.first else { return nil }
    let last = losses.lastIndex { $0 > share * first } ?? 0
    return last + 1 < losses.count ? last + 1 : nil
  }

  /// The losses as a curve over steps, with a second line under the name; one that was lost goes on to the loss that was.
  public func lossLine(as identity: Identity, label: Phrase?, detail: Phrase? = nil) -> Line {
    let heights = losses + [lossAfter ?? lostLoss].compactMap { $0 }.filter(\.isFinite)
    var line = Line(
      heights.enumerated().map { Point(Double($0.offset), $0.element) }, as: identity, label: label, detail: detail,
      divergedAt: lostInStep)
    line.hasExits = lostInStep != nil
    return line
  }
}
