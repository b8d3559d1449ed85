import LessonKit
import PNGCodec
import Typography

/// Why something did not work, as the user is told, and how the command ends where nothing else does.
struct Failure: ReportedError {
  let told: Message
  var remedies: [Message] = []
  let code: ExitCode

  init(_ told: Message, hints: [Message] = [], code: ExitCode) {
    (self.told, remedies, self.code) = (told, hints, code)
  }

  /// What any error means.
  init(_ error: any Error) {
    switch error {
    case let error as Failure: self = error
    case let error as any ReportedError: self.init(error.told, hints: error.remedies, code: Self.code(of: error))
    case let error as PNGError:
      self.init(Message("internal: \(error.description)", zh: "内部错误：\(error.description)"), code: .internalError)
    default: self.init(Message(same: "\(error)"), code: .failed)
    }
    if FileDescriptor.areUsedUp {
      self.init(
        Message("too many files are open", zh: "打开的文件太多"),
        hints: [Message("raise the limit (ulimit -n), or end other programs", zh: "提高上限 (ulimit -n)，或结束其他程序")],
        code: .noResources)
    }
  }

  private static func code(of error: any ReportedError) -> ExitCode {
    switch error {
    case is UsageError: .usage
    case is CannotCreate: .cannotCreate
    case OpenBLAS.Problem.noMemory: .noResources
    case is MissingInput, is TypesettingError, is OpenBLAS.Problem: .missingInput
    default: .failed
    }
  }

  /// What one of several gives, or why it gives nothing while others go on; a name says which one it was.
  static func catching<Value>(_ name: String?, _ body: () throws -> Value) -> Result<Value, Failure> {
    do { return .success(try body()) } catch {
      let failure = Failure(error)
      guard let name else { return .failure(failure) }
      return .failure(failure.of(name))
    }
  }

  /// The same, with a name before it that says what it is about.
  func of(_ name: String) -> Failure { Failure(Message(same: "\(name): ") + told, hints: remedies, code: code) }
}

extension ExitCode {
  /// How a command ends of which some parts failed: as the worst of them.
  init(of failures: [Failure]) {
    let worst: [ExitCode] = [.cannotCreate, .noResources, .internalError, .failed, .usage, .missingInput]
    self = worst.first { code in failures.contains { $0.code == code } } ?? .done
  }
}
