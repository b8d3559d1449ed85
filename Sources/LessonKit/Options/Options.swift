/// What the command line says about an experiment, and a record of what a lesson asked for.
///
/// A lesson takes each of its options once, in the order of its help. Taking an option without a given value only records
/// its default, so that the same code says which options a lesson has.
public struct Options: Sendable {
  /// An option as given.
  public struct Given: Sendable, Hashable {
    /// The name without dashes.
    public let key: String
    /// Its value; "true" for a flag.
    public let value: String
    /// How the user wrote the name, as in `--steps` or `--set steps=`.
    public let spelled: String

    /// An option as given; `--key` unless it was spelled otherwise.
    public init(_ key: String, _ value: String, spelled: String? = nil) {
      (self.key, self.value) = (key, value)
      self.spelled = spelled ?? "--\(key)"
    }
  }

  /// The options that were taken, in order.
  public private(set) var declarations: [Declaration] = []
  /// The part of the plane that the user asks to see, nil for what the lesson thinks best.
  public let view: View?
  private var given: [Given]

  /// Options as given, in order; of an option given twice the last value counts.
  public init(_ given: [Given] = [], view: View? = nil) { (self.given, self.view) = (given, view) }

  /// The values given for a key, in order.
  func values(for key: String) -> [Given] { given.filter { $0.key == key } }

  /// Reads an option and records it.
  mutating func take<Value: Equatable>(
    _ key: String, into value: inout Value, as form: OptionForm<Value>, unit: String = "", help: Phrase?
  ) throws(UsageError) {
    let initial = value
    if let last = values(for: key).last { value = try form.read(last.value, last.spelled) }
    let spelled = form.spell(value)
    record(
      Declaration(
        key: key, placeholder: form.placeholder, range: form.range, unit: unit, help: Self.help(key, help),
        choices: form.choices, initial: form.spell(initial), value: spelled, json: form.json(value),
        differs: value != initial, filePart: form.filePart?(value) ?? FileName.part(of: key + spelled)))
  }

  mutating func record(_ declaration: Declaration) {
    require(!declarations.contains { $0.key == declaration.key }, "option '\(declaration.key)' taken twice")
    declarations.append(declaration)
  }

  static func help(_ key: String, _ help: Phrase?) -> Phrase {
    guard let help = help ?? StandardOption.help(key) else { fatalError("option '\(key)' has no help") }
    return help
  }

  /// Throws if something was given that the lesson did not take.
  public func finish(_ lesson: String) throws(UsageError) {
    let known = declarations.map(\.key)
    guard let stray = given.first(where: { !known.contains($0.key) }) else { return }
    throw .notTaken(stray.key, spelled: stray.spelled, by: lesson, known: known, elsewhere: [])
  }
}

extension UsageError {
  /// Options that say how long a training lasts: a lesson has one of them.
  private static let sameThing = ["steps": "epochs", "epochs": "steps"]

  /// An option that a lesson does not have; `elsewhere` names lessons that do.
  public static func notTaken(_ key: String, spelled: String, by lesson: String, known: [String], elsewhere: [String])
    -> UsageError
  {
    let isSet = spelled.hasPrefix("--set")
    let name =
      isSet ? Message("parameter '\(key)'", zh: "参数“\(key)”") : Message("option '\(spelled)'", zh: "选项“\(spelled)”")
    let hint = Message.attempt("lesson show \(lesson)")
    let foreign = Message("\(name) does not apply to the lesson '\(lesson)'", zh: "\(name)不适用于课例“\(lesson)”")
    if let other = sameThing[key], known.contains(other) {
      return UsageError(foreign, hints: [Message("this lesson calls it --\(other)", zh: "这个课例中它叫 --\(other)"), hint])
    }
    if !elsewhere.isEmpty {
      let owners = elsewhere.prefix(4).joined(separator: ", ") + (elsewhere.count > 4 ? ", …" : "")
      return UsageError(foreign, hints: [Message("it belongs to: \(owners)", zh: "它属于：\(owners)"), hint])
    }
    if StandardOption.keys.contains(key) { return UsageError(foreign, hints: [hint]) }
    let nearest = Spelling.nearest(to: key, among: known).map { [Message.meant((isSet ? "" : "--") + $0)] } ?? []
    return UsageError(
      "unknown \(name) for the lesson '\(lesson)'", zh: "课例“\(lesson)”没有\(name)", hints: nearest + [hint])
  }
}
