extension [Rule] {
  /// The learning rates under the names of the optimizers, and the momentum, once where they share it: "rate 0.01, momentum 0.9".
  public func terms(as names: [Identity]) -> Phrase {
    let rates = map { $0.learningRate ?? .nan }
    let each = zip(names, rates).map { "\($0.name) \($1)" as Phrase }
    let all =
      Set(rates).count == 1
      ? Phrase("rate \(rates[0])", zh: "学习率 \(rates[0])")
      : Phrase("rates: \(Phrase.joined(each, by: ", "))", zh: "学习率：\(Phrase.joined(each, by: "，"))")
    let momenta = Set(compactMap { $0["momentum"] }.filter { $0 != 0 })
    guard let momentum = momenta.first, momenta.count == 1 else { return all }
    return Phrase("\(all), momentum \(momentum)", zh: "\(all)，动量 \(momentum)")
  }

  /// The momentum, where an optimizer of that name is among them, after what stands there: "; momentum 0.9".
  public var momentumTerm: Phrase {
    let heavy = first { $0.name == "momentum" }.flatMap { $0["momentum"] }
    return heavy.map { Phrase("; momentum \($0)", zh: "；动量 \($0)") } ?? ""
  }
}
