import COpenBLAS

/// The linear algebra library, opened when the first matrix is multiplied or taken apart.
package struct OpenBLAS: @unchecked Sendable {
  // Unchecked: a table of C functions, written once before anyone reads it.
  let routines: openblas_routines

  /// Why the library cannot be used.
  package enum Problem: ReportedError {
    case missing, incomplete, noMemory

    /// What is wrong.
    package var told: Message {
      switch self {
      case .missing:
        Message("input missing: OpenBLAS, the library for matrices, is not installed", zh: "缺少输入：没有安装矩阵运算库 OpenBLAS")
      case .incomplete:
        Message(
          "this OpenBLAS lacks a routine that Plumbline calls: it was built without LAPACK",
          zh: "这个 OpenBLAS 缺少 Plumbline 所需的函数：它没有包含 LAPACK")
      case .noMemory:
        Message(
          "there is too little memory for OpenBLAS, the library for matrices: it takes 128 MB a processor",
          zh: "内存不够矩阵运算库 OpenBLAS 使用：每个处理器需要 128 MB")
      }
    }

    /// How to mend it.
    package var remedies: [Message] {
      let package = "Debian: libopenblas0, Homebrew: openblas"
      return switch self {
      case .missing: [Message("install it (\(package))", zh: "请安装它 (\(package))")]
      case .incomplete: [Message("install another (\(package))", zh: "请安装另一个版本 (\(package))")]
      case .noMemory: [Message("raise the limit (ulimit -v), or end other programs", zh: "提高内存上限 (ulimit -v)，或结束其他程序")]
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
