import COpenBLAS

/// The linear algebra library, opened when the first matrix is multiplied or taken apart.
package struct OpenBLAS: @unchecked Sendable {
  // Unchecked: a table of C functions, written once before anyone reads it.
  let routines: openblas_routines

  /// Why the library cannot be used.
  package enum Problem: Error, CustomStringConvertible {
    case missing, incomplete, noMemory

    /// What is wrong, and how to mend it.
    package var description: String {
      let package = "Debian: libopenblas0, Homebrew: openblas"
      return switch self {
      case .missing: "input missing: OpenBLAS, the library for matrices, is not installed\n  install it (\(package))"
      case .incomplete:
        "this OpenBLAS lacks a routine that Plumbline calls: it was built without LAPACK\n  install another (\(package))"
      case .noMemory:
        "there is too little memory for OpenBLAS, the library for matrices: it takes 128 MB a processor"
          + "\n  raise the limit (ulimit -v), or end other programs"
      }
    }
  }

  /// The library of this process. Stops the program with a message where there is none: `open()` tells before.
  package static let shared: OpenBLAS = { do { return try opened.get() } catch { fatalError("\(error)") } }()

  private static let opened = Result { () throws(Problem) in try OpenBLAS() }

  /// Opens the library, if it is not open yet.
  package static func open() throws(Problem) { _ = try opened.get() }

  private init() throws(Problem) {
    var routines = openblas_routines()
    switch openblas_open(&routines) {
    case openblas_ready: self.routines = routines
    case openblas_incomplete: throw .incomplete
    case openblas_no_memory: throw .noMemory
    default: throw .missing
    }
  }

  /// The release and the processor whose routines run: `OpenBLAS 0.3.21 … Haswell`.
  package var description: String {
    let release = routines.config().map { String(cString: $0) } ?? ""
    let processor = routines.corename().map { String(cString: $0) } ?? ""
    return "\(release) running for \(processor)"
  }
}
