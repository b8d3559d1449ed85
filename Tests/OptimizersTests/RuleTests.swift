import ChineseTesting
import Optimizers
import Testing

@Suite("A rule") struct RuleTests {
  @Test(
    "a good text is read, and spelled back in its shortest form",
    arguments: [
      ("adam", "adam"), ("gd", "sgd"), (" adam ", "adam"), ("sgd:lr=0.001", "sgd:lr=0.001"),
      ("adam:lr=0.001", "adam:lr=0.001"), ("adam:lr=.02", "adam:lr=0.02"), ("adam:lr=1e-5", "adam:lr=1e-5"),
      ("adam:lr=1e9", "adam:lr=1000000000"), ("adam:lr=1e20", "adam:lr=1e20"), ("adam:lr=1", "adam:lr=1"),
      ("sgd:momentum=0.9:lr=0.001", "sgd:lr=0.001:momentum=0.9"),
      ("adam: lr = 0.5 : beta1 = 0.8", "adam:lr=0.5:beta1=0.8"), ("adam:beta1=0.9", "adam"),
      ("momentum:momentum=0.9", "momentum"), ("rmsprop:centered", "rmsprop:centered=true"),
      ("rmsprop:centered=true", "rmsprop:centered=true"), ("rmsprop:centered=false", "rmsprop"),
      ("nesterov:nesterov=false", "nesterov:nesterov=false"),
      ("adam:amsgrad:weight_decay=0.01", "adam:weight_decay=0.01:amsgrad=true"),
      ("adamw:weight_decay=0", "adamw:weight_decay=0"), ("adagrad:lr_decay=0.1", "adagrad:lr_decay=0.1"),
      ("sgd:momentum=0.9:nesterov", "sgd:momentum=0.9:nesterov=true"),
      ("sgd:momentum=1:dampening=0.5", "sgd:momentum=1:dampening=0.5"), ("adam:eps=0", "adam:eps=0"),
      ("momentum:ema", "momentum:ema=true"), ("adadelta:rho=0.95", "adadelta:rho=0.95"),
      ("rprop:etaplus=1.5", "rprop:etaplus=1.5"), ("nadam:momentum_decay=0.01", "nadam:momentum_decay=0.01"),
      ("lion:beta2=0.999", "lion:beta2=0.999"), ("lamb-notes:lr=1", "lamb-notes:lr=1"),
    ]) func good(text: String, spelling: String) throws
  {
    let rule = try Rule(parsing: text)
    #expect(rule.spelling == spelling)
    #expect(try Rule(parsing: rule.spelling) == rule)
  }

  @Test(
    "a bad text is refused for the right reason",
    arguments: [
      ("adma", .unknownRule("adma", known: RuleKind.all.map(\.name))), ("", .emptyList), (":lr=1", .emptyList),
      ("Adam", .unknownRule("Adam", known: RuleKind.all.map(\.name))),
      (
        "adagrad:beta1=0.9",
        .unknownKey(
          "beta1", rule: "adagrad",
          known: ["lr", "lr_decay", "eps", "weight_decay", "initial_accumulator_value", "maximize"])
      ), ("adam:", .malformedPair("", rule: "adam")), ("adam::lr=1", .malformedPair("", rule: "adam")),
      ("adam:lr", .malformedPair("lr", rule: "adam")), ("adam:lr=", .malformedPair("lr=", rule: "adam")),
      ("adam:=1", .malformedPair("=1", rule: "adam")), ("adam:lr=1:lr=2", .repeatedKey("lr", rule: "adam")),
      ("adam:lr=abc", .notANumber("abc", key: "lr", rule: "adam")),
      ("adam:lr=1=2", .notANumber("1=2", key: "lr", rule: "adam")),
      ("adam:amsgrad=yes", .notAFlag("yes", key: "amsgrad", rule: "adam")), ("adam:lr=nan", outOfRange("nan")),
      ("adam:lr=0", outOfRange("0")), ("adam:lr=-1", outOfRange("-1")), ("adam:lr=inf", outOfRange("inf")),
      ("adam:lr=1e400", outOfRange("1e400")),
      (
        "adam:beta2=1",
        .outOfRange(
          "1", key: "beta2", rule: "adam",
          range: Message("a number from 0 up to, but not including, 1", zh: "不小于 0 且小于 1 的数"))
      ),
      (
        "sgd:nesterov",
        .conflict(
          Message(
            "nesterov needs a momentum above 0 and a dampening of 0", zh: "nesterov 要求 momentum 大于 0 且 dampening 为 0"),
          rule: "sgd")
      ),
      (
        "rprop:step_min=2:step_max=1",
        .conflict(Message("step_min is above step_max", zh: "step_min 大于 step_max"), rule: "rprop")
      ),
      (
        "rprop:etaplus=1",
        .outOfRange("1", key: "etaplus", rule: "rprop", range: Message("a finite number above 1", zh: "大于 1 的有限数"))
      ),
      (
        "sgd:ema",
        .conflict(
          Message("ema needs a momentum above 0 and a dampening of 0", zh: "ema 要求 momentum 大于 0 且 dampening 为 0"),
          rule: "sgd")
      ),
      (
        "nesterov:ema",
        .conflict(Message("nesterov and ema do not go together", zh: "nesterov 与 ema 不能同时使用"), rule: "nesterov")
      ),
      (
        "nesterov:dampening=0.1",
        .conflict(
          Message(
            "nesterov needs a momentum above 0 and a dampening of 0", zh: "nesterov 要求 momentum 大于 0 且 dampening 为 0"),
          rule: "nesterov")
      ),
    ] as [(String, RuleError)]) func bad(text: String, error: RuleError)
  {
    #expect(throws: error) { try Rule(parsing: text) }
    #expect(error.isInChinese)
  }

  private static func outOfRange(_ text: String) -> RuleError {
    .outOfRange(text, key: "lr", rule: "adam", range: Message("a finite number above 0", zh: "大于 0 的有限数"))
  }

  @Test("a list keeps its order, and two rates of one rule are two rules") func list() throws {
    let rules = try Rule.list(parsing: "sgd:lr=0.001, momentum,adam:lr=0.1,adam:lr=0.2")
    #expect(rules.map(\.spelling) == ["sgd:lr=0.001", "momentum", "adam:lr=0.1", "adam:lr=0.2"])
  }

  @Test(
    "a list that holds nothing, a gap or a rule twice is refused",
    arguments: [
      ("", .emptyList), (" , ", .emptyList), ("adam,,sgd", .emptyEntry(position: 2, of: 3)),
      ("adam,", .emptyEntry(position: 2, of: 2)), ("adam,sgd,adam", .duplicate("adam", of: "adam")),
      ("sgd,gd", .duplicate("sgd", of: "sgd")),
      ("momentum,sgd:momentum=0.9", .duplicate("sgd:momentum=0.9", of: "momentum")),
      ("adam,foo", .unknownRule("foo", known: RuleKind.all.map(\.name))),
    ] as [(String, RuleError)]) func badList(text: String, error: RuleError)
  {
    #expect(throws: error) { try Rule.list(parsing: text) }
    #expect(error.isInChinese)
  }

  @Test("messages say what is wrong, where, and what would be right") func messages() {
    #expect(
      RuleError.unknownRule("adma", known: ["sgd", "adam"]).description == "unknown optimizer 'adma'; known: sgd, adam")
    #expect(
      RuleError.outOfRange("nan", key: "lr", rule: "adam", range: Message("a finite number above 0", zh: "大于 0 的有限数"))
        .description == "'lr' of optimizer 'adam' must be a finite number above 0, not nan")
    #expect(
      RuleError.duplicate("sgd:momentum=0.9", of: "momentum").description
        == "optimizer 'sgd:momentum=0.9' takes the same steps as 'momentum'; keep one")
    #expect(
      RuleError.malformedPair("", rule: "adam").description
        == "optimizer 'adam' has an empty setting; take out the extra colon")
    #expect(
      RuleError.malformedPair("lr", rule: "adam").description
        == "'lr' is no setting of optimizer 'adam'; write KEY=VALUE, as in lr=0.01")
  }

  @Test("a rate is nil until it is named, and its default is PyTorch's") func rates() throws {
    #expect(Rule.adam.learningRate == nil)
    #expect(Rule.adam["lr"] == 0.001)
    #expect(Rule.adam.makeOptimizer().learningRate == 0.001)
    #expect(Rule.rmsprop.makeOptimizer().learningRate == 0.01)
    #expect(Rule.adam.with(learningRate: 0.02).spelling == "adam:lr=0.02")
    #expect(try Rule(parsing: "adam:lr=0.02") == Rule.adam.with(learningRate: 0.02))
    #expect(Rule.adam.with("lr", 0.02).makeOptimizer().learningRate == 0.02)
    #expect(Rule.adam["alpha"] == nil)
  }

  @Test("a rule makes the recipe that its settings describe") func recipes() throws {
    let centered = try Rule(parsing: "rmsprop:lr=0.1:alpha=0.9:eps=1e-6:momentum=0.5:weight_decay=0.2:centered")
    #expect(
      centered.makeOptimizer() as? RMSprop
        == RMSprop(
          learningRate: 0.1, squareDecay: 0.9, epsilon: 1e-6, momentum: 0.5, weightDecay: 0.2, isCentered: true))
    #expect(Rule.nesterov.makeOptimizer() as? SGD == SGD(momentum: 0.9, isNesterov: true))
    #expect(
      Rule.adam.with("beta1", 0.5).with("beta2", 0.6).with("amsgrad", 1).makeOptimizer() as? Adam
        == Adam(meanDecay: 0.5, squareDecay: 0.6, isAMSGrad: true))
    #expect(Rule.adamw.makeOptimizer() as? AdamW == AdamW())
    #expect(Rule.adagrad.makeOptimizer() as? Adagrad == Adagrad())
    #expect(Rule.sgd.makeOptimizer() as? SGD == SGD())
    #expect(Rule.adadelta.makeOptimizer() as? Adadelta == Adadelta())
    #expect(Rule.adamax.makeOptimizer() as? Adamax == Adamax())
    #expect(Rule.nadam.makeOptimizer() as? NAdam == NAdam())
    #expect(Rule.radam.makeOptimizer() as? RAdam == RAdam())
    #expect(Rule.rprop.makeOptimizer() as? Rprop == Rprop())
    #expect(Rule.lamb.makeOptimizer() as? LAMB == LAMB())
    #expect(Rule.lion.makeOptimizer() as? Lion == Lion())
    #expect(Rule.momentum.with("ema", 1).makeOptimizer() as? SGD == SGD(momentum: 0.9, isAveraged: true))
  }

  @Test("a setting that a rule lacks, or cannot take, stops the program") func mistakes() async {
    await #expect(processExitsWith: .failure) { _ = Rule.sgd.with("beta1", 0.5) }
    await #expect(processExitsWith: .failure) { _ = Rule.sgd.with(learningRate: 0) }
  }
}

@Suite("The catalog of rules") struct RuleCatalogTests {
  @Test("names and aliases are found, and none is taken twice") func names() {
    let names = RuleKind.all.flatMap { [$0.name] + $0.aliases }
    #expect(Set(names).count == names.count)
    #expect(RuleKind.named("gd")?.name == "sgd")
    #expect(RuleKind.named("none") == nil)
    #expect(
      RuleKind.all.map(\.displayName) == [
        "SGD", "Momentum", "Nesterov", "Adagrad", "Adadelta", "RMSprop", "Adam", "AdamW", "Adamax", "NAdam", "RAdam",
        "Rprop", "LAMB", "Lion",
      ])
  }

  @Test("every rule takes its own defaults, rate first", arguments: RuleKind.all.map(\.name)) func defaults(
    name: String
  ) throws {
    let kind = try #require(RuleKind.named(name))
    #expect(kind.keys.first?.name == "lr")
    #expect(Set(kind.keys.map(\.name)).count == kind.keys.count)
    for key in kind.keys {
      let rule = try Rule(parsing: "\(name):\(key.name)=\(key.standardSpelling)")
      #expect(rule[key.name] == key.standard)
      #expect(!key.meaning.isEmpty)
    }
  }
}
