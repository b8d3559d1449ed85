/// The words of figures: what textbooks call things in both languages, and words to avoid with what stands instead.
package enum Glossary {
  /// A thing with its name in both languages.
  package struct Term: Sendable {
    /// The English name in the forms that sentences have for it, in small letters.
    package let english: [String]
    /// The Chinese name; the first is preferred.
    package let chinese: [String]

    init(_ english: String..., zh chinese: String...) { (self.english, self.chinese) = (english, chinese) }
  }

  /// A word that figures do not use.
  package struct Avoided: Sendable {
    /// The word, in small letters.
    package let word: String
    /// Longer words that it may stand in.
    package let except: [String]
    /// What stands instead; empty where the sentence has to go.
    package let instead: String

    init(_ word: String, except: [String] = [], instead: String) {
      (self.word, self.except, self.instead) = (word, except, instead)
    }
  }

  /// Things with their names.
  package static let terms: [Term] = [
    Term("optimizer", "optimizers", zh: "优化器"), Term("gradient descent", zh: "梯度下降"),
    Term("learning rate", "learning rates", zh: "学习率"), Term("accuracy", zh: "准确率"),
    Term("mean squared error", "squared error", zh: "均方误差", "平方误差"), Term("cross-entropy", zh: "交叉熵"),
    Term("initialisation", "initialisations", zh: "初始化"), Term("local minimum", "local minima", zh: "局部极小值"),
    Term("global minimum", zh: "全局最小值"), Term("saddle", "saddles", "saddle point", zh: "鞍点"),
    Term("converges", "converge", "convergence", zh: "收敛"), Term("diverges", "diverge", "diverged", zh: "发散"),
    Term("training error", zh: "训练误差"), Term("test error", zh: "测试误差"), Term("validation error", zh: "验证误差"),
    Term("overfits", "overfit", "overfitting", zh: "过拟合"), Term("underfits", "underfit", "underfitting", zh: "欠拟合"),
    Term("batch norm", "batch normalisation", zh: "批归一化"), Term("layer norm", "layer normalisation", zh: "层归一化"),
    Term("group norm", "group normalisation", zh: "组归一化"), Term("condition number", zh: "条件数"),
    Term("eigenvalue", "eigenvalues", zh: "特征值"), Term("weight decay", zh: "权重衰减"),
    Term("dropout", zh: "dropout", "随机失活"), Term("bias correction", zh: "偏差修正"),
  ]

  /// English words that figures do not use.
  package static let avoidedEnglish: [Avoided] = [
    Avoided("rule", except: ["chain rule", "product rule", "midpoint rule", "rule of thumb"], instead: "optimizer"),
    Avoided("rules", instead: "optimizers"), Avoided("dip", instead: "local minimum"),
    Avoided("dips", instead: "local minima"), Avoided("right answers", instead: "accuracy"),
    Avoided("right answer", instead: "label"), Avoided("notes", instead: ""), Avoided("lecture", instead: ""),
    Avoided("lectures", instead: ""), Avoided("stated", instead: ""), Avoided("script", instead: ""),
    Avoided("scripts", instead: ""), Avoided("accuracy rate", instead: "accuracy"),
    Avoided("step size", instead: "learning rate, or length of a step"),
  ]

  /// Chinese words that figures do not use.
  package static let avoidedChinese: [Avoided] = [
    Avoided("讲义", instead: ""), Avoided("原文", instead: ""), Avoided("脚本", instead: ""), Avoided("声称", instead: ""),
    Avoided("规则", except: ["链式规则"], instead: "优化器"), Avoided("正确率", instead: "准确率"), Avoided("最佳直线", instead: "最优拟合直线"),
    Avoided("凹坑", instead: "局部极小值"), Avoided("局部最小值", instead: "局部极小值"), Avoided("全局极小值", instead: "全局最小值"),
    Avoided("优化算法", instead: "优化器"), Avoided("学习速率", instead: "学习率"), Avoided("均方差", instead: "均方误差"),
    Avoided("梯度下降法", instead: "梯度下降"), Avoided("规范化", instead: "归一化"), Avoided("批次归一化", instead: "批归一化"),
    Avoided("过度拟合", instead: "过拟合"), Avoided("损失景观", instead: "损失曲面"),
  ]

  /// The words of a text that are to be avoided, with what stands instead.
  package static func faults(in text: String, _ language: Language) -> [String] {
    let list = language == .english ? avoidedEnglish : avoidedChinese
    return list.compactMap { avoided in
      var rest = language == .english ? spaced(text) : text
      for longer in avoided.except { rest = rest.without(longer, as: language) }
      guard rest.holds(avoided.word, as: language) else { return nil }
      let advice = avoided.instead.isEmpty ? "leave it out" : "say '\(avoided.instead)'"
      return "'\(avoided.word)' in '\(text)': \(advice)"
    }
  }

  /// The terms of an English text that its Chinese twin has not.
  package static func untranslated(_ phrase: Phrase) -> [String] {
    guard phrase.english != phrase.chinese else { return [] }
    let english = spaced(phrase.english)
    return terms.compactMap { term in
      let isNamed = term.english.contains { english.holds($0, as: .english) }
      guard isNamed, !term.chinese.contains(where: phrase.chinese.holds) else { return nil }
      return "'\(term.english[0])' is '\(term.chinese[0])', not so in '\(phrase.chinese)'"
    }
  }

  /// The words of a text in small letters, one space before each and behind the last.
  private static func spaced(_ text: String) -> String {
    let words = text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "-") }
    return " " + words.joined(separator: " ") + " "
  }
}

extension String {
  fileprivate func holds(_ word: String) -> Bool { holds(word, as: .chinese) }

  fileprivate func holds(_ word: String, as language: Language) -> Bool {
    contains(language == .english ? " \(word) " : word)
  }

  fileprivate func without(_ word: String, as language: Language) -> String {
    let (part, gap) = language == .english ? (" \(word) ", " ") : (word, "")
    var (result, rest) = ("", Substring(self))
    while let range = rest.firstRange(of: part) {
      result += rest[..<range.lowerBound] + gap
      // A space that ends one word begins the next.
      rest = rest[range.upperBound...]
    }
    return result + rest
  }
}
