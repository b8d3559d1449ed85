import COpenBLAS

/// The linear algebra library, opened when the first matrix is multiplied or taken apart.
package struct OpenBLAS: @unchecked Sendable {
  // Unchecked: a table of C functions, written once before anyone reads it.
  let routines: openblas_routines

  /// The library of this process. Stops the program with a message where there is none.
  package static let shared = OpenBLAS()

  private init() {
    var routines = openblas_routines()
    let failure = openblas_open(&routines)
    require(failure == nil, failure.map { String(cString: $0) } ?? "")
    self.routines = routines
  }

  /// The release and the processor whose routines run: `OpenBLAS 0.3.21 … Haswell`.
  package var description: String {
    let release = routines.config().map { String(cString: $0) } ?? ""
    let processor = routines.corename().map { String(cString: $0) } ?? ""
    return "\(release) running for \(processor)"
  }
}
