import LessonKit
import PNGCodec
import Typography

/// Why something did not work, as the user is told, and how the command ends where nothing else does.
struct Failure: Error, CustomStringConvertible {
  let description: String
  var hints: [String] = []
  let code: ExitCode

  init(_ description: String, hints: [String] = [], code: ExitCode) {
    (self.description, self.hints, self.code) = (description, hints, code)
  }

  /// What any error means.
  init(_ error: any Error) {
    switch error {
    case let error as Failure: self = error
    case let error as UsageError: self.init(error.message, hints: error.hints, code: .usage)
    case let error as CannotCreate: self.init(error.description, hints: error.hints, code: .cannotCreate)
    case let error as MissingInput: self.init(error.description, code: .missingInput)
    case let error as TypesettingError: self.init(error.description, code: .missingInput)
    case OpenBLAS.Problem.noMemory: self.init("\(error)", code: .noResources)
    case is OpenBLAS.Problem: self.init("\(error)", code: .missingInput)
    case let error as PNGError: self.init("internal: \(error)", code: .internalError)
    default: self.init("\(error)", code: .failed)
    }
    if FileDescriptor.areUsedUp {
      self.init(
        "too many files are open", hints: ["raise the limit (ulimit -n), or end other programs"], code: .noResources)
    }
  }

  /// What one of several gives, or why it gives nothing while others go on; a name says which one it was.
  static func catching<Value>(_ name: String?, _ body: () throws -> Value) -> Result<Value, Failure> {
    do { return .success(try body()) } catch {
      let failure = Failure(error)
      guard let name else { return .failure(failure) }
      return .failure(Failure("\(name): \(failure.description)", hints: failure.hints, code: failure.code))
    }
  }
}

extension ExitCode {
  /// How a command ends of which some parts failed: as the worst of them.
  init(of failures: [Failure]) {
    let worst: [ExitCode] = [.cannotCreate, .noResources, .internalError, .failed, .usage, .missingInput]
    self = worst.first { code in failures.contains { $0.code == code } } ?? .done
  }
}
